// SPDX-License-Identifier: Apache-2.0
// The table of a cancel's states, written down a second time from the rule book and compared pair by pair,
// and what must hold over all of it.
#include "cancel/cancel_state.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;
using namespace cancel;

namespace {

using S = TicketState;
using E = TicketEvent;
using A = Action;

constexpr S allStates[] = {
    S::Queued,   S::Sending, S::Receipt, S::Unknown,     S::StillLive, S::RefusedUnverified, S::Refused,
    S::NotTaken, S::NotSent, S::Proved,  S::FilledFirst, S::Ended,     S::Contradicted,      S::Acknowledged};
constexpr E allEvents[] = {
    E::Go,           E::Bar,           E::NothingLeft,      E::ReceiptCame,        E::RefusalCame,
    E::NotTakenCame, E::AmbiguousCame, E::PendingElsewhere, E::OpenOnce,           E::OpenTwice,
    E::RejectMarked, E::Cancelled,     E::Filled,           E::OrderEnded,         E::Gone,
    E::MoreFilled,   E::Reopened,      E::AskedAgain,       E::PersonAcknowledged, E::DayRolled,
    E::Crashed};
static_assert(std::size(allStates) == ticketStateCount && std::size(allEvents) == ticketEventCount);

using Pair = std::pair<S, E>;
using Table = std::map<Pair, std::pair<S, A>>;

void addOpenRows(Table &table)
{
    for (const S state : {S::Queued, S::Sending, S::Receipt, S::Unknown, S::StillLive, S::RefusedUnverified,
                          S::NotTaken, S::Contradicted}) {
        table[{state, E::Cancelled}] = {S::Proved, A::None};
        table[{state, E::Filled}] = {S::FilledFirst, A::None};
        table[{state, E::OrderEnded}] = {S::Ended, A::None};
        table[{state, E::MoreFilled}] = {state, A::Alarm};
        table[{state, E::Gone}] = {state, A::ReadLists};
        table[{state, E::AskedAgain}] = {state, A::Join};
        table[{state, E::DayRolled}] = {S::Unknown, A::ReadLists};
    }
    table[{S::Queued, E::DayRolled}] = {S::NotSent, A::None};
}

void addRowsBeforeTheAnswer(Table &table)
{
    table[{S::Queued, E::Go}] = {S::Sending, A::Write};
    table[{S::Queued, E::Bar}] = {S::NotSent, A::None};
    table[{S::Queued, E::Crashed}] = {S::NotSent, A::None};

    table[{S::Sending, E::NothingLeft}] = {S::NotSent, A::None};
    table[{S::Sending, E::ReceiptCame}] = {S::Receipt, A::ReadLists};
    table[{S::Sending, E::PendingElsewhere}] = {S::Receipt, A::ReadLists};
    table[{S::Sending, E::RefusalCame}] = {S::RefusedUnverified, A::ReadLists};
    table[{S::Sending, E::NotTakenCame}] = {S::NotTaken, A::PauseLane};
    table[{S::Sending, E::AmbiguousCame}] = {S::Unknown, A::ReadLists};
    table[{S::Sending, E::Crashed}] = {S::Unknown, A::ReadLists};
}

void addRowsAfterTheAnswer(Table &table)
{
    table[{S::Receipt, E::RejectMarked}] = {S::Refused, A::None};
    table[{S::Receipt, E::OpenTwice}] = {S::StillLive, A::Alarm};
    table[{S::Receipt, E::Gone}] = {S::Unknown, A::ShowCard};
    table[{S::Receipt, E::Crashed}] = {S::Receipt, A::ReadLists};

    table[{S::Unknown, E::ReceiptCame}] = {S::Receipt, A::ReadLists};
    table[{S::Unknown, E::PendingElsewhere}] = {S::Receipt, A::ReadLists};
    table[{S::Unknown, E::RefusalCame}] = {S::RefusedUnverified, A::ReadLists};
    table[{S::Unknown, E::NotTakenCame}] = {S::NotTaken, A::None};
    table[{S::Unknown, E::RejectMarked}] = {S::Refused, A::None};
    table[{S::Unknown, E::OpenTwice}] = {S::StillLive, A::Alarm};
    table[{S::Unknown, E::Gone}] = {S::Unknown, A::ShowCard};
    table[{S::Unknown, E::PersonAcknowledged}] = {S::Acknowledged, A::None};
    table[{S::Unknown, E::Crashed}] = {S::Unknown, A::ReadLists};

    table[{S::StillLive, E::PendingElsewhere}] = {S::Receipt, A::ReadLists};
    table[{S::StillLive, E::RejectMarked}] = {S::Refused, A::None};
    table[{S::StillLive, E::AskedAgain}] = {S::StillLive, A::NewTicket};
    table[{S::StillLive, E::PersonAcknowledged}] = {S::Acknowledged, A::None};

    table[{S::RefusedUnverified, E::OpenOnce}] = {S::Refused, A::None};
    table[{S::RefusedUnverified, E::PendingElsewhere}] = {S::Receipt, A::ReadLists};
    table[{S::RefusedUnverified, E::Gone}] = {S::Unknown, A::ReadLists};
    table[{S::RefusedUnverified, E::AskedAgain}] = {S::RefusedUnverified, A::ReadLists};
    table[{S::RefusedUnverified, E::PersonAcknowledged}] = {S::Acknowledged, A::None};

    table[{S::NotTaken, E::OpenOnce}] = {S::NotTaken, A::None};
    table[{S::NotTaken, E::AskedAgain}] = {S::NotTaken, A::NewTicket};
    table[{S::NotTaken, E::PersonAcknowledged}] = {S::Acknowledged, A::None};
    table[{S::Contradicted, E::AskedAgain}] = {S::Contradicted, A::NewTicket};
    table[{S::Contradicted, E::PersonAcknowledged}] = {S::Acknowledged, A::None};
}

void addRowsOfTheEnds(Table &table)
{
    table[{S::Refused, E::Cancelled}] = {S::Proved, A::None};
    table[{S::Refused, E::Filled}] = {S::FilledFirst, A::None};
    table[{S::Refused, E::OrderEnded}] = {S::Ended, A::None};
    table[{S::Refused, E::AskedAgain}] = {S::Refused, A::NewTicket};
    table[{S::NotSent, E::AskedAgain}] = {S::NotSent, A::NewTicket};

    table[{S::Proved, E::MoreFilled}] = {S::Proved, A::Alarm};
    table[{S::Proved, E::Filled}] = {S::FilledFirst, A::Alarm};
    table[{S::Proved, E::OrderEnded}] = {S::Proved, A::None};
    table[{S::Proved, E::Reopened}] = {S::Contradicted, A::Alarm};
    table[{S::FilledFirst, E::Cancelled}] = {S::FilledFirst, A::None};
    table[{S::FilledFirst, E::OrderEnded}] = {S::FilledFirst, A::None};
    table[{S::FilledFirst, E::MoreFilled}] = {S::Contradicted, A::Alarm}; // it can only lose one: a bust
    table[{S::FilledFirst, E::Reopened}] = {S::Contradicted, A::Alarm};
    table[{S::Ended, E::Cancelled}] = {S::Proved, A::Alarm};
    table[{S::Ended, E::Filled}] = {S::FilledFirst, A::Alarm};
    table[{S::Ended, E::Reopened}] = {S::Contradicted, A::Alarm};
    table[{S::Acknowledged, E::Cancelled}] = {S::Proved, A::Alarm};
    table[{S::Acknowledged, E::Filled}] = {S::FilledFirst, A::Alarm};
}

const Table &ruleBook()
{
    static const Table table = [] {
        Table made;
        addOpenRows(made);
        addRowsBeforeTheAnswer(made);
        addRowsAfterTheAnswer(made);
        addRowsOfTheEnds(made);
        return made;
    }();
    return table;
}

QByteArray pairName(S state, E event)
{
    return (stateName(state) + u" + "_s + eventName(event)).toUtf8();
}

int rankOf(S state)
{
    return state == S::FilledFirst ? 3 : state == S::Proved ? 2 : state == S::Ended ? 1 : 0;
}

} // namespace

