// SPDX-License-Identifier: Apache-2.0
// Against a real gnome-keyring; tests/support/with_keyring.sh starts it. What the keyring holds is looked up
// with secret-tool, which shares no code with the library under the store.
#include "support/manual_clock.h"
#include "support/store_wait.h"
#include "vault/keychain_store.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

const QString service = u"PullcordTest"_s;

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

/// What the keyring holds for our service, names and attributes.
QString kept()
{
    return outputOf(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, service});
}

void lockKeyring()
{
    outputOf(u"dbus-send"_s, {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                              u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                              u"array:objpath:/org/freedesktop/secrets/collection/login"_s});
}

pid_t keyringProcess()
{
    const QString answer =
        outputOf(u"dbus-send"_s,
                 {u"--session"_s, u"--print-reply=literal"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                  u"org.freedesktop.DBus.GetConnectionUnixProcessID"_s, u"string:org.freedesktop.secrets"_s});
    return answer.section(u' ', -1).trimmed().toInt();
}

} // namespace

class TestKeychainStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"), "run through with_keyring.sh");
        QVERIFY2(support::answerOf<base::Status>([&](auto done) { m_store.probe(done); }), "no keyring");
    }

    void comesBackAsItWas_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("secret");
        QTest::addRow("plain") << u"pocketful-live"_s << QByteArray("eyJhbGciOi.token");
        QTest::addRow("beyond ASCII") << u"करोड़ ₹ ü"_s << QString(u"पासवर्ड ₹ ü"_s).toUtf8();
        QTest::addRow("any bytes") << u"bytes"_s << QByteArray("a\0b\xff\n", 5);
        QTest::addRow("long") << u"long"_s << QByteArray(90'000, 'x');
    }

    void comesBackAsItWas()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, secret);
        QVERIFY(support::writeNow(m_store, name, secret));
        vault::KeychainStore other(m_clock, service);
        QCOMPARE(support::readNow(other, name).value()->reveal(), secret);
        QVERIFY(kept().contains(u"attribute.user = "_s + name));
        QVERIFY(support::writeNow(m_store, name, "replaced"));
        QCOMPARE(support::readNow(other, name).value()->reveal(), "replaced");
        QVERIFY(support::removeNow(m_store, name));
        QVERIFY(!kept().contains(u"attribute.user = "_s + name));
        QVERIFY(!support::readNow(other, name).value().has_value());
    }

    void servicesAreApart()
    {
        vault::KeychainStore other(m_clock, u"PullcordOther"_s);
        QVERIFY(support::writeNow(m_store, u"a"_s, "mine"));
        QVERIFY(!support::readNow(other, u"a"_s).value().has_value());
        QVERIFY(support::removeNow(other, u"a"_s));
        QCOMPARE(support::readNow(m_store, u"a"_s).value()->reveal(), "mine");
    }

    void whatIsNotThereIsRemovedToo() { QVERIFY(support::removeNow(m_store, u"never there"_s)); }

    void anEmptyOneIsNone()
    {
        QVERIFY(support::writeNow(m_store, u"empty"_s, {}));
        QVERIFY(!support::readNow(m_store, u"empty"_s).value().has_value());
    }

    void theProbeLeavesNothing()
    {
        QVERIFY(support::answerOf<base::Status>([&](auto done) { m_store.probe(done); }));
        QVERIFY(!kept().contains(u"probe-"_s));
    }

    void aDestroyedStoreIsSilent()
    {
        int answers = 0;
        {
            vault::KeychainStore store(m_clock, service);
            store.read(u"a"_s, [&](const auto &) { ++answers; });
        }
        QVERIFY(support::writeNow(m_store, u"b"_s, "after it")); // the library ends its jobs in order
        QCOMPARE(answers, 0);
    }

    void aHungKeyringEndsAtTheDeadline()
    {
        const pid_t keyring = keyringProcess();
        QVERIFY(keyring > 0);
        QCOMPARE(kill(keyring, SIGSTOP), 0);
        const auto goOn = qScopeGuard([keyring] { kill(keyring, SIGCONT); });
        base::Status written;
        int answers = 0;
        m_store.write(u"hung"_s, base::Secret("secret"), [&](const base::Status &status) {
            written = status;
            ++answers;
        });
        // The loop turns while the keyring does not answer.
        int turns = 0;
        for (int i = 0; i < 5; ++i)
            QMetaObject::invokeMethod(
                this, [&] { ++turns; }, Qt::QueuedConnection);
        QTRY_COMPARE(turns, 5);
        QCOMPARE(answers, 0);
        m_clock.advance(base::milliseconds(4999));
        QCOMPARE(answers, 0);
        m_clock.advance(base::milliseconds(1));
        QCOMPARE(answers, 1);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, base::ErrorKind::Keychain);
        QVERIFY(written.error().text.contains(u"does not answer"_s));

        kill(keyring, SIGCONT);
        QVERIFY(support::writeNow(m_store, u"later"_s, "x")); // behind the one that hung
        QCOMPARE(answers, 1);
    }

    // Last: nothing here can unlock it again.
    void aLockedKeyringProvesNothing()
    {
        QVERIFY(support::writeNow(m_store, u"locked"_s, "secret"));
        lockKeyring();
        const base::Status written = support::writeNow(m_store, u"new"_s, "x");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, base::ErrorKind::Keychain);
        QVERIFY(written.error().text.contains(u"locked"_s));
        const auto read = support::readNow(m_store, u"locked"_s);
        QVERIFY(read && !read->has_value()); // "not there or locked"
        QVERIFY(!support::removeNow(m_store, u"locked"_s));
        QVERIFY(!support::answerOf<base::Status>([&](auto done) { m_store.probe(done); }));
        QVERIFY(kept().contains(u"attribute.user = locked"_s));
    }

private:
    support::ManualClock m_clock;
    vault::KeychainStore m_store{m_clock, service};
};

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "test_keychain_store.moc"
