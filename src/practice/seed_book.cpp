// SPDX-License-Identifier: Apache-2.0
#include "practice/seed_book.h"

#include "practice/market_time.h"

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 opening = 9 * 3600 + 15 * 60; // 09:15, in seconds after midnight
constexpr qint64 exchangeEpoch = 315'532'800;

} // namespace

SeedBook::SeedBook(Market &market, const Instruments &instruments, base::WallTime now, quint64 seed)
    : m_market(market)
    , m_instruments(instruments)
    , m_dice(seed)
    , m_now(unixSeconds(now))
    , m_midnight(indianMidnight(now))
    , m_day(indianDate(now).toString(u"yyyyMMdd"_s))
{
}

void SeedBook::fill(int openOrders)
{
    const int completed = static_cast<int>(completedSeedRows().size());
    m_expected = openOrders + completed + 1;
    addRows(completedSeedRows(), completed);
    m_open = 0;
    addRows(openSeedRows(), openOrders);
    while (m_open < openOrders)
        addPlausible();
}

// Whole families only, as far as there is room.
void SeedBook::addRows(std::span<const SeedRow> rows, int room)
{
    std::size_t begin = 0;
    while (begin < rows.size()) {
        std::size_t end = begin + 1;
        while (rows[begin].family != 0 && end < rows.size() && rows[end].family == rows[begin].family)
            ++end;
        const auto family = rows.subspan(begin, end - begin);
        const auto open = std::count_if(family.begin(), family.end(),
                                        [](const SeedRow &row) { return !isDoneStatus(row.status); });
        if (m_open + static_cast<int>(open) <= room && room > 0) {
            addFamily(family);
            m_open += static_cast<int>(open);
        }
        begin = end;
    }
}

void SeedBook::addFamily(std::span<const SeedRow> family)
{
    QString id;
    qint64 entryTime = 0;
    const QByteArray sharedId = userOrderId();
    // The hand-made day is that of the first account; the others hold the like of it in other names.
    const auto usual = m_instruments.find(family.front().instrument);
    const bool isSpread = usual->lastPrice < 0;
    const bool isFirst = m_market.profile().broker == brokers.front();
    const auto traded = isFirst || isSpread ? usual : m_instruments.like(*usual, m_dice);
    for (const SeedRow &row : family) {
        PracticeOrder order = orderFrom(row);
        tradeInstead(order, traded);
        order.userOrderId = sharedId;
        if (order.executionType == "REGULAR"_L1 && order.type == "LIMIT"_L1 && !order.isDone())
            order.price += m_dice.below(5) * order.instrument->tick;
        order.orderId = id;
        order.entryTime = entryTime;
        const PracticeOrder &placed = place(std::move(order));
        id = placed.orderId;
        entryTime = placed.entryTime;
    }
}

// Worth about as much, as far from the last price.
void SeedBook::tradeInstead(PracticeOrder &order, const std::shared_ptr<const Instrument> &other)
{
    if (order.instrument == other)
        return;
    const Instrument &before = *order.instrument;
    const auto moved = [&](Paise price) {
        const Paise scaled = price * other->lastPrice / before.lastPrice;
        return scaled - scaled % other->tick;
    };
    const qint64 size = other->segment == before.segment && other->lotSize > 1 && other->exchange != "MCX"_L1
        ? other->lotSize
        : 1;
    const auto sized = [&](qint64 quantity) {
        const qint64 scaled = quantity * before.lastPrice / other->lastPrice;
        return quantity == 0 ? 0 : std::max<qint64>(1, scaled / size) * size;
    };
    const bool isWhole = order.filled == order.quantity;
    order.quantity = sized(order.quantity);
    if (order.filled > 0)
        order.filled = isWhole ? order.quantity : std::max<qint64>(1, order.quantity / 3);
    if (order.filled == order.quantity && !isWhole)
        order.quantity += size;
    order.price = moved(order.price);
    order.triggerPrice = moved(order.triggerPrice);
    order.averagePrice = moved(order.averagePrice);
    order.instrument = other;
}

