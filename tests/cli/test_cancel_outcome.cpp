// SPDX-License-Identifier: Apache-2.0
#include "cancel/reasons.h"
#include "commands/cancel_outcome.h"
#include "commands/cancel_report.h"
#include "desk/handover_wire.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using cancel::TicketState;
using commands::CancelResult;
using commands::ExitCode;
using commands::Outcome;
using orders::OrderState;

namespace {

std::shared_ptr<orders::Order> row(OrderState state, int filled = 0)
{
    auto order = std::make_shared<orders::Order>();
    order->orderId = u"1"_s;
    order->quantity = 10;
    order->filled = filled;
    order->state = state;
    return order;
}

cancel::Ticket ticketIn(TicketState state)
{
    cancel::Ticket ticket;
    ticket.batch = u"b1"_s;
    ticket.state = state;
    ticket.asked = row(OrderState::Open);
    ticket.latest = row(OrderState::Open, 4);
    const bool isUnsent = state == TicketState::Queued || state == TicketState::NotSent;
    ticket.writes = isUnsent ? 0 : 1;
    ticket.askedAt = base::WallTime(base::milliseconds(1'000));
    if (!isUnsent)
        ticket.sentAt = base::WallTime(base::milliseconds(2'000));
    ticket.endedAt = base::WallTime(base::milliseconds(3'000));
    return ticket;
}

} // namespace

Q_DECLARE_METATYPE(TicketState)
Q_DECLARE_METATYPE(Outcome)
Q_DECLARE_METATYPE(ExitCode)
Q_DECLARE_METATYPE(OrderState)

class TestCancelOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryState_data();
    void tellsEveryState();
    void coversEveryState();
    void tellsRowsWithoutTicket_data();
    void tellsRowsWithoutTicket();
    void countsRequestsThatLeft();
    void waitsForWhatMayStillCome_data();
    void waitsForWhatMayStillCome();
    void gravestCodeWins_data();
    void gravestCodeWins();
    void writesEveryField();
    void summaryHoldsZeros();
    void namesWhatLivesOn();
    void saysTheSameAcrossTheHandover_data() { tellsEveryState_data(); }
    void saysTheSameAcrossTheHandover();
};

void TestCancelOutcome::tellsEveryState_data()
{
    QTest::addColumn<TicketState>("state");
    QTest::addColumn<QString>("ticketWhy");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("why");
    QTest::addColumn<ExitCode>("code");
    const QString none;
    const auto add = [](const char *name, TicketState state, const QString &ticketWhy, Outcome outcome,
                        const QString &why, ExitCode code) {
        QTest::newRow(name) << state << ticketWhy << outcome << why << code;
    };

    add("queued", TicketState::Queued, none, Outcome::NotSent, u"timeout"_s, ExitCode::NotSent);
    add("sending", TicketState::Sending, none, Outcome::Unresolved, u"timeout"_s, ExitCode::Unresolved);
    add("receipt", TicketState::Receipt, none, Outcome::Unresolved, u"timeout"_s, ExitCode::Unresolved);
    add("unknown", TicketState::Unknown, none, Outcome::Unresolved, u"timeout"_s, ExitCode::Unresolved);
    add("still live", TicketState::StillLive, none, Outcome::Unresolved, u"still_live"_s,
        ExitCode::Unresolved);
    // The refusal stands in the ticket, but no read has shown the order open yet.
    add("refused, unverified", TicketState::RefusedUnverified, u"refused"_s, Outcome::Unresolved,
        u"timeout"_s, ExitCode::Unresolved);
    add("refused", TicketState::Refused, none, Outcome::Refused, u"refused"_s, ExitCode::Refused);
    add("cancel rejected", TicketState::Refused, u"cancel_rejected"_s, Outcome::Refused, u"cancel_rejected"_s,
        ExitCode::Refused);
    add("signed out", TicketState::NotTaken, u"signed_out"_s, Outcome::Refused, u"signed_out"_s,
        ExitCode::Refused);
    add("throttled", TicketState::NotTaken, u"throttled"_s, Outcome::Refused, u"throttled"_s,
        ExitCode::Refused);
    add("not allowed", TicketState::NotTaken, u"not_allowed"_s, Outcome::Refused, u"not_allowed"_s,
        ExitCode::Refused);
    add("not sent", TicketState::NotSent, u"signed_out"_s, Outcome::NotSent, u"signed_out"_s,
        ExitCode::NotSent);
    add("stopped at the end of the wait", TicketState::NotSent, u"stopped"_s, Outcome::NotSent, u"timeout"_s,
        ExitCode::NotSent);
    add("proved", TicketState::Proved, none, Outcome::Cancelled, none, ExitCode::Good);
    add("filled first", TicketState::FilledFirst, none, Outcome::Filled, none, ExitCode::Refused);
    add("ended", TicketState::Ended, u"order_rejected"_s, Outcome::Refused, u"order_rejected"_s,
        ExitCode::Refused);
    add("expired", TicketState::Ended, u"order_expired"_s, Outcome::Refused, u"order_expired"_s,
        ExitCode::Refused);
    add("contradicted", TicketState::Contradicted, none, Outcome::Unresolved, u"contradicted"_s,
        ExitCode::Unresolved);
    add("acknowledged", TicketState::Acknowledged, none, Outcome::Unresolved, u"acknowledged"_s,
        ExitCode::Unresolved);
}

void TestCancelOutcome::tellsEveryState()
{
    QFETCH(TicketState, state);
    QFETCH(QString, ticketWhy);
    cancel::Ticket ticket = ticketIn(state);
    ticket.why = ticketWhy;
    const CancelResult result = commands::resultOf(ticket, u"timeout"_s);
    QTEST(result.outcome, "outcome");
    QTEST(result.why, "why");
    QTEST(result.exitCode, "code");
    QCOMPARE(result.filled, base::Decimal(4)); // the order's total, from the newest row
    QCOMPARE(result.batch, u"b1"_s);
    QCOMPARE(result.attempts, ticket.writes);
    QCOMPARE(result.provedAt.has_value(), cancel::isFinal(state));
    QCOMPARE(result.outcome == Outcome::Cancelled, state == TicketState::Proved);
}

void TestCancelOutcome::coversEveryState()
{
    for (int i = 0; i < cancel::ticketStateCount; ++i)
        QVERIFY(!commands::outcomeName(commands::resultOf(ticketIn(static_cast<TicketState>(i)), {}).outcome)
                     .isEmpty());
}

void TestCancelOutcome::tellsRowsWithoutTicket_data()
{
    QTest::addColumn<OrderState>("state");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("why");
    QTest::newRow("cancelled") << OrderState::Cancelled << Outcome::Cancelled << QString();
    QTest::newRow("filled") << OrderState::Filled << Outcome::Filled << QString();
    QTest::newRow("rejected") << OrderState::Rejected << Outcome::Refused << u"order_rejected"_s;
    QTest::newRow("expired") << OrderState::Expired << Outcome::Refused << u"order_expired"_s;
    QTest::newRow("being cancelled") << OrderState::BeingCancelled << Outcome::Unresolved << u"timeout"_s;
    QTest::newRow("open again") << OrderState::Open << Outcome::Refused << u"cancel_rejected"_s;
    QTest::newRow("in flight again") << OrderState::InFlight << Outcome::Refused << u"cancel_rejected"_s;
    QTest::newRow("unknown word") << OrderState::Unknown << Outcome::Refused << u"cancel_rejected"_s;
}

void TestCancelOutcome::tellsRowsWithoutTicket()
{
    QFETCH(OrderState, state);
    const base::WallTime asked(base::milliseconds(1'000));
    const CancelResult result = commands::resultOf(*row(state, 4), asked, u"timeout"_s);
    QTEST(result.outcome, "outcome");
    QTEST(result.why, "why");
    QCOMPARE(result.attempts, 0);
    QCOMPARE(result.filled, base::Decimal(4));
    QCOMPARE(result.askedAt, std::optional(asked));
    QVERIFY(!result.sentAt);
    QVERIFY(!result.receiptAt);
}

void TestCancelOutcome::countsRequestsThatLeft()
{
    cancel::Ticket ticket = ticketIn(TicketState::Proved);
    ticket.attempt = 2;
    QCOMPARE(commands::resultOf(ticket, {}).attempts, 2);
    ticket.writes = 0; // ended by the book before it left
    QCOMPARE(commands::resultOf(ticket, {}).attempts, 0);
}

void TestCancelOutcome::waitsForWhatMayStillCome_data()
{
    QTest::addColumn<TicketState>("state");
    QTest::addColumn<bool>("settled");
    for (const TicketState state :
         {TicketState::Queued, TicketState::Sending, TicketState::Receipt, TicketState::Unknown,
          TicketState::StillLive, TicketState::RefusedUnverified, TicketState::Contradicted})
        QTest::addRow("%s", qPrintable(cancel::stateName(state))) << state << false;
    for (const TicketState state :
         {TicketState::Refused, TicketState::NotTaken, TicketState::NotSent, TicketState::Proved,
          TicketState::FilledFirst, TicketState::Ended, TicketState::Acknowledged})
        QTest::addRow("%s", qPrintable(cancel::stateName(state))) << state << true;
}

void TestCancelOutcome::waitsForWhatMayStillCome()
{
    QFETCH(TicketState, state);
    QTEST(commands::isSettled(ticketIn(state)), "settled");
}

void TestCancelOutcome::gravestCodeWins_data()
{
    QTest::addColumn<QList<Outcome>>("outcomes");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QList<Outcome>{} << 0;
    QTest::newRow("all cancelled") << QList{Outcome::Cancelled, Outcome::Cancelled} << 0;
    QTest::newRow("skipped alone") << QList{Outcome::Skipped} << 0;
    QTest::newRow("refused") << QList{Outcome::Cancelled, Outcome::Refused} << 3;
    QTest::newRow("filled") << QList{Outcome::Filled, Outcome::Cancelled} << 3;
    QTest::newRow("not sent") << QList{Outcome::NotSent, Outcome::Cancelled} << 5;
    QTest::newRow("refused before not sent") << QList{Outcome::NotSent, Outcome::Refused} << 3;
    QTest::newRow("unresolved before all")
        << QList{Outcome::NotSent, Outcome::Refused, Outcome::Unresolved} << 4;
}

void TestCancelOutcome::gravestCodeWins()
{
    QFETCH(QList<Outcome>, outcomes);
    std::vector<CancelResult> results;
    for (const Outcome outcome : outcomes)
        results.push_back(commands::withoutRequest(outcome, {}, {}));
    QTEST(static_cast<int>(commands::exitCodeOf(results)), "code");
    QCOMPARE(commands::graver(ExitCode::BookFailed, ExitCode::NotSent), ExitCode::NotSent);
    QCOMPARE(commands::graver(ExitCode::BookFailed, ExitCode::Good), ExitCode::BookFailed);
}

void TestCancelOutcome::writesEveryField()
{
    cancel::Ticket ticket = ticketIn(TicketState::Receipt);
    CancelResult result = commands::resultOf(ticket, u"timeout"_s);
    result.key = u"A:1"_s;
    const QJsonObject json = QJsonDocument::fromJson(commands::cancelJson(u"b1"_s, {result})).object();
    QCOMPARE(json[u"batch"_s].toString(), u"b1"_s);
    const QJsonObject written = json[u"results"_s][0].toObject();
    QCOMPARE(written.keys(),
             QStringList({u"asked_at"_s, u"attempts"_s, u"filled"_s, u"key"_s, u"outcome"_s, u"proved_at"_s,
                          u"receipt_at"_s, u"sent_at"_s, u"venue_code"_s, u"venue_message"_s, u"why"_s}));
    QCOMPARE(written[u"asked_at"_s].toString(), u"1970-01-01T00:00:01.000Z"_s);
    QCOMPARE(written[u"filled"_s].toString(), u"4"_s);
    QVERIFY(written[u"proved_at"_s].isNull());
    QVERIFY(written[u"venue_code"_s].isNull());
    QCOMPARE(QJsonDocument::fromJson(commands::ticketsJson({result}))[u"tickets"_s][0][u"batch"_s].toString(),
             u"b1"_s);
}

void TestCancelOutcome::summaryHoldsZeros()
{
    const QJsonObject json =
        QJsonDocument::fromJson(
            commands::cancelJson({}, {commands::withoutRequest(Outcome::NotSent, {}, {})}))
            .object();
    QVERIFY(json[u"batch"_s].isNull());
    QCOMPARE(json[u"summary"_s].toObject(), QJsonObject({{u"cancelled"_s, 0},
                                                         {u"filled"_s, 0},
                                                         {u"refused"_s, 0},
                                                         {u"unresolved"_s, 0},
                                                         {u"not_sent"_s, 1},
                                                         {u"skipped"_s, 0}}));
}

void TestCancelOutcome::namesWhatLivesOn()
{
    cancel::Ticket ticket = ticketIn(TicketState::Proved);
    ticket.detail = u"as it was"_s;
    QCOMPARE(commands::resultOf(ticket, {}).detail, u"as it was"_s);
    ticket.liveLinks = {row(OrderState::Open)};
    QCOMPARE(commands::resultOf(ticket, {}).detail, u"linked to it and still working: 1"_s);
    auto stop = row(OrderState::Open);
    stop->leg = u"THIRD"_s;
    ticket.liveLegs = {stop};
    QCOMPARE(
        commands::resultOf(ticket, {}).detail,
        u"legs that should have gone with it and still work: THIRD; linked to it and still working: 1"_s);
}

// A second program prints what it heard over the socket, the holder what it knows.
void TestCancelOutcome::saysTheSameAcrossTheHandover()
{
    QFETCH(TicketState, state);
    QFETCH(QString, ticketWhy);
    cancel::Ticket ticket = ticketIn(state);
    ticket.id = u"t1"_s;
    ticket.why = ticketWhy;
    ticket.detail = u"a sentence"_s;
    ticket.venueMessage = u"Order is being modified"_s;
    ticket.venueCode = u"16044"_s;
    ticket.attempt = 3;
    ticket.receiptAt = base::WallTime(base::milliseconds(2'500));
    ticket.isVerified = true;
    for (const bool livesOn : {false, true}) {
        if (livesOn) {
            auto leg = row(OrderState::Open);
            leg->leg = u"SECOND"_s;
            ticket.liveLegs = {leg};
            ticket.liveLinks = {row(OrderState::Open)};
        }
        const cancel::TicketPtr heard = desk::ticketFromJson(desk::toJson(ticket));
        QVERIFY(heard);
        const CancelResult own = commands::resultOf(ticket, u"timeout"_s);
        const CancelResult others = commands::resultOf(*heard, u"timeout"_s);
        QCOMPARE(commands::ticketsJson({others}), commands::ticketsJson({own}));
        QCOMPARE(commands::cancelTable({others}), commands::cancelTable({own}));
        QCOMPARE(others.detail, own.detail);
        QCOMPARE(others.exitCode, own.exitCode);
        QCOMPARE(commands::isSettled(*heard), commands::isSettled(ticket));
    }
}

QTEST_GUILESS_MAIN(TestCancelOutcome)
#include "test_cancel_outcome.moc"
