// SPDX-License-Identifier: Apache-2.0
// Rows in every shape that a broker might write them: values as text, number, {} or null, odd markers, bad
// rows.
#include "support/fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using orders::OrderPtr;
using support::replyContext;

namespace {

base::Result<orders::Listing> readRows(const QByteArray &rows)
{
    return tradelab::readOrderList(R"({"data":{"orders":[)" + rows + R"(]},"message":"","status":"success"})",
                                   replyContext());
}

// The one row with this member besides its id.
OrderPtr rowWith(const QByteArray &member)
{
    const auto listing = readRows(R"({"oms_order_id":"1",)" + member + "}");
    return listing && listing->rows.size() == 1 ? listing->rows.front() : nullptr;
}

} // namespace

class TestOrderShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreTheirText_data();
    void idsAreTheirText();
    void exchangeIdsMayBeMissing_data();
    void exchangeIdsMayBeMissing();
    void numbersAreExact_data();
    void numbersAreExact();
    void textMayBeNothing_data();
    void textMayBeNothing();
    void markersAreDigits_data();
    void markersAreDigits();
    void entryTimesMakeTheDay_data();
    void entryTimesMakeTheDay();
    void statusIsEchoedAsItStands_data();
    void statusIsEchoedAsItStands();
    void legsAreEchoedAsTheyStand_data();
    void legsAreEchoedAsTheyStand();
    void aRejectedCancelIsAlive();
    void sidesHaveTheirWords_data();
    void sidesHaveTheirWords();
    void theLongSymbolIsPreferred();
    void otherNamesAreKnown();
    void badRowsAreWarnings();
    void twinsOfOneReplyAreTwoOrders();
    void theOrderOfKeysDoesNotMatter();
    void anotherClientsRowKeepsItsName();
};

void TestOrderShapes::idsAreTheirText_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("id");
    QTest::newRow("text") << QByteArray(R"("20220106-106")") << u"20220106-106"_s;
    QTest::newRow("number") << QByteArray("202403152052") << u"202403152052"_s;
    QTest::newRow("64 bits") << QByteArray("9223372036854775807") << u"9223372036854775807"_s;
    QTest::newRow("beyond 64 bits") << QByteArray("18446744073709551616") << u"18446744073709551616"_s;
    QTest::newRow("30 digits") << QByteArray("123456789012345678901234567890")
                               << u"123456789012345678901234567890"_s;
    QTest::newRow("blanks around") << QByteArray(R"(" 250328000020616 ")") << u"250328000020616"_s;
    QTest::newRow("other letters") << QByteArray(R"("\u0915/ \"x\"")") << u"क/ \"x\""_s;
}

void TestOrderShapes::idsAreTheirText()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, id);
    const auto listing = readRows(R"({"oms_order_id":)" + token + R"(,"exchange_order_id":)" + token +
                                  R"(,"user_order_id":)" + token + "}");
    QVERIFY(listing.has_value());
    QCOMPARE(listing->rows.size(), std::size_t(1));
    QCOMPARE(listing->rows[0]->orderId, id);
    QCOMPARE(listing->rows[0]->key.orderId, id);
    QCOMPARE(listing->rows[0]->exchangeOrderId, id);
    QCOMPARE(listing->rows[0]->clientOrderId, id);
}

void TestOrderShapes::exchangeIdsMayBeMissing_data()
{
    QTest::addColumn<QByteArray>("member");
    for (const char *token :
         {R"("")", R"("NA")", R"("NONE")", R"("--")", R"("  ")", "null", "{}", "[]", "false"})
        QTest::newRow(token) << QByteArray(R"("exchange_order_id":)") + token;
    QTest::newRow("not there") << QByteArray(R"("x":1)");
}

void TestOrderShapes::exchangeIdsMayBeMissing()
{
    QFETCH(QByteArray, member);
    QVERIFY(rowWith(member));
    QCOMPARE(rowWith(member)->exchangeOrderId, QString());
}

