// SPDX-License-Identifier: Apache-2.0
// An order that was over and is shown open again: news, or an old list.
#include "cancel/cancel_rules.h"

#include "support/judged.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace cancel;
using orders::ListKind;
using orders::Order;
using orders::OrderState;
using support::later;
using support::only;
using support::openRow;
using support::said;
using support::sent;
using support::sentTicket;
using support::unmarked;
using S = TicketState;
using E = TicketEvent;

namespace {

TrackedTicket endedTicket(S state, const Order &end)
{
    TrackedTicket tracked = sentTicket(openRow(), state);
    tracked.ticket.latest = support::shared(end);
    tracked.markerAtEnd = end.marker;
    tracked.endRead = sent + 2s;
    return tracked;
}

} // namespace

class TestCancelReopening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reopening_takesTwoReadsWithANewerMarker()
    {
        for (const S state : {S::Proved, S::FilledFirst, S::Ended}) {
            TrackedTicket tracked = endedTicket(state, later(openRow(), OrderState::Cancelled, 0, "2000"));
            QCOMPARE(said(tracked, later(openRow(), OrderState::Open, 0, "3000"), sent + 3s), QStringList());
            QCOMPARE(said(tracked, later(openRow(), OrderState::Open, 0, "3000"), sent + 3s), QStringList());
            QCOMPARE(said(tracked, later(openRow(), OrderState::Open, 0, "3000"), sent + 4s),
                     only(E::Reopened));
        }
    }

    void anOldListThatShowsItOpen_isNoReopening()
    {
        TrackedTicket tracked = endedTicket(S::Proved, later(openRow(), OrderState::Cancelled, 0, "2000"));
        for (const char *marker : {"1000", "1999", "2000"}) {
            for (const base::MonoTime began : {sent + 3s, sent + 60s, sent + 90s})
                QCOMPARE(said(tracked, later(openRow(), OrderState::Open, 0, marker), began), QStringList());
        }
    }

    void reopening_ofAnUnmarkedOrder_takesReadsThatBeganLater()
    {
        TrackedTicket tracked = endedTicket(S::Proved, unmarked(later(openRow(), OrderState::Cancelled)));
        const Order open = unmarked(openRow());
        QCOMPARE(said(tracked, open, tracked.endRead + 1s), QStringList());
        QCOMPARE(said(tracked, open, tracked.endRead + 4s), QStringList());
        QCOMPARE(said(tracked, open, tracked.endRead + 5s), QStringList());
        QCOMPARE(said(tracked, open, tracked.endRead + 6s), only(E::Reopened));
    }

    // The last marker known is then that of an open row: what came after it may be as old as the end.
    void reopening_afterAnEndByHistory_takesLaterReadsToo()
    {
        TrackedTicket tracked = endedTicket(S::Proved, openRow());
        tracked.endedByHistory = true;
        const Order modified = later(openRow(), OrderState::Open, 0, "1500");
        QCOMPARE(said(tracked, modified, tracked.endRead + 1s), QStringList());
        QCOMPARE(said(tracked, modified, tracked.endRead + 2s), QStringList());
        QCOMPARE(said(tracked, modified, tracked.endRead + 6s), QStringList());
        QCOMPARE(said(tracked, modified, tracked.endRead + 7s), only(E::Reopened));
    }

    void aHistory_reopensNothing()
    {
        TrackedTicket tracked = endedTicket(S::Proved, later(openRow(), OrderState::Cancelled, 0, "2000"));
        const Order row = later(openRow(), OrderState::Open, 0, "1710480600000000000");
        QCOMPARE(said(tracked, row, sent + 30s, ListKind::History), QStringList());
        QCOMPARE(said(tracked, row, sent + 40s, ListKind::History), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCancelReopening)
#include "test_cancel_reopening.moc"
