// SPDX-License-Identifier: Apache-2.0
// The whole vocabulary of wire.md A6, in both styles and in any case of letters.
#include "tradelab/status_words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using orders::OrderState;

namespace {

struct StateWords
{
    OrderState state;
    const char *words; // separated by commas
};

constexpr StateWords vocabulary[] = {
    {OrderState::Open,
     "CONFIRMED,MODIFY_CONFIRMED,MODIFY_REJECTED,CANCEL_REJECTED,PENDING,PARTIAL_TRADE,SL_TRIGGER_CONFIRMED,"
     "TRIGGER_PENDING,AMO_REQ_RECEIVED,AMO_REQ_CONFIRMED,AMO_NEW_CONFIRMED,AMO_REQ_MODIFIED,AMO_MODIFY_"
     "CONFIRMED,"
     "BRACKET_ORDER_CONFIRMED,BRACKET_ORDER_MODIFIED,OPEN,open,modified,not modified,not cancelled,trigger "
     "pending,"
     "after market order req received,modify after market order req received"},
    {OrderState::BeingCancelled, "CANCEL_ACCEPTED,CANCEL_PENDING,cancel pending"},
    {OrderState::InFlight,
     "ACCEPTED,MODIFY_ACCEPTED,MODIFY_PENDING,RMS_VALIDATION_COMPLETED,EXCHANGE_RESPONSE_PENDING,"
     "RRM_PENDING_AT_EXCHANGE,BASKET_ORDER_ACCEPTED,open pending,validation pending,put order req received,"
     "modify pending,modify validation pending"},
    {OrderState::Cancelled,
     "CANCEL_CONFIRMED,BATCH_CANCEL_CONFIRMED,AMO_CANCEL_CONFIRMED,BRACKET_ORDER_CANCELLED,cancelled,"
     "cancelled after market order"},
    {OrderState::Filled, "COMPLETE,BRACKET_ORDER_COMPLETE_TRADE,FILLED,EXECUTED,complete"},
    {OrderState::Rejected, "REJECTED,BRACKET_ORDER_REJECTED,UNACCEPTED,rejected"},
    // Known to the brokers, but with no meaning that anybody wrote down; and words that nobody has seen.
    {OrderState::Unknown,
     "ORDER_PRICE_CONFIRMATION,CANCELED,CANCEL,COMPLETED,CONFIRMED_,REJECT,FROZEN,cancel_ pending,0,null"},
};

} // namespace

class TestStatusWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsState_data();
    void hasItsState();
    void noWordIsUnknown();
    void tellsARejectedCancel_data();
    void tellsARejectedCancel();
};

void TestStatusWords::hasItsState_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<OrderState>("state");
    for (const StateWords &each : vocabulary) {
        for (const QString &word : QString::fromLatin1(each.words).split(u','))
            QTest::newRow(qPrintable(word)) << word << each.state;
    }
}

void TestStatusWords::hasItsState()
{
    QFETCH(QString, word);
    QFETCH(OrderState, state);
    QString mixed = word.toLower();
    mixed[0] = mixed[0].toUpper();
    for (const QString &form : {word, word.toUpper(), word.toLower(), mixed, u' ' + word + u"  "_s})
        QCOMPARE(tradelab::stateOf(form), state);
}

void TestStatusWords::noWordIsUnknown()
{
    QCOMPARE(tradelab::stateOf(QString()), OrderState::Unknown);
    QCOMPARE(tradelab::stateOf(u"  "), OrderState::Unknown);
    QVERIFY(orders::isAlive(OrderState::Unknown));
}

void TestStatusWords::tellsARejectedCancel_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("is");
    QTest::newRow("tradelab") << u"CANCEL_REJECTED"_s << true;
    QTest::newRow("any case") << u" Cancel_Rejected "_s << true;
    QTest::newRow("nest") << u"not cancelled"_s << true;
    QTest::newRow("a modification") << u"MODIFY_REJECTED"_s << false;
    QTest::newRow("an order") << u"REJECTED"_s << false;
    QTest::newRow("cancelled") << u"cancelled"_s << false;
}

void TestStatusWords::tellsARejectedCancel()
{
    QFETCH(QString, word);
    QFETCH(bool, is);
    QCOMPARE(tradelab::isCancelRejected(word), is);
}

QTEST_APPLESS_MAIN(TestStatusWords)
#include "test_status_words.moc"
