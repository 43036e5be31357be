// SPDX-License-Identifier: Apache-2.0
// APEX orders in every shape that an exchange might write them.
#include "support/apex_samples.h"
#include "support/describe_order.h"

#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::readOrders;
using orders::OrderState;
using support::apexContext;

namespace {

// The one order with this member besides its id.
std::shared_ptr<orders::Order> rowWith(const QByteArray &member)
{
    const auto rows = readOrders(R"([{"OrderId":1,)" + member + "}]", apexContext());
    return rows && rows->rows.size() == 1 ? rows->rows.front() : nullptr;
}

} // namespace

class TestApexOrderShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreExact_data();
    void idsAreExact();
    void numbersAreExact_data();
    void numbersAreExact();
    void aPriceOfZeroIsNone_data();
    void aPriceOfZeroIsNone();
    void statesHaveTheirWords_data();
    void statesHaveTheirWords();
    void sidesHaveTheirWords_data();
    void sidesHaveTheirWords();
    void whatIsFilledAndLeft_data();
    void whatIsFilledAndLeft();
    void timesAreMilliseconds_data();
    void timesAreMilliseconds();
    void markersAreTicks_data();
    void markersAreTicks();
    void theMarkerSeesAnyChange_data();
    void theMarkerSeesAnyChange();
    void linksToOtherOrders_data();
    void linksToOtherOrders();
    void goesByTheClientsIdWhereThereIsNoOther();
    void reasonsAreWhatTheVenueSays_data();
    void reasonsAreWhatTheVenueSays();
    void oneThatStandsAloneIsAListOfOne();
};

void TestApexOrderShapes::idsAreExact_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("id");
    QTest::newRow("10 digits") << QByteArray("2543565233") << u"2543565233"_s;
    QTest::newRow("beyond a double") << QByteArray("9007199254740993") << u"9007199254740993"_s;
    QTest::newRow("18 digits") << QByteArray("312269865356374016") << u"312269865356374016"_s;
    QTest::newRow("63 bits") << QByteArray("9223372036854775807") << u"9223372036854775807"_s;
    QTest::newRow("64 bits") << QByteArray("18446744073709551615") << u"18446744073709551615"_s;
    QTest::newRow("text") << QByteArray(R"("312269865356374016")") << u"312269865356374016"_s;
    QTest::newRow("an id of zeros and more") << QByteArray("10") << u"10"_s;
}

void TestApexOrderShapes::idsAreExact()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, id);
    const auto rows =
        readOrders(R"([{"OrderId":)" + token + R"(,"ClientOrderId":)" + token + "}]", apexContext());
    QVERIFY(rows.has_value());
    QCOMPARE(rows->rows.size(), std::size_t(1));
    QCOMPARE(rows->rows[0]->orderId, id);
    QCOMPARE(rows->rows[0]->key.orderId, id);
    QCOMPARE(rows->rows[0]->clientOrderId, id);
}

void TestApexOrderShapes::numbersAreExact_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isNumber");
    QTest::newRow("smallest") << QByteArray("0.00000001") << u"0.00000001"_s << true;
    QTest::newRow("smallest with an exponent") << QByteArray("1E-08") << u"0.00000001"_s << true;
    QTest::newRow("28 places, most of them zeros")
        << QByteArray("19068.270478610000000000000000") << u"19068.27047861"_s << true;
    QTest::newRow("28 places") << QByteArray("0.1234567890123456789012345678")
                               << u"0.1234567890123456789012345678"_s << true;
    QTest::newRow("beyond a double") << QByteArray("9007199254740993.5") << u"9007199254740993.5"_s << true;
    QTest::newRow("text") << QByteArray(R"("19010.50")") << u"19010.5"_s << true;
    QTest::newRow("negative") << QByteArray("-1.5") << u"-1.5"_s << true;
    QTest::newRow("null") << QByteArray("null") << QString() << false;
    QTest::newRow("object") << QByteArray("{}") << QString() << false;
    QTest::newRow("words") << QByteArray(R"("much")") << u"much"_s << false;
}

void TestApexOrderShapes::numbersAreExact()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, text);
    QFETCH(bool, isNumber);
    for (const char *name : {"Price", "StopPrice", "OrigQuantity", "QuantityExecuted", "AvgPrice"}) {
        const auto row = rowWith('"' + QByteArray(name) + "\":" + token);
        QVERIFY(row);
        const QMap<QByteArray, base::Decimal> read{{"Price", row->price},
                                                   {"StopPrice", row->triggerPrice},
                                                   {"OrigQuantity", row->quantity},
                                                   {"QuantityExecuted", row->filled},
                                                   {"AvgPrice", row->averagePrice}};
        QCOMPARE(read[name].toText(), text);
        QCOMPARE(read[name].isNumber(), isNumber);
    }
}

