// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_movement.h"

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr base::milliseconds shortestWait{600};
constexpr qint64 spread = 1800; // milliseconds on top of the shortest wait
constexpr base::milliseconds gust{10};

// A cancel that is on its way and whatever is scripted are left alone.
bool isFree(const ApexOrder &order)
{
    return !order.isDone() && !order.isHidden && !order.isBeingMoved && order.openCancels == 0;
}

} // namespace

ApexMovement::ApexMovement(ApexMarket &market, ApexSeed &source, Agenda &agenda, base::Clock &clock,
                           quint64 seed)
    : m_market(market)
    , m_source(source)
    , m_agenda(agenda)
    , m_clock(clock)
    , m_dice(seed)
{
}

void ApexMovement::start()
{
    if (!m_isStarted)
        waitForNext();
    m_isStarted = true;
}

void ApexMovement::storm(int eventsPerSecond)
{
    m_eventsPerSecond = eventsPerSecond;
    m_eventsSent = 0;
    m_stormBegin = m_clock.monotonic();
    if (eventsPerSecond > 0 && !m_isBlowing) {
        m_isBlowing = true;
        m_agenda.after(gust, [this] { blow(); });
    }
}

void ApexMovement::waitForNext()
{
    m_agenda.after(shortestWait + base::milliseconds(m_dice.below(spread)), [this] {
        move();
        waitForNext();
    });
}

void ApexMovement::move()
{
    for (ApexInstrument &instrument : m_market.instruments()) {
        const auto steps = static_cast<int>(m_dice.below(21) - 10);
        instrument.last = instrument.last.plus(instrument.priceIncrement.times(steps));
    }
    if (m_dice.comesUp(25)) {
        m_market.add(m_source.plausibleOrder());
        return;
    }
    if (const ApexOrder *order = pick())
        moveOrder(*order);
}

void ApexMovement::moveOrder(const ApexOrder &order)
{
    if (order.isStop() && m_dice.comesUp(70))
        return;
    if (order.type == "Limit"_L1 && m_dice.comesUp(25)) {
        const base::Decimal step =
            order.instrument->priceIncrement.times(static_cast<int>(1 + m_dice.below(9)));
        const base::Decimal price = apexDecimal(order.price).plus(step);
        m_market.replace(order.orderId, price.toText().toLatin1(), order.remaining());
    } else if (!order.isStop() && m_dice.comesUp(60)) {
        const auto steps = static_cast<int>(1 + m_dice.below(20'000'000));
        m_market.fill(order.orderId, order.instrument->quantityIncrement.times(steps));
    } else {
        m_market.fillRest(order.orderId);
    }
}

ApexOrder *ApexMovement::pick()
{
    auto &orders = m_market.orders();
    const std::size_t size = orders.size();
    for (std::size_t tried = 0; tried < size; ++tried) {
        m_next = (m_next + 1 + static_cast<std::size_t>(m_dice.below(3))) % size;
        if (isFree(orders[m_next]))
            return &orders[m_next];
    }
    return nullptr;
}

void ApexMovement::blow()
{
    if (m_eventsPerSecond <= 0) {
        m_isBlowing = false;
        return;
    }
    const auto passed = std::chrono::duration_cast<base::milliseconds>(m_clock.monotonic() - m_stormBegin);
    const qint64 due = passed.count() * m_eventsPerSecond / 1000;
    auto &orders = m_market.orders();
    std::size_t skipped = 0;
    while (m_eventsSent < due && skipped < orders.size()) {
        m_stormNext = (m_stormNext + 1) % orders.size();
        ApexOrder &order = orders[m_stormNext];
        const bool isOpen = !order.isDone() && !order.isHidden;
        skipped = isOpen ? 0 : skipped + 1;
        if (isOpen) {
            m_market.touch(order);
            ++m_eventsSent;
        }
    }
    m_agenda.after(gust, [this] { blow(); });
}

} // namespace practice
