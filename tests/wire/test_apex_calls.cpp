// SPDX-License-Identifier: Apache-2.0
// Calls over a real WebSocket: each gets its own answer or none, and nothing is ever sent twice.
#include "support/apex_calls.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using alphapoint::CallOutcome;
using alphapoint::CallResult;
using base::ErrorKind;
using net::RequestClass;
using net::WsState;
using Bench = support::ApexCalls;
using support::ApexLine;

class TestApexCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreEvenFromTwo();
    void eachGetsItsOwnAnswer();
    void anErrorFrameIsAnAnswer();
    void whatNobodyWaitsForIsDropped();
    void tellsWhenItBeganAndEnded();
    void withoutALineNothingIsSent_data();
    void withoutALineNothingIsSent();
    void aLossLeavesWhatLeftUnknown();
    void afterAReconnectNothingIsSentAgain();
    void deadlines_data();
    void deadlines();
    void aLateWriteEndsWithItsLine();
    void remembersWhenItSentLast();
};

void TestApexCalls::numbersAreEvenFromTwo()
{
    Bench bench;
    QVERIFY(bench.line.opens());
    bench.read(u"A"_s);
    bench.write(u"B"_s);
    bench.read(u"C"_s, RequestClass::Session);
    QVERIFY(bench.line.arrives(3));
    QCOMPARE(bench.arrivals()[0].text, uR"({"m":0,"i":2,"n":"A","o":"{\"of\":\"A\"}"})"_s);
    QCOMPARE(bench.arrivals()[1].text, uR"({"m":0,"i":4,"n":"B","o":"{}"})"_s);
    QCOMPARE(bench.arrivals()[2].text, uR"({"m":0,"i":6,"n":"C","o":"{\"of\":\"C\"}"})"_s);
    QCOMPARE(bench.endCount(), 0);
}

void TestApexCalls::eachGetsItsOwnAnswer()
{
    Bench bench;
    QVERIFY(bench.line.opens());
    bench.read(u"A"_s);
    bench.write(u"B"_s);
    bench.read(u"C"_s);
    QVERIFY(bench.line.arrives(3));
    bench.line.peer.reply(bench.arrivals()[2], "[3]");
    bench.line.peer.reply(bench.arrivals()[1], "[2]");
    QCOMPARE(bench.answerTo(u"C"_s), "[3]"_ba);
    QCOMPARE(bench.answerTo(u"B"_s), "[2]"_ba);
    QCOMPARE(bench.endCount(), 2);
    bench.line.peer.reply(bench.arrivals()[0], "[1]");
    QCOMPARE(bench.answerTo(u"A"_s), "[1]"_ba);
}

void TestApexCalls::anErrorFrameIsAnAnswer()
{
    Bench bench;
    QVERIFY(bench.line.opens());
    bench.write(u"A"_s);
    QVERIFY(bench.line.arrives(1));
    bench.line.peer.send(5, 2, u"Another"_s, "Endpoint Not Found");
    QCOMPARE(bench.answerTo(u"A"_s), "Endpoint Not Found"_ba);
    QCOMPARE(bench.endOf(u"A"_s)->frame.kind, alphapoint::FrameKind::Error);
}

void TestApexCalls::whatNobodyWaitsForIsDropped()
{
    Bench bench;
    QVERIFY(bench.line.opens());
    bench.read(u"A"_s);
    QVERIFY(bench.line.arrives(1));
    for (const qint64 number : {0, 1, 3, 4, -2, 999'999'998})
        bench.line.peer.send(1, number, u"A"_s, "[0]");
    bench.line.peer.sendText(uR"({"m":1,"n":"A","o":"[0]"})"_s);
    bench.line.peer.sendText(uR"({"m":3,"i":2,"n":"A","o":"[0]"})"_s);
    bench.line.peer.sendText(u"TOO MANY REQUESTS"_s);
    ApexLine::settle();
    QCOMPARE(bench.endCount(), 0);
    bench.line.peer.sendText(uR"({"m":1,"i":"2","n":"A","o":[1]})"_s);
    QCOMPARE(bench.answerTo(u"A"_s), "[1]"_ba);
    bench.line.peer.send(1, 2, u"A"_s, "[2]"); // once more
    ApexLine::settle();
    QCOMPARE(bench.endCount(), 1);
}

