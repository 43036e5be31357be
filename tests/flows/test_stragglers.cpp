// SPDX-License-Identifier: Apache-2.0
// Orders that the lists do not settle are asked about one by one, within what an hour allows.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;

class TestStragglers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // There are more of them than an hour has questions for.
    void stragglers_areAllAskedAboutInTheirTurn()
    {
        Flow flow;
        QStringList ids;
        for (int i = 0; i < 60; ++i)
            ids << QString::number(500 + i);
        flow.placeAll(ids);
        flow.plan(u"*"_s, R"("do":"drop_before")");
        flow.start();
        flow.plan(R"({"cancel":{"*":{"do":"drop_before"}},"list":{"*":{"do":"status","status":500}}})");
        QVERIFY(flow.ask(flow.openRows()));
        flow.run(20s);
        for (int minute = 0; minute < 130; ++minute)
            flow.jump(1min);
        for (const QString &id : std::as_const(ids))
            QVERIFY2(flow.reads("/order/" + id.toLatin1() + "/history") > 0, qPrintable(id));
    }

    void singleOrders_areAskedAboutForStragglersAlone()
    {
        Flow flow;
        for (int i = 0; i < 60; ++i)
            flow.placeAll({QString::number(1000 + i)});
        flow.plan(u"*"_s, R"("do":"receipt_then_nothing")");
        flow.options.isLarge = true;
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        flow.run(40s);
        QCOMPARE(flow.cancels(), 60);
        QVERIFY2(flow.reads("/history") <= 40, qPrintable(QString::number(flow.reads("/history"))));
        QVERIFY(flow.reads("/history") > 0);
    }
};

QTEST_GUILESS_MAIN(TestStragglers)
#include "test_stragglers.moc"
