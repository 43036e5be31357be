// SPDX-License-Identifier: Apache-2.0
// The fault laboratory for APEX exchanges: every fault times every kind of order, plain and encrypted. A row
// is called fault/kind/transport. The orders of one fault are cancelled in one run, each with a ticket of its
// own, unless the fault would shut the one line that they share.
#include "support/apex_lab.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace support::lab;

class TestFaultLabApex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsTrue_data();
    void endsTrue();

private:
    Bench m_bench;
};

void TestFaultLabApex::endsTrue_data()
{
    QTest::addColumn<std::size_t>("fault");
    QTest::addColumn<std::size_t>("kind");
    QTest::addColumn<bool>("isEncrypted");
    for (std::size_t fault = 0; fault < apexFaults().size(); ++fault) {
        for (const bool isEncrypted : {false, true}) {
            if (apexFaults()[fault].deed == Deed::WrongCertificate && !isEncrypted)
                continue;
            for (std::size_t kind = 0; kind < apexKinds().size(); ++kind)
                QTest::addRow("%s/%s/%s", apexFaults()[fault].name, apexKinds()[kind].name,
                              isEncrypted ? "TLS" : "plain")
                    << fault << kind << isEncrypted;
        }
    }
}

void TestFaultLabApex::endsTrue()
{
    QFETCH(std::size_t, fault);
    QFETCH(std::size_t, kind);
    QFETCH(bool, isEncrypted);
    const Fault &tried = apexFaults()[fault];
    // No more at once than leave at the same time.
    const std::vector<std::size_t> asked =
        tried.isOneByOne ? std::vector{kind} : groupOf(kind, apexKinds().size());
    const QString name =
        u"%1/%2/%3/%4"_s.arg(fault).arg(asked.front()).arg(asked.size()).arg(static_cast<int>(isEncrypted));
    const SceneOutcome &outcome = m_bench.outcome(name, [&] { return runApex(tried, asked, isEncrypted); });
    const QString wrong = complaint(apexFaultFor(tried, apexKinds()[kind]), tried.truth,
                                    outcome.kinds.at(QString::fromLatin1(apexKinds()[kind].name)));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY2(outcome.trouble.isEmpty(), qPrintable(outcome.trouble));
}

QTEST_GUILESS_MAIN(TestFaultLabApex)
#include "test_fault_lab_apex.moc"