void TestApexOrderShapes::aPriceOfZeroIsNone_data()
{
    QTest::addColumn<QByteArray>("member");
    for (const char *token : {"0", "0.0", "0.0000000000000000000000000000", "\"0\""})
        QTest::newRow(token) << QByteArray(token);
}

void TestApexOrderShapes::aPriceOfZeroIsNone()
{
    QFETCH(QByteArray, member);
    const auto row =
        rowWith(R"("Price":)" + member + R"(,"StopPrice":)" + member + R"(,"AvgPrice":)" + member);
    QVERIFY(row);
    QVERIFY(row->price.isNull());
    QVERIFY(row->triggerPrice.isNull());
    QVERIFY(row->averagePrice.isNull());
}

void TestApexOrderShapes::statesHaveTheirWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<OrderState>("state");
    const auto add = [](OrderState state, const QStringList &words) {
        for (const QString &word : words)
            QTest::newRow(qPrintable(word)) << word << state;
    };
    add(OrderState::Open, {u"Working"_s, u"working"_s, u"WORKING"_s, u"Accepted"_s, u"1"_s});
    add(OrderState::Rejected, {u"Rejected"_s, u"2"_s});
    add(OrderState::Cancelled, {u"Canceled"_s, u"CANCELED"_s, u"Cancelled"_s, u"3"_s});
    add(OrderState::Expired, {u"Expired"_s, u"4"_s});
    add(OrderState::Filled, {u"FullyExecuted"_s, u"Fully Executed"_s, u"fully_executed"_s, u"fullyExecuted"_s,
                             u" Fully  Executed "_s, u"5"_s});
    add(OrderState::Unknown, {u"Unknown"_s, u"0"_s, u"6"_s, u"Pending Cancel"_s, u"Executed"_s, u"क"_s});
}

void TestApexOrderShapes::statesHaveTheirWords()
{
    QFETCH(QString, word);
    QFETCH(OrderState, state);
    const auto row = rowWith(R"("OrderState":")" + word.toUtf8() + '"');
    QVERIFY(row);
    QCOMPARE(row->state, state);
    QCOMPARE(row->venueStatus, word); // as it stands
    if (word.size() == 1 && word[0].isDigit()) {
        const auto digit = rowWith(R"("OrderState":)" + word.toUtf8());
        QVERIFY(digit);
        QCOMPARE(digit->state, state);
    }
}

void TestApexOrderShapes::sidesHaveTheirWords_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<orders::Side>("side");
    using orders::Side;
    QTest::newRow("Buy") << QByteArray(R"("Buy")") << Side::Buy;
    QTest::newRow("BUY") << QByteArray(R"("BUY")") << Side::Buy;
    QTest::newRow("0") << QByteArray("0") << Side::Buy;
    QTest::newRow("Sell") << QByteArray(R"("Sell")") << Side::Sell;
    QTest::newRow("1") << QByteArray("1") << Side::Sell;
    QTest::newRow("Short") << QByteArray(R"("Short")") << Side::Short;
    QTest::newRow("2 as a text") << QByteArray(R"("2")") << Side::Short;
    QTest::newRow("Unknown") << QByteArray(R"("Unknown")") << Side::Unknown;
    QTest::newRow("3") << QByteArray("3") << Side::Unknown;
    QTest::newRow("null") << QByteArray("null") << Side::Unknown;
}

void TestApexOrderShapes::sidesHaveTheirWords()
{
    QFETCH(QByteArray, token);
    QFETCH(orders::Side, side);
    const auto row = rowWith(R"("Side":)" + token);
    QVERIFY(row);
    QCOMPARE(row->side, side);
}

