// SPDX-License-Identifier: Apache-2.0
// Every sample of APEX orders and trades, field by field, and what is no list of orders.
#include "support/apex_samples.h"
#include "support/describe_order.h"

#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::readOrders;
using alphapoint::readTrade;
using support::apexContext;
using support::apexFrame;
using support::apexSample;

class TestApexRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverySample_data();
    void readsEverySample();
    void theBareListIsTheSame();
    void aRowHasWhatTheConnectionGives();
    void aRowKeepsItsOwnText();
    void camelCaseIsTheSame();
    void rowsOfOtherAccountsArePassedOver();
    void oneBadRowIsAWarning();
    void whatIsNoListIsAnError_data();
    void whatIsNoListIsAnError();
    void noneIsAList();
    void readsTheTradeSample();
    void tradesHaveManyShapes_data();
    void tradesHaveManyShapes();
    void whatIsNoTradeIsAnError_data();
    void whatIsNoTradeIsAnError();
};

namespace {

const QString firstRow =
    u"id=2543565233|account=449|kind=Limit|status=Working|state=open|mode=NewInputAccepted|side=Buy|"
    "side_code=0|type=Limit|exchange=APEX|symbol=BTCUSD|token=8|qty=0.345|filled=0|remaining=0.345|"
    "price=19010|placed=2020-12-10T05:48:46.003Z|marker=637431761260054714|day=0|effect=cancel"_s;

QStringList describedIn(const alphapoint::OrderRows &rows)
{
    QStringList lines;
    for (const auto &row : rows.rows)
        lines << support::describe(*row);
    return lines;
}

} // namespace

void TestApexRows::readsEverySample_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("ap_open_orders_frame.json")
        << u"449"_s
        << QStringList{
               firstRow,
               u"id=312269865356374016|user_id=9223372036854775807|account=449|kind=Limit|status=Working|"
               "state=open|mode=Trade|side=Sell|side_code=1|type=Limit|exchange=APEX|symbol=BTCUSD|token=8|"
               "qty=1|filled=0.4|remaining=0.6|price=19500.5|average=19500.5|placed=2020-12-10T05:48:46.003Z|"
               "marker=637431761260054714|day=0|effect=cancel"_s,
               u"id=2543565240|user_id=1607579326|account=449|kind=StopLimit|status=Working|state=open|"
               "mode=NewInputAccepted|side=Buy|side_code=0|type=StopLimit|exchange=APEX|symbol=BTCUSD|token="
               "8|"
               "qty=0.345|filled=0|remaining=0.345|price=17990|trigger=18000|placed=2020-12-10T05:48:46.003Z|"
               "marker=637431761260054714|day=0|effect=cancel"_s};
    QTest::newRow("ap_open_orders_empty_frame.json") << u"449"_s << QStringList();
    QTest::newRow("ap_order_state_canceled_frame.json")
        << u"449"_s
        << QStringList{
               u"id=2543565233|account=449|kind=Limit|status=Canceled|state=cancelled|mode=UserModified|"
               "side=Buy|side_code=0|type=Limit|exchange=APEX|symbol=BTCUSD|token=8|qty=0.345|filled=0|"
               "remaining=0|price=19010|placed=2020-12-10T05:48:46.003Z|marker=637431777653463754|"
               "reason=UserModified|day=0|effect=cancel"_s};
    QTest::newRow("ap_order_state_filled_frame.json")
        << u"449"_s
        << QStringList{
               u"id=2543565233|account=449|kind=Limit|status=FullyExecuted|state=filled|mode=Trade|side=Buy|"
               "side_code=0|type=Limit|exchange=APEX|symbol=BTCUSD|token=8|qty=0.345|filled=0.345|remaining="
               "0|"
               "price=19010|average=19010|placed=2020-12-10T05:48:46.003Z|marker=637431761260054714|day=0|"
               "effect=cancel"_s};
    QTest::newRow("ap_order_state_working_frame.json")
        << u"4"_s
        << QStringList{
               u"id=9849|account=4|kind=Limit|status=Working|state=open|mode=NewInputAccepted|side=Sell|"
               "side_code=1|type=Limit|exchange=APEX|symbol=Instrument 1|token=1|qty=1|filled=0|remaining=1|"
               "price=97|day=0|effect=cancel"_s};
}

void TestApexRows::readsEverySample()
{
    QFETCH(QString, account);
    QFETCH(QStringList, lines);
    const auto frame = apexFrame(QString::fromLatin1(QTest::currentDataTag()));
    const auto rows = readOrders(frame.payload, apexContext(account));
    QVERIFY(rows.has_value());
    QCOMPARE(describedIn(*rows), lines);
    QVERIFY(rows->warnings.empty());
    QCOMPARE(rows->ofOthers, 0);
}

void TestApexRows::theBareListIsTheSame()
{
    const auto rows = readOrders(apexSample(u"ap_open_orders_payload.json"_s), apexContext());
    QVERIFY(rows.has_value());
    QCOMPARE(describedIn(*rows), QStringList{firstRow});
    const auto cancelled = readOrders(apexSample(u"ap_order_canceled_payload.json"_s), apexContext());
    const auto event = readOrders(apexFrame(u"ap_order_state_canceled_frame.json"_s).payload, apexContext());
    QVERIFY(cancelled.has_value() && event.has_value());
    QCOMPARE(describedIn(*cancelled), describedIn(*event));
}

