// SPDX-License-Identifier: Apache-2.0
// The answer to GetAccountTrades.
#include "alphapoint/list_requests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::CallOutcome;
using alphapoint::CallResult;
using alphapoint::FrameKind;
using orders::TradeList;

namespace {

base::Result<TradeList> read(const QByteArray &payload, FrameKind kind = FrameKind::Reply)
{
    CallResult result;
    result.outcome = CallOutcome::Answered;
    result.frame = {kind, u"4"_s, u"GetAccountTrades"_s, payload};
    alphapoint::RowContext context;
    context.account = {orders::Environment::Live, u"alphapoint"_s, u"api.example.com"_s, u"1"_s, u"185"_s};
    context.connection = u"mine"_s;
    return alphapoint::readTradeList(result, context);
}

// Written from the documents of the call, whose keys are in camel case; venues write them in Pascal case.
const QByteArray pascal = R"([{"OMSId":1,"ExecutionId":1,"TradeId":212,"OrderId":2543565231,"AccountId":185,
    "ClientOrderId":0,"InstrumentId":1,"Side":"Buy","Quantity":0.25,"RemainingQuantity":0.75,"Price":19010},
    {"TradeId":211,"OrderId":2543565231,"AccountId":186,"InstrumentId":1,"Quantity":1}])";
const QByteArray camel = R"([{"omsId":1,"executionId":1,"tradeId":1,"orderId":77,"accountId":185,
    "instrumentId":1,"side":0,"quantity":1.2,"remainingQuantity":0.0,"price":100.0}])";

} // namespace

class TestApexTradeList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tradesOfTheAccountAlone()
    {
        const auto list = read(pascal);
        QVERIFY(list);
        QCOMPARE(list->trades.size(), std::size_t(1));
        const orders::Trade &trade = list->trades.front();
        QCOMPARE(trade.id, u"212"_s);
        QCOMPARE(trade.quantity.toText(), u"0.25"_s);
        QCOMPARE(trade.order->orderId, u"2543565231"_s);
        QCOMPARE(trade.order->key.account, list->account);
        QCOMPARE(trade.order->instrument, u"1"_s);
        QVERIFY(!list->digest.isEmpty());
    }

    void camelCaseToo()
    {
        const auto list = read(camel);
        QVERIFY(list);
        QCOMPARE(list->trades.size(), std::size_t(1));
        QCOMPARE(list->trades.front().quantity.toText(), u"1.2"_s);
    }

    void oneThatNamesNoOrderIsAWarning()
    {
        const auto list = read(R"([{"TradeId":1,"AccountId":185},7])");
        QVERIFY(list);
        QVERIFY(list->trades.empty());
        QCOMPARE(list->warnings.size(), std::size_t(2));
    }

    void whatIsNoListIsAnError_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<bool>("isReply");
        QTest::newRow("refused") << R"({"result":false,"errormsg":"Not Authorized","errorcode":20})"_ba
                                 << true;
        QTest::newRow("one trade alone") << R"({"TradeId":1,"OrderId":2,"Quantity":1})"_ba << true;
        QTest::newRow("words") << "busy"_ba << true;
        QTest::newRow("an error frame") << "[]"_ba << false;
        QTest::newRow("nothing") << ""_ba << true;
    }

    void whatIsNoListIsAnError()
    {
        QFETCH(QByteArray, payload);
        QFETCH(bool, isReply);
        const auto list = read(payload, isReply ? FrameKind::Reply : FrameKind::Error);
        QVERIFY(!list);
        QVERIFY(!list.error().text.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestApexTradeList)
#include "test_apex_trade_list.moc"