void TestOrderShapes::numbersAreExact_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isNumber");
    QTest::newRow("integer") << QByteArray("1500") << u"1500"_s << true;
    QTest::newRow("fraction") << QByteArray("22.0") << u"22"_s << true;
    QTest::newRow("negative") << QByteArray("-12.35") << u"-12.35"_s << true;
    QTest::newRow("text") << QByteArray(R"("5.50")") << u"5.5"_s << true;
    QTest::newRow("text with blanks") << QByteArray(R"(" 5.50 ")") << u"5.5"_s << true;
    QTest::newRow("exponent") << QByteArray("1e-8") << u"0.00000001"_s << true;
    QTest::newRow("19 places") << QByteArray("0.1234567890123456789") << u"0.1234567890123456789"_s << true;
    QTest::newRow("beyond a double") << QByteArray("9007199254740993") << u"9007199254740993"_s << true;
    QTest::newRow("object") << QByteArray("{}") << QString() << false;
    QTest::newRow("null") << QByteArray("null") << QString() << false;
    QTest::newRow("dashes") << QByteArray(R"("--")") << QString() << false;
    QTest::newRow("empty") << QByteArray(R"("")") << QString() << false;
    QTest::newRow("a word") << QByteArray(R"("Filledqty")") << u"Filledqty"_s << false;
    QTest::newRow("true") << QByteArray("true") << u"true"_s << false;
}

void TestOrderShapes::numbersAreExact()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, text);
    QFETCH(bool, isNumber);
    const std::pair<const char *, base::Decimal orders::Order::*> fields[] = {
        {"quantity", &orders::Order::quantity},
        {"filled_quantity", &orders::Order::filled},
        {"price", &orders::Order::price},
        {"trigger_price", &orders::Order::triggerPrice},
        {"average_price", &orders::Order::averagePrice},
        {"lot_size", &orders::Order::lotSize},
        {"lotsize", &orders::Order::lotSize},
    };
    for (const auto &[name, member] : fields) {
        const auto row = rowWith('"' + QByteArray(name) + "\":" + token);
        QVERIFY(row);
        QCOMPARE(((*row).*member).toText(), text);
        QCOMPARE(((*row).*member).isNumber(), isNumber);
    }
}

void TestOrderShapes::textMayBeNothing_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("text");
    for (const char *token : {R"("")", R"("NONE")", R"("--")", R"("NA")", "null", "{}", "[]"})
        QTest::newRow(token) << QByteArray(token) << QString();
    QTest::newRow("text") << QByteArray(R"(" blocked by broker ")") << u"blocked by broker"_s;
    QTest::newRow("number") << QByteArray("14366") << u"14366"_s;
    QTest::newRow("the word none in a text") << QByteArray(R"("NONE of it")") << u"NONE of it"_s;
}

void TestOrderShapes::textMayBeNothing()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, text);
    QCOMPARE(rowWith(R"("rejection_reason":)" + token)->reason, text);
    QCOMPARE(rowWith(R"("instrument_token":)" + token)->instrument, text);
    QCOMPARE(rowWith(R"("leg_order_indicator":)" + token)->leg, text);
    QCOMPARE(rowWith(R"("basket_id":)" + token)->basketId, text);
}

void TestOrderShapes::markersAreDigits_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("reference");
    QTest::newRow("beyond a double") << QByteArray("1394446825558528718") << u"1394446825558528718"_s;
    QTest::newRow("text") << QByteArray(R"("1394446825558528718")") << u"1394446825558528718"_s;
    QTest::newRow("zeros in front") << QByteArray(R"("007")") << u"7"_s;
    for (const char *token :
         {"0", R"("0")", R"("")", "null", "{}", "1.39e18", "1394446825558528718.0", "-5", R"("never")"})
        QTest::newRow(token) << QByteArray(token) << QString();
}

