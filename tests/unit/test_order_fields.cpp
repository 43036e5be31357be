// SPDX-License-Identifier: Apache-2.0
#include "orders/order_fields.h"
#include "support/orders_of.h"

#include <QTest>

using namespace Qt::StringLiterals;
using orders::FieldId;
using orders::FieldType;
using orders::OrderState;
using support::makeOrder;

namespace {

base::Decimal decimal(const QString &text)
{
    return base::Decimal::fromText(text).value_or(base::Decimal());
}

orders::OrderPtr fullOrder()
{
    return makeOrder(u"20240314929"_s, u"Third"_s, [](orders::Order &order) {
        order.exchangeOrderId = u"1100000012461406"_s;
        order.symbol = u"PNB-A"_s;
        order.exchange = u"BSE"_s;
        order.side = orders::Side::Sell;
        order.orderType = u"SL"_s;
        order.quantity = 10;
        order.filled = decimal(u"2.5"_s);
        order.price = decimal(u"123.9500"_s);
        order.triggerPrice = 124;
        order.averagePrice = {};
        order.venueStatus = u"PARTIAL_TRADE"_s;
        order.reason = u"none to tell"_s;
    });
}

} // namespace

class TestOrderFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areThoseOfTheContract();
    void sayWhatTheRowSays_data();
    void sayWhatTheRowSays();
    void areFoundByName_data();
    void areFoundByName();
    void areFoundById();
    void aFieldWithoutAValueIsEmpty();
    void remainingFollowsFromTheState_data();
    void remainingFollowsFromTheState();
    void valueIsThatOfTheRemainder_data();
    void valueIsThatOfTheRemainder();
    void whatMayBeCancelledIsAlive_data();
    void whatMayBeCancelledIsAlive();
    void contentIsEverythingThatIsShown();
    void theFingerprintIsWhatStaysTheSame();
};

void TestOrderFields::areThoseOfTheContract()
{
    QStringList names;
    for (const auto &field : orders::orderFields()) {
        names << field.name;
        QVERIFY(field.text);
        QCOMPARE(field.number != nullptr, field.type == FieldType::Number);
    }
    QCOMPARE(
        names.join(u' '),
        u"connection account order_id exchange_order_id kind leg symbol exchange side order_type product "
        "validity quantity filled remaining price trigger_price average_price status venue_status "
        "cancellable "
        "effect placed_at reason"_s);
}

void TestOrderFields::sayWhatTheRowSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const std::pair<const char *, const char *> expected[] = {
        {"connection", "pocketful"},
        {"account", "DEMO1"},
        {"order_id", "20240314929"},
        {"exchange_order_id", "1100000012461406"},
        {"kind", "BO"},
        {"leg", "Third"},
        {"symbol", "PNB-A"},
        {"exchange", "BSE"},
        {"side", "SELL"},
        {"order_type", "SL"},
        {"product", "MIS"},
        {"validity", "DAY"},
        {"quantity", "10"},
        {"filled", "2.5"},
        {"remaining", "7.5"},
        {"price", "123.95"},
        {"trigger_price", "124"},
        {"average_price", ""},
        {"status", "open"},
        {"venue_status", "PARTIAL_TRADE"},
        {"cancellable", "true"},
        {"effect", "may_trade"},
        {"placed_at", "2024-03-15T05:20:00.000Z"},
        {"reason", "none to tell"},
    };
    for (const auto &[name, text] : expected)
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(text);
}

void TestOrderFields::sayWhatTheRowSays()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    const auto *field = orders::findOrderField(name);
    QVERIFY(field);
    QCOMPARE(field->text(*fullOrder()), text);
    if (field->number)
        QCOMPARE(field->number(*fullOrder()).toText(), text);
}

void TestOrderFields::areFoundByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    QTest::newRow("own name") << u"trigger_price"_s << u"trigger_price"_s;
    QTest::newRow("any case") << u"Symbol"_s << u"symbol"_s;
    QTest::newRow("id") << u"id"_s << u"order_id"_s;
    QTest::newRow("type") << u"TYPE"_s << u"order_type"_s;
    QTest::newRow("qty") << u"qty"_s << u"quantity"_s;
    QTest::newRow("trigger") << u"trigger"_s << u"trigger_price"_s;
    QTest::newRow("unknown") << u"colour"_s << QString();
    QTest::newRow("part of a name") << u"price_"_s << QString();
}

