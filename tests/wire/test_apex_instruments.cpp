// SPDX-License-Identifier: Apache-2.0
// The names of what an APEX exchange trades.
#include "alphapoint/instruments.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestApexInstruments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instrumentsHaveTheirNames();
    void whatItWasCalledFirstItIsCalled();
    void anOrderOfNoInstrumentHasNoName();
    void whatIsNoListOfInstruments_data();
    void whatIsNoListOfInstruments();
};

void TestApexInstruments::instrumentsHaveTheirNames()
{
    alphapoint::Instruments instruments;
    QVERIFY(instruments.load(
        R"([{"instrumentId":1,"symbol":"ETHCAD","product2Symbol":"CAD"},{"InstrumentId":2},5,)"
        R"({"InstrumentId":"3","Symbol":"BTCCAD"}])"));
    QCOMPARE(instruments.find(u"1"_s).symbol, u"ETHCAD"_s);
    QCOMPARE(instruments.find(u"1"_s).currency, u"CAD"_s);
    QCOMPARE(instruments.find(u"2"_s).symbol, u"Instrument 2"_s);
    QCOMPARE(instruments.find(u"3"_s).symbol, u"BTCCAD"_s);
    QCOMPARE(instruments.find(u"3"_s).currency, QString());
    QCOMPARE(instruments.find(u"4"_s).symbol, u"Instrument 4"_s);
}

// A symbol is part of an order's identity: a ticket outlives any number of sign-ins.
void TestApexInstruments::whatItWasCalledFirstItIsCalled()
{
    alphapoint::Instruments before;
    QVERIFY(before.load(R"([{"InstrumentId":1,"Symbol":"ETHCAD"}])"));
    QCOMPARE(before.find(u"2"_s).symbol, u"Instrument 2"_s);
    alphapoint::Instruments after = before;
    QVERIFY(after.load(R"([{"InstrumentId":1,"Symbol":"NEW"},{"InstrumentId":2,"Symbol":"BTCCAD"},)"
                       R"({"InstrumentId":3,"Symbol":"XRPCAD"}])"));
    QCOMPARE(after.find(u"1"_s).symbol, u"ETHCAD"_s);
    QCOMPARE(after.find(u"2"_s).symbol, u"Instrument 2"_s);
    QCOMPARE(after.find(u"3"_s).symbol, u"XRPCAD"_s);
}

void TestApexInstruments::anOrderOfNoInstrumentHasNoName()
{
    QCOMPARE(alphapoint::Instruments().find({}).symbol, QString());
}

void TestApexInstruments::whatIsNoListOfInstruments_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const char *payload : {"", "{}", "null", "x", R"({"result":false,"errorcode":20})", "[{"})
        QTest::newRow(payload) << QByteArray(payload);
}

void TestApexInstruments::whatIsNoListOfInstruments()
{
    QFETCH(QByteArray, payload);
    alphapoint::Instruments instruments;
    const auto loaded = instruments.load(payload);
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().kind, base::ErrorKind::BadReply);
}

QTEST_APPLESS_MAIN(TestApexInstruments)
#include "test_apex_instruments.moc"
