// SPDX-License-Identifier: Apache-2.0
// The fault laboratory for the Tradelab family: every fault times every kind of order, plain and encrypted,
// and each fault once more with the dialects of the other two brokers. A row is called fault/kind/transport.
// The orders of one fault are cancelled in one run, each with a ticket of its own, unless the fault would
// keep the others from leaving.
#include "support/tradelab_lab.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace support::lab;
using support::Broker;

class TestFaultLabTradelab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsTrue_data();
    void endsTrue();

private:
    Bench m_bench;
};

void TestFaultLabTradelab::endsTrue_data()
{
    QTest::addColumn<std::size_t>("fault");
    QTest::addColumn<std::size_t>("kind");
    QTest::addColumn<int>("broker");
    QTest::addColumn<bool>("isEncrypted");
    const auto add = [](std::size_t fault, std::size_t kind, Broker broker, bool isEncrypted) {
        if (tradelabFaults()[fault].deed == Deed::WrongCertificate && !isEncrypted)
            return;
        QTest::addRow("%s/%s/%s %s", tradelabFaults()[fault].name, tradelabKinds()[kind].name,
                      isEncrypted ? "TLS" : "plain", qPrintable(practice::profileOf(broker).name))
            << fault << kind << static_cast<int>(broker) << isEncrypted;
    };
    for (std::size_t fault = 0; fault < tradelabFaults().size(); ++fault) {
        for (const bool isEncrypted : {false, true}) {
            for (std::size_t kind = 0; kind < tradelabKinds().size(); ++kind)
                add(fault, kind, Broker::Pocketful, isEncrypted);
        }
        // Each fault meets one kind there, the next fault the next kind.
        add(fault, fault % tradelabKinds().size(), Broker::Pace, false);
        add(fault, (fault + 3) % tradelabKinds().size(), Broker::HdfcSky, true);
    }
}

void TestFaultLabTradelab::endsTrue()
{
    QFETCH(std::size_t, fault);
    QFETCH(std::size_t, kind);
    QFETCH(int, broker);
    QFETCH(bool, isEncrypted);
    const Fault &tried = tradelabFaults()[fault];
    const bool isAlone = tried.isOneByOne || static_cast<Broker>(broker) != Broker::Pocketful;
    // Four at once, where one of them does not shut the way for another.
    const std::vector<std::size_t> asked =
        isAlone ? std::vector{kind} : groupOf(kind, tradelabKinds().size());
    const QString name = u"%1/%2/%3/%4/%5"_s.arg(fault)
                             .arg(asked.front())
                             .arg(asked.size())
                             .arg(broker)
                             .arg(static_cast<int>(isEncrypted));
    const SceneOutcome &outcome = m_bench.outcome(
        name, [&] { return runTradelab(tried, asked, static_cast<Broker>(broker), isEncrypted); });
    const QString wrong = complaint(tried, truthOf(tried, tradelabKinds()[kind]),
                                    outcome.kinds.at(QLatin1StringView(tradelabKinds()[kind].name)));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY2(outcome.trouble.isEmpty(), qPrintable(outcome.trouble));
}

QTEST_GUILESS_MAIN(TestFaultLabTradelab)
#include "test_fault_lab_tradelab.moc"
