// SPDX-License-Identifier: Apache-2.0
// A WsChannel whose connection is lost: what it tells, when it asks for life, and how long it waits before it
// connects again.
#include "net/ws_attempt.h"
#include "support/ws_watch.h"

#include <QSignalSpy>

using net::WsState;
using support::WsPeer;
using support::WsWatch;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Fault = std::function<void(WsPeer &)>;

net::WsOptions smallMessages()
{
    net::WsOptions options;
    options.largestMessage = 1000;
    return options;
}

// A day without a ping.
net::WsOptions withoutPings()
{
    net::WsOptions options;
    options.idleBefore = 24h;
    return options;
}

} // namespace

class TestWsLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLossIsToldOnce_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<base::ErrorKind>("kind");
        QTest::addColumn<QString>("words");
        using enum base::ErrorKind;
        const auto add = [](const char *name, base::ErrorKind kind, const QString &words,
                            const Fault &fault) { QTest::addRow("%s", name) << fault << kind << words; };
        const auto bytes = [](const QByteArray &raw) { return [raw](WsPeer &peer) { peer.sendRaw(raw); }; };
        add("end", Network, u" closed the connection"_s, [](WsPeer &peer) { peer.cut(); });
        add("reset", Network, u" closed the connection"_s, [](WsPeer &peer) { peer.reset(); });
        add("goodbye", Network, u"the other side went away or stopped in mid-message (1001)"_s,
            [](WsPeer &peer) { peer.closeWith(1001); });
        add("goodbye and end", Network, u" closed the connection (4003)"_s, [](WsPeer &peer) {
            peer.closeWith(4003, "expired");
            peer.cut();
        });
        add("too large", BadReply, u"too large (1009)"_s,
            bytes(WsPeer::frame(WsPeer::Text, QByteArray(1001, 'x'))));
        add("too large in pieces", BadReply, u"too large (1009)"_s,
            bytes(WsPeer::frame(WsPeer::Text, QByteArray(600, 'x'), false) +
                  WsPeer::frame(WsPeer::Continuation, QByteArray(600, 'x'))));
        add("too large by its head", BadReply, u"too large (1009)"_s, bytes(QByteArray::fromHex("817e07d0")));
        add("too large and binary", BadReply, u"too large (1009)"_s,
            bytes(WsPeer::frame(WsPeer::Binary, QByteArray(1001, 'x'))));
        add("no UTF-8", BadReply, u"no valid UTF-8 (1007)"_s, bytes(WsPeer::frame(WsPeer::Text, "a\xff")));
        add("cut UTF-8", BadReply, u"no valid UTF-8 (1007)"_s,
            bytes(WsPeer::frame(WsPeer::Text, "\xe2\x82")));
        add("no opcode", BadReply, u"broke the WebSocket protocol (1002)"_s,
            bytes(QByteArray::fromHex("8300")));
        add("no frame", BadReply, u"broke the WebSocket protocol (1002)"_s, bytes("HTTP/1.1 200 OK\r\n\r\n"));
    }

    void aLossIsToldOnce()
    {
        QFETCH(Fault, fault);
        QFETCH(base::ErrorKind, kind);
        QFETCH(QString, words);
        WsPeer peer;
        WsWatch watch(peer.url(u"/hush?x=hush"_s), smallMessages());
        QVERIFY(watch.opens());
        QVERIFY(watch.channel()->send(u"sent once"_s));
        QTRY_COMPARE(peer.texts().size(), 1);
        watch.told.clear();
        fault(peer);
        QVERIFY(watch.reaches(WsState::Waiting));
        QCOMPARE(watch.told, (QStringList{u"lost"_s, u"waiting"_s}));
        QCOMPARE(watch.losses[0].kind, kind);
        QVERIFY2(watch.losses[0].text.endsWith(words), qPrintable(watch.losses[0].text));
        QVERIFY2(watch.losses[0].text.contains(u"127.0.0.1:"_s), qPrintable(watch.losses[0].text));
        QVERIFY(!watch.losses[0].text.contains(u"hush"_s));
        QCOMPARE(watch.channel()->problem(), std::optional(watch.losses[0]));

        watch.clock.advance(500ms);
        QVERIFY(watch.reaches(WsState::Open));
        QVERIFY(!watch.channel()->problem());
        QVERIFY(watch.channel()->send(u"sent after"_s));
        QTRY_COMPARE(peer.texts().size(), 2);
        QCOMPARE(peer.texts(), (QStringList{u"sent once"_s, u"sent after"_s}));
        QCOMPARE(peer.connectionCount(), 2);
        QCOMPARE(watch.losses.size(), 1U);
        QVERIFY(watch.texts.isEmpty());
    }

    void theWordsOfTheOtherSideAreRedacted()
    {
        WsPeer peer;
        WsWatch watch(peer.url());
        watch.redactor.protect(base::Secret("topsecret"));
        QVERIFY(watch.opens());
        peer.closeWith(4001, "topsecret has expired");
        QVERIFY(watch.reaches(WsState::Waiting));
        QCOMPARE(watch.losses[0].venueCode, u"4001"_s);
        QCOMPARE(watch.losses[0].venueText, u"[cut] has expired"_s);
    }

    void binaryMessagesGoNoFurther()
    {
        WsPeer peer;
        WsWatch watch(peer.url());
        QVERIFY(watch.opens());
        peer.send(WsPeer::Binary, QByteArray(500, '\0'));
        peer.sendText(u"text"_s);
        QTRY_COMPARE(watch.texts, QStringList{u"text"_s});
        QCOMPARE(watch.state(), WsState::Open);
        QVERIFY(watch.losses.empty());
    }

    void silenceIsALoss()
    {
        WsPeer peer;
        peer.setAnswersPings(false);
        WsWatch watch(peer.url());
        QVERIFY(watch.opens());
        watch.clock.advance(9999ms);
        watch.clock.advance(1ms);
        QTRY_COMPARE(peer.pingCount(), 1);
        watch.clock.advance(4999ms);
        QCOMPARE(watch.state(), WsState::Open);
        watch.clock.advance(1ms);
        QCOMPARE(watch.state(), WsState::Waiting);
        QCOMPARE(watch.losses.size(), 1U);
        QCOMPARE(watch.losses[0].kind, base::ErrorKind::Timeout);
        QVERIFY2(watch.losses[0].text.endsWith(u"was silent for 15 s"_s), qPrintable(watch.losses[0].text));
        QTRY_COMPARE(peer.openCount(), 0);
        watch.clock.advance(500ms);
        QVERIFY(watch.reaches(WsState::Open));
        QCOMPARE(peer.pingCount(), 1);
    }

    void anAnsweredPingIsLife_data()
    {
        QTest::addColumn<int>("idle");
        QTest::addRow("10 s") << 10;
        QTest::addRow("shorter than the time to answer") << 2;
    }

    void anAnsweredPingIsLife()
    {
        QFETCH(int, idle);
        net::WsOptions options;
        options.idleBefore = base::seconds(idle);
        WsPeer peer;
        WsWatch watch(peer.url(), options);
        QVERIFY(watch.opens());
        for (int pings = 1; pings <= 5; ++pings) {
            watch.clock.advance(std::max(options.idleBefore, options.answerWithin));
            QTRY_COMPARE(peer.pingCount(), pings);
            // The text comes after the pong.
            peer.sendText(u"x"_s);
            QTRY_COMPARE(watch.texts.size(), pings);
        }
        QCOMPARE(watch.state(), WsState::Open);
        QCOMPARE(peer.connectionCount(), 1);
    }

    void whateverComesIsLife()
    {
        WsPeer peer;
        peer.setAnswersPings(false);
        WsWatch watch(peer.url());
        QVERIFY(watch.opens());
        for (int texts = 1; texts <= 5; ++texts) {
            watch.clock.advance(9900ms);
            peer.sendText(u"x"_s);
            QTRY_COMPARE(watch.texts.size(), texts);
        }
        watch.clock.advance(9900ms);
        QCOMPARE(watch.state(), WsState::Open);
        QCOMPARE(peer.pingCount(), 0);
        watch.clock.advance(100ms);
        QTRY_COMPARE(peer.pingCount(), 1);
    }

    void whatIsHeard_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("ping") << WsPeer::frame(WsPeer::Ping, "x");
        QTest::addRow("pong") << WsPeer::frame(WsPeer::Pong, "x");
        QTest::addRow("text") << WsPeer::frame(WsPeer::Text, "x");
        QTest::addRow("binary") << WsPeer::frame(WsPeer::Binary, "x");
        QTest::addRow("part of a frame") << QByteArray::fromHex("817f00000000010000000102");
        QTest::addRow("frame of more") << WsPeer::frame(WsPeer::Text, "x", false);
    }

    void whatIsHeard()
    {
        QFETCH(QByteArray, bytes);
        WsPeer peer;
        net::WsAttempt attempt(peer.url(), 1'000'000, QSslConfiguration::defaultConfiguration());
        QSignalSpy opened(&attempt, &net::WsAttempt::opened);
        QSignalSpy heard(&attempt, &net::WsAttempt::heard);
        QTRY_COMPARE(opened.size(), 1);
        QCoreApplication::processEvents();
        heard.clear();
        peer.sendRaw(bytes);
        QTRY_VERIFY(!heard.empty());
    }

    // Qt gives several signs of one end.
    void anAttemptFailsOnce()
    {
        WsPeer peer;
        net::WsAttempt attempt(peer.url(), 1'000'000, QSslConfiguration::defaultConfiguration());
        QSignalSpy opened(&attempt, &net::WsAttempt::opened);
        QSignalSpy failed(&attempt, &net::WsAttempt::failed);
        QTRY_COMPARE(opened.size(), 1);
        peer.closeWith(4003);
        peer.cut();
        QTRY_COMPARE(peer.openCount(), 0);
        QTRY_VERIFY(!failed.empty());
        QCoreApplication::processEvents();
        QCOMPARE(failed.size(), 1);
        QVERIFY(!attempt.send(u"x"_s));
    }

    // Should a newer Qt hide its socket from us.
    void aPongIsHeardWithoutTheWire()
    {
        WsPeer peer;
        net::WsAttempt attempt(peer.url(), 1'000'000, QSslConfiguration::defaultConfiguration());
        QSignalSpy opened(&attempt, &net::WsAttempt::opened);
        QSignalSpy heard(&attempt, &net::WsAttempt::heard);
        QTRY_COMPARE(opened.size(), 1);
        disconnect(attempt.findChild<QTcpSocket *>(), nullptr, &attempt, nullptr);
        heard.clear();
        attempt.ping();
        QTRY_COMPARE(heard.size(), 1);
    }

    // The program was stopped for a while, and the pong lies unread.
    void ourOwnStandstillIsNoSilence()
    {
        WsPeer peer;
        WsWatch watch(peer.url());
        QVERIFY(watch.opens());
        watch.clock.advance(10s);
        watch.clock.stall(60s);
        watch.clock.advance(0ms);
        QCOMPARE(watch.state(), WsState::Open);
        QTRY_COMPARE(peer.pingCount(), 2);
        peer.setAnswersPings(false);
        peer.sendText(u"x"_s);
        QTRY_COMPARE(watch.texts.size(), 1);
        watch.clock.advance(14999ms);
        QCOMPARE(watch.state(), WsState::Open);
        watch.clock.advance(1ms);
        QCOMPARE(watch.state(), WsState::Waiting);
    }

    void theWaitsGrow()
    {
        WsPeer peer;
        peer.refuse();
        WsWatch watch(peer.url());
        watch.channel()->open();
        base::milliseconds longest = 500ms;
        QSet<qint64> tails; // at the end all waits are of 15 to 30 s
        for (int i = 0; i < 14; ++i) {
            QVERIFY(watch.reaches(WsState::Waiting));
            const base::milliseconds waited = watch.waitOut(longest);
            QCOMPARE(watch.state(), WsState::Connecting);
            QVERIFY2(waited >= longest / 2, qPrintable(QString::number(waited.count())));
            if (longest == 30s)
                tails << waited.count();
            longest = std::min<base::milliseconds>(longest * 2, 30s);
        }
        QVERIFY(tails.size() > 1);
        QVERIFY(watch.losses.empty());
        QVERIFY(watch.reaches(WsState::Waiting));
        peer.acceptAgain();
        (void)watch.waitOut(30s);
        QVERIFY(watch.reaches(WsState::Open));
        QCOMPARE(peer.connectionCount(), 1);

        peer.refuse();
        watch.channel()->close();
        watch.channel()->open();
        QVERIFY(watch.reaches(WsState::Waiting));
        QVERIFY(watch.waitOut(30s) <= 500ms);
    }

    void aSteadyConnectionMakesThemShortAgain_data()
    {
        QTest::addColumn<int>("openFor");
        QTest::addColumn<int>("longest");
        QTest::addRow("9.999 s") << 9'999 << 8000;
        QTest::addRow("10 s") << 10'000 << 500;
    }

    void aSteadyConnectionMakesThemShortAgain()
    {
        QFETCH(int, openFor);
        QFETCH(int, longest);
        WsPeer peer;
        peer.refuse();
        WsWatch watch(peer.url(), withoutPings());
        watch.channel()->open();
        for (int i = 0; i < 4; ++i) {
            QVERIFY(watch.reaches(WsState::Waiting));
            if (i == 3)
                peer.acceptAgain();
            (void)watch.waitOut(30s);
        }
        QVERIFY(watch.reaches(WsState::Open));
        watch.clock.advance(base::milliseconds(openFor));
        peer.cut();
        QVERIFY(watch.reaches(WsState::Waiting));
        const base::milliseconds waited = watch.waitOut(30s);
        QVERIFY(waited.count() <= longest);
        QVERIFY(waited.count() >= longest / 2);
    }
};

QTEST_GUILESS_MAIN(TestWsLosses)
#include "test_ws_losses.moc"
