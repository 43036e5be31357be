// SPDX-License-Identifier: Apache-2.0
// What a row says to a ticket, by what it was when its cancel left and by when the read began.
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

Order rejectedCancel(const char *marker = "2000")
{
    Order row = later(openRow(), OrderState::Open, 0, marker);
    row.venueStatus = u"CANCEL_REJECTED"_s;
    row.isCancelRejected = true;
    return row;
}

} // namespace

class TestCancelRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEndCounts_wheneverTheReadBegan_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("event");
        QTest::newRow("cancelled") << static_cast<int>(OrderState::Cancelled)
                                   << static_cast<int>(E::Cancelled);
        QTest::newRow("filled") << static_cast<int>(OrderState::Filled) << static_cast<int>(E::Filled);
        QTest::newRow("rejected") << static_cast<int>(OrderState::Rejected)
                                  << static_cast<int>(E::OrderEnded);
        QTest::newRow("expired") << static_cast<int>(OrderState::Expired) << static_cast<int>(E::OrderEnded);
    }

    void anEndCounts_wheneverTheReadBegan()
    {
        QFETCH(int, state);
        QFETCH(int, event);
        const Order row = later(openRow(), static_cast<OrderState>(state));
        for (const S ticketState : {S::Queued, S::Sending, S::Receipt, S::Unknown, S::StillLive,
                                    S::RefusedUnverified, S::NotTaken, S::Contradicted, S::Refused}) {
            for (const base::MonoTime began : {sent - 50s, sent, sent + 20s}) {
                TrackedTicket tracked = sentTicket(openRow(), ticketState);
                QCOMPARE(said(tracked, row, began, ListKind::Completed), only(static_cast<E>(event)));
            }
        }
    }

    // It was cancelled, lived again, and is asked for as it lives: a list of before says nothing.
    void anOlderEndThanTheRowThatWasSent_isNoEnd()
    {
        for (const OrderState state : {OrderState::Cancelled, OrderState::Filled, OrderState::Rejected}) {
            TrackedTicket tracked = sentTicket(openRow(), S::Receipt);
            const Order before = later(openRow(), state, 0, "900");
            QCOMPARE(said(tracked, before, sent + 20s, ListKind::Completed), QStringList());
            QCOMPARE(said(tracked, before, sent + 20s, ListKind::Single), QStringList());
            const Order same = later(openRow(), state, 0, "1000");
            QVERIFY(!said(tracked, same, sent + 20s, ListKind::Completed).isEmpty());
        }
    }

    void anOlderEndThanTheReopening_isNoEnd()
    {
        TrackedTicket tracked = sentTicket(openRow(), S::Contradicted);
        tracked.ticket.latest = support::shared(later(openRow(), OrderState::Open, 0, "3000"));
        const Order before = later(openRow(), OrderState::Cancelled, 0, "2000");
        QCOMPARE(said(tracked, before, sent + 60s, ListKind::Completed), QStringList());
        const Order after = later(openRow(), OrderState::Cancelled, 0, "4000");
        QCOMPARE(said(tracked, after, sent + 60s, ListKind::Completed), only(E::Cancelled));
    }

    // Somebody else's cancel may have failed, and ours be on its way.
    void aRejectionThatWasHeard_isConfirmedByALateReadAlone()
    {
        TrackedTicket tracked = sentTicket(openRow(), S::Receipt);
        tracked.rejectedAt = sent + 100ms;
        QCOMPARE(said(tracked, openRow(), sent + 1s, ListKind::Single), QStringList());
        QCOMPARE(said(tracked, openRow(), sent + 5s, ListKind::Single), only(E::RejectMarked));
    }

    void aLegsHistory_doesNotCountAsAnOpenRead()
    {
        const Order leg = openRow(u"77"_s, u"SECOND"_s);
        TrackedTicket tracked = sentTicket(leg, S::Receipt);
        QCOMPARE(said(tracked, leg, sent + 6s, ListKind::History), QStringList());
        QCOMPARE(said(tracked, leg, sent + 12s, ListKind::History), QStringList());
        QCOMPARE(said(tracked, leg, sent + 13s), QStringList()); // the first that counts
        QCOMPARE(said(tracked, leg, sent + 14s), only(E::OpenTwice));
    }

    void aRowThatCatchesUpWithTheTrades_isNoBust()
    {
        TrackedTicket tracked = sentTicket(openRow(), S::Proved);
        tracked.ticket.latest = support::shared(later(openRow(), OrderState::Cancelled, 60, "2000"));
        const Order catchingUp = later(openRow(), OrderState::Cancelled, 40, "3000");
        QVERIFY(
            said(tracked, catchingUp, sent + 60s, ListKind::Completed).contains(eventName(E::MoreFilled)));
        tracked.isFilledByTrades = true;
        QVERIFY(
            !said(tracked, catchingUp, sent + 60s, ListKind::Completed).contains(eventName(E::MoreFilled)));
    }

    void aCancelledRowThatIsFullyFilled_isAFill()
    {
        TrackedTicket tracked = sentTicket(openRow(), S::Receipt);
        QCOMPARE(said(tracked, later(openRow(), OrderState::Cancelled, 100), sent + 1s), only(E::Filled));
    }

    void aPartFill_isToldBeforeTheEnd()
    {
        TrackedTicket tracked = sentTicket(openRow(), S::Receipt);
        const QStringList both{eventName(E::MoreFilled), eventName(E::Cancelled)};
        QCOMPARE(said(tracked, later(openRow(), OrderState::Cancelled, 40), sent + 1s), both);
    }

    void aFillThatGrows_isTold_evenByAnOlderRow()
    {
        TrackedTicket tracked = sentTicket(openRow(), S::Receipt);
        QCOMPARE(said(tracked, later(openRow(), OrderState::Open, 40, "900"), sent - 1s),
                 only(E::MoreFilled));
    }

    void aFillThatShrinks_isABust_byAMarkedRowAlone()
    {
        TrackedTicket tracked = sentTicket(openRow(), S::Proved);
        tracked.ticket.latest = support::shared(later(openRow(), OrderState::Cancelled, 40, "2000"));
        tracked.markerAtEnd = tracked.ticket.latest->marker;
        const auto bust = [](const char *marker) {
            return later(openRow(), OrderState::Cancelled, 30, marker);
        };
        QVERIFY(said(tracked, bust("3000"), sent + 1s).contains(eventName(E::MoreFilled)));
        QVERIFY(!said(tracked, bust("2000"), sent + 1s).contains(eventName(E::MoreFilled)));
        QVERIFY(!said(tracked, bust("1500"), sent + 1s).contains(eventName(E::MoreFilled)));
        QVERIFY(!said(tracked, unmarked(bust("")), sent + 1s).contains(eventName(E::MoreFilled)));
        // A history counts otherwise: its numbers are larger whatever they are of.
        QVERIFY(!said(tracked, bust("1710480600000000000"), sent + 1s, ListKind::History)
                     .contains(eventName(E::MoreFilled)));
    }

    void twoLateReads_makeItStillLive()
    {
        for (const S state : {S::Receipt, S::Unknown}) {
            TrackedTicket tracked = sentTicket(openRow(), state);
            QCOMPARE(said(tracked, openRow(), sent + 4999ms), QStringList());
            QCOMPARE(said(tracked, openRow(), sent + 5s), QStringList());
            QCOMPARE(said(tracked, openRow(), sent + 9999ms), QStringList());
            QCOMPARE(said(tracked, openRow(), sent + 10s), only(E::OpenTwice));
        }
    }

    // An event has told its end, which does not count yet: a list from before that is no sign of anything.
    void whatAListShowsFromBeforeAHeldEnd_doesNotCount()
    {
        for (const bool isMarked : {true, false}) {
            auto tracked = sentTicket(openRow(), TicketState::Receipt);
            orders::Order end = later(openRow(), OrderState::Cancelled);
            orders::Order open = openRow();
            if (!isMarked) {
                end = unmarked(end);
                open = unmarked(open);
            }
            tracked.heldEnd = HeldEnd{support::shared(end), ListKind::Event, sent + 8s, {}};
            QCOMPARE(said(tracked, open, sent + 10s), QStringList());
            QCOMPARE(said(tracked, open, sent + 12s), QStringList());
            QCOMPARE(tracked.openReads, 0);
            QCOMPARE(said(tracked, open, sent + 13s), QStringList());
            const QStringList second = said(tracked, open, sent + 16s);
            QCOMPARE(second, isMarked ? QStringList() : only(E::OpenTwice));
        }
    }

    void oneReadIsNotTwo()
    {
        TrackedTicket tracked = sentTicket(openRow(), S::Receipt);
        QCOMPARE(said(tracked, openRow(), sent + 4s), QStringList());
        QCOMPARE(said(tracked, openRow(), sent + 12s), QStringList());
        QCOMPARE(said(tracked, openRow(), sent + 12s, ListKind::Pending),
                 QStringList()); // the same one again
        QCOMPARE(said(tracked, openRow(), sent + 13s), only(E::OpenTwice));
    }

    void aCancelUnderWay_beginsTheCountAnew()
    {
        TrackedTicket tracked = sentTicket(openRow(), S::Receipt);
        said(tracked, openRow(), sent + 6s);
        QCOMPARE(said(tracked, later(openRow(), OrderState::BeingCancelled), sent + 8s), QStringList());
        QCOMPARE(said(tracked, openRow(), sent + 11s), QStringList());
        QCOMPARE(said(tracked, openRow(), sent + 12s), only(E::OpenTwice));
    }

    void aLegThatMoves_beginsTheCountAnew()
    {
        const Order leg = openRow(u"77"_s, u"THIRD"_s);
        TrackedTicket tracked = sentTicket(leg, S::Receipt);
        QCOMPARE(said(tracked, leg, sent + 6s), QStringList());
        QCOMPARE(said(tracked, later(leg, OrderState::Open, 0, "2000"), sent + 11s), QStringList());
        QCOMPARE(said(tracked, later(leg, OrderState::Open, 0, "3000"), sent + 14s), QStringList());
        QCOMPARE(said(tracked, later(leg, OrderState::Open, 0, "3000"), sent + 17s), only(E::OpenTwice));
    }

    void aLegThatFills_beginsTheCountAnew()
    {
        const Order leg = unmarked(openRow(u"77"_s, u"SECOND"_s));
        TrackedTicket tracked = sentTicket(leg, S::Unknown);
        QCOMPARE(said(tracked, leg, sent + 6s), QStringList());
        Order filling = leg;
        filling.filled = 10;
        QVERIFY(!said(tracked, filling, sent + 11s).contains(eventName(E::OpenTwice)));
        QVERIFY(said(tracked, filling, sent + 14s).contains(eventName(E::OpenTwice)));
    }

    void openReads_sayNothingToOtherStates()
    {
        for (const S state :
             {S::Queued, S::Sending, S::StillLive, S::Refused, S::Contradicted, S::Acknowledged}) {
            TrackedTicket tracked = sentTicket(openRow(), state);
            for (const base::MonoTime began : {sent + 6s, sent + 11s, sent + 20s})
                QCOMPARE(said(tracked, openRow(), began), QStringList());
        }
    }

    void aRefusal_isVerifiedByTheFirstReadBegunAfterIt()
    {
        for (const S state : {S::RefusedUnverified, S::NotTaken}) {
            TrackedTicket tracked = sentTicket(openRow(), state);
            QCOMPARE(said(tracked, openRow(), tracked.answered - 1ms), QStringList());
            QCOMPARE(said(tracked, openRow(), tracked.answered), only(E::OpenOnce));
            QCOMPARE(said(tracked, openRow(), tracked.answered + 1ms, ListKind::History), only(E::OpenOnce));
        }
    }

    // "The cancel was rejected" is also what the book says of an order that lives.
    void aRefusal_isVerifiedByARejectedCancelToo()
    {
        for (const S state : {S::RefusedUnverified, S::NotTaken}) {
            TrackedTicket tracked = sentTicket(openRow(), state);
            QCOMPARE(said(tracked, rejectedCancel(), tracked.answered + 1s), only(E::OpenOnce));
        }
    }

    void aRejectedCancel_isNews()
    {
        for (const S state : {S::Receipt, S::Unknown, S::StillLive}) {
            TrackedTicket tracked = sentTicket(openRow(), state);
            QCOMPARE(said(tracked, rejectedCancel(), sent + 1s), only(E::RejectMarked));
            QCOMPARE(said(tracked, rejectedCancel(), sent - 1ms), QStringList()); // of an earlier attempt
        }
    }

    void aRejectedCancel_isNoNews_whereItWasSoAtSending()
    {
        TrackedTicket tracked = sentTicket(rejectedCancel("2000"), S::Receipt);
        QCOMPARE(said(tracked, rejectedCancel("2000"), sent + 1s), QStringList());
        QCOMPARE(said(tracked, rejectedCancel("1999"), sent + 1s), QStringList());
        QCOMPARE(said(tracked, rejectedCancel("1710480600000000000"), sent + 1s, ListKind::History),
                 QStringList());
        QCOMPARE(said(tracked, rejectedCancel("2001"), sent + 1s), only(E::RejectMarked));
        QCOMPARE(said(tracked, rejectedCancel("10000"), sent + 1s),
                 only(E::RejectMarked)); // by value, not by text
    }

    void aRejectedCancel_isStillOpen()
    {
        TrackedTicket tracked = sentTicket(rejectedCancel(), S::Receipt);
        QCOMPARE(said(tracked, rejectedCancel(), sent + 6s), QStringList());
        QCOMPARE(said(tracked, rejectedCancel(), sent + 11s), only(E::OpenTwice));
    }

    // Whatever changes nothing would be journaled with every single read.
    void saysNothingThatIsNotInTheTable()
    {
        const Order rows[] = {openRow(), rejectedCancel(), later(openRow(), OrderState::BeingCancelled)};
        for (int state = 0; state < ticketStateCount; ++state) {
            for (const Order &row : rows) {
                TrackedTicket tracked = sentTicket(openRow(), static_cast<S>(state));
                for (const base::MonoTime began : {sent + 1s, sent + 6s, sent + 11s}) {
                    for (const TicketEvent event : judge(tracked, row, {ListKind::Pending, began}))
                        QVERIFY2(next(static_cast<S>(state), event).isListed, qPrintable(eventName(event)));
                }
            }
        }
    }

    void aCancelUnderWay_isToldWhereItIsNews()
    {
        const Order pending = later(openRow(), OrderState::BeingCancelled);
        for (const S state : {S::Unknown, S::StillLive, S::RefusedUnverified}) {
            TrackedTicket tracked = sentTicket(openRow(), state);
            QCOMPARE(said(tracked, pending, sent), only(E::PendingElsewhere));
            QCOMPARE(said(tracked, pending, sent - 1ms), QStringList()); // somebody else's
        }
    }

    void absence_takesTwoListsInOrder()
    {
        for (const S state : {S::Receipt, S::Unknown, S::RefusedUnverified}) {
            TrackedTicket tracked = sentTicket(openRow(), state);
            QVERIFY(!judgeAbsence(tracked, {ListKind::Completed, sent + 6s}));
            QVERIFY(!judgeAbsence(tracked, {ListKind::Pending, sent + 7s}));
            QVERIFY(!judgeAbsence(tracked, {ListKind::Completed, sent + 6500ms})); // begun before the other
            QVERIFY(judgeAbsence(tracked, {ListKind::Completed, sent + 7s}));
        }
    }

    void absence_countsFromFiveSecondsOn()
    {
        TrackedTicket tracked = sentTicket(openRow(), S::Receipt);
        QVERIFY(!judgeAbsence(tracked, {ListKind::Pending, sent + 4999ms}));
        QVERIFY(!judgeAbsence(tracked, {ListKind::Completed, sent + 6s}));
        QVERIFY(!judgeAbsence(tracked, {ListKind::Pending, sent + 5s}));
        QVERIFY(judgeAbsence(tracked, {ListKind::Completed, sent + 5s}));
    }

    void absence_saysNothingToOtherStates()
    {
        for (const S state :
             {S::Queued, S::Sending, S::StillLive, S::NotTaken, S::Proved, S::Refused, S::NotSent}) {
            TrackedTicket tracked = sentTicket(openRow(), state);
            QVERIFY(!judgeAbsence(tracked, {ListKind::Pending, sent + 6s}));
            QVERIFY(!judgeAbsence(tracked, {ListKind::Completed, sent + 7s}));
        }
    }
};

QTEST_GUILESS_MAIN(TestCancelRules)
#include "test_cancel_rules.moc"