void TestOrderShapes::markersAreDigits()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, reference);
    QCOMPARE(rowWith(R"("last_activity_reference":)" + token)->marker.reference, reference);
}

void TestOrderShapes::entryTimesMakeTheDay_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("placed");
    QTest::addColumn<int>("day");
    QTest::newRow("seconds") << QByteArray("1710480000") << u"2024-03-15T05:20:00.000Z"_s << 20240315;
    QTest::newRow("text") << QByteArray(R"("1710480000")") << u"2024-03-15T05:20:00.000Z"_s << 20240315;
    QTest::newRow("after midnight in India")
        << QByteArray("1710527400") << u"2024-03-15T18:30:00.000Z"_s << 20240316;
    for (const char *token :
         {"0", "-1", "null", R"("--")", R"("28-Mar-2025 10:22:17")", "17104800000000000000"})
        QTest::newRow(token) << QByteArray(token) << QString() << 0;
}

void TestOrderShapes::entryTimesMakeTheDay()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, placed);
    QFETCH(int, day);
    const auto row = rowWith(R"("order_entry_time":)" + token);
    QVERIFY(row);
    QCOMPARE(row->placedAt ? base::isoUtc(*row->placedAt) : QString(), placed);
    QCOMPARE(row->key.day, day);
}

void TestOrderShapes::statusIsEchoedAsItStands_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("status");
    QTest::addColumn<orders::OrderState>("state");
    QTest::newRow("odd case") << QByteArray(R"("Modify_Confirmed")") << u"Modify_Confirmed"_s
                              << orders::OrderState::Open;
    QTest::newRow("blanks") << QByteArray(R"(" confirmed ")") << u" confirmed "_s << orders::OrderState::Open;
    QTest::newRow("unknown word") << QByteArray(R"("FROZEN")") << u"FROZEN"_s << orders::OrderState::Unknown;
    QTest::newRow("null") << QByteArray("null") << QString() << orders::OrderState::Unknown;
    QTest::newRow("number") << QByteArray("14") << u"14"_s << orders::OrderState::Unknown;
}

void TestOrderShapes::statusIsEchoedAsItStands()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, status);
    QFETCH(orders::OrderState, state);
    const auto row = rowWith(R"("order_status":)" + token);
    QVERIFY(row);
    QCOMPARE(row->venueStatus, status);
    QCOMPARE(row->state, state);
}

void TestOrderShapes::legsAreEchoedAsTheyStand_data()
{
    QTest::addColumn<QString>("leg");
    for (const char *leg :
         {"ENTRY", "Entry", "second", "Third", "TARGET", "StopLoss", "250328000022151", "odd leg"})
        QTest::newRow(leg) << QString::fromLatin1(leg);
}

void TestOrderShapes::legsAreEchoedAsTheyStand()
{
    QFETCH(QString, leg);
    const auto row = rowWith(R"("leg_order_indicator":")" + leg.toUtf8() + '"');
    QVERIFY(row);
    QCOMPARE(row->leg, leg);
    QCOMPARE(row->key.leg, leg);
}

void TestOrderShapes::aRejectedCancelIsAlive()
{
    const auto row = rowWith(R"("order_status":"CANCEL_REJECTED")");
    QVERIFY(row->isCancelRejected && row->isAlive() && row->isCancellable());
    QVERIFY(!rowWith(R"("order_status":"CONFIRMED")")->isCancelRejected);
}

void TestOrderShapes::sidesHaveTheirWords_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<orders::Side>("side");
    QTest::newRow("BUY") << QByteArray(R"("order_side":"BUY")") << orders::Side::Buy;
    QTest::newRow("sell") << QByteArray(R"("order_side":"sell")") << orders::Side::Sell;
    QTest::newRow("B") << QByteArray(R"("transaction_type":"B")") << orders::Side::Buy;
    QTest::newRow("another") << QByteArray(R"("order_side":"X")") << orders::Side::Unknown;
    QTest::newRow("none") << QByteArray(R"("order_side":null)") << orders::Side::Unknown;
}

