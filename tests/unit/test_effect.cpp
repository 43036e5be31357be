// SPDX-License-Identifier: Apache-2.0
#include "orders/effect.h"
#include "support/orders_of.h"

#include <QTest>

using namespace Qt::StringLiterals;
using orders::Effect;
using orders::LegRole;
using support::makeOrder;

class TestEffect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsFromTheRow_data();
    void followsFromTheRow();
    void aLegNamedAfterItsParentMayTrade();
    void consentIsNeededForWhatMayTrade();
    void growsWithItsSeverity();
    void hasItsWordInTheContract();
    void aLegIsCalledByItsRow_data();
    void aLegIsCalledByItsRow();
};

void TestEffect::followsFromTheRow_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("leg");
    QTest::addColumn<QString>("filled");
    QTest::addColumn<Effect>("effect");
    const auto row = [](const char *name, const QString &kind, const QString &leg, const QString &filled,
                        Effect effect) { QTest::newRow(name) << kind << leg << filled << effect; };
    row("regular", u"REGULAR"_s, {}, u"0"_s, Effect::Cancel);
    row("regular, part filled", u"REGULAR"_s, {}, u"4"_s, Effect::Cancel);
    row("amo", u"AMO"_s, {}, u"0"_s, Effect::Cancel);
    row("regular that is called an entry", u"REGULAR"_s, u"ENTRY"_s, u"4"_s, Effect::Cancel);
    row("co entry", u"CO"_s, u"ENTRY"_s, u"0"_s, Effect::CancelWithLegs);
    row("co entry, odd case", u"co"_s, u"Entry"_s, u"0"_s, Effect::CancelWithLegs);
    row("co entry, filled", u"CO"_s, u"ENTRY"_s, u"1"_s, Effect::Unknown);
    row("co entry, nobody knows", u"CO"_s, u"ENTRY"_s, {}, Effect::Unknown);
    row("bo entry", u"BO"_s, u"ENTRY"_s, u"0"_s, Effect::CancelWithLegs);
    row("bo entry, filled", u"BO"_s, u"entry"_s, u"0.5"_s, Effect::Unknown);
    row("spread entry", u"SPD"_s, u"ENTRY"_s, u"0"_s, Effect::Cancel);
    row("spread entry, filled", u"SPD"_s, u"ENTRY"_s, u"50"_s, Effect::Unknown);
    for (const char *leg :
         {"SECOND", "Second", "THIRD", "third", "TARGET", "STOPLOSS", "StopLoss", "SQUAREOFF_LEG"})
        row(leg, u"BO"_s, QString::fromLatin1(leg), u"0"_s, Effect::MayTrade);
    row("a regular order's exit leg", u"REGULAR"_s, u"THIRD"_s, u"0"_s, Effect::MayTrade);
    for (const char *leg : {"GTT_ENTRY", "SIP_ENTRY", "FOURTH", "250328000022151", "ENTRY2"})
        row(leg, u"BO"_s, QString::fromLatin1(leg), u"0"_s, Effect::Unknown);
    row("an unknown kind", u"ICEBERG"_s, {}, u"0"_s, Effect::Cancel);
    row("an unknown kind's entry", u"HDG"_s, u"ENTRY"_s, u"3"_s, Effect::Cancel);
}

void TestEffect::followsFromTheRow()
{
    QFETCH(QString, kind);
    QFETCH(QString, leg);
    QFETCH(QString, filled);
    QFETCH(Effect, effect);
    const auto row = makeOrder(u"1"_s, leg, [&](orders::Order &order) {
        order.kind = kind;
        order.filled = base::Decimal::fromText(filled).value_or(base::Decimal());
    });
    QCOMPARE(orders::effectOf(*row, false), effect);
}

void TestEffect::aLegNamedAfterItsParentMayTrade()
{
    QCOMPARE(orders::effectOf(*makeOrder(u"1"_s, u"250328000022151"_s), true), Effect::MayTrade);
}

void TestEffect::consentIsNeededForWhatMayTrade()
{
    QVERIFY(!orders::needsConsent(Effect::Cancel));
    QVERIFY(!orders::needsConsent(Effect::CancelWithLegs));
    QVERIFY(orders::needsConsent(Effect::Unknown));
    QVERIFY(orders::needsConsent(Effect::MayTrade));
}

void TestEffect::growsWithItsSeverity()
{
    QVERIFY(Effect::Cancel < Effect::CancelWithLegs);
    QVERIFY(Effect::CancelWithLegs < Effect::Unknown);
    QVERIFY(Effect::Unknown < Effect::MayTrade);
}

void TestEffect::hasItsWordInTheContract()
{
    QCOMPARE(orders::effectName(Effect::Cancel), u"cancel"_s);
    QCOMPARE(orders::effectName(Effect::CancelWithLegs), u"cancel_with_legs"_s);
    QCOMPARE(orders::effectName(Effect::Unknown), u"unknown"_s);
    QCOMPARE(orders::effectName(Effect::MayTrade), u"may_trade"_s);
}

void TestEffect::aLegIsCalledByItsRow_data()
{
    QTest::addColumn<QString>("leg");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("trigger");
    QTest::addColumn<LegRole>("role");
    QTest::newRow("no leg") << QString() << u"SL"_s << 5 << LegRole::None;
    QTest::newRow("entry") << u"Entry"_s << u"SL"_s << 5 << LegRole::Entry;
    QTest::newRow("second is the target") << u"SECOND"_s << u"LIMIT"_s << 0 << LegRole::Target;
    QTest::newRow("second is the stop") << u"SECOND"_s << u"SL"_s << 0 << LegRole::Stop;
    QTest::newRow("third is the stop") << u"THIRD"_s << u"SLM"_s << 0 << LegRole::Stop;
    QTest::newRow("third is the target") << u"THIRD"_s << u"limit"_s << 0 << LegRole::Target;
    QTest::newRow("a trigger makes a stop") << u"SECOND"_s << u"LIMIT"_s << 21 << LegRole::Stop;
    QTest::newRow("neither") << u"SECOND"_s << u"MARKET"_s << 0 << LegRole::Other;
}

void TestEffect::aLegIsCalledByItsRow()
{
    QFETCH(QString, leg);
    QFETCH(QString, type);
    QFETCH(int, trigger);
    QFETCH(LegRole, role);
    const auto row = makeOrder(u"1"_s, leg, [&](orders::Order &order) {
        order.orderType = type;
        order.triggerPrice = trigger;
    });
    QCOMPARE(orders::legRole(*row), role);
}

QTEST_APPLESS_MAIN(TestEffect)
#include "test_effect.moc"
