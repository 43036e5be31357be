// SPDX-License-Identifier: Apache-2.0
// How long a plan says that it will take: by segment, by account, and over several accounts.
#include "support/plan_bench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using desk::CancelPlan;
using orders::OrderPtr;
using support::makeOrder;
using support::PlanBench;

class TestPlanEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void estimatesTheTime()
    {
        PlanBench bench;
        const CancelPlan plan = bench.planOfMany(80, {u"NSE"_s});
        QCOMPARE(plan.estimate, bench.venue->limiter().estimate({80}));
        QVERIFY(plan.estimate >= base::seconds(9)); // eight a second and segment
        QCOMPARE(plan.leftThisHour, bench.venue->limiter().writesLeftThisHour());
        QCOMPARE(bench.plan({}).estimate, base::milliseconds(0));
    }

    // The account's own windows hold whatever leaves it, on however many segments.
    void estimatesSegmentsTogether()
    {
        PlanBench bench;
        const QStringList segments{u"NSE"_s, u"NFO"_s, u"BSE"_s, u"MCX"_s};
        const CancelPlan plan = bench.planOfMany(112, segments);
        QCOMPARE(plan.chosenCount(), 112);
        QCOMPARE(plan.estimate, bench.venue->limiter().estimate({28, 28, 28, 28}));
        QVERIFY(plan.estimate >= base::seconds(12)); // nine a second for the account
    }

    void estimatesAccountsSideBySide()
    {
        PlanBench one;
        PlanBench other;
        std::vector<orders::OrderKey> keys;
        for (const auto &[bench, account, count] :
             {std::tuple(&one, support::account, 40),
              std::tuple(&other, u"practice|tradelab|elsewhere||X"_s, 24)}) {
            std::vector<OrderPtr> rows;
            for (int i = 0; i < count; ++i) {
                rows.push_back(makeOrder(QString::number(i), {}, [account = account](orders::Order &order) {
                    order.key.account = account;
                }));
                keys.push_back(rows.back()->key);
            }
            bench->show(std::move(rows));
        }
        const CancelPlan plan = desk::planCancel(
            keys,
            [&](const orders::OrderKey &key) {
                return key.account == support::account ? one.runtime.get() : other.runtime.get();
            },
            *one.cancels, one.clock.wall());
        QCOMPARE(plan.chosenCount(), 64);
        QCOMPARE(plan.estimate, one.venue->limiter().estimate({40}));
    }
};

QTEST_GUILESS_MAIN(TestPlanEstimate)
#include "test_plan_estimate.moc"
