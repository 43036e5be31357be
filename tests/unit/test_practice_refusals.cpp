// SPDX-License-Identifier: Apache-2.0
#include "practice_samples.h"

using namespace practice;
using namespace probe;

class TestPracticeRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBadParameters_data();
    void refusesBadParameters();
    void refusesMoreWhenStrict_data();
    void refusesMoreWhenStrict();
    void refusesAnOrderThatIsOver_data();
    void refusesAnOrderThatIsOver();
    void refusesASecondCancelWhileOneIsPending();
};

void TestPracticeRefusals::refusesBadParameters_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const QByteArray kart = "/api/v1/orders/kart/20240314929";
    const QByteArray regular = "/api/v1/orders/202403152052";
    const QString type = u"`execution_type` is invalid"_s;
    const QString leg = u"`leg_order_indicator` is invalid"_s;
    const QString unknown = u"Order not found"_s;
    QTest::newRow("no exchange id") << kart << bracketBody("ENTRY", "") << 44000
                                    << u"`exchange_order_id` can't be blank"_s;
    QTest::newRow("no order id") << "/api/v1/orders/kart/"_ba
                                 << R"({"exchange_order_id":"1"})"_ba << 44000
                                 << u"`oms_order_id` can't be blank"_s;
    QTest::newRow("no leg") << kart << bracketBody("") << 44000 << leg;
    QTest::newRow("a leg it has not") << kart << bracketBody("FOURTH") << 44000 << leg;
    QTest::newRow("wrong kart type") << kart << bracketBody("ENTRY", "1100000012461398", "CO") << 44000
                                     << type;
    QTest::newRow("no kart type") << kart << bracketBody("ENTRY", "1100000012461398", "REGULAR") << 44000
                                  << type;
    QTest::newRow("exchange id of another leg") << kart << bracketBody("THIRD") << 0 << unknown;
    QTest::newRow("unknown kart order")
        << "/api/v1/orders/kart/1"_ba
        << R"({"exchange_order_id":"1","leg_order_indicator":"ENTRY"})"_ba << 0 << unknown;
    QTest::newRow("regular on the kart path")
        << "/api/v1/orders/kart/202403152052"_ba
        << R"({"exchange_order_id":"1100000029886168"})"_ba << 44000 << type;
    QTest::newRow("bracket on the regular path") << "/api/v1/orders/20240314929?client_id=PKT1042"_ba
                                                 << ""_ba << 44000 << type;
    QTest::newRow("regular called bracket") << regular + "?execution_type=BO"
                                            << ""_ba << 44000 << type;
    QTest::newRow("regular called amo") << regular + "?execution_type=AMO"
                                        << ""_ba << 44000 << type;
    QTest::newRow("unknown order") << "/api/v1/orders/1"_ba
                                   << ""_ba << 0 << unknown;
    QTest::newRow("foreign client") << regular + "?client_id=X"
                                    << ""_ba << 40000 << u"Request Unauthorised"_s;
    QTest::newRow("foreign client in the body")
        << kart << bracketBody("ENTRY", "1100000012461398", "BO", "X") << 40000 << u"Request Unauthorised"_s;
    QTest::newRow("no JSON") << kart << "client_id=PKT1042"_ba << 44000 << u"request body is invalid"_s;
}

void TestPracticeRefusals::refusesBadParameters()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(QString, message);
    SampleVenue venue;
    const Answer answer = venue.cancel(target, body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()["status"_L1].toString(), u"error"_s);
    QCOMPARE(answer.json()["error_code"_L1].toInt(), code);
    QCOMPARE(answer.json()["message"_L1].toString(), message);
    const Book &book = venue.venue.market(Broker::Pocketful).book();
    QVERIFY(std::none_of(book.orders().begin(), book.orders().end(),
                         [](const PracticeOrder &order) { return order.status == "CANCEL_PENDING"_L1; }));
}