void TestOrderShapes::sidesHaveTheirWords()
{
    QFETCH(QByteArray, member);
    QFETCH(orders::Side, side);
    QCOMPARE(rowWith(member)->side, side);
}

void TestOrderShapes::theLongSymbolIsPreferred()
{
    QCOMPARE(rowWith(R"("symbol":"PNB","trading_symbol":"PNB-EQ")")->symbol, u"PNB-EQ"_s);
    QCOMPARE(rowWith(R"("trading_symbol":"","symbol":"PNB")")->symbol, u"PNB"_s);
    // One row's short name is not the next row's.
    const auto listing = readRows(R"({"oms_order_id":"1","symbol":"PNB"},{"oms_order_id":"2"})");
    QCOMPARE(listing->rows[1]->symbol, QString());
}

void TestOrderShapes::otherNamesAreKnown()
{
    const auto row = rowWith(R"("execution_type":"BO","validity":"IOC","mode":"MODIFY","order_type":"SLM",
        "product":"NRML","exchange":"MCX","segment":"FutOpt","exchange_time":0,"square_off?":true)");
    QVERIFY(row);
    QCOMPARE(row->kind + row->validity + row->mode + row->orderType + row->product + row->exchange +
                 row->segment,
             u"BOIOCMODIFYSLMNRMLMCXFutOpt"_s);
    QCOMPARE(row->exchangeTime, QString());
}

void TestOrderShapes::badRowsAreWarnings()
{
    const auto listing = readRows(R"({"oms_order_id":"1"},7,{"oms_order_id":null},{"oms_order_id":{}},{},null,
        [{"oms_order_id":"9"}],{"oms_order_id":"  "},{"oms_order_id":"2","quantity":"much"})");
    QVERIFY(listing.has_value());
    QCOMPARE(listing->rows.size(), std::size_t(2));
    QCOMPARE(listing->rows[1]->orderId, u"2"_s);
    QList<int> numbers;
    for (const auto &warning : listing->warnings) {
        numbers << warning.row;
        QVERIFY(!warning.reason.isEmpty());
    }
    QCOMPARE(numbers, (QList<int>{1, 2, 3, 4, 5, 6, 7}));
}

void TestOrderShapes::twinsOfOneReplyAreTwoOrders()
{
    const auto listing = readRows(R"({"oms_order_id":"1","exchange_order_id":"11"},
                                     {"oms_order_id":"1","exchange_order_id":"12"})");
    QCOMPARE(listing->rows.size(), std::size_t(2));
    QCOMPARE(listing->rows[0]->key.twin, u"11"_s);
    QCOMPARE(listing->rows[1]->key.twin, u"12"_s);
}

void TestOrderShapes::theOrderOfKeysDoesNotMatter()
{
    const auto listing = readRows(R"({"oms_order_id":"1","price":5,"order_status":"OPEN","x":[1,{"price":9}]},
        {"order_status":"COMPLETE","oms_order_id":"2","y":{},"price":6},
        {"price":7,"extra":"\"oms_order_id\":\"8\"","oms_order_id":"3"})");
    QVERIFY(listing.has_value());
    QStringList read;
    for (const auto &row : listing->rows)
        read << row->orderId + u' ' + row->price.toText() + u' ' + row->venueStatus;
    QCOMPARE(read, (QStringList{u"1 5 OPEN"_s, u"2 6 COMPLETE"_s, u"3 7 "_s}));
}

void TestOrderShapes::anotherClientsRowKeepsItsName()
{
    const auto row = rowWith(R"("client_id":"OTHER")");
    QCOMPARE(row->account, u"OTHER"_s);
    QCOMPARE(row->key.account, support::demoAccount().canonical());
    QCOMPARE(rowWith(R"("client_id":"")")->account, u"DEMO1"_s);
}

QTEST_APPLESS_MAIN(TestOrderShapes)
#include "test_order_shapes.moc"