void TestApexOrderShapes::whatIsFilledAndLeft_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("filled");
    QTest::addColumn<QString>("remaining");
    const auto row = [](const char *name, const QByteArray &members, const QString &quantity,
                        const QString &filled, const QString &remaining) {
        QTest::newRow(name) << members << quantity << filled << remaining;
    };
    row("partly filled", R"("OrderState":"Working","Quantity":0.6,"OrigQuantity":1,"QuantityExecuted":0.4)",
        u"1"_s, u"0.4"_s, u"0.6"_s);
    row("the smallest part",
        R"("OrderState":"Working","Quantity":0.99999999,"OrigQuantity":1,"QuantityExecuted":0.00000001)",
        u"1"_s, u"0.00000001"_s, u"0.99999999"_s);
    row("cancelled after a part",
        R"("OrderState":"Canceled","Quantity":0,"OrigQuantity":1,"QuantityExecuted":0.4)", u"1"_s, u"0.4"_s,
        u"0"_s);
    row("cancelled, quantity kept",
        R"("OrderState":"Canceled","Quantity":0.6,"OrigQuantity":1,"QuantityExecuted":0.4)", u"1"_s, u"0.4"_s,
        u"0"_s);
    row("without the first quantity", R"("OrderState":"Working","Quantity":0.6,"QuantityExecuted":0.4)",
        u"1"_s, u"0.4"_s, u"0.6"_s);
    // Nothing remains of one that is over: that tells nothing of what it was.
    row("over, without the first quantity", R"("OrderState":"Canceled","Quantity":0,"QuantityExecuted":0.4)",
        QString(), u"0.4"_s, u"0"_s);
    row("without what is filled", R"("OrderState":"Working","Quantity":0.6,"OrigQuantity":1)", u"1"_s,
        QString(), u"1"_s);
    row("with what remains alone", R"("OrderState":"Working","Quantity":0.6)", QString(), QString(),
        QString());
}

void TestApexOrderShapes::whatIsFilledAndLeft()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, quantity);
    QFETCH(QString, filled);
    QFETCH(QString, remaining);
    const auto row = rowWith(members);
    QVERIFY(row);
    QCOMPARE(row->quantity.toText(), quantity);
    QCOMPARE(row->filled.toText(), filled);
    QCOMPARE(row->remaining().toText(), remaining);
}

void TestApexOrderShapes::timesAreMilliseconds_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("time");
    QTest::newRow("milliseconds") << QByteArray("1607579326003") << u"2020-12-10T05:48:46.003Z"_s;
    QTest::newRow("as a text") << QByteArray(R"("1607579326003")") << u"2020-12-10T05:48:46.003Z"_s;
    for (const char *token :
         {"0", "-1", "null", "\"\"", "{}", "1.5", "9223372036854775807", "99999999999999999999"})
        QTest::newRow(token) << QByteArray(token) << QString();
}

void TestApexOrderShapes::timesAreMilliseconds()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, time);
    const auto row = rowWith(R"("ReceiveTime":)" + token);
    QVERIFY(row);
    QCOMPARE(row->placedAt.has_value(), !time.isEmpty());
    if (row->placedAt)
        QCOMPARE(base::isoUtc(*row->placedAt), time);
}

void TestApexOrderShapes::markersAreTicks_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("reference");
    QTest::newRow("ticks") << QByteArray(R"("LastUpdatedTimeTicks":637431761260054714)")
                           << u"637431761260054714"_s;
    QTest::newRow("ticks as a text") << QByteArray(R"("LastUpdatedTimeTicks":"637431761260054714")")
                                     << u"637431761260054714"_s;
    QTest::newRow("both")
        << QByteArray(R"("LastUpdatedTime":1607579326005,"LastUpdatedTimeTicks":637431761260054714)")
        << u"637431761260054714"_s;
    QTest::newRow("both, the other way round")
        << QByteArray(R"("LastUpdatedTimeTicks":637431761260054714,"LastUpdatedTime":1607579326005)")
        << u"637431761260054714"_s;
    QTest::newRow("milliseconds") << QByteArray(R"("LastUpdatedTime":1607579326005)")
                                  << u"637431761260050000"_s;
    QTest::newRow("ticks of zero") << QByteArray(
                                          R"("LastUpdatedTimeTicks":0,"LastUpdatedTime":1607579326005)")
                                   << u"637431761260050000"_s;
    QTest::newRow("none") << QByteArray(R"("ReceiveTimeTicks":637431761260028981)") << QString();
    QTest::newRow("zeros") << QByteArray(R"("LastUpdatedTimeTicks":0,"LastUpdatedTime":0)") << QString();
    QTest::newRow("beyond all time") << QByteArray(R"("LastUpdatedTime":9223372036854775807)") << QString();
    QTest::newRow("words") << QByteArray(R"("LastUpdatedTimeTicks":"now")") << QString();
}

void TestApexOrderShapes::markersAreTicks()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, reference);
    const auto row = rowWith(members);
    QVERIFY(row);
    QCOMPARE(row->marker.reference, reference);
}

void TestApexOrderShapes::theMarkerSeesAnyChange_data()
{
    QTest::addColumn<QByteArray>("changed");
    QTest::newRow("state") << QByteArray(R"("OrderState":"Canceled")");
    QTest::newRow("filled") << QByteArray(R"("QuantityExecuted":0.00000001)");
    QTest::newRow("quantity") << QByteArray(R"("OrigQuantity":2)");
    QTest::newRow("price") << QByteArray(R"("Price":5)");
    QTest::newRow("trigger") << QByteArray(R"("StopPrice":5)");
    QTest::newRow("change") << QByteArray(R"("ChangeReason":"Trade")");
}