void TestPracticeRefusals::refusesMoreWhenStrict_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message"); // blank: taken
    const QByteArray kart = "/api/v1/orders/kart/20240314929";
    QTest::newRow("right") << kart << bracketBody() << QString();
    QTest::newRow("right, small letters")
        << kart << QByteArray(bracketBody()).replace("MODIFY_C", "modify_c") << QString();
    QTest::newRow("wrong status") << kart
                                  << bracketBody("ENTRY", "1100000012461398", "BO", "PKT1042", "CONFIRMED")
                                  << u"`status` is invalid"_s;
    QTest::newRow("contradiction") << kart + "?leg_order_indicator=THIRD" << bracketBody()
                                   << u"`leg_order_indicator` is invalid"_s;
    QTest::newRow("another id in the body")
        << "/api/v1/orders/kart/1"_ba << bracketBody() << u"`oms_order_id` is invalid"_s;
    QTest::newRow("no client") << "/api/v1/orders/202403152052"_ba
                               << ""_ba << u"`client_id` can't be blank"_s;
}

void TestPracticeRefusals::refusesMoreWhenStrict()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    PracticeOptions options = Venue::stillOptions();
    options.tradelab.strict = {Broker::Pocketful};
    SampleVenue venue(options);
    const QJsonObject json = venue.cancel(target, body).json();
    QCOMPARE(json["error_code"_L1].toInt(), message.isEmpty() ? 0 : 44000);
    QCOMPARE(json["message"_L1].toString(), message);
}

void TestPracticeRefusals::refusesAnOrderThatIsOver_data()
{
    QTest::addColumn<Broker>("broker");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QByteArray>("fixtureName");
    QTest::newRow("traded") << Broker::Pocketful << u"COMPLETE"_s << "tl_error_already_traded.json"_ba;
    QTest::newRow("traded, pace") << Broker::Pace << u"COMPLETE"_s << "tl_error_already_traded.json"_ba;
    QTest::newRow("cancelled, pace") << Broker::Pace << u"CANCEL_CONFIRMED"_s
                                     << "tl_error_failed_status.json"_ba;
    QTest::newRow("rejected, pace") << Broker::Pace << u"REJECTED"_s << "tl_error_failed_status.json"_ba;
    QTest::newRow("cancelled, sky") << Broker::HdfcSky << u"CANCEL_CONFIRMED"_s << ""_ba;
}

void TestPracticeRefusals::refusesAnOrderThatIsOver()
{
    QFETCH(Broker, broker);
    QFETCH(QString, status);
    QFETCH(QByteArray, fixtureName);
    SampleVenue venue;
    QVERIFY(venue.venue.market(broker).setStatus(u"202403152052"_s, status));
    const Answer answer = venue.cancel(profileOf(broker).prefix + "/orders/202403152052", {}, broker);
    if (fixtureName.isEmpty())
        QCOMPARE(answer.json()["message"_L1].toString(), u"Error from backend: (16060)-order not found"_s);
    else
        QCOMPARE(answer.json(), fixture(fixtureName.constData()).object());
    QCOMPARE(venue.status(u"202403152052"_s, {}, broker), status);
}

void TestPracticeRefusals::refusesASecondCancelWhileOneIsPending()
{
    SampleVenue venue;
    const QByteArray target = "/api/v1/orders/202403152052?client_id=PKT1042&execution_type=REGULAR";
    QCOMPARE(venue.cancel(target).json()["status"_L1].toString(), u"success"_s);
    const QJsonObject second = venue.cancel(target).json();
    QCOMPARE(second["error_code"_L1].toInt(), 45000);
    QCOMPARE(second["message"_L1].toString(), u"Error from backend: (200116)-cancellation already pending"_s);
    QCOMPARE(second.keys(), fixture("tl_error_45000_cancel.json").object().keys());
}

QTEST_GUILESS_MAIN(TestPracticeRefusals)
#include "test_practice_refusals.moc"
