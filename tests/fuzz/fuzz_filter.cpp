// SPDX-License-Identifier: Apache-2.0
// The filter language: a text that does not parse is an error in words and never "everything"; one that does
// keeps its meaning beside another, and has an opposite.
#include "orders/order_filter.h"

#include "fuzz/must.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using fuzz::must;
using orders::Order;
using orders::OrderFilter;

namespace {

const base::WallTime now(base::milliseconds(1'710'480'600'000));

std::array<Order, 3> samples()
{
    std::array<Order, 3> orders;
    Order &sell = orders[1];
    sell.orderId = u"2403150001"_s;
    sell.key.orderId = sell.orderId;
    sell.connection = u"mine"_s;
    sell.symbol = u"NIFTY24MAR22000CE"_s;
    sell.exchange = u"NFO"_s;
    sell.side = orders::Side::Sell;
    sell.sideText = u"SELL"_s;
    sell.quantity = 50;
    sell.price = *base::Decimal::fromText(u"101.25");
    sell.state = orders::OrderState::Open;
    sell.placedAt = now - base::seconds(90);
    orders[2] = sell;
    orders[2].symbol = u"a\"b *ä\U0001F600"_s;
    orders[2].price = base::Decimal::unreadable(u"1e9999"_s);
    orders[2].filled = 50;
    return orders;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::array<Order, 3> orders = samples();
    static const OrderFilter sells = *OrderFilter::parse(u"side:sell"_s);
    const QString text = QString::fromUtf8(fuzz::bytesOf(data, size));
    const auto filter = OrderFilter::parse(text);
    if (!filter) {
        must(filter.error().kind == base::ErrorKind::Usage, "a filter that does not parse is a wrong use");
        must(!filter.error().text.isEmpty(), "an error has words");
        return 0;
    }
    const bool isBlank = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    must(filter->isEmpty() == isBlank, "only nothing is everything");
    if (text.size() > 4000)
        return 0; // with more behind it, it would be too long
    const auto both = OrderFilter::parse(text + u" side:sell"_s);
    must(both.has_value(), "a filter stays one beside another");
    for (const Order &order : orders)
        must(both->matches(order, now) == (filter->matches(order, now) && sells.matches(order, now)),
             "all terms must hold");

    const bool isOneTerm =
        !isBlank && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c == u'"'; });
    const auto opposite = isOneTerm ? OrderFilter::parse(u'-' + text) : OrderFilter::parse({});
    if (isOneTerm && !text.startsWith(u'-')) {
        must(opposite.has_value(), "each term has an opposite");
        for (const Order &order : orders)
            must(opposite->matches(order, now) != filter->matches(order, now), "which is its opposite");
    }
    return 0;
}