void TestApexRows::aRowHasWhatTheConnectionGives()
{
    const auto rows = readOrders(apexSample(u"ap_open_orders_payload.json"_s), apexContext());
    QVERIFY(rows.has_value());
    const auto &row = *rows->rows.front();
    QCOMPARE(row.key.account, u"live|alphapoint|api.ndax.io|1|449"_s);
    QCOMPARE(row.key.orderId, u"2543565233"_s);
    QCOMPARE(row.key.day, 0);
    QCOMPARE(row.connection, u"mine"_s);
    QCOMPARE(row.currency, u"USD"_s);
    QCOMPARE(row.pairOrderId, QString());
    QCOMPARE(row.replacedOrderId, QString());
    QVERIFY(!row.parent.isValid());
    QVERIFY(!row.missingSince);
}

void TestApexRows::aRowKeepsItsOwnText()
{
    const auto list = readOrders(apexFrame(u"ap_open_orders_frame.json"_s).payload, apexContext());
    QVERIFY(list.has_value());
    for (const auto &row : list->rows) {
        const auto own = json::parse(row->raw.view().toByteArray());
        QVERIFY(own.has_value());
        QCOMPARE((*own)[u"OrderId"].text(), row->orderId);
        QCOMPARE((*own)[u"OMSId"].text(), u"1"_s);
    }
    const auto event = apexFrame(u"ap_order_state_canceled_frame.json"_s);
    const auto one = readOrders(event.payload, apexContext());
    QVERIFY(one.has_value());
    QCOMPARE(one->rows.front()->raw.view().toByteArray(), event.payload);
}

void TestApexRows::camelCaseIsTheSame()
{
    const QByteArray pascal =
        R"([{"OrderId":5,"ClientOrderId":6,"Account":449,"Instrument":8,"Side":"Sell",)"
        R"("OrderType":"StopLimit","OrderState":"Canceled","Price":2,"StopPrice":1.5,)"
        R"("Quantity":0,"OrigQuantity":3,"QuantityExecuted":1,"AvgPrice":2.5,)"
        R"("ReceiveTime":1607579326003,"LastUpdatedTime":1607579326005,)"
        R"("LastUpdatedTimeTicks":637431761260054714,"OrigOrderId":4,"OrderIdOCO":7,)"
        R"("RejectReason":"","CancelReason":"UserModified","ChangeReason":"UserModified"}])";
    QByteArray camel = pascal;
    for (qsizetype i = 1; i < camel.size(); ++i) {
        const bool startsKey = camel[i - 1] == '"' && (camel[i - 2] == '{' || camel[i - 2] == ',');
        if (startsKey)
            camel[i] = static_cast<char>(camel[i] | 0x20);
    }
    QVERIFY(camel.startsWith(R"([{"orderId":5,"clientOrderId":6,"account":449,)"));
    const auto one = readOrders(pascal, apexContext());
    const auto other = readOrders(camel, apexContext());
    QVERIFY(one.has_value() && other.has_value());
    QCOMPARE(describedIn(*one), describedIn(*other));
    QVERIFY(orders::sameContent(*one->rows.front(), *other->rows.front()));
    QCOMPARE(other->rows.front()->replacedOrderId, u"4"_s);
    QCOMPARE(other->rows.front()->pairOrderId, u"7"_s);
}

void TestApexRows::rowsOfOtherAccountsArePassedOver()
{
    const auto rows = readOrders(R"([{"OrderId":1,"Account":449},{"OrderId":2,"Account":450},)"
                                 R"({"OrderId":3,"AccountId":"449"},{"OrderId":4,"AccountId":"451"},)"
                                 R"({"OrderId":5},{"OrderId":6,"Account":0}])",
                                 apexContext());
    QVERIFY(rows.has_value());
    QStringList ids;
    for (const auto &row : rows->rows) {
        ids << row->orderId;
        QCOMPARE(row->account, u"449"_s);
    }
    QCOMPARE(ids, (QStringList{u"1"_s, u"3"_s, u"5"_s, u"6"_s})); // who says nothing, or 0, is ours
    QCOMPARE(rows->ofOthers, 2);
    QVERIFY(rows->warnings.empty());
    const auto none = readOrders(R"([{"OrderId":2,"Account":450}])", apexContext());
    QVERIFY(none.has_value());
    QVERIFY(none->rows.empty());
}

void TestApexRows::oneBadRowIsAWarning()
{
    const auto rows = readOrders(
        R"([{"OrderId":1},5,{"Price":2},{"OrderId":0,"ClientOrderId":0},null,{"OrderId":{}},{"OrderId":7}])",
        apexContext());
    QVERIFY(rows.has_value());
    QCOMPARE(rows->rows.size(), std::size_t(2));
    QCOMPARE(rows->rows[0]->orderId, u"1"_s);
    QCOMPARE(rows->rows[1]->orderId, u"7"_s);
    QList<int> bad;
    for (const auto &warning : rows->warnings) {
        bad << warning.row;
        QVERIFY(!warning.reason.isEmpty());
    }
    QCOMPARE(bad, (QList<int>{1, 2, 3, 4, 5}));
}

