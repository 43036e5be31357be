// SPDX-License-Identifier: Apache-2.0
// A WsChannel whose other side behaves: it opens, sends, receives, closes for good, and may be destroyed by
// any of its listeners.
#include "support/self_signed.h"
#include "support/ws_watch.h"

using net::WsState;
using support::WsPeer;
using support::WsWatch;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestWsChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_tls = support::makeSelfSigned();
        QVERIFY2(!m_tls.certificate.isNull(), "openssl made no certificate");
    }

    void opensAndEchoes_data() { plainAndEncrypted(); }

    void opensAndEchoes()
    {
        WsPeer peer;
        prepare(peer);
        peer.setEchoes(true);
        WsWatch watch(peer.url(u"/ws/v1?access_token=abcd&b=%2F"_s));
        trust(watch);
        QCOMPARE(watch.state(), WsState::Closed);
        QVERIFY(watch.opens());
        QCOMPARE(watch.told, (QStringList{u"connecting"_s, u"opened"_s, u"open"_s}));
        QVERIFY(!watch.channel()->problem());
        QVERIFY(peer.heads()[0].startsWith("GET /ws/v1?access_token=abcd&b=%2F HTTP/1.1\r\n"));
        QVERIFY(peer.heads()[0].split('\n').last() == "User-Agent: Pullcord/" PULLCORD_VERSION);

        QVERIFY(watch.channel()->send(u"one ₹"_s));
        QVERIFY(watch.channel()->send(QString(100'000, u'x')));
        QTRY_COMPARE(watch.texts.size(), 2);
        QCOMPARE(watch.texts, (QStringList{u"one ₹"_s, QString(100'000, u'x')}));
        QCOMPARE(peer.texts(), watch.texts);
        QCOMPARE(peer.connectionCount(), 1);
    }

    void keepsTheOrderOfWhatComes_data() { plainAndEncrypted(); }

    // From the first byte after the handshake to the last one before the end.
    void keepsTheOrderOfWhatComes()
    {
        WsPeer peer;
        prepare(peer);
        const QString large(300'000, u'y');
        peer.setWelcome(WsPeer::frame(WsPeer::Text, "first") + WsPeer::frame(WsPeer::Text, large.toUtf8()));
        WsWatch watch(peer.url());
        trust(watch);
        QVERIFY(watch.opens());
        QTRY_COMPARE(watch.texts.size(), 2);
        peer.sendText(large);
        peer.sendRaw(WsPeer::frame(WsPeer::Text, "in ", false) +
                     WsPeer::frame(WsPeer::Continuation, "pieces"));
        peer.sendText(u"last"_s);
        peer.cut();
        QVERIFY(watch.reaches(WsState::Waiting));
        QCOMPARE(watch.texts, (QStringList{u"first"_s, large, large, u"in pieces"_s, u"last"_s}));
        QCOMPARE(watch.told.mid(watch.told.indexOf(u"lost"_s)), (QStringList{u"lost"_s, u"waiting"_s}));
    }

    void sendsInStateOpenAlone()
    {
        WsPeer peer;
        WsWatch watch(peer.url());
        QVERIFY(!watch.channel()->send(u"closed"_s));
        watch.channel()->open();
        QVERIFY(!watch.channel()->send(u"connecting"_s));
        QVERIFY(watch.reaches(WsState::Open));
        QVERIFY(!watch.channel()->send(QString()));
        QVERIFY(watch.channel()->send(u"first"_s));
        QTRY_COMPARE(peer.texts().size(), 1);

        peer.cut();
        QVERIFY(watch.reaches(WsState::Waiting));
        QVERIFY(!watch.channel()->send(u"waiting"_s));
        watch.clock.advance(500ms);
        QCOMPARE(watch.state(), WsState::Connecting);
        QVERIFY(!watch.channel()->send(u"connecting again"_s));
        QVERIFY(watch.reaches(WsState::Open));
        QVERIFY(watch.channel()->send(u"second"_s));
        QTRY_COMPARE(peer.texts().size(), 2);
        watch.channel()->close();
        QVERIFY(!watch.channel()->send(u"closed again"_s));
        QTRY_COMPARE(peer.closeCodes().size(), 1);
        QCOMPARE(peer.texts(), (QStringList{u"first"_s, u"second"_s}));
    }

    // The socket is gone and nobody has told the channel yet.
    void tellsNothingFromInsideSend()
    {
        WsPeer peer;
        WsWatch watch(peer.url());
        QVERIFY(watch.opens());
        auto *wire = watch.channel()->findChild<QTcpSocket *>();
        QVERIFY(wire);
        wire->blockSignals(true);
        wire->abort();
        const QStringList before = watch.told;
        QVERIFY(!watch.channel()->send(u"x"_s));
        QVERIFY(!watch.channel()->send(u"y"_s));
        QCOMPARE(watch.told, before);
        QVERIFY(watch.reaches(WsState::Waiting));
        QCOMPARE(watch.losses.size(), 1U);
        QVERIFY(peer.texts().isEmpty());
    }

    void closesForGood_data() { plainAndEncrypted(); }

    void closesForGood()
    {
        WsPeer peer;
        prepare(peer);
        WsWatch watch(peer.url());
        trust(watch);
        QVERIFY(watch.opens());
        watch.told.clear();
        QVERIFY(watch.channel()->send(u"the last word"_s));
        watch.channel()->close();
        watch.channel()->close();
        QCOMPARE(watch.told, QStringList{u"closed"_s});
        QTRY_COMPARE(peer.closeCodes(), QList<int>{1000});
        QCOMPARE(peer.texts(), QStringList{u"the last word"_s});
        QVERIFY(staysClosed(watch, peer));

        QVERIFY(watch.opens());
        QCOMPARE(peer.connectionCount(), 2);
    }

    void closesFromEveryState()
    {
        WsPeer peer;
        peer.setManner(WsPeer::Manner::NeverAnswer);
        WsWatch watch(peer.url());
        watch.channel()->open();
        QTRY_COMPARE(peer.heads().size(), 1);
        watch.channel()->close();
        QVERIFY(staysClosed(watch, peer));

        peer.setManner(WsPeer::Manner::CloseAfterHead);
        watch.channel()->open();
        QVERIFY(watch.reaches(WsState::Waiting));
        QVERIFY(watch.channel()->problem());
        watch.channel()->close();
        QVERIFY(staysClosed(watch, peer));
        QVERIFY(watch.losses.empty());
    }

    void reconnectsAtOnce()
    {
        WsPeer peer;
        WsWatch watch(peer.url());
        watch.channel()->reconnect();
        QCOMPARE(watch.state(), WsState::Closed);
        QVERIFY(watch.opens());
        watch.told.clear();
        watch.channel()->reconnect();
        QCOMPARE(watch.told, (QStringList{u"lost"_s, u"connecting"_s}));
        QVERIFY(watch.channel()->problem()->text.contains(u"for a new one"_s));
        QVERIFY(watch.reaches(WsState::Open));
        QCOMPARE(peer.connectionCount(), 2);

        peer.cut();
        QVERIFY(watch.reaches(WsState::Waiting));
        watch.channel()->reconnect();
        QCOMPARE(watch.state(), WsState::Connecting);
        peer.setManner(WsPeer::Manner::NeverAnswer);
        QTRY_COMPARE(peer.heads().size(), 3);
        peer.setManner(WsPeer::Manner::Accept);
        watch.channel()->reconnect();
        QVERIFY(watch.reaches(WsState::Open));
        QCOMPARE(peer.connectionCount(), 4);
        QCOMPARE(watch.losses.size(), 2U);
    }

    // What the old connection still had to say is not the new one's.
    void forgetsTheOldConnection()
    {
        WsPeer peer;
        WsWatch watch(peer.url());
        QVERIFY(watch.opens());
        peer.sendText(u"old"_s);
        peer.closeWith(1001);
        watch.channel()->reconnect();
        QVERIFY(watch.reaches(WsState::Open));
        peer.sendText(u"new"_s);
        QTRY_COMPARE(watch.texts.size(), 1);
        QCOMPARE(watch.texts, QStringList{u"new"_s});
        QCOMPARE(watch.losses.size(), 1U);
        QCOMPARE(watch.state(), WsState::Open);
    }

    void theListenerOfALossDecides()
    {
        WsPeer peer;
        WsWatch watch(peer.url());
        QVERIFY(watch.opens());
        auto context = std::make_unique<QObject>();
        connect(watch.channel(), &net::WsChannel::lost, context.get(), [&] { watch.channel()->reconnect(); });
        peer.cut();
        QTRY_COMPARE(peer.connectionCount(), 2);
        QVERIFY(watch.reaches(WsState::Open));
        watch.channel()->reconnect();
        QVERIFY(watch.reaches(WsState::Open));
        QCOMPARE(peer.connectionCount(), 3);

        context = std::make_unique<QObject>();
        connect(watch.channel(), &net::WsChannel::lost, context.get(), [&] { watch.channel()->close(); });
        watch.channel()->reconnect();
        QVERIFY(staysClosed(watch, peer));
        QCOMPARE(watch.losses.size(), 3U);
    }

    void mayBeDestroyedByItsListener_data()
    {
        QTest::addColumn<bool>("isEncrypted");
        QTest::addColumn<QString>("word");
        for (const QString &word :
             {u"connecting"_s, u"opened"_s, u"open"_s, u"received"_s, u"lost"_s, u"waiting"_s}) {
            QTest::addRow("plain, %s", qPrintable(word)) << false << word;
            QTest::addRow("encrypted, %s", qPrintable(word)) << true << word;
        }
    }

    void mayBeDestroyedByItsListener()
    {
        QFETCH(QString, word);
        WsPeer peer;
        prepare(peer);
        // More than the listener lives to see.
        peer.setWelcome(WsPeer::frame(WsPeer::Text, "a") + WsPeer::frame(WsPeer::Text, "b") +
                        WsPeer::frame(WsPeer::Ping, "c"));
        WsWatch watch(peer.url());
        trust(watch);
        watch.destroyAt = word;
        watch.channel()->open();
        if (word == u"lost"_s || word == u"waiting"_s) {
            QTRY_COMPARE(watch.texts.size(), 2);
            peer.cut();
        }
        QTRY_VERIFY(!watch.channel());
        QCOMPARE(watch.told.count(word), 1);
        QCOMPARE(watch.told.back(), word);
        QCOMPARE(watch.clock.timerCount(), std::size_t(0));
        watch.clock.advance(1h);
        QCoreApplication::processEvents();
        QCOMPARE(watch.told.back(), word);
    }

    void mayBeDestroyedWhereTheLossIsItsOwn_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"silence", "reconnect", "close"})
            QTest::addRow("%s", how) << QString::fromLatin1(how);
    }

    void mayBeDestroyedWhereTheLossIsItsOwn()
    {
        QFETCH(QString, how);
        WsPeer peer;
        WsWatch watch(peer.url());
        QVERIFY(watch.opens());
        watch.destroyAt = how == u"close"_s ? u"closed"_s : u"lost"_s;
        if (how == u"silence"_s)
            watch.clock.advance(15s);
        else if (how == u"reconnect"_s)
            watch.channel()->reconnect();
        else
            watch.channel()->close();
        QVERIFY(!watch.channel());
        QCOMPARE(watch.told.back(), watch.destroyAt);
        QCOMPARE(watch.clock.timerCount(), std::size_t(0));
        QCoreApplication::processEvents();
        QCOMPARE(peer.connectionCount(), 1);
    }

    void isSilentWhenDestroyed()
    {
        WsPeer peer;
        WsWatch watch(peer.url());
        QVERIFY(watch.opens());
        peer.sendText(u"unread"_s);
        const QStringList before = watch.told;
        watch.destroy();
        QTRY_COMPARE(peer.openCount(), 0);
        QCOMPARE(watch.told, before);
        QVERIFY(peer.closeCodes().isEmpty());
        QCOMPARE(watch.clock.timerCount(), std::size_t(0));
    }

private:
    static void plainAndEncrypted()
    {
        QTest::addColumn<bool>("isEncrypted");
        QTest::addRow("plain") << false;
        QTest::addRow("encrypted") << true;
    }

    void prepare(WsPeer &peer) const
    {
        QFETCH(bool, isEncrypted);
        if (isEncrypted)
            peer.useTls(m_tls.certificate, m_tls.key);
    }

    void trust(WsWatch &watch) const { watch.channel()->trustAlso({m_tls.certificate}); }

    /// No timer, no problem, no signal and no connection for an hour.
    static bool staysClosed(WsWatch &watch, const WsPeer &peer)
    {
        const int connections = peer.connectionCount();
        const QStringList told = watch.told;
        const std::size_t timers = watch.clock.timerCount();
        watch.clock.advance(1h);
        QCoreApplication::processEvents();
        return watch.state() == WsState::Closed && timers == 0 && !watch.channel()->problem() &&
               peer.connectionCount() == connections && watch.told == told;
    }

    support::SelfSigned m_tls;
};

QTEST_GUILESS_MAIN(TestWsChannel)
#include "test_ws_channel.moc"
