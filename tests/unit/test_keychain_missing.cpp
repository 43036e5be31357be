// SPDX-License-Identifier: Apache-2.0
// A machine without a keychain: no message bus at all.
#include "support/manual_clock.h"
#include "support/store_wait.h"
#include "vault/keychain_store.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestKeychainMissing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "KDE_FULL_SESSION"})
            qunsetenv(name);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    }

    // The clock stands still: every answer is the keychain's own, none the deadline's.
    void everythingFailsAndSaysSo()
    {
        vault::KeychainStore store(m_clock, u"PullcordTest"_s);
        const auto read = support::readNow(store, u"a"_s);
        const base::Status written = support::writeNow(store, u"a"_s, "secret");
        const base::Status removed = support::removeNow(store, u"a"_s);
        const base::Status probed = support::answerOf<base::Status>([&](auto done) { store.probe(done); });
        QVERIFY(!read);
        QCOMPARE(read.error().kind, base::ErrorKind::Keychain);
        for (const base::Status &status : {written, removed, probed}) {
            QVERIFY(!status);
            QCOMPARE(status.error().kind, base::ErrorKind::Keychain);
            QVERIFY(status.error().text.contains(u"keychain"_s));
            QVERIFY(!status.error().text.contains(u"secret"_s));
        }
        QCOMPARE(m_clock.timerCount(), 0U);
    }

private:
    support::ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestKeychainMissing)
#include "test_keychain_missing.moc"
