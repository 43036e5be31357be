// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/row_builder.h"

#include <algorithm>
#include <charconv>

namespace alphapoint {

using namespace Qt::StringLiterals;
using base::Decimal;
using json::Kind;
using orders::Order;
using orders::OrderState;

namespace {

enum class Wanted {
    OrderId,
    ClientOrderId,
    Account,
    Instrument,
    Side,
    OrderType,
    OrderState,
    Price,
    StopPrice,
    Quantity,
    OrigQuantity,
    Executed,
    AveragePrice,
    ReceiveTime,
    UpdatedTicks,
    UpdatedTime,
    OrigOrderId,
    OrigClientId,
    OrderIdOco,
    RejectReason,
    CancelReason,
    ChangeReason,
};

struct WantedField
{
    std::string_view name;
    Wanted meaning;
};

constexpr WantedField fields[] = {
    {"OrderId", Wanted::OrderId},
    {"orderId", Wanted::OrderId},
    {"ClientOrderId", Wanted::ClientOrderId},
    {"clientOrderId", Wanted::ClientOrderId},
    {"Account", Wanted::Account},
    {"account", Wanted::Account},
    {"AccountId", Wanted::Account},
    {"accountId", Wanted::Account},
    {"Instrument", Wanted::Instrument},
    {"instrument", Wanted::Instrument},
    {"InstrumentId", Wanted::Instrument},
    {"instrumentId", Wanted::Instrument},
    {"Side", Wanted::Side},
    {"side", Wanted::Side},
    {"OrderType", Wanted::OrderType},
    {"orderType", Wanted::OrderType},
    {"OrderState", Wanted::OrderState},
    {"orderState", Wanted::OrderState},
    {"Price", Wanted::Price},
    {"price", Wanted::Price},
    {"StopPrice", Wanted::StopPrice},
    {"stopPrice", Wanted::StopPrice},
    {"Quantity", Wanted::Quantity},
    {"quantity", Wanted::Quantity},
    {"OrigQuantity", Wanted::OrigQuantity},
    {"origQuantity", Wanted::OrigQuantity},
    {"QuantityExecuted", Wanted::Executed},
    {"quantityExecuted", Wanted::Executed},
    {"AvgPrice", Wanted::AveragePrice},
    {"avgPrice", Wanted::AveragePrice},
    {"ReceiveTime", Wanted::ReceiveTime},
    {"receiveTime", Wanted::ReceiveTime},
    {"LastUpdatedTimeTicks", Wanted::UpdatedTicks},
    {"lastUpdatedTimeTicks", Wanted::UpdatedTicks},
    {"LastUpdatedTime", Wanted::UpdatedTime},
    {"lastUpdatedTime", Wanted::UpdatedTime},
    {"OrigOrderId", Wanted::OrigOrderId},
    {"origOrderId", Wanted::OrigOrderId},
    {"OrigClOrdId", Wanted::OrigClientId},
    {"origClOrdId", Wanted::OrigClientId},
    {"OrderIdOCO", Wanted::OrderIdOco},
    {"orderIdOCO", Wanted::OrderIdOco},
    {"RejectReason", Wanted::RejectReason},
    {"rejectReason", Wanted::RejectReason},
    {"CancelReason", Wanted::CancelReason},
    {"cancelReason", Wanted::CancelReason},
    {"ChangeReason", Wanted::ChangeReason},
    {"changeReason", Wanted::ChangeReason},
};

constexpr auto fieldNames = [] {
    std::array<std::string_view, std::size(fields)> names;
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = fields[i].name;
    return names;
}();

// Ids are numbers, and 0 says that there is none.
QString idOf(const json::Field &field)
{
    const bool isId = (field.kind == Kind::Number || field.kind == Kind::String) && field.text != "0";
    return isId ? QString::fromUtf8(field.text) : QString();
}

Decimal numberOf(const json::Field &field)
{
    if (field.kind != Kind::Number && field.kind != Kind::String)
        return {};
    if (const auto number = Decimal::fromText(field.text))
        return *number;
    return Decimal::unreadable(QString::fromUtf8(field.text));
}

std::optional<qint64> integerOf(const json::Field &field)
{
    qint64 value = 0;
    const char *end = field.text.data() + field.text.size();
    const auto [stop, error] = std::from_chars(field.text.data(), end, value);
    return error == std::errc{} && stop == end && value > 0 ? std::optional(value) : std::nullopt;
}

// Since 1970; nothing beyond the year 9999, where sums of times would overflow.
std::optional<qint64> millisecondsOf(const json::Field &field)
{
    const auto value = integerOf(field);
    return value && *value < 253'402'300'800'000 ? value : std::nullopt;
}

// .NET ticks: 100 ns since the year 1 (wire.md B6).
QString ticksOf(qint64 unixMilliseconds)
{
    return QString::number(unixMilliseconds * 10'000 + 621'355'968'000'000'000);
}

// "Fully Executed", "FullyExecuted", "5": letters and digits are what counts (wire.md C49).
QString plainWord(const QString &text)
{
    QString word;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            word += c.toLower();
    }
    return word;
}

OrderState stateOf(const QString &text)
{
    static const QHash<QString, OrderState> states{
        {u"working"_s, OrderState::Open},         {u"1"_s, OrderState::Open},
        {u"accepted"_s, OrderState::Open},        {u"rejected"_s, OrderState::Rejected},
        {u"2"_s, OrderState::Rejected},           {u"canceled"_s, OrderState::Cancelled},
        {u"cancelled"_s, OrderState::Cancelled},  {u"3"_s, OrderState::Cancelled},
        {u"expired"_s, OrderState::Expired},      {u"4"_s, OrderState::Expired},
        {u"fullyexecuted"_s, OrderState::Filled}, {u"5"_s, OrderState::Filled},
    };
    return states.value(plainWord(text), OrderState::Unknown);
}

orders::Side sideOf(const QString &text)
{
    const QString word = plainWord(text);
    if (word == "buy"_L1 || word == "0"_L1)
        return orders::Side::Buy;
    if (word == "sell"_L1 || word == "1"_L1)
        return orders::Side::Sell;
    if (word == "short"_L1 || word == "2"_L1)
        return orders::Side::Short;
    return orders::Side::Unknown;
}

} // namespace

