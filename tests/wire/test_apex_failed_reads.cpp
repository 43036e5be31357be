// SPDX-License-Identifier: Apache-2.0
// What is told where an APEX exchange refuses a read: never a secret that it echoes, never an empty book. And
// which reads an APEX connection makes, or leaves out, by itself.
#include "alphapoint/apex_venue.h"
#include "support/apex_bench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using orders::ListKind;
using support::ApexLine;

namespace {

class Bench
{
public:
    Bench()
    {
        venues::ConnectionProfile profile;
        profile.name = u"mine"_s;
        profile.broker = u"alphapoint"_s;
        profile.url = peer.url();
        peer.answer(u"AuthenticateUser"_s, support::apexWelcome);
        peer.answer(u"GetInstruments"_s, "[]");
        peer.answer(u"SubscribeAccountEvents"_s, R"({"Subscribe":true})");
        venue = std::make_unique<alphapoint::ApexVenue>(profile, clock, redactor, nullptr,
                                                        support::quietOptions());
        QObject::connect(venue.get(), &venues::Venue::listRead, [this] { ++reads; });
        QObject::connect(venue.get(), &venues::Venue::orderRead, [this] { ++reads; });
        QObject::connect(venue.get(), &venues::Venue::listFailed,
                         [this](ListKind, const base::Error &error) { errors.push_back(error); });
        QObject::connect(
            venue.get(), &venues::Venue::orderReadFailed,
            [this](const orders::OrderKey &, const base::Error &error) { errors.push_back(error); });
    }

    [[nodiscard]] bool signsIn()
    {
        venue->signIn(base::Secret(support::apexPassword));
        return QTest::qWaitFor([this] { return venue->state() == venues::VenueState::SignedIn; }, 5000);
    }

    support::ManualClock clock;
    base::Redactor redactor;
    support::ApexPeer peer;
    std::unique_ptr<alphapoint::ApexVenue> venue;
    std::vector<base::Error> errors;
    int reads = 0;
};

} // namespace

class TestApexFailedReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEchoedSecretIsNotTold_data();
    void anEchoedSecretIsNotTold();
    void aRefusedListIsNoBook();
    void aRejectedCancelAllMakesTheOpenListBeRead();
    void anOrderWithoutAnIdIsNotAskedForAlone();
};

void TestApexFailedReads::anEchoedSecretIsNotTold_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<net::RequestClass>("why");
    QTest::newRow("list") << u"GetOpenOrders"_s << net::RequestClass::Refresh;
    QTest::newRow("status") << u"GetOrderStatus"_s << net::RequestClass::Proof;
    QTest::newRow("history") << u"GetOrderHistoryByOrderId"_s << net::RequestClass::Refresh;
}

void TestApexFailedReads::anEchoedSecretIsNotTold()
{
    QFETCH(QString, function);
    QFETCH(net::RequestClass, why);
    Bench bench;
    bench.peer.answer(function, R"({"result":false,"errormsg":"not with hush-hush","errorcode":101})");
    QVERIFY(bench.signsIn());
    auto order = std::make_shared<orders::Order>();
    order->orderId = u"1"_s;
    if (function != u"GetOpenOrders")
        bench.venue->readOrder(order, why);
    QTRY_COMPARE(bench.errors.size(), std::size_t(1));
    QCOMPARE(bench.errors[0].kind, ErrorKind::VenueRefused);
    QCOMPARE(bench.errors[0].venueText, u"not with [cut]"_s);
    QVERIFY2(!bench.errors[0].text.contains(u"hush"), qPrintable(bench.errors[0].text));
    QCOMPARE(bench.reads, 0);
}

void TestApexFailedReads::aRefusedListIsNoBook()
{
    Bench bench;
    bench.peer.answer(u"GetOpenOrders"_s, "{}");
    bench.peer.answer(u"GetOrderHistory"_s, "TOO MANY REQUESTS");
    QVERIFY(bench.signsIn());
    QTRY_COMPARE(bench.errors.size(), std::size_t(2));
    QCOMPARE(bench.errors[0].kind, ErrorKind::BadReply);
    QCOMPARE(bench.errors[1].kind, ErrorKind::Throttled);
    QCOMPARE(bench.reads, 0);
    QVERIFY(bench.venue->limiter().pausedFor() > base::milliseconds(0));
    QCOMPARE(bench.peer.latest(u"GetOpenOrders"_s).payload, R"({"OMSId":1,"AccountId":528})"_ba);
    QCOMPARE(bench.peer.latest(u"GetOrderHistory"_s).payload,
             R"({"OMSId":1,"AccountId":528,"Depth":200})"_ba);
}

void TestApexFailedReads::aRejectedCancelAllMakesTheOpenListBeRead()
{
    Bench bench;
    bench.peer.answer(u"GetOpenOrders"_s, "[]");
    bench.peer.answer(u"GetOrderHistory"_s, "[]");
    QVERIFY(bench.signsIn());
    QTRY_COMPARE(bench.reads, 2);
    bench.peer.send(3, 2, u"CancelAllOrdersRejectEvent"_s,
                    R"({"OMSId":1,"AccountId":528,"Status":"Rejected","RejectReason":"x"})");
    bench.peer.send(3, 4, u"AccountPositionEvent"_s, R"({"OMSId":1,"AccountId":528})");
    QVERIFY(QTest::qWaitFor(
        [&] {
            bench.clock.advance(5ms);
            return bench.reads == 3;
        },
        5000));
    QCOMPARE(bench.peer.countOf(u"GetOpenOrders"_s), 2);
    QCOMPARE(bench.peer.countOf(u"GetOrderHistory"_s), 1);
    QVERIFY(bench.errors.empty());
}

void TestApexFailedReads::anOrderWithoutAnIdIsNotAskedForAlone()
{
    Bench bench;
    bench.peer.answer(u"GetOpenOrders"_s, "[]");
    bench.peer.answer(u"GetOrderHistory"_s, "[]");
    QVERIFY(bench.signsIn());
    QTRY_COMPARE(bench.reads, 2);
    auto order = std::make_shared<orders::Order>();
    order->clientOrderId = u"7"_s;
    bench.venue->readOrder(order, net::RequestClass::Proof);
    bench.venue->readList(ListKind::Open, net::RequestClass::Refresh); // one that is answered after it would be
    QTRY_COMPARE(bench.reads, 3);
    QCOMPARE(bench.peer.countOf(u"GetOrderStatus"_s), 0);
    QCOMPARE(bench.peer.countOf(u"GetOrderHistoryByOrderId"_s), 0);
}

QTEST_GUILESS_MAIN(TestApexFailedReads)
#include "test_apex_failed_reads.moc"
