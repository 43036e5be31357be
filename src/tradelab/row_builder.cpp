// SPDX-License-Identifier: Apache-2.0
#include "tradelab/row_builder.h"

#include "tradelab/status_words.h"

#include <algorithm>
#include <charconv>

namespace tradelab {

using namespace Qt::StringLiterals;
using base::Decimal;
using json::Kind;
using orders::Order;

namespace {

// wire.md C27: all of these say that there is nothing.
bool isNoneMarker(std::string_view text)
{
    return text.empty() || text == "NONE" || text == "--" || text == "NA";
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

orders::Side sideOf(const QString &text)
{
    if (text.compare("BUY"_L1, Qt::CaseInsensitive) == 0 || text.compare("B"_L1, Qt::CaseInsensitive) == 0)
        return orders::Side::Buy;
    if (text.compare("SELL"_L1, Qt::CaseInsensitive) == 0 || text.compare("S"_L1, Qt::CaseInsensitive) == 0)
        return orders::Side::Sell;
    return orders::Side::Unknown;
}

// Only plain digits can be compared by their length; 0 says that there is none.
QString referenceOf(std::string_view text)
{
    while (!text.empty() && text.front() == '0')
        text.remove_prefix(1);
    const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isPlain ? QString::fromUtf8(text) : QString();
}

// The part of a field in a row's content (orders/marker.h); their sum does not depend on the order of fields.
std::size_t contentPart(Wanted meaning, std::string_view text)
{
    switch (meaning) {
    case Wanted::Status:
    case Wanted::Mode:
    case Wanted::Filled:
    case Wanted::Quantity:
    case Wanted::Price:
    case Wanted::TriggerPrice:
    case Wanted::ExchangeTime:
    case Wanted::ExchangeOrderId:
        return qHashMulti(static_cast<std::size_t>(meaning), std::hash<std::string_view>{}(text));
    default:
        return 0;
    }
}

} // namespace

RowBuilder::RowBuilder(const ReplyContext &context, std::span<const WantedField> fields)
    : m_context(context)
    , m_fields(fields)
    , m_account(context.account.canonical())
    , m_last(fields.size())
{
}

void RowBuilder::beginRecord()
{
    ++m_index;
    m_shortSymbol.clear();
    m_order = std::make_shared<Order>();
    m_order->key.account = m_account;
    m_order->connection = m_context.connection;
    m_order->account = m_context.account.id;
    m_order->currency = u"INR"_s;
}

const QString &RowBuilder::shared(const json::Field &field, std::string_view text)
{
    Last &last = m_last[static_cast<std::size_t>(field.slot)];
    if (last.text != text)
        last = {std::string(text), m_pool.intern(text)};
    return last.shared;
}

QString RowBuilder::textOf(const json::Field &field)
{
    if (field.kind == Kind::Null || field.kind == Kind::Object || field.kind == Kind::Array)
        return {};
    const std::string_view text = trimmed(field.text);
    return isNoneMarker(text) ? QString() : shared(field, text);
}

// Ids are all different: no use in keeping them in the pool.
QString RowBuilder::idOf(const json::Field &field)
{
    const std::string_view text = trimmed(field.text);
    const bool isId = field.kind == Kind::String || field.kind == Kind::Number;
    return isId && !isNoneMarker(text) ? QString::fromUtf8(text) : QString();
}

Decimal RowBuilder::numberOf(const json::Field &field)
{
    if (field.kind == Kind::Null || field.kind == Kind::Object || field.kind == Kind::Array)
        return {};
    const std::string_view text = trimmed(field.text);
    if (isNoneMarker(text))
        return {};
    int plain = 0;
    const char *end = text.data() + text.size();
    if (const auto read = std::from_chars(text.data(), end, plain); read.ec == std::errc{} && read.ptr == end)
        return plain;
    if (const auto number = Decimal::fromText(text))
        return *number;
    return Decimal::unreadable(m_pool.intern(text));
}

void RowBuilder::readTime(Wanted meaning, const json::Field &field)
{
    const std::string_view text = trimmed(field.text);
    if (meaning == Wanted::ExchangeTime) {
        m_order->exchangeTime = text == "0" ? QString() : idOf(field); // as different as ids
        return;
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size() && value > 0 && value < 100'000'000'000)
        m_order->placedAt = base::WallTime(base::seconds(value));
}

void RowBuilder::readField(const json::Field &field)
{
    Order &order = *m_order;
    const Wanted meaning = m_fields[static_cast<std::size_t>(field.slot)].meaning;
    order.marker.content += contentPart(meaning, field.text);
    switch (meaning) {
    case Wanted::OmsOrderId:
        order.orderId = idOf(field);
        break;
    case Wanted::ExchangeOrderId:
        order.exchangeOrderId = idOf(field);
        break;
    case Wanted::UserOrderId:
        order.clientOrderId = idOf(field);
        break;
    case Wanted::BasketId:
        order.basketId = textOf(field);
        break;
    case Wanted::ClientId:
        if (const QString client = textOf(field); !client.isEmpty())
            order.account = client;
        break;
    case Wanted::Status:
        order.venueStatus = field.kind == Kind::Null ? QString() : shared(field, field.text);
        break;
    case Wanted::ExecutionType:
        order.kind = textOf(field);
        break;
    case Wanted::Leg:
        order.leg = textOf(field);
        break;
    case Wanted::Mode:
        order.mode = textOf(field);
        break;
    case Wanted::Side:
        order.sideText = textOf(field);
        break;
    case Wanted::OrderType:
        order.orderType = textOf(field);
        break;
    case Wanted::Product:
        order.product = textOf(field);
        break;
    case Wanted::Validity:
        order.validity = textOf(field);
        break;
    case Wanted::Exchange:
        order.exchange = textOf(field);
        break;
    case Wanted::Segment:
        order.segment = textOf(field);
        break;
    case Wanted::TradingSymbol:
        order.symbol = textOf(field);
        break;
    case Wanted::Symbol:
        m_shortSymbol = textOf(field);
        break;
    case Wanted::InstrumentToken:
        order.instrument = textOf(field);
        break;
    case Wanted::Quantity:
        order.quantity = numberOf(field);
        break;
    case Wanted::Filled:
        order.filled = numberOf(field);
        break;
    case Wanted::LotSize:
        order.lotSize = numberOf(field);
        break;
    case Wanted::Price:
        order.price = numberOf(field);
        break;
    case Wanted::TriggerPrice:
        order.triggerPrice = numberOf(field);
        break;
    case Wanted::AveragePrice:
        order.averagePrice = numberOf(field);
        break;
    case Wanted::EntryTime:
    case Wanted::ExchangeTime:
        readTime(meaning, field);
        break;
    case Wanted::Activity:
        order.marker.reference = referenceOf(trimmed(field.text));
        break;
    case Wanted::RejectionReason:
        order.reason = textOf(field);
        break;
    }
}

void RowBuilder::endRecord(qsizetype offset, qsizetype length)
{
    const bool needsId = m_context.kind != orders::ListKind::History;
    if (needsId && m_order->orderId.isEmpty()) {
        m_warnings.push_back({m_index, u"the row has no oms_order_id"_s});
        return;
    }
    complete(*m_order);
    m_order->raw = {nullptr, offset, length};
    m_rows.push_back(std::move(m_order));
}

void RowBuilder::complete(Order &order)
{
    order.state = stateOf(order.venueStatus);
    order.isCancelRejected = isCancelRejected(order.venueStatus);
    order.side = sideOf(order.sideText);
    if (order.symbol.isEmpty())
        order.symbol = m_shortSymbol;
    order.key.orderId = order.orderId;
    order.key.leg = order.leg;
    order.key.day = order.placedAt ? orders::tradingDay(*order.placedAt) : 0;
    order.effect = orders::effectOf(order, false);
}

void RowBuilder::skipRecord(Kind)
{
    ++m_index;
    m_warnings.push_back({m_index, u"the row is no JSON object"_s});
}

void RowBuilder::attachReply(const std::shared_ptr<const QByteArray> &reply)
{
    for (const auto &row : m_rows)
        row->raw.reply = reply;
}

} // namespace tradelab