PracticeOrder SeedBook::orderFrom(const SeedRow &row)
{
    PracticeOrder order;
    order.instrument = m_instruments.find(row.instrument);
    order.executionType = row.executionType;
    order.leg = row.leg;
    order.side = row.side;
    order.type = row.type;
    order.product = row.product;
    order.status = row.status;
    order.quantity = row.quantity;
    order.filled = row.filled;
    order.price = row.price;
    order.triggerPrice = row.trigger;
    order.averagePrice = row.filled > 0 ? row.price : 0;
    order.rejectionReason = row.reason;
    order.rejectionCode = row.rejectionCode;
    if (row.executionType == "BO"_L1) {
        order.stopLossValue = order.instrument->tick * 20;
        order.squareOffValue = order.instrument->tick * 40;
    }
    order.device = m_dice.comesUp(60) ? u"web"_s : u"android"_s;
    order.loginId = m_dice.comesUp(5) ? u"ADMIN1"_s : QString();
    return order;
}

// Many orders share one, and now and then it is a bare number that no 64 bits can hold.
QByteArray SeedBook::userOrderId()
{
    if (m_dice.comesUp(5))
        return "200018000000003000000000" + QByteArray::number(100'000 + m_dice.below(900'000));
    return m_dice.comesUp(50) ? "\"10002\""_ba : '"' + QByteArray::number(12'770 + m_dice.below(40)) + '"';
}

PracticeOrder SeedBook::plausibleOrder()
{
    PracticeOrder order;
    order.instrument = m_instruments.any(m_dice);
    const Instrument &instrument = *order.instrument;
    const bool isShare = instrument.segment == "Capital"_L1;
    const bool isSell = m_dice.comesUp(50);
    const Paise away = instrument.lastPrice * (1 + m_dice.below(30)) / 1000;
    const Paise price = isSell ? instrument.lastPrice + away : instrument.lastPrice - away;
    order.side = isSell ? u"SELL"_s : u"BUY"_s;
    order.product = isShare ? (m_dice.comesUp(60) ? u"MIS"_s : u"CNC"_s) : u"NRML"_s;
    order.price = std::max(instrument.tick, price - price % instrument.tick);
    const qint64 lots = 1 + m_dice.below(isShare ? 500 : 10);
    order.quantity = instrument.exchange == "MCX"_L1 ? lots : lots * instrument.lotSize;
    order.userOrderId = userOrderId();
    order.device = m_dice.comesUp(60) ? u"web"_s : u"android"_s;
    return order;
}

void SeedBook::addPlausible()
{
    PracticeOrder order = plausibleOrder();
    const qint64 kind = m_dice.below(100);
    if (kind < 8 && order.quantity > 1) {
        order.status = u"PARTIAL_TRADE"_s;
        order.filled = 1 + m_dice.below(order.quantity - 1);
        order.averagePrice = order.price;
    } else if (kind < 13) {
        order.status = u"MODIFY_CONFIRMED"_s;
    } else if (kind < 18) {
        order.status = u"TRIGGER_PENDING"_s;
        order.type = u"SL"_s;
        order.triggerPrice = order.price;
    } else if (kind < 20) {
        order.status = u"AMO_REQ_RECEIVED"_s;
        order.executionType = u"AMO"_s;
        order.rejectionReason.clear();
    }
    place(std::move(order));
    ++m_open;
}

const PracticeOrder &SeedBook::place(PracticeOrder order)
{
    ++m_placed;
    if (order.entryTime == 0)
        order.entryTime = nextEntryTime(order.isAmo());
    if (order.executionType == "CO"_L1)
        order.basketId = u"%1-%2"_s.arg(m_day).arg(20 + m_placed);
    if (!order.isAmo() && order.status != "REJECTED"_L1) {
        order.exchangeTime = order.entryTime + m_dice.below(2);
        order.lastActivity =
            (order.exchangeTime - exchangeEpoch) * 1'000'000'000 + (m_dice.below(999'999'999) | 1);
    }
    return m_market.addOrder(std::move(order));
}

// Spread over the day so far, no two accounts alike; AMOs were placed before the market opened.
qint64 SeedBook::nextEntryTime(bool isAmo)
{
    const qint64 open = m_midnight + opening;
    const qint64 begin = !isAmo && m_now > open + 300 ? open : m_midnight;
    const qint64 end = isAmo ? std::min(m_now, open - 900) : m_now;
    const qint64 step = std::max<qint64>(1, (end - begin) / (m_expected + 1));
    const qint64 place = begin + (end - begin) * std::min(m_placed, m_expected) / (m_expected + 1);
    return std::min(place + m_dice.below(step), m_now);
}

} // namespace practice