void TestApexCalls::tellsWhenItBeganAndEnded()
{
    Bench bench;
    QVERIFY(bench.line.opens());
    const base::MonoTime began = bench.line.clock.monotonic();
    const base::WallTime wall = bench.line.clock.wall();
    bench.read(u"A"_s);
    QVERIFY(bench.line.arrives(1));
    bench.line.clock.advance(1500ms);
    bench.line.peer.reply(bench.arrivals()[0], "{}");
    QVERIFY(bench.ends(u"A"_s, CallOutcome::Answered));
    QCOMPARE(bench.endOf(u"A"_s)->began, began);
    QCOMPARE(bench.endOf(u"A"_s)->ended, began + 1500ms);
    QCOMPARE(bench.endOf(u"A"_s)->endedAt, wall + 1500ms);
}

void TestApexCalls::withoutALineNothingIsSent_data()
{
    QTest::addColumn<QString>("how");
    for (const QString &how : {u"never opened"_s, u"opening"_s, u"closed"_s, u"lost"_s})
        QTest::newRow(qPrintable(how)) << how;
}

void TestApexCalls::withoutALineNothingIsSent()
{
    QFETCH(QString, how);
    Bench bench;
    if (how == u"closed" || how == u"lost")
        QVERIFY(bench.line.opens());
    if (how == u"opening")
        bench.line.channel.open();
    if (how == u"closed")
        bench.line.channel.close();
    if (how == u"lost") {
        bench.line.peer.drop();
        QVERIFY(bench.line.becomes(WsState::Waiting));
    }
    bench.write(u"W"_s);
    bench.read(u"R"_s);
    QCOMPARE(bench.endCount(), 0); // it comes from the event loop
    QVERIFY(bench.ends(u"W"_s, CallOutcome::NotSent));
    QVERIFY(bench.ends(u"R"_s, CallOutcome::NotSent));
    QCOMPARE(bench.endOf(u"W"_s)->error.kind, ErrorKind::Network);
    bench.line.clock.advance(60s);
    bench.line.channel.open();
    QVERIFY(bench.line.becomes(WsState::Open));
    bench.line.clock.advance(60s);
    bench.read(u"Later"_s);
    QVERIFY(bench.line.arrives(1)); // that one alone
    QCOMPARE(bench.arrivals()[0].function, u"Later"_s);
}

void TestApexCalls::aLossLeavesWhatLeftUnknown()
{
    Bench bench({1, 0, 0, 0, 1, 1});
    QVERIFY(bench.line.opens());
    bench.read(u"left"_s);
    bench.read(u"waits"_s);
    bench.write(u"written"_s);
    QVERIFY(bench.line.arrives(2));
    bench.line.peer.drop();
    QVERIFY(bench.ends(u"left"_s, CallOutcome::Unknown));
    QVERIFY(bench.ends(u"written"_s, CallOutcome::Unknown));
    QVERIFY(bench.ends(u"waits"_s, CallOutcome::NotSent));
    QCOMPARE(bench.endOf(u"written"_s)->error.kind, ErrorKind::Network);
    QVERIFY(!bench.endOf(u"written"_s)->error.text.isEmpty());
    bench.line.clock.advance(60s);
    ApexLine::settle();
    QCOMPARE(bench.endCount(), 3);
}

void TestApexCalls::afterAReconnectNothingIsSentAgain()
{
    Bench bench;
    QVERIFY(bench.line.opens());
    bench.write(u"W"_s);
    bench.read(u"R"_s);
    QVERIFY(bench.line.arrives(2));
    bench.line.peer.drop();
    QVERIFY(bench.ends(u"W"_s, CallOutcome::Unknown));
    bench.line.clock.advance(500ms);
    QVERIFY(bench.line.becomes(WsState::Open));
    QTRY_COMPARE(bench.line.peer.connectionCount(), 2);
    bench.line.clock.advance(60s);
    QVERIFY(bench.line.arrives(2));
    bench.read(u"next"_s);
    QVERIFY(bench.line.arrives(3));
    QCOMPARE(bench.arrivals()[2].number, 2); // numbers belong to the connection
    bench.line.peer.reply(bench.arrivals()[2], "[1]");
    QCOMPARE(bench.answerTo(u"next"_s), "[1]"_ba);
    QCOMPARE(bench.endCount(), 3);
}

