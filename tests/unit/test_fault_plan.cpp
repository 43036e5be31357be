// SPDX-License-Identifier: Apache-2.0
// What a fault plan may say; what it does is test_practice_faults.cpp's.
#include "practice/fault_plan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using practice::FaultPlan;
using Section = practice::FaultPlan::Section;

class TestFaultPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesNumbersThatCannotBe_data();
    void refusesNumbersThatCannotBe();
    void takesTheLimitsThemselves();
    void refusesSectionsThatAreNone_data();
    void refusesSectionsThatAreNone();
    void refusesAPlanThatIsTooLarge();
    void refusesAPlanThatIsTooDeep();
};

void TestFaultPlan::refusesNumbersThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("member");
    for (const char *member :
         {R"("after_ms":-1)", R"("after_ms":86400001)", R"("after_ms":1e308)", R"("after_ms":"5")",
          R"("after_ms":1.5)", R"("times":-2)", R"("times":null)", R"("status":99)", R"("status":600)",
          R"("status":-5)", R"("quantity":-1)", R"("retry_after":-1)"})
        QTest::newRow(member) << QByteArray(member);
}

void TestFaultPlan::refusesNumbersThatCannotBe()
{
    QFETCH(QByteArray, member);
    const auto plan = FaultPlan::fromJson(R"({"cancel":{"*":{"do":"status",)" + member + "}}}");
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().kind, base::ErrorKind::Usage);
    const QByteArray name = member.left(member.indexOf(':'));
    QVERIFY2(plan.error().text.startsWith(QString::fromLatin1(name)), qPrintable(plan.error().text));
}

void TestFaultPlan::takesTheLimitsThemselves()
{
    auto plan = FaultPlan::fromJson(
        R"({"cancel":{"*":[{"do":"delay","after_ms":86400000,"times":1,"status":599,"retry_after":0},
                           {"do":"delay","after_ms":0,"times":-1,"status":100,"quantity":0}]}})");
    QVERIFY(plan.has_value());
    QCOMPARE(plan->take(Section::Cancel, {})->after, base::milliseconds(86'400'000));
    QCOMPARE(plan->take(Section::Cancel, {})->status, 100);
}

void TestFaultPlan::refusesSectionsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {R"({"cancel":5})", R"({"list":[]})", R"({"user":null})", R"({"feed":"x"})",
                             R"({"history":{"7":[5]}})", R"({"cancel":{"7":[[{"do":"delay"}]]}})"})
        QTest::newRow(json) << QByteArray(json);
}

void TestFaultPlan::refusesSectionsThatAreNone()
{
    QFETCH(QByteArray, json);
    const auto plan = FaultPlan::fromJson(json);
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().kind, base::ErrorKind::Usage);
}

void TestFaultPlan::refusesAPlanThatIsTooLarge()
{
    const auto padded = [](qsizetype size) { return QByteArray("{}").leftJustified(size, ' '); };
    QVERIFY(FaultPlan::fromJson(padded(1024 * 1024)).has_value());
    const auto plan = FaultPlan::fromJson(padded(100 * 1024 * 1024));
    QVERIFY(!plan.has_value());
    QVERIFY2(plan.error().text.contains(u"1 MiB"), qPrintable(plan.error().text));
}

void TestFaultPlan::refusesAPlanThatIsTooDeep()
{
    const QByteArray deep = R"({"feed":{"a":)" + QByteArray(10'000, '[') + QByteArray(10'000, ']') + R"(}})";
    QVERIFY(!FaultPlan::fromJson(deep).has_value());
}

QTEST_APPLESS_MAIN(TestFaultPlan)
#include "test_fault_plan.moc"
