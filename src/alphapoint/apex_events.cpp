// SPDX-License-Identifier: Apache-2.0
// What an APEX exchange says by itself: the listening half of apex_venue.cpp.
#include "alphapoint/apex_venue.h"
#include "alphapoint/standard_reply.h"

#include <algorithm>

namespace alphapoint {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::OrderPtr;

namespace {

constexpr base::milliseconds togetherWithin = 5ms; // events in a crowd are taken together, well under a frame

bool isTrade(const QString &event)
{
    return event == "OrderTradeEvent"_L1;
}

} // namespace

void ApexVenue::takeFrame(const base::Result<Frame> &frame, const QString &text)
{
    if (!frame) {
        // Nobody waits for what is no frame; whoever waits for a reply gives up in time.
        if (text.contains("TOO MANY REQUESTS"_L1, Qt::CaseInsensitive))
            noteFailure({base::ErrorKind::Throttled, text.left(100), 0, {}, {}});
        return;
    }
    if (frame->kind == FrameKind::Reply || frame->kind == FrameKind::Error) {
        if (!m_heard.empty())
            takeEvents(); // they came first, and the reply may be a list that knows them
        return m_calls.take(*frame);
    }
    static const QStringList wanted{u"OrderStateEvent"_s, u"OrderTradeEvent"_s, u"CancelOrderRejectEvent"_s,
                                    u"CancelAllOrdersRejectEvent"_s};
    if (frame->kind != FrameKind::Event || !wanted.contains(frame->function))
        return;
    m_heard.push_back({frame->function, frame->payload});
    if (!m_flush.isActive()) {
        const base::MonoTime next = m_flushedAt + togetherWithin;
        const auto wait = std::chrono::ceil<base::milliseconds>(next - m_heardAt);
        m_flush.start(std::clamp(wait, 0ms, togetherWithin));
    }
}

void ApexVenue::takeEvents()
{
    m_flushedAt = m_clock.monotonic();
    auto heard = std::exchange(m_heard, {});
    // A state counts its trades already; told in this order neither is shown twice.
    std::stable_partition(heard.begin(), heard.end(), [](const Heard &each) { return isTrade(each.event); });
    venues::Push push;
    push.at = m_heardAt;
    const RowContext rows = context();
    bool isListWanted = false;
    for (const Heard &each : heard) {
        if (isTrade(each.event)) {
            const auto trade = readTrade(each.payload);
            if (const OrderPtr row = trade ? m_live.takeTrade(*trade) : nullptr)
                push.rows.push_back(row);
        } else if (each.event == "OrderStateEvent"_L1) {
            const auto orders = readOrders(each.payload, rows);
            for (const auto &row : orders ? orders->rows : std::vector<std::shared_ptr<orders::Order>>()) {
                if (m_live.mayBeNameless(*row))
                    isListWanted = true;
                else
                    push.rows.push_back(m_live.takeState(row));
            }
        } else if (each.event == "CancelAllOrdersRejectEvent"_L1) {
            isListWanted = true; // somebody else's: it names no order
        }
    }
    if (!push.rows.empty())
        Q_EMIT pushed(push);
    for (const Heard &each : heard) {
        if (each.event == "CancelOrderRejectEvent"_L1)
            takeReject(each.payload);
    }
    if (isListWanted)
        readList(orders::ListKind::Open, net::RequestClass::Refresh);
}

void ApexVenue::takeReject(const QByteArray &payload)
{
    const auto event = json::parse(payload);
    if (!event || member(*event, u"AccountId").text() != m_session.accountId())
        return;
    orders::OrderKey key;
    key.account = account().canonical();
    key.orderId = member(*event, u"OrderId").text();
    Q_EMIT cancelRejected(key, m_redactor.redacted(member(*event, u"RejectReason").text()));
}

} // namespace alphapoint