void TestOrderFields::areFoundByName()
{
    QFETCH(QString, name);
    QFETCH(QString, field);
    const auto *found = orders::findOrderField(name);
    QCOMPARE(found ? QString(found->name) : QString(), field);
}

void TestOrderFields::areFoundById()
{
    for (const auto &field : orders::orderFields())
        QCOMPARE(orders::orderField(field.id).name, field.name);
}

void TestOrderFields::aFieldWithoutAValueIsEmpty()
{
    const orders::Order empty;
    for (const auto &field : orders::orderFields()) {
        const bool isDerived =
            field.id == FieldId::Status || field.id == FieldId::Cancellable || field.id == FieldId::Effect;
        QCOMPARE(field.text(empty).isEmpty(), !isDerived);
    }
    const auto odd = makeOrder(u"1"_s, {}, [](orders::Order &order) {
        order.side = orders::Side::Unknown;
        order.sideText = u"X"_s;
    });
    QCOMPARE(orders::sideName(*odd), u"X"_s);
}

void TestOrderFields::remainingFollowsFromTheState_data()
{
    QTest::addColumn<OrderState>("state");
    QTest::addColumn<QString>("filled");
    QTest::addColumn<QString>("remaining");
    QTest::newRow("open") << OrderState::Open << u"40"_s << u"60"_s;
    QTest::newRow("being cancelled") << OrderState::BeingCancelled << u"40"_s << u"60"_s;
    QTest::newRow("in flight") << OrderState::InFlight << u"0"_s << u"100"_s;
    QTest::newRow("unknown word") << OrderState::Unknown << u"40"_s << u"60"_s;
    QTest::newRow("filled is not known") << OrderState::Open << QString() << u"100"_s;
    QTest::newRow("cancelled") << OrderState::Cancelled << u"40"_s << u"0"_s;
    QTest::newRow("filled") << OrderState::Filled << u"100"_s << u"0"_s;
    QTest::newRow("rejected") << OrderState::Rejected << u"0"_s << u"0"_s;
    QTest::newRow("expired") << OrderState::Expired << u"0"_s << u"0"_s;
}

void TestOrderFields::remainingFollowsFromTheState()
{
    QFETCH(OrderState, state);
    QFETCH(QString, filled);
    QFETCH(QString, remaining);
    const auto row = makeOrder(u"1"_s, {}, [&](orders::Order &order) {
        order.state = state;
        order.filled = decimal(filled);
    });
    QCOMPARE(row->remaining().toText(), remaining);
}

void TestOrderFields::valueIsThatOfTheRemainder_data()
{
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("trigger");
    QTest::addColumn<QString>("average");
    QTest::addColumn<QString>("exchange");
    QTest::addColumn<QString>("value");
    QTest::newRow("price") << u"11.9"_s << u"12"_s << u"13"_s << u"NSE"_s << u"714"_s;
    QTest::newRow("trigger price") << u"0"_s << u"12"_s << u"13"_s << u"NSE"_s << u"720"_s;
    QTest::newRow("average price") << QString() << u"0"_s << u"13"_s << u"NSE"_s << u"780"_s;
    QTest::newRow("no price at all") << QString() << QString() << QString() << u"NSE"_s << QString();
    QTest::newRow("a negative spread") << u"-12.35"_s << QString() << QString() << u"NFO"_s << u"-741"_s;
    QTest::newRow("commodities are lots of 8") << u"10"_s << QString() << QString() << u"mcx"_s << u"4800"_s;
}

void TestOrderFields::valueIsThatOfTheRemainder()
{
    QFETCH(QString, price);
    QFETCH(QString, trigger);
    QFETCH(QString, average);
    QFETCH(QString, exchange);
    QFETCH(QString, value);
    const auto row = makeOrder(u"1"_s, {}, [&](orders::Order &order) {
        order.filled = 40;
        order.price = decimal(price);
        order.triggerPrice = decimal(trigger);
        order.averagePrice = decimal(average);
        order.exchange = exchange;
        order.lotSize = 8;
    });
    QCOMPARE(row->value().toText(), value);
}

