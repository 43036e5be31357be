// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_market.h"

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

base::Decimal places(QLatin1StringView text)
{
    return *base::Decimal::fromText(QString(text));
}

std::deque<ApexInstrument> usualInstruments()
{
    const base::Decimal satoshi = places("0.00000001"_L1);
    const base::Decimal cent = places("0.01"_L1);
    return {
        {1, u"BTC"_s, u"USD"_s, 1, 2, satoshi, cent, places("19068.25"_L1), places("1.07"_L1)},
        {2, u"ETH"_s, u"USD"_s, 3, 2, satoshi, cent, places("1212.4"_L1), places("0.12"_L1)},
        {5, u"LTC"_s, u"USD"_s, 4, 2, satoshi, cent, places("62.31"_L1), places("0.02"_L1)},
        {8, u"BTC"_s, u"CAD"_s, 1, 6, satoshi, cent, places("24410.6"_L1), places("2.4"_L1)},
    };
}

} // namespace

ApexMarket::ApexMarket(base::Clock &clock, Agenda &agenda, base::milliseconds cancelLatency, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_agenda(agenda)
    , m_cancelLatency(cancelLatency)
    , m_instruments(usualInstruments())
{
}

ApexInstrument *ApexMarket::instrument(const QString &symbol)
{
    const auto found =
        std::find_if(m_instruments.begin(), m_instruments.end(),
                     [&symbol](const ApexInstrument &each) { return each.symbol() == symbol; });
    return found == m_instruments.end() ? nullptr : &*found;
}

ApexOrder *ApexMarket::find(qint64 orderId)
{
    ApexOrder *order = m_byId.value(orderId);
    return order != nullptr && !order->isHidden ? order : nullptr;
}

const std::vector<ApexOrder> &ApexMarket::revisions(qint64 orderId) const
{
    static const std::vector<ApexOrder> none;
    const auto found = m_revisions.find(orderId);
    return found == m_revisions.end() ? none : *found;
}

ApexOrder &ApexMarket::add(ApexOrder order)
{
    if (order.orderId == 0)
        order.orderId = nextOrderId();
    if (order.origOrderId == 0)
        order.origOrderId = order.orderId;
    if (order.instrument == nullptr)
        order.instrument = &m_instruments.front();
    if (order.receivedTicks == 0)
        order.receivedTicks = nextTicks();
    if (order.updatedTicks == 0)
        order.updatedTicks = order.receivedTicks;
    m_orders.push_back(std::move(order));
    ApexOrder &stored = m_orders.back();
    m_byId[stored.orderId] = &stored;
    auto &revisions = m_revisions[stored.orderId];
    const bool wasAccepted =
        stored.changeReason != "NewInputAccepted"_L1 && stored.state != ApexState::Rejected;
    if (wasAccepted) {
        ApexOrder first = stored;
        first.state = ApexState::Working;
        first.changeReason = u"NewInputAccepted"_s;
        first.cancelReason.clear();
        first.executed = 0;
        first.gross = 0;
        first.averagePrice = "0";
        first.updatedTicks = first.receivedTicks;
        revisions.push_back(std::move(first));
    }
    revisions.push_back(stored);
    Q_EMIT orderChanged(stored);
    return stored;
}

bool ApexMarket::cancel(ApexOrder &order)
{
    if (order.isDone() || order.isHidden)
        return false;
    if (m_cancelScripts.contains(order.orderId)) {
        const Script script = m_cancelScripts.take(order.orderId);
        for (const Deed &deed : script)
            m_agenda.after(deed.at, [this, id = order.orderId, deed] { perform(id, deed); });
        return true;
    }
    ++order.openCancels;
    m_agenda.after(m_cancelLatency, [this, id = order.orderId] { finishCancel(id); });
    return true;
}

void ApexMarket::scriptCancel(qint64 orderId, Script script)
{
    if (ApexOrder *order = find(orderId))
        order->isBeingMoved = true;
    m_cancelScripts.insert(orderId, std::move(script));
}

void ApexMarket::perform(qint64 orderId, const Deed &deed)
{
    switch (deed.kind) {
    case Deed::Kind::Acknowledge:
        sendStateEvent(orderId);
        return;
    case Deed::Kind::Fill:
        fill(orderId, deed.quantity);
        return;
    case Deed::Kind::FillKeepingStatus: // nothing hides that an order is executed whole
        if (!fillLate(orderId, deed.quantity))
            fill(orderId, deed.quantity);
        return;
    case Deed::Kind::Bust:
        bust(orderId, deed.quantity);
        return;
    case Deed::Kind::AskElsewhere:
        if (ApexOrder *order = find(orderId))
            cancel(*order);
        return;
    case Deed::Kind::MarkPending:
        return;
    case Deed::Kind::Cancel:
        cancelNow(orderId);
        return;
    case Deed::Kind::RejectCancel:
        rejectCancel(orderId);
        return;
    case Deed::Kind::Hide:
        removeFromLists(orderId);
        return;
    }
}

bool ApexMarket::fill(qint64 orderId, const base::Decimal &quantity)
{
    ApexOrder *order = findOpen(orderId);
    if (order == nullptr || quantity.isNegative() || quantity.isZero())
        return false;
    const base::Decimal left = order->remaining();
    const base::Decimal volume = quantity < left ? quantity : left;
    addTrade(*order, volume);
    const bool isComplete = order->executed == order->quantity;
    change(*order, isComplete ? ApexState::FullyExecuted : ApexState::Working, u"Trade"_s);
    // No document names the reason of a cancel that the venue makes for a pair.
    if (ApexOrder *other = isComplete && order->ocoOrderId != 0 ? findOpen(order->ocoOrderId) : nullptr)
        change(*other, ApexState::Canceled, u"Unknown"_s);
    return true;
}

bool ApexMarket::fillRest(qint64 orderId)
{
    const ApexOrder *order = findOpen(orderId);
    return order != nullptr && fill(orderId, order->remaining());
}

bool ApexMarket::fillLate(qint64 orderId, const base::Decimal &quantity)
{
    ApexOrder *order = find(orderId);
    if (order == nullptr || !order->isDone())
        return false;
    const base::Decimal left = order->quantity.minus(order->executed);
    addTrade(*order, quantity < left ? quantity : left);
    change(*order, order->state, u"Trade"_s);
    return true;
}

bool ApexMarket::bust(qint64 orderId, const base::Decimal &quantity)
{
    ApexOrder *order = find(orderId);
    if (order == nullptr)
        return false;
    const base::Decimal volume = quantity < order->executed ? quantity : order->executed;
    order->executed = order->executed.minus(volume);
    order->gross = order->gross.minus(volume.times(apexDecimal(order->averagePrice)));
    if (order->executed.isZero())
        order->averagePrice = "0";
    const bool isBack = order->state == ApexState::FullyExecuted;
    change(*order, isBack ? ApexState::Working : order->state, u"Trade"_s);
    return true;
}

bool ApexMarket::cancelNow(qint64 orderId)
{
    ApexOrder *order = findOpen(orderId);
    if (order == nullptr)
        return false;
    change(*order, ApexState::Canceled, u"UserModified"_s);
    return true;
}

bool ApexMarket::expire(qint64 orderId)
{
    ApexOrder *order = findOpen(orderId);
    if (order == nullptr)
        return false;
    change(*order, ApexState::Expired, u"Expired"_s);
    return true;
}

ApexOrder *ApexMarket::replace(qint64 orderId, const QByteArray &price, const base::Decimal &quantity)
{
    ApexOrder *old = findOpen(orderId);
    if (old == nullptr)
        return nullptr;
    ApexOrder next = *old;
    next.orderId = 0;
    next.origOrderId = old->orderId;
    next.origClientOrderId = old->clientOrderId;
    next.price = price;
    next.quantity = quantity;
    next.executed = 0;
    next.gross = 0;
    next.averagePrice = "0";
    next.changeReason = u"NewInputAccepted"_s;
    next.receivedTicks = 0;
    next.updatedTicks = 0;
    next.openCancels = 0;
    change(*old, ApexState::Canceled, u"UserModified"_s);
    return &add(std::move(next));
}

bool ApexMarket::rejectCancel(qint64 orderId, const QString &reason)
{
    const ApexOrder *order = find(orderId);
    if (order == nullptr)
        return false;
    Q_EMIT cancelRejected(*order, reason);
    return true;
}

bool ApexMarket::sendStateEvent(qint64 orderId)
{
    const ApexOrder *order = find(orderId);
    if (order == nullptr)
        return false;
    Q_EMIT orderChanged(*order);
    return true;
}

void ApexMarket::touch(ApexOrder &order)
{
    order.updatedTicks = nextTicks();
    Q_EMIT orderChanged(order);
}

bool ApexMarket::removeFromLists(qint64 orderId)
{
    ApexOrder *order = find(orderId);
    if (order == nullptr)
        return false;
    order->isHidden = true;
    return true;
}

qint64 ApexMarket::nextOrderId()
{
    do {
        m_lastOrder += 7; // other people's orders lie between ours
    } while (m_byId.contains(m_lastOrder));
    return m_lastOrder;
}

// Always growing, and odd at first: numbers that no double can hold.
qint64 ApexMarket::nextTicks()
{
    m_lastTicks = std::max(m_lastTicks + 1, apexTicks(m_clock.wall()) | 1);
    return m_lastTicks;
}

void ApexMarket::change(ApexOrder &order, ApexState state, const QString &reason)
{
    order.state = state;
    order.changeReason = reason;
    if (state == ApexState::Canceled && reason == "UserModified"_L1)
        order.cancelReason = reason;
    order.updatedTicks = nextTicks();
    m_revisions[order.orderId].push_back(order);
    Q_EMIT orderChanged(order);
}

void ApexMarket::addTrade(ApexOrder &order, const base::Decimal &volume)
{
    const bool isAtMarket = apexDecimal(order.price).isZero();
    const QByteArray price = isAtMarket ? order.instrument->last.toText().toLatin1() : order.price;
    order.executed = order.executed.plus(volume);
    order.gross = order.gross.plus(volume.times(apexDecimal(price)));
    order.averagePrice = price; // an order trades at one price here
    m_trades.push_back({++m_lastTrade, &order, volume, price, nextTicks()});
    Q_EMIT traded(m_trades.back());
}

// Whatever ended the order meanwhile was quicker, and the cancel is refused.
void ApexMarket::finishCancel(qint64 orderId)
{
    ApexOrder &order = *m_byId.value(orderId);
    --order.openCancels;
    if (order.isDone())
        Q_EMIT cancelRejected(order, u"Order Not Found"_s);
    else
        change(order, ApexState::Canceled, u"UserModified"_s);
}

ApexOrder *ApexMarket::findOpen(qint64 orderId)
{
    ApexOrder *order = find(orderId);
    return order != nullptr && !order->isDone() ? order : nullptr;
}

} // namespace practice