void TestApexOrderShapes::theMarkerSeesAnyChange()
{
    QFETCH(QByteArray, changed);
    const QByteArray members = R"("OrderState":"Working","OrigQuantity":1,"QuantityExecuted":0)";
    const auto row = rowWith(members);
    const auto same = rowWith(members);
    const auto other = rowWith(members + ',' + changed);
    QVERIFY(row && same && other);
    QCOMPARE(orders::compareMarkers(same->marker, row->marker), orders::MarkerOrder::Same);
    QCOMPARE(orders::compareMarkers(other->marker, row->marker), orders::MarkerOrder::Newer);
}

void TestApexOrderShapes::linksToOtherOrders_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("pair");
    QTest::addColumn<QString>("replaced");
    QTest::newRow("a pair") << QByteArray(R"("OrderIdOCO":312269865356374016)") << u"312269865356374016"_s
                            << QString();
    QTest::newRow("no pair") << QByteArray(R"("OrderIdOCO":0)") << QString() << QString();
    QTest::newRow("replaced another")
        << QByteArray(R"("OrigOrderId":312269865356374017)") << QString() << u"312269865356374017"_s;
    QTest::newRow("replaced none") << QByteArray(R"("OrigOrderId":1)") << QString() << QString();
    QTest::newRow("replaced what only the client's id names")
        << QByteArray(R"("OrigOrderId":0,"OrigClOrdId":5)") << QString() << u"client-5"_s;
    QTest::newRow("neither has an id")
        << QByteArray(R"("OrderId":0,"ClientOrderId":6,"OrigOrderId":0,"OrigClOrdId":5)") << QString()
        << u"client-5"_s;
    QTest::newRow("its own client id")
        << QByteArray(R"("ClientOrderId":5,"OrigClOrdId":5)") << QString() << QString();
    QTest::newRow("replaced none, and a client id")
        << QByteArray(R"("OrigOrderId":1,"OrigClOrdId":5)") << QString() << QString();
    QTest::newRow("both") << QByteArray(R"("OrderIdOCO":3,"OrigOrderId":2)") << u"3"_s << u"2"_s;
}

void TestApexOrderShapes::linksToOtherOrders()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, pair);
    QFETCH(QString, replaced);
    const auto row = rowWith(members);
    QVERIFY(row);
    QCOMPARE(row->pairOrderId, pair);
    QCOMPARE(row->replacedOrderId, replaced);
}

void TestApexOrderShapes::goesByTheClientsIdWhereThereIsNoOther()
{
    const auto rows =
        readOrders(R"([{"OrderId":0,"ClientOrderId":77},{"OrderId":77,"ClientOrderId":0}])", apexContext());
    QVERIFY(rows.has_value());
    QCOMPARE(rows->rows.size(), std::size_t(2));
    QCOMPARE(rows->rows[0]->orderId, QString());
    QCOMPARE(rows->rows[0]->clientOrderId, u"77"_s);
    QVERIFY(rows->rows[0]->key.isValid());
    QVERIFY(rows->rows[0]->key != rows->rows[1]->key);
}

void TestApexOrderShapes::reasonsAreWhatTheVenueSays_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("reason");
    QTest::newRow("rejected") << QByteArray(R"("RejectReason":"Not_Enough_Funds","CancelReason":"")")
                              << u"Not_Enough_Funds"_s;
    QTest::newRow("cancelled") << QByteArray(R"("RejectReason":"","CancelReason":"UserModified")")
                               << u"UserModified"_s;
    QTest::newRow("cancelled, the other way round")
        << QByteArray(R"("CancelReason":"UserModified","RejectReason":null)") << u"UserModified"_s;
    QTest::newRow("none") << QByteArray(R"("RejectReason":null,"CancelReason":null)") << QString();
}

void TestApexOrderShapes::reasonsAreWhatTheVenueSays()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, reason);
    const auto row = rowWith(members);
    QVERIFY(row);
    QCOMPARE(row->reason, reason);
}

void TestApexOrderShapes::oneThatStandsAloneIsAListOfOne()
{
    const auto alone = readOrders(R"( {"OrderId":1,"OrderState":"Working"} )", apexContext());
    const auto list = readOrders(R"([{"OrderId":1,"OrderState":"Working"}])", apexContext());
    QVERIFY(alone.has_value() && list.has_value());
    QCOMPARE(alone->rows.size(), std::size_t(1));
    QVERIFY(orders::sameContent(*alone->rows.front(), *list->rows.front()));
}

QTEST_APPLESS_MAIN(TestApexOrderShapes)
#include "test_apex_order_shapes.moc"