RowBuilder::RowBuilder(const RowContext &context)
    : m_context(context)
    , m_account(context.account.canonical())
{
}

json::RecordLayout RowBuilder::layout()
{
    return {{}, fieldNames};
}

void RowBuilder::beginRecord()
{
    ++m_index;
    m_accountId.clear();
    m_cancelReason.clear();
    m_replacedClientId.clear();
    m_quantity = {};
    m_order = std::make_shared<Order>();
    m_order->key.account = m_account;
    m_order->connection = m_context.connection;
    m_order->account = m_context.account.id;
    m_order->exchange = u"APEX"_s;
}

QString RowBuilder::textOf(const json::Field &field)
{
    if (field.kind != Kind::String && field.kind != Kind::Number)
        return {};
    return field.text.empty() ? QString() : m_pool.intern(field.text);
}

void RowBuilder::readField(const json::Field &field)
{
    Order &order = *m_order;
    switch (fields[static_cast<std::size_t>(field.slot)].meaning) {
    case Wanted::OrderId:
        order.orderId = idOf(field);
        break;
    case Wanted::ClientOrderId:
        order.clientOrderId = idOf(field);
        break;
    case Wanted::Account:
        m_accountId = idOf(field);
        break;
    case Wanted::Instrument:
        order.instrument = textOf(field);
        break;
    case Wanted::Side:
        order.sideText = textOf(field);
        break;
    case Wanted::OrderType:
        order.orderType = textOf(field);
        break;
    case Wanted::OrderState:
        order.venueStatus = textOf(field);
        break;
    case Wanted::Price:
        order.price = numberOf(field);
        break;
    case Wanted::StopPrice:
        order.triggerPrice = numberOf(field);
        break;
    case Wanted::Quantity:
        m_quantity = numberOf(field);
        break;
    case Wanted::OrigQuantity:
        order.quantity = numberOf(field);
        break;
    case Wanted::Executed:
        order.filled = numberOf(field);
        break;
    case Wanted::AveragePrice:
        order.averagePrice = numberOf(field);
        break;
    case Wanted::ReceiveTime:
        if (const auto milliseconds = millisecondsOf(field))
            order.placedAt = base::WallTime(base::milliseconds(*milliseconds));
        break;
    case Wanted::UpdatedTicks:
        if (const auto ticks = integerOf(field))
            order.marker.reference = QString::number(*ticks);
        break;
    case Wanted::UpdatedTime:
        if (const auto milliseconds = millisecondsOf(field); milliseconds && order.marker.reference.isEmpty())
            order.marker.reference = ticksOf(*milliseconds);
        break;
    case Wanted::OrigOrderId:
        order.replacedOrderId = idOf(field);
        break;
    case Wanted::OrigClientId:
        m_replacedClientId = idOf(field);
        break;
    case Wanted::OrderIdOco:
        order.pairOrderId = idOf(field);
        break;
    case Wanted::RejectReason:
        order.reason = textOf(field);
        break;
    case Wanted::CancelReason:
        m_cancelReason = textOf(field);
        break;
    case Wanted::ChangeReason:
        order.mode = textOf(field);
        break;
    }
}

