// SPDX-License-Identifier: Apache-2.0
#include "practice/movement.h"

#include <algorithm>
#include <array>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr base::milliseconds shortestWait{600};
constexpr qint64 spread = 1800; // milliseconds on top of the shortest wait

// An order at the exchange that trades may happen to. Whatever waits, is pending or scripted is left alone.
bool isWorking(const PracticeOrder &order)
{
    static constexpr std::array working{"CONFIRMED"_L1,       "PARTIAL_TRADE"_L1,   "MODIFY_CONFIRMED"_L1,
                                        "TRIGGER_PENDING"_L1, "CANCEL_REJECTED"_L1, "MODIFY_REJECTED"_L1};
    return !order.isHidden && !order.isBeingMoved && !order.isAmo() &&
           std::any_of(working.begin(), working.end(),
                       [&order](QLatin1StringView status) { return order.status == status; });
}

} // namespace

Movement::Movement(Market &market, SeedBook &source, Agenda &agenda, quint64 seed)
    : m_market(market)
    , m_source(source)
    , m_agenda(agenda)
    , m_dice(seed)
{
}

void Movement::start()
{
    waitForNext();
}

void Movement::waitForNext()
{
    m_agenda.after(shortestWait + base::milliseconds(m_dice.below(spread)), [this] {
        move();
        waitForNext();
    });
}

void Movement::move()
{
    if (m_dice.comesUp(25)) {
        m_market.addOrder(m_source.plausibleOrder());
        return;
    }
    if (PracticeOrder *order = pick())
        moveOrder(*order);
}

void Movement::moveOrder(PracticeOrder &order)
{
    const bool isStop = order.status == "TRIGGER_PENDING"_L1;
    if (isStop && m_dice.comesUp(40)) {
        m_market.trigger(order);
    } else if (isStop || m_dice.comesUp(30)) {
        const Paise price = order.price + (1 + m_dice.below(4)) * order.instrument->tick;
        if (order.price != 0 && order.executionType == "REGULAR"_L1)
            m_market.modifyPrice(order, price);
    } else {
        const qint64 left = order.quantity - order.filled;
        const bool isWhole = left == 1 || m_dice.comesUp(30);
        m_market.fill(order, isWhole ? left : 1 + m_dice.below(left - 1));
    }
}

PracticeOrder *Movement::pick()
{
    auto &orders = m_market.book().orders();
    if (orders.empty())
        return nullptr;
    const std::size_t size = orders.size();
    std::size_t index = static_cast<std::size_t>(m_dice.below(static_cast<qint64>(size)));
    for (std::size_t tried = 0; tried < size; ++tried, index = (index + 1) % size) {
        if (isWorking(orders[index]))
            return &orders[index];
    }
    return nullptr;
}

} // namespace practice