void TestApexRows::whatIsNoListIsAnError_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const char *payload : {"",
                                "  ",
                                "{}",
                                "null",
                                "true",
                                "5",
                                R"("[]")",
                                "Endpoint Not Found",
                                "<html>",
                                "[{\"OrderId\":1}",
                                "[{\"OrderId\":1},",
                                "[{\"OrderId\":1}] x",
                                "[5]",
                                "[{}]",
                                "[null]",
                                R"({"orders":[{"OrderId":1}]})",
                                R"({"OrderId":1},{"OrderId":2})",
                                R"({"Orders":[]})",
                                "]",
                                "[[]]"})
        QTest::newRow(payload) << QByteArray(payload);
    QTest::newRow("a refusal") << apexSample(u"ap_order_status_not_found.json"_s);
    QTest::newRow("a receipt") << QByteArray(R"({"result":true,"errormsg":"","errorcode":0,"detail":""})");
}

void TestApexRows::whatIsNoListIsAnError()
{
    QFETCH(QByteArray, payload);
    const auto rows = readOrders(payload, apexContext());
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().kind, base::ErrorKind::BadReply);
    QVERIFY(!rows.error().text.isEmpty());
}

void TestApexRows::noneIsAList()
{
    for (const char *payload : {"[]", " [ ] \n"}) {
        const auto rows = readOrders(payload, apexContext());
        QVERIFY(rows.has_value());
        QVERIFY(rows->rows.empty());
        QVERIFY(rows->warnings.empty());
    }
}

void TestApexRows::readsTheTradeSample()
{
    for (const QByteArray &payload :
         {apexFrame(u"ap_order_trade_frame.json"_s).payload, apexSample(u"ap_order_trade_payload.json"_s)}) {
        const auto trade = readTrade(payload);
        QVERIFY(trade.has_value());
        QCOMPARE(trade->tradeId, u"213"_s);
        QCOMPARE(trade->orderId, u"9848"_s);
        QCOMPARE(trade->accountId, u"4"_s);
        QCOMPARE(trade->ticks, u"635978008210426109"_s);
        QCOMPARE(trade->quantity.toText(), u"0.01"_s);
        QVERIFY(trade->remaining.isNull());
    }
}

void TestApexRows::tradesHaveManyShapes_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("ticks");
    QTest::addColumn<QString>("remaining");
    QTest::newRow("remaining") << QByteArray(R"("RemainingQuantity":0.00000001)") << QString()
                               << u"0.00000001"_s;
    QTest::newRow("nothing remains") << QByteArray(R"("RemainingQuantity":0)") << QString() << u"0"_s;
    QTest::newRow("as a text") << QByteArray(R"("RemainingQuantity":"0.5")") << QString() << u"0.5"_s;
    QTest::newRow("null") << QByteArray(R"("RemainingQuantity":null)") << QString() << QString();
    QTest::newRow("no number") << QByteArray(R"("RemainingQuantity":"-")") << QString() << QString();
    QTest::newRow("camel case") << QByteArray(R"("remainingQuantity":2,"tradeTime":635978008210426109)")
                                << u"635978008210426109"_s << u"2"_s;
    QTest::newRow("time of zero") << QByteArray(R"("TradeTime":0)") << QString() << QString();
    QTest::newRow("time in words") << QByteArray(R"("TradeTime":"2018-08-17T17:57:56Z")") << QString()
                                   << QString();
}

void TestApexRows::tradesHaveManyShapes()
{
    QFETCH(QByteArray, more);
    QFETCH(QString, ticks);
    QFETCH(QString, remaining);
    const auto trade = readTrade(
        R"({"TradeId":9223372036854775807,"OrderId":312269865356374016,"Quantity":0.00000001,)" + more + "}");
    QVERIFY(trade.has_value());
    QCOMPARE(trade->tradeId, u"9223372036854775807"_s);
    QCOMPARE(trade->orderId, u"312269865356374016"_s);
    QCOMPARE(trade->quantity.toText(), u"0.00000001"_s);
    QCOMPARE(trade->ticks, ticks);
    QCOMPARE(trade->remaining.toText(), remaining);
}

void TestApexRows::whatIsNoTradeIsAnError_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const char *payload :
         {"", "{}", "[]", "null", "x", R"({"TradeId":1,"OrderId":2})", R"({"TradeId":1,"Quantity":2})",
          R"({"OrderId":1,"Quantity":2})", R"({"TradeId":1,"OrderId":2,"Quantity":"x"})"})
        QTest::newRow(payload) << QByteArray(payload);
}

void TestApexRows::whatIsNoTradeIsAnError()
{
    QFETCH(QByteArray, payload);
    const auto trade = readTrade(payload);
    QVERIFY(!trade.has_value());
    QCOMPARE(trade.error().kind, base::ErrorKind::BadReply);
}

QTEST_APPLESS_MAIN(TestApexRows)
#include "test_apex_rows.moc"
