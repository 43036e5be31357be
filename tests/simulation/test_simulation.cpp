// SPDX-License-Identifier: Apache-2.0
// Whole simulated days against the model. In the environment: PULLCORD_CANCELS (how many in all),
// PULLCORD_FIRST_SEED, PULLCORD_SEEDS (how many days, whatever they bring). A seed that fails prints itself.
#include "sim_run.h"

#include <QHashSeed>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void holds();
};

void TestSimulation::holds()
{
    const int days = qEnvironmentVariableIntValue("PULLCORD_SEEDS");
    const int wanted = qEnvironmentVariableIsSet("PULLCORD_CANCELS")
                           ? qEnvironmentVariableIntValue("PULLCORD_CANCELS")
                           : 20'000;
    const int first = qMax(1, qEnvironmentVariableIntValue("PULLCORD_FIRST_SEED"));
    simulation::Tally tally;
    long long cancels = 0;
    for (int seed = first; days > 0 ? seed < first + days : cancels < wanted; ++seed) {
        const auto day = simulation::liveDay(static_cast<std::uint64_t>(seed), tally);
        cancels += day.tickets;
        if (day.wrong.isEmpty())
            continue;
        for (const QString &line : day.story)
            qWarning("%s", qPrintable(line));
        QFAIL(qPrintable(u"seed %1, after %2 cancels: %3"_s.arg(seed).arg(cancels).arg(day.wrong)));
    }
    // A simulation that met nothing would prove nothing.
    for (const char *met : {"kill", "power cut", "sleep", "answer lost", "receipt without effect",
                            "refused though it acted", "list from a stale cache", "end: proved"})
        QVERIFY2(days > 0 || wanted < 20'000 || tally.of(met) > 0, met);
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "test_simulation.moc"
