// SPDX-License-Identifier: Apache-2.0
// Connections with a real keyring: run under tests/support/with_keyring.sh.
#include "cli/cli_bench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using cli::Finished;

class TestCliKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsASecretAndForgetsIt();

private:
    // What secret-tool knows of this program.
    static QByteArray keyring()
    {
        QProcess tool;
        tool.start(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, u"Pullcord"_s});
        tool.waitForFinished();
        return tool.readAllStandardOutput() + tool.readAllStandardError();
    }
};

void TestCliKeyring::keepsASecretAndForgetsIt()
{
    const cli::PracticeProcess venue;
    cli::Bench bench;
    bench.environment = QProcessEnvironment::systemEnvironment(); // with the bus
    const Finished added = bench.run(
        {u"connections"_s, u"add"_s, u"desk"_s, u"--broker"_s, u"pocketful"_s, u"--url"_s, venue.url()},
        venue.token() + '\n');
    QVERIFY2(added.code == 0 && !added.err.contains("Warning"), added.story());
    QVERIFY(keyring().contains("desk"));
    QCOMPARE(bench.run({u"connections"_s, u"list"_s}).array()[0][u"has_secret"_s].toBool(), true);

    // No secrets file: it signs in with what the keyring has, the trailing newline dropped.
    const Finished orders = bench.run({u"orders"_s, u"--format"_s, u"json"_s});
    QVERIFY2(orders.code == 0, orders.story());
    QCOMPARE(orders.object()[u"orders"_s].toArray().size(), 40);
    const Finished cancelled = bench.run({u"cancel"_s, u"--filter"_s, u"symbol:IDEA*"_s, u"--yes"_s});
    QVERIFY2(cancelled.code == 0, cancelled.story());

    // For this run alone, and past the keyring.
    bench.writeSecrets({{u"desk"_s, u"wrong"_s}});
    QCOMPARE(bench.with({u"orders"_s}).code, 6);
    QCOMPARE(bench.run({u"orders"_s}).code, 0);

    const Finished removed = bench.run({u"connections"_s, u"remove"_s, u"desk"_s});
    QVERIFY2(removed.code == 0 && removed.err.isEmpty(), removed.story());
    QVERIFY2(!keyring().contains("desk"), keyring());
    QVERIFY(bench.run({u"connections"_s, u"list"_s}).array().isEmpty());
}

QTEST_GUILESS_MAIN(TestCliKeyring)
#include "test_cli_keyring.moc"
