// SPDX-License-Identifier: Apache-2.0
#include "support/fix_matrices.h"

#include <QTest>

namespace support {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using practice::Deed;
using practice::Script;
using Kind = Deed::Kind;

namespace {

// A cancel that the venue takes, and confirms after a while in which it is pending.
FixScenario accepted(int filledBefore, FixAnswer answer = FixAnswer::Honest)
{
    FixScenario scenario;
    if (filledBefore > 0)
        scenario.before = {{0ms, Kind::Fill, filledBefore}};
    scenario.after = Script{{500ms, Kind::MarkPending}, {4000ms, Kind::Cancel}};
    scenario.answer = answer;
    scenario.end = TicketState::Proved;
    return scenario;
}

// Asks once more for the same order, whatever the dialog would say to it; the ticket that serves it.
QString askAgain(FixRun &run)
{
    const orders::OrderPtr row = run.flow.row(run.id);
    const auto batch = run.flow.engine->desk.cancels().ask({{row, row->effect}}, cancel::Consent());
    return batch ? batch->tickets.front()->id : batch.error().text;
}

} // namespace

void FixMatrices::endsAsTheMatrixSays_data()
{
    QTest::addColumn<int>("scenario");
    QTest::addColumn<bool>("isEvidenceFirst");
    const auto &scenarios = fixScenarios();
    for (int i = 0; i < static_cast<int>(scenarios.size()); ++i) {
        const FixScenario &each = scenarios[static_cast<std::size_t>(i)];
        QTest::newRow(each.name) << i << false;
        if (each.answer == FixAnswer::Honest || each.answer == FixAnswer::Refused)
            QTest::addRow("%s, evidence first", each.name) << i << true;
    }
}

void FixMatrices::endsAsTheMatrixSays()
{
    QFETCH(int, scenario);
    QFETCH(bool, isEvidenceFirst);
    FixRun run(m_venue, fixScenarios()[static_cast<std::size_t>(scenario)],
               isEvidenceFirst ? FixOrder::EvidenceFirst : FixOrder::AnswerFirst);
    run.play();
    QCOMPARE(run.outcome(), run.expected());
    QVERIFY(run.flow.row(run.bystander)->isAlive());
    const auto verified = run.flow.engine->journal.verify();
    QVERIFY(verified && verified->ok);
}

void FixMatrices::d11_anUnknownOrderIsNoCancelledOne()
{
    FixScenario scenario;
    scenario.crossing = {{0ms, Kind::Hide}};
    scenario.end = TicketState::Unknown;
    FixRun run(m_venue, scenario);
    const std::size_t rows = run.flow.engine->desk.orders().size();
    run.play();
    run.flow.run(20s);
    const cancel::TicketPtr ticket = run.flow.ticket(run.ticket);
    QCOMPARE(ticket->state, TicketState::Unknown);
    QVERIFY(ticket->isOpen() && ticket->isGone);
    const orders::OrderPtr row = run.flow.row(run.id);
    QVERIFY(row && row->isAlive() && row->missingSince); // counts as open, and no other row came for it
    QCOMPARE(run.flow.engine->desk.orders().size(), rows);
    QCOMPARE(askAgain(run), run.ticket);
    QVERIFY(run.flow.engine->desk.cancels().acknowledge(run.ticket, u"A. Trader"_s, u"called the desk"_s));
    run.flow.run(2s);
    QCOMPARE(run.flow.stateOf(run.ticket), TicketState::Acknowledged);
    QCOMPARE(run.arrivals(), 1);
}

void FixMatrices::d13_askingAgainJoins_data()
{
    QTest::addColumn<FixAnswer>("answer");
    QTest::addColumn<FixOrder>("order");
    QTest::addColumn<TicketState>("state");
    QTest::newRow("before the answer")
        << FixAnswer::Honest << FixOrder::EvidenceFirst << TicketState::Sending;
    QTest::newRow("after the receipt") << FixAnswer::Honest << FixOrder::AnswerFirst << TicketState::Receipt;
    QTest::newRow("the answer is lost") << FixAnswer::Lost << FixOrder::AnswerFirst << TicketState::Unknown;
}

void FixMatrices::d13_askingAgainJoins()
{
    QFETCH(FixAnswer, answer);
    QFETCH(FixOrder, order);
    QFETCH(TicketState, state);
    FixScenario scenario = accepted(0, answer);
    scenario.after = Script{{500ms, Kind::MarkPending}, {9000ms, Kind::Cancel}};
    FixRun run(m_venue, scenario, order);
    run.ticket = run.flow.cancel(run.id);
    QVERIFY(run.flow.runUntil([&] { return run.arrivals() == 1; }));
    QVERIFY2(run.flow.runUntilState(run.ticket, state, 8s), qPrintable(nameOf(run.flow.stateOf(run.ticket))));
    QCOMPARE(askAgain(run), run.ticket);
    run.flow.run(1s);
    QCOMPARE(askAgain(run), run.ticket);
    EXPECT_STATE(run.flow, run.ticket, TicketState::Proved);
    run.flow.run(8s);
    QCOMPARE(run.arrivals(), 1);
    QCOMPARE(run.flow.story(run.ticket).filter(u"joined"_s).size(), 2);
    QCOMPARE(run.flow.engine->desk.cancels().tickets().size(), std::size_t(1));
}

void FixMatrices::d15_aPersonsSecondAttemptIsOneMoreArrival()
{
    FixScenario scenario;
    scenario.answer = FixAnswer::NotTaken;
    FixRun run(m_venue, scenario);
    const QString first = run.flow.cancel(run.id);
    EXPECT_STATE(run.flow, first, TicketState::StillLive);
    run.flow.run(60s); // the program itself never asks again
    QCOMPARE(run.arrivals(), 1);
    QCOMPARE(run.alarms().size(), 1);
    const QString second = run.flow.cancel(run.id);
    QVERIFY(second != first);
    QCOMPARE(askAgain(run), second);
    EXPECT_STATE(run.flow, second, TicketState::Proved);
    EXPECT_STATE(run.flow, first, TicketState::Proved);
    run.flow.run(8s);
    QCOMPARE(run.flow.ticket(second)->attempt, 2);
    QCOMPARE(run.arrivals(), 2);
    QCOMPARE(run.bookStanding(), run.venueStanding());
}

void FixMatrices::d17_aCancelThatNobodyAskedForStandsInTheBook_data()
{
    QTest::addColumn<bool>("isFillSeen");
    QTest::newRow("after a fill that was seen") << true;
    QTest::newRow("together with its fill") << false;
}

void FixMatrices::d17_aCancelThatNobodyAskedForStandsInTheBook()
{
    QFETCH(bool, isFillSeen);
    FixRun run(m_venue, {});
    run.perform({{0ms, Kind::Fill, 1000}});
    if (isFillSeen) {
        run.look();
        QCOMPARE(run.flow.row(run.id)->remaining(), base::Decimal(9000));
    }
    run.perform({{0ms, Kind::Cancel}});
    run.look();
    const orders::OrderPtr row = run.flow.row(run.id);
    QCOMPARE(row->state, orders::OrderState::Cancelled);
    QCOMPARE(row->filled, base::Decimal(1000));
    QCOMPARE(run.bookStanding(), run.venueStanding());
    QVERIFY(run.flow.row(run.bystander)->isAlive());
    QVERIFY(run.flow.engine->desk.cancels().tickets().empty());
    QCOMPARE(run.arrivals(), 0);
    QCOMPARE(run.alarms(), QStringList());
}

void FixMatrices::d18_whatIsFilledIsCorrectedAndTheEndIsNot()
{
    const FixScenario scenario = accepted(5000);
    FixRun run(m_venue, scenario);
    run.play();
    QCOMPARE(run.flow.stateOf(run.ticket), TicketState::Proved);
    QCOMPARE(run.alarms(), QStringList());
    const auto correct = [&](const Deed &deed, int filled) {
        const qsizetype before = run.alarms().size();
        run.perform({deed});
        run.look();
        const cancel::TicketPtr ticket = run.flow.ticket(run.ticket);
        QCOMPARE(ticket->state, TicketState::Proved);
        QVERIFY(ticket->wasCorrected);
        QCOMPARE(ticket->latest->filled, base::Decimal(filled));
        QCOMPARE(ticket->filledMeanwhile, base::Decimal(filled - 5000));
        QCOMPARE(run.alarms().size(), before + 1);
        QCOMPARE(run.bookStanding(), run.venueStanding());
        QCOMPARE(run.flow.row(run.id)->remaining(), base::Decimal(0));
        run.look(); // the same once more is no news
        QCOMPARE(run.alarms().size(), before + 1);
    };
    correct({0ms, Kind::Bust, 5000}, 0);
    correct({0ms, Kind::FillKeepingStatus, 4000}, 4000);
    QCOMPARE(run.arrivals(), 1);
}

void FixMatrices::d18_lateFillsThatCompleteItCorrectTheEnd()
{
    const FixScenario scenario = accepted(5000);
    FixRun run(m_venue, scenario);
    run.play();
    run.perform({{0ms, Kind::FillKeepingStatus, 5000}});
    run.look();
    const cancel::TicketPtr ticket = run.flow.ticket(run.ticket);
    QCOMPARE(ticket->state, TicketState::FilledFirst);
    QVERIFY(ticket->wasCorrected);
    QCOMPARE(ticket->latest->filled, base::Decimal(fixQuantity));
    QCOMPARE(run.alarms().size(), 1);
    QCOMPARE(run.arrivals(), 1);
}

void FixMatrices::d18_aFilledOrderThatLosesAFillIsContradicted()
{
    FixScenario scenario;
    scenario.crossing = {{0ms, Kind::Fill, fixQuantity}};
    scenario.end = TicketState::FilledFirst;
    FixRun run(m_venue, scenario);
    run.play();
    QCOMPARE(run.flow.stateOf(run.ticket), TicketState::FilledFirst);
    const qsizetype before = run.alarms().size();
    run.perform({{0ms, Kind::Bust, 3000}});
    run.look();
    run.look();
    const cancel::TicketPtr ticket = run.flow.ticket(run.ticket);
    QCOMPARE(ticket->state, TicketState::Contradicted);
    QVERIFY(ticket->isOpen());
    QCOMPARE(ticket->latest->filled, base::Decimal(7000));
    QCOMPARE(run.alarms().size(), before + 1);
    QCOMPARE(run.bookStanding(), run.venueStanding());
    QCOMPARE(run.flow.row(run.id)->remaining(), base::Decimal(3000));
    QCOMPARE(run.arrivals(), 1);
}

} // namespace support