void RowBuilder::endRecord(qsizetype offset, qsizetype length)
{
    Order &order = *m_order;
    if (order.orderId.isEmpty() && order.clientOrderId.isEmpty()) {
        m_rows.warnings.push_back({m_index, u"the row has no OrderId"_s});
        return;
    }
    if (!m_accountId.isEmpty() && m_accountId != m_context.account.id) {
        ++m_rows.ofOthers;
        return;
    }
    complete(order);
    order.raw = {nullptr, offset, length};
    m_rows.rows.push_back(std::move(m_order));
}

void RowBuilder::complete(Order &order) const
{
    const Instrument instrument = m_context.instruments->find(order.instrument);
    order.symbol = instrument.symbol;
    order.currency = instrument.currency;
    order.kind = order.orderType;
    order.state = stateOf(order.venueStatus);
    order.side = sideOf(order.sideText);
    if (!order.orderId.isEmpty() && order.replacedOrderId == order.orderId)
        order.replacedOrderId.clear(); // so it is written when nothing was replaced
    else if (order.replacedOrderId.isEmpty() && !m_replacedClientId.isEmpty() &&
             m_replacedClientId != order.clientOrderId)
        order.replacedOrderId = orders::idByClient(m_replacedClientId);
    if (order.reason.isEmpty())
        order.reason = m_cancelReason;
    // What remains and what is filled were the whole, as long as the order lives.
    if (order.quantity.isNull() && order.isAlive())
        order.quantity = m_quantity.plus(order.filled);
    // A price of 0 is how it writes that there is none.
    for (Decimal *price : {&order.price, &order.triggerPrice, &order.averagePrice}) {
        if (price->isZero())
            *price = {};
    }
    // One that has no id of the exchange's yet goes by the trader's own.
    order.key.orderId = order.orderId.isEmpty() ? orders::idByClient(order.clientOrderId) : order.orderId;
    order.marker.content =
        qHashMulti(0, order.venueStatus, order.mode, order.quantity.toText(), order.filled.toText(),
                   order.price.toText(), order.triggerPrice.toText());
    order.effect = orders::effectOf(order, false);
}

void RowBuilder::skipRecord(Kind)
{
    ++m_index;
    m_rows.warnings.push_back({m_index, u"the row is no JSON object"_s});
}

} // namespace alphapoint