void TestApexCalls::deadlines_data()
{
    QTest::addColumn<bool>("isWrite");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("write") << true << 7000;
    QTest::newRow("read") << false << 10'000;
}

void TestApexCalls::deadlines()
{
    QFETCH(bool, isWrite);
    QFETCH(int, milliseconds);
    Bench bench;
    QVERIFY(bench.line.opens());
    const auto call = [&](const QString &name) {
        if (isWrite)
            bench.write(name);
        else
            bench.read(name);
    };
    call(u"A"_s);
    bench.line.clock.advance(1s);
    call(u"B"_s);
    QVERIFY(bench.line.arrives(2));
    bench.line.clock.advance(base::milliseconds(milliseconds - 1001));
    QCOMPARE(bench.endCount(), 0);
    bench.line.clock.advance(1ms);
    QVERIFY(bench.ends(u"A"_s, isWrite ? CallOutcome::Late : CallOutcome::Unknown));
    QCOMPARE(bench.endOf(u"A"_s)->error.kind, ErrorKind::Timeout);
    QCOMPARE(bench.endOf(u"A"_s)->ended - bench.endOf(u"A"_s)->began, base::milliseconds(milliseconds));
    QCOMPARE(bench.endCount(), 1);
    bench.line.peer.reply(bench.arrivals()[0], "[1]"); // too late
    bench.line.peer.reply(bench.arrivals()[1], "[2]");
    QCOMPARE(bench.answerTo(u"B"_s), "[2]"_ba);
    QCOMPARE(bench.lateAnswerTo(u"A"_s), isWrite ? "[1]"_ba : "none"_ba);
    bench.line.peer.reply(bench.arrivals()[0], "[3]"); // and once more
    bench.line.clock.advance(60s);
    ApexLine::settle();
    QCOMPARE(bench.endCount(), isWrite ? 3 : 2);
    QCOMPARE(bench.line.channel.state(), WsState::Open);
}

void TestApexCalls::aLateWriteEndsWithItsLine()
{
    Bench bench;
    QVERIFY(bench.line.opens());
    bench.write(u"A"_s);
    QVERIFY(bench.line.arrives(1));
    bench.line.clock.advance(7s);
    QVERIFY(bench.ends(u"A"_s, CallOutcome::Late));
    bench.line.peer.drop();
    QTRY_COMPARE(bench.endCount(), 2); // nothing more can come
    bench.line.clock.advance(500ms);
    QVERIFY(bench.line.becomes(WsState::Open));
    bench.read(u"B"_s);
    QVERIFY(bench.line.arrives(2)); // it has the number that A had
    bench.line.peer.reply(bench.arrivals()[1], "[2]");
    QCOMPARE(bench.answerTo(u"B"_s), "[2]"_ba);
    QCOMPARE(bench.lateAnswerTo(u"A"_s), "none"_ba);
    QCOMPARE(bench.endCount(), 3);
}

void TestApexCalls::remembersWhenItSentLast()
{
    Bench bench;
    QVERIFY(bench.line.opens());
    bench.line.clock.advance(5s);
    bench.read(u"A"_s);
    const base::MonoTime sent = bench.line.clock.monotonic();
    bench.line.clock.advance(5s);
    QCOMPARE(bench.line.calls->lastSent(), sent);
    bench.write(u"B"_s);
    QCOMPARE(bench.line.calls->lastSent(), sent + 5s);
    bench.line.channel.close();
    bench.line.clock.advance(5s);
    bench.write(u"C"_s);
    QCOMPARE(bench.line.calls->lastSent(), sent + 5s);
}

QTEST_GUILESS_MAIN(TestApexCalls)
#include "test_apex_calls.moc"