void TestOrderFields::whatMayBeCancelledIsAlive_data()
{
    QTest::addColumn<OrderState>("state");
    QTest::addColumn<bool>("isAlive");
    QTest::addColumn<bool>("isCancellable");
    QTest::addColumn<QString>("name");
    QTest::newRow("open") << OrderState::Open << true << true << u"open"_s;
    QTest::newRow("being cancelled") << OrderState::BeingCancelled << true << false << u"being_cancelled"_s;
    QTest::newRow("in flight") << OrderState::InFlight << true << true << u"in_flight"_s;
    QTest::newRow("unknown") << OrderState::Unknown << true << true << u"unknown"_s;
    QTest::newRow("cancelled") << OrderState::Cancelled << false << false << u"cancelled"_s;
    QTest::newRow("filled") << OrderState::Filled << false << false << u"filled"_s;
    QTest::newRow("rejected") << OrderState::Rejected << false << false << u"rejected"_s;
    QTest::newRow("expired") << OrderState::Expired << false << false << u"expired"_s;
}

void TestOrderFields::whatMayBeCancelledIsAlive()
{
    QFETCH(OrderState, state);
    QFETCH(bool, isAlive);
    QFETCH(bool, isCancellable);
    QFETCH(QString, name);
    const auto row = makeOrder(u"1"_s, state);
    QCOMPARE(row->isAlive(), isAlive);
    QCOMPARE(row->isCancellable(), isCancellable);
    QCOMPARE(orders::stateName(state), name);
}

void TestOrderFields::contentIsEverythingThatIsShown()
{
    const auto row = fullOrder();
    const auto differs = [&](auto &&change) {
        orders::Order other = *row;
        change(other);
        return !orders::sameContent(*row, other);
    };
    QVERIFY(orders::sameContent(*row, *fullOrder()));
    QVERIFY(differs([](auto &order) { order.venueStatus = u"CONFIRMED"_s; }));
    QVERIFY(differs([](auto &order) { order.filled = 3; }));
    QVERIFY(differs([](auto &order) { order.quantity = 11; }));
    QVERIFY(differs([](auto &order) { order.price = 1; }));
    QVERIFY(differs([](auto &order) { order.triggerPrice = 1; }));
    QVERIFY(differs([](auto &order) { order.averagePrice = 1; }));
    QVERIFY(differs([](auto &order) { order.exchangeOrderId = u"1"_s; }));
    QVERIFY(differs([](auto &order) { order.reason = u"other"_s; }));
    QVERIFY(differs([](auto &order) { order.mode = u"CANCEL"_s; }));
    QVERIFY(differs([](auto &order) { order.marker.reference = u"9"_s; }));
    QVERIFY(differs([](auto &order) { order.missingSince = base::WallTime(); }));
    QVERIFY(differs([](auto &order) { order.effect = orders::Effect::Cancel; }));
    QVERIFY(differs([](auto &order) { order.parent = support::keyOf(u"7"_s); }));
    QVERIFY(!differs([](auto &order) { order.raw.length = 7; }));
}

void TestOrderFields::theFingerprintIsWhatStaysTheSame()
{
    const auto row = fullOrder();
    const auto differs = [&](auto &&change) {
        orders::Order other = *row;
        change(other);
        return !orders::sameFingerprint(*row, other);
    };
    QVERIFY(differs([](auto &order) { order.exchange = u"NSE"_s; }));
    QVERIFY(differs([](auto &order) { order.segment = u"FutOpt"_s; }));
    QVERIFY(differs([](auto &order) { order.instrument = u"1"_s; }));
    QVERIFY(differs([](auto &order) { order.side = orders::Side::Buy; }));
    QVERIFY(differs([](auto &order) { order.product = u"CNC"_s; }));
    QVERIFY(differs([](auto &order) { order.placedAt.reset(); }));
    QVERIFY(!differs([](auto &order) { order.price = 1; }));
    QVERIFY(!differs([](auto &order) { order.quantity = 1; }));
    QVERIFY(!differs([](auto &order) { order.venueStatus = u"COMPLETE"_s; }));
}

QTEST_APPLESS_MAIN(TestOrderFields)
#include "test_order_fields.moc"