class TestCancelState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void follows_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("event");
        for (const S state : allStates) {
            for (const E event : allEvents)
                QTest::newRow(pairName(state, event).constData())
                    << static_cast<int>(state) << static_cast<int>(event);
        }
    }

    void follows()
    {
        QFETCH(int, state);
        QFETCH(int, event);
        const auto from = static_cast<S>(state);
        const Step step = next(from, static_cast<E>(event));
        const auto found = ruleBook().find({from, static_cast<E>(event)});
        QCOMPARE(step.isListed, found != ruleBook().end());
        if (found == ruleBook().end()) {
            QCOMPARE(stateName(step.next), stateName(from));
            QCOMPARE(static_cast<int>(step.action), static_cast<int>(A::None));
            return;
        }
        QCOMPARE(stateName(step.next), stateName(found->second.first));
        QCOMPARE(static_cast<int>(step.action), static_cast<int>(found->second.second));
    }

    void writesOnOneEdgeAlone()
    {
        int writing = 0;
        for (const S state : allStates) {
            for (const E event : allEvents) {
                const Step step = next(state, event);
                writing += step.action == A::Write ? 1 : 0;
                // Nothing leads back to where that edge begins, so a ticket passes it once.
                if (step.next == S::Queued)
                    QVERIFY2(state == S::Queued && step.action != A::Write,
                             pairName(state, event).constData());
            }
        }
        QCOMPARE(writing, 1);
        QCOMPARE(static_cast<int>(next(S::Queued, E::Go).action), static_cast<int>(A::Write));
    }

    void ends_onlyByEvidence()
    {
        for (const S state : allStates) {
            for (const E event : allEvents) {
                const S after = next(state, event).next;
                if (!isFinal(after) || after == state)
                    continue;
                const E owed = after == S::Proved        ? E::Cancelled
                               : after == S::FilledFirst ? E::Filled
                                                         : E::OrderEnded;
                QVERIFY2(event == owed, pairName(state, event).constData());
            }
        }
    }

    void movesUpAlone_onceItIsOver()
    {
        for (const S state : {S::Proved, S::FilledFirst, S::Ended}) {
            for (const E event : allEvents) {
                const S after = next(state, event).next;
                const bool isUp = after == state || rankOf(after) > rankOf(state);
                QVERIFY2(isUp || after == S::Contradicted, pairName(state, event).constData());
            }
        }
    }

    void neverSends_afterNotSent()
    {
        for (const S state : allStates) {
            for (const E event : allEvents) {
                const S after = next(state, event).next;
                if (after == S::NotSent && state != S::NotSent) {
                    const bool hadNoByteOut =
                        state == S::Queued || (state == S::Sending && event == E::NothingLeft);
                    QVERIFY2(hadNoByteOut, pairName(state, event).constData());
                }
                if (state == S::NotSent)
                    QVERIFY2(after == S::NotSent, pairName(state, event).constData());
            }
        }
    }

    void alarms_wheneverAnEndIsTakenBack()
    {
        for (const S state : {S::Proved, S::FilledFirst, S::Ended, S::Acknowledged}) {
            for (const E event : allEvents) {
                const Step step = next(state, event);
                if (step.next != state)
                    QVERIFY2(step.action == A::Alarm, pairName(state, event).constData());
            }
        }
    }

    void endsTheSame_inWhateverOrder_data()
    {
        QTest::addColumn<QList<int>>("events");
        QTest::addColumn<int>("end");
        const auto add = [](const char *name, std::initializer_list<E> events, S end) {
            QList<int> numbers;
            for (const E event : events)
                numbers << static_cast<int>(event);
            QTest::newRow(name) << numbers << static_cast<int>(end);
        };
        add("everything", {E::ReceiptCame, E::RefusalCame, E::Cancelled, E::Filled, E::MoreFilled},
            S::FilledFirst);
        add("no whole fill", {E::ReceiptCame, E::RefusalCame, E::Cancelled, E::MoreFilled}, S::Proved);
        add("no cancel", {E::ReceiptCame, E::RefusalCame, E::Filled, E::MoreFilled}, S::FilledFirst);
        add("cancelled and ended", {E::ReceiptCame, E::AmbiguousCame, E::OrderEnded, E::Cancelled},
            S::Proved);
        add("all three ends", {E::ReceiptCame, E::OrderEnded, E::Cancelled, E::Filled}, S::FilledFirst);
        add("refused and ended", {E::RefusalCame, E::OpenOnce, E::OrderEnded}, S::Ended);
        add("not taken and filled", {E::NotTakenCame, E::OpenOnce, E::Filled}, S::FilledFirst);
    }

    void endsTheSame_inWhateverOrder()
    {
        QFETCH(QList<int>, events);
        QFETCH(int, end);
        std::sort(events.begin(), events.end());
        do {
            S state = next(S::Queued, E::Go).next;
            for (const int event : events) {
                // The first part of a fill is no news to one who knows the whole: the rules don't tell it
                // then.
                if (state == S::FilledFirst && static_cast<E>(event) == E::MoreFilled)
                    continue;
                state = next(state, static_cast<E>(event)).next;
            }
            QCOMPARE(stateName(state), stateName(static_cast<S>(end)));
        } while (std::next_permutation(events.begin(), events.end()));
    }

    void calls_openWhatIsOwed()
    {
        constexpr S open[] = {S::Queued,    S::Sending,           S::Receipt,  S::Unknown,
                              S::StillLive, S::RefusedUnverified, S::NotTaken, S::Contradicted};
        for (const S state : allStates) {
            const bool isOwed = std::find(std::begin(open), std::end(open), state) != std::end(open);
            QCOMPARE(isOpen(state), isOwed);
            QCOMPARE(isFinal(state), state == S::Proved || state == S::FilledFirst || state == S::Ended);
        }
    }

    void names_eachStateAndEventOnce()
    {
        QStringList names;
        for (const S state : allStates)
            names << stateName(state);
        for (const E event : allEvents)
            names << u"event "_s + eventName(event);
        QCOMPARE(names.removeDuplicates(), 0);
        QVERIFY(!names.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestCancelState)
#include "test_cancel_state.moc"
