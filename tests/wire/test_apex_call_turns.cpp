// SPDX-License-Identifier: Apache-2.0
// When an APEX call leaves, which goes first, and what becomes of those that are taken back.
#include "support/apex_calls.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using alphapoint::CallOutcome;
using alphapoint::CallResult;
using Bench = support::ApexCalls;
using net::RequestClass;
using support::ApexLine;

class TestApexCallTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classesWaitForTheirTurn();
    void aMoreUrgentOneGoesFirst();
    void aWriteWaitsForNobody();
    void thePayloadIsMadeWhenItLeaves();
    void whatIsWithdrawnNeverLeaves();
    void whatIsWithdrawnIsNotHeardOf();
    void clearForgetsReadsAndAnswersWrites();
    void aWriteIsRefusedAsIfThereWereNoLine();
    void aQueueThatGoesIsSilent();
};

void TestApexCallTurns::classesWaitForTheirTurn()
{
    // 3 a second, one of which polls may have while a batch runs; the clock stands.
    Bench bench({4, 0, 0, 0, 8, 8});
    QVERIFY(bench.line.opens());
    bench.line.limiter.setBatchRunning(true);
    bench.read(u"poll"_s, RequestClass::Poll);
    for (const QString &name : {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s})
        bench.read(name, RequestClass::Proof);
    QVERIFY(bench.line.arrives(3));
    bench.line.clock.advance(999ms);
    QVERIFY(bench.line.arrives(3));
    bench.line.clock.advance(1ms);
    QVERIFY(bench.line.arrives(5));
    QCOMPARE(bench.line.peer.functions(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    bench.line.limiter.setBatchRunning(false);
    bench.line.calls->reconsider();
    QVERIFY(bench.line.arrives(6));
    QCOMPARE(bench.arrivals()[5].function, u"poll"_s);
    bench.line.limiter.pauseFor(10s);
    bench.read(u"held"_s, RequestClass::Session);
    bench.line.clock.advance(9999ms);
    QVERIFY(bench.line.arrives(6));
    bench.line.clock.advance(1ms);
    QVERIFY(bench.line.arrives(7));
}

void TestApexCallTurns::aMoreUrgentOneGoesFirst()
{
    Bench bench({2, 0, 0, 0, 8, 8}); // one a second
    QVERIFY(bench.line.opens());
    bench.read(u"first"_s, RequestClass::Poll);
    bench.read(u"poll"_s, RequestClass::Poll);
    bench.read(u"refresh"_s, RequestClass::Refresh);
    bench.read(u"proof"_s, RequestClass::Proof);
    bench.read(u"session"_s, RequestClass::Session);
    bench.read(u"proof 2"_s, RequestClass::Proof);
    for (int i = 0; i < 5; ++i)
        bench.line.clock.advance(1s);
    QVERIFY(bench.line.arrives(6));
    QCOMPARE(bench.line.peer.functions(),
             (QStringList{u"first"_s, u"session"_s, u"proof"_s, u"proof 2"_s, u"refresh"_s, u"poll"_s}));
}

// The limiter is its caller's.
void TestApexCallTurns::aWriteWaitsForNobody()
{
    Bench bench({1, 0, 0, 0, 1, 1});
    QVERIFY(bench.line.opens());
    bench.read(u"A"_s);
    bench.read(u"B"_s);
    bench.write(u"W"_s);
    QVERIFY(bench.line.arrives(2));
    QCOMPARE(bench.line.peer.functions(), (QStringList{u"A"_s, u"W"_s}));
    QCOMPARE(bench.line.limiter.use().front().used, 1);
}

void TestApexCallTurns::thePayloadIsMadeWhenItLeaves()
{
    Bench bench({2, 0, 0, 0, 8, 8});
    QVERIFY(bench.line.opens());
    bench.read(u"A"_s);
    QByteArray payload = "{\"early\":1}";
    bench.line.calls->read(
        RequestClass::Refresh, u"B"_s, [&] { return payload; }, [](const CallResult &) {});
    payload = "{\"late\":1}";
    bench.line.clock.advance(1s);
    QVERIFY(bench.line.arrives(2));
    QCOMPARE(bench.arrivals()[1].payload, payload);
}

void TestApexCallTurns::whatIsWithdrawnNeverLeaves()
{
    Bench bench({2, 0, 0, 0, 8, 8});
    QVERIFY(bench.line.opens());
    const int first = bench.read(u"A"_s);
    const int second = bench.read(u"B"_s);
    const int third = bench.read(u"C"_s);
    QVERIFY(first != second && second != third);
    bench.line.calls->withdraw(second);
    bench.line.calls->withdraw(first); // it has left
    bench.line.calls->withdraw(77);
    bench.line.clock.advance(3s);
    QVERIFY(bench.line.arrives(2));
    QCOMPARE(bench.line.peer.functions(), (QStringList{u"A"_s, u"C"_s}));
    bench.line.peer.reply(bench.arrivals()[0], "[1]");
    QCOMPARE(bench.answerTo(u"A"_s), "[1]"_ba);
    QVERIFY(!bench.endOf(u"B"_s));
}

// A list reader takes a read back and makes a more urgent one: it must not hear of both.
void TestApexCallTurns::whatIsWithdrawnIsNotHeardOf()
{
    Bench bench;
    bench.line.calls->withdraw(bench.read(u"A"_s));
    bench.read(u"B"_s);
    QVERIFY(bench.ends(u"B"_s, CallOutcome::NotSent));
    ApexLine::settle();
    QVERIFY(!bench.endOf(u"A"_s));
}

void TestApexCallTurns::clearForgetsReadsAndAnswersWrites()
{
    Bench bench({3, 0, 0, 0, 8, 8});
    bench.read(u"no line"_s);
    bench.write(u"not written"_s);
    bench.line.calls->clear();
    QVERIFY(bench.ends(u"not written"_s, CallOutcome::NotSent));
    QVERIFY(bench.line.opens());
    bench.read(u"left"_s);
    bench.read(u"left too"_s);
    bench.read(u"waits"_s);
    bench.write(u"written"_s);
    bench.line.calls->clear();
    QCOMPARE(bench.endCount(), 1);
    QVERIFY(bench.ends(u"written"_s, CallOutcome::Unknown));
    QVERIFY(bench.line.arrives(3));
    for (const auto &arrival : bench.arrivals())
        bench.line.peer.reply(arrival, "[1]");
    bench.line.clock.advance(60s);
    QVERIFY(bench.line.arrives(3));
    QCOMPARE(bench.endCount(), 2);
}

void TestApexCallTurns::aWriteIsRefusedAsIfThereWereNoLine()
{
    Bench bench;
    QVERIFY(bench.line.opens());
    bench.refuseWrite(u"W"_s);
    QCOMPARE(bench.endCount(), 0);
    QVERIFY(bench.ends(u"W"_s, CallOutcome::NotSent));
    QCOMPARE(bench.endOf(u"W"_s)->error.kind, base::ErrorKind::Network);
    QVERIFY(bench.line.arrives(0));
}

void TestApexCallTurns::aQueueThatGoesIsSilent()
{
    Bench bench;
    bench.write(u"not written"_s);
    bench.read(u"not read"_s);
    bench.line.calls =
        std::make_unique<alphapoint::CallQueue>(bench.line.clock, bench.line.channel, bench.line.limiter);
    QVERIFY(bench.line.opens());
    bench.write(u"written"_s);
    bench.read(u"read"_s);
    QVERIFY(bench.line.arrives(2));
    bench.line.calls.reset();
    bench.line.clock.advance(60s);
    ApexLine::settle();
    QCOMPARE(bench.endCount(), 0);
}

QTEST_GUILESS_MAIN(TestApexCallTurns)
#include "test_apex_call_turns.moc"
