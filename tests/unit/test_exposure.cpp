// SPDX-License-Identifier: Apache-2.0
// What leaves first: market and stop orders by what they would cost at the last known price, then the others
// by their value, and what has no price at the end.
#include "cancel/exposure.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using cancel::Exposure;
using cancel::LastPrices;
using orders::Order;

namespace {

Order order(const QString &type, int quantity, int price, const QString &instrument = u"1"_s)
{
    Order made;
    made.orderType = type;
    made.exchange = u"NSE"_s;
    made.instrument = instrument;
    made.quantity = quantity;
    made.filled = 0;
    made.price = price;
    made.state = orders::OrderState::Open;
    return made;
}

} // namespace

class TestExposure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsMarketAndStopOrdersFirst()
    {
        LastPrices prices;
        prices.learn(order(u"LIMIT"_s, 1, 100));
        Order stop = order(u"SL"_s, 5, 0);
        stop.triggerPrice = 90;
        const Exposure market = exposureOf(order(u"MARKET"_s, 10, 0), prices);
        const Exposure dear = exposureOf(order(u"LIMIT"_s, 1'000'000, 100), prices);
        const Exposure unpriced = exposureOf(order(u"LIMIT"_s, 5, 0, u"2"_s), prices);
        const Exposure cheap = exposureOf(order(u"LIMIT"_s, 1, 1), prices);
        std::vector<Exposure> sorted{cheap, unpriced, dear, exposureOf(stop, prices), market};
        std::sort(sorted.begin(), sorted.end(), std::greater<>());
        QVERIFY(sorted[0] == market);                   // 10 x 100
        QVERIFY(sorted[1] == exposureOf(stop, prices)); // 5 x 100, not 5 x 90
        QVERIFY(sorted[2] == dear);
        QVERIFY(sorted[3] == cheap);
        QVERIFY(sorted[4] == unpriced);
    }

    void knowsTheWordsOfBothFamilies_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("isFirst");
        for (const QString &type : {u"MARKET"_s, u"Market"_s, u"MKT"_s, u"SL"_s, u"SLM"_s, u"SL-M"_s,
                                    u"StopMarket"_s, u"StopLimit"_s, u"TrailingStopMarket"_s})
            QTest::newRow(qPrintable(type)) << type << true;
        for (const QString &type : {u"LIMIT"_s, u"Limit"_s, u"SPREAD"_s, u""_s})
            QTest::newRow(qPrintable(type)) << type << false;
    }

    void knowsTheWordsOfBothFamilies()
    {
        QFETCH(QString, type);
        QTEST(exposureOf(order(type, 1, 1), LastPrices()).tradesAtAnyPrice, "isFirst");
    }

    void takesATradeBeforeAWish_andTheLaterOne()
    {
        LastPrices prices;
        Order traded = order(u"LIMIT"_s, 10, 90);
        traded.filled = 10;
        traded.averagePrice = 95;
        traded.placedAt = base::WallTime(base::milliseconds(1000));
        prices.learn(traded);
        prices.learn(order(u"LIMIT"_s, 10, 400)); // only wanted
        QCOMPARE(prices.of(order(u"MARKET"_s, 1, 0)), base::Decimal(95));
        traded.averagePrice = 97;
        traded.placedAt = base::WallTime(base::milliseconds(2000));
        prices.learn(traded);
        QCOMPARE(prices.of(order(u"MARKET"_s, 1, 0)), base::Decimal(97));
        traded.averagePrice = 96;
        traded.placedAt = base::WallTime(base::milliseconds(1500));
        prices.learn(traded);
        QCOMPARE(prices.of(order(u"MARKET"_s, 1, 0)), base::Decimal(97));
        QVERIFY(prices.of(order(u"MARKET"_s, 1, 0, u"2"_s)).isNull());
    }
};

QTEST_GUILESS_MAIN(TestExposure)
#include "test_exposure.moc"
