// SPDX-License-Identifier: Apache-2.0
#include "support/fixture.h"
#include "support/tradelab_line.h"
#include "tradelab/list_requests.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using net::RequestClass;
using support::TradelabLine;
using venues::ListReader;

namespace {

QStringList idsOf(const std::vector<orders::OrderPtr> &rows)
{
    QStringList ids;
    for (const auto &row : rows)
        ids << row->orderId;
    return ids;
}

class Bench
{
public:
    Bench()
    {
        QObject::connect(&reader, &ListReader::listRead,
                         [this](const venues::Reading &reading) { readings.push_back(reading); });
        QObject::connect(&reader, &ListReader::failed,
                         [this](const base::Error &error) { errors.push_back(error); });
    }
    // Waits until so many requests have arrived, and a little to see that there are no more.
    [[nodiscard]] bool arrives(int count)
    {
        return QTest::qWaitFor([&] { return line.server.arrivalCount() >= count; }, 5000) && settles() &&
               line.server.arrivalCount() == count;
    }
    [[nodiscard]] bool reads(std::size_t count)
    {
        return QTest::qWaitFor([&] { return readings.size() >= count; }, 5000) && readings.size() == count;
    }
    [[nodiscard]] bool fails(std::size_t count)
    {
        return QTest::qWaitFor([&] { return errors.size() >= count; }, 5000) && errors.size() == count;
    }

    TradelabLine line;
    orders::Account account = support::demoAccount();
    ListReader reader{tradelab::listRequests(
        orders::ListKind::Pending, line.queue,
        [this] {
            return net::HttpRequest{"GET", line.server.url(u"/orders"_s), {}, {}};
        },
        [this] {
            auto context = support::replyContext();
            context.account = account;
            return context;
        },
        [](const base::Error &, const net::HttpResult &) {})};
    std::vector<venues::Reading> readings;
    std::vector<base::Error> errors;

private:
    [[nodiscard]] static bool settles()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        return true;
    }
};

} // namespace

class TestListReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAListAndItsDifference();
    void readsNeverOverlap();
    void aReadAskedForMeanwhileBeginsAfterwards();
    void oneThatHasNotLeftWillDo();
    void aMoreUrgentOneTakesItsPlace();
    void fromSomeToNoneTakesTwoReads();
    void someAfterNoneIsNoEmptyBook();
    void noneAtFirstIsBelieved();
    void aFailureBetweenDoesNotMakeItEmpty();
    void anotherAccountsListIsNothingToCompareWith();
    void aFailedLoadIsTold_data();
    void aFailedLoadIsTold();
    void aLineThatIsCutIsTold();
    void afterAFailureItReadsOn();
    void aLargeListIsReadOnAWorker();
    void whatIsUnderWayAtAResetIsDropped();
    void aLargeListAtAResetIsDropped();
    void whoeverHearsOfItMayBeginAnew_data();
    void whoeverHearsOfItMayBeginAnew();
};

void TestListReader::readsAListAndItsDifference()
{
    Bench bench;
    bench.line.answer(TradelabLine::list({u"1"_s, u"2"_s}));
    bench.line.answer(TradelabLine::list({u"2"_s, u"3"_s}));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(1));
    QCOMPARE(idsOf(bench.readings[0].listing->rows), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(idsOf(bench.readings[0].delta.upserted), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(bench.readings[0].listing->kind, orders::ListKind::Pending);
    bench.reader.read(RequestClass::Poll);
    QVERIFY(bench.reads(2));
    QCOMPARE(idsOf(bench.readings[1].delta.upserted), QStringList{u"3"_s});
    QCOMPARE(bench.readings[1].delta.vanished.size(), std::size_t(1));
    QCOMPARE(bench.readings[1].delta.vanished[0].orderId, u"1"_s);
}

void TestListReader::readsNeverOverlap()
{
    Bench bench;
    bench.line.hold(TradelabLine::list({u"1"_s}));
    bench.line.answer(TradelabLine::list({u"1"_s}));
    bench.reader.read(RequestClass::Poll);
    QVERIFY(bench.arrives(1));
    bench.reader.read(RequestClass::Poll);
    bench.reader.read(RequestClass::Proof);
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.arrives(1));
    bench.line.release();
    QVERIFY(bench.reads(2)); // one for all three
    QVERIFY(bench.arrives(2));
}

void TestListReader::aReadAskedForMeanwhileBeginsAfterwards()
{
    Bench bench;
    bench.line.hold(TradelabLine::list({u"1"_s}));
    bench.line.answer(TradelabLine::list({u"1"_s}));
    bench.reader.read(RequestClass::Poll);
    QVERIFY(bench.arrives(1));
    bench.line.clock.advance(base::milliseconds(500));
    const base::MonoTime asked = bench.line.clock.monotonic();
    bench.reader.read(RequestClass::Proof);
    bench.line.clock.advance(base::milliseconds(500));
    bench.line.release();
    QVERIFY(bench.reads(2));
    QVERIFY(bench.readings[0].listing->began < asked);
    QVERIFY(bench.readings[1].listing->began >= asked);
    QVERIFY(bench.readings[1].listing->began >= bench.readings[0].listing->ended);
}

void TestListReader::oneThatHasNotLeftWillDo()
{
    Bench bench;
    bench.line.answer(TradelabLine::list({}));
    bench.line.limiter.pauseFor(base::milliseconds(5000));
    bench.reader.read(RequestClass::Refresh);
    bench.reader.read(RequestClass::Poll);
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.arrives(0));
    bench.line.clock.advance(base::milliseconds(6000));
    QVERIFY(bench.arrives(1));
    QVERIFY(bench.reads(1));
    bench.line.clock.advance(base::milliseconds(6000));
    QVERIFY(bench.arrives(1));
    QVERIFY(bench.reads(1));
}

void TestListReader::aMoreUrgentOneTakesItsPlace()
{
    Bench bench;
    bench.line.answer(TradelabLine::list({}));
    bench.line.limiter.setBatchRunning(true); // polls wait, proofs don't
    bench.reader.read(RequestClass::Poll);
    QVERIFY(bench.arrives(0));
    bench.reader.read(RequestClass::Proof);
    QVERIFY(bench.arrives(1));
    QVERIFY(bench.reads(1));
    bench.line.limiter.setBatchRunning(false);
    bench.line.clock.advance(base::milliseconds(60'000));
    QVERIFY(bench.arrives(1)); // the poll was part of it
}

void TestListReader::fromSomeToNoneTakesTwoReads()
{
    Bench bench;
    bench.line.answer(TradelabLine::list({u"1"_s}));
    bench.line.answer(TradelabLine::list({}));
    bench.line.hold(TradelabLine::list({}));
    bench.line.answer(TradelabLine::list({}));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(1));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.arrives(3)); // it asks again by itself
    QCOMPARE(bench.readings.size(), std::size_t(1));
    bench.line.release();
    QVERIFY(bench.reads(2));
    QVERIFY(bench.readings[1].listing->rows.empty());
    QCOMPARE(bench.readings[1].delta.vanished.size(), std::size_t(1));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(3)); // none after none is no news
    QVERIFY(bench.arrives(4));
}

void TestListReader::someAfterNoneIsNoEmptyBook()
{
    Bench bench;
    bench.line.answer(TradelabLine::list({u"1"_s}));
    bench.line.answer(TradelabLine::list({}));
    bench.line.answer(TradelabLine::list({u"1"_s}));
    bench.line.answer(TradelabLine::list({}));
    bench.line.answer(TradelabLine::list({u"1"_s}));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(1));
    // Each time it was empty once it counts from the beginning.
    for (std::size_t count = 2; count <= 3; ++count) {
        bench.reader.read(RequestClass::Refresh);
        QVERIFY(bench.reads(count));
        QVERIFY(bench.readings.back().delta.vanished.empty());
        QCOMPARE(bench.readings.back().listing->rows.size(), std::size_t(1));
    }
    QVERIFY(bench.arrives(5));
}

void TestListReader::noneAtFirstIsBelieved()
{
    Bench bench;
    bench.line.answer(TradelabLine::list({}));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(1));
    QVERIFY(bench.arrives(1));
}

void TestListReader::aFailureBetweenDoesNotMakeItEmpty()
{
    Bench bench;
    bench.line.answer(TradelabLine::list({u"1"_s}));
    bench.line.answer(TradelabLine::list({}));
    bench.line.answer("<html>Login</html>");
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(1));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.fails(1));
    QCOMPARE(bench.readings.size(), std::size_t(1));
}

void TestListReader::anotherAccountsListIsNothingToCompareWith()
{
    Bench bench;
    bench.line.answer(TradelabLine::list({u"1"_s}));
    bench.line.answer(TradelabLine::list({}));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(1));
    bench.reader.reset();
    bench.account.id = u"DEMO2"_s;
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(2));
    QVERIFY(bench.readings[1].delta.vanished.empty());
    QVERIFY(bench.arrives(2));
}

void TestListReader::aFailedLoadIsTold_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<base::ErrorKind>("kind");
    QTest::newRow("html") << QByteArray("<html>") << QByteArray("200 OK") << base::ErrorKind::BadReply;
    QTest::newRow("500") << QByteArray("{}") << QByteArray("500 Oops") << base::ErrorKind::VenueRefused;
    QTest::newRow("401") << QByteArray() << QByteArray("401 Unauthorized") << base::ErrorKind::SignedOut;
    QTest::newRow("429") << QByteArray("slow down") << QByteArray("429 Too Many")
                         << base::ErrorKind::Throttled;
    QTest::newRow("moved") << QByteArray() << QByteArray("302 Found") << base::ErrorKind::BadReply;
    QTest::newRow("forbidden") << support::fixture(u"tl_error_40000_list.json"_s) << QByteArray("200 OK")
                               << base::ErrorKind::NotAllowed;
}

void TestListReader::aFailedLoadIsTold()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, status);
    QFETCH(base::ErrorKind, kind);
    Bench bench;
    bench.line.answer(body, status);
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.fails(1));
    QCOMPARE(bench.errors[0].kind, kind);
    QVERIFY(bench.readings.empty());
    QVERIFY(bench.arrives(1)); // who asked decides whether to ask again
}

void TestListReader::aLineThatIsCutIsTold()
{
    Bench bench;
    bench.line.server.close();
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.fails(1));
    QCOMPARE(bench.errors[0].kind, base::ErrorKind::Network);
}

void TestListReader::afterAFailureItReadsOn()
{
    Bench bench;
    bench.line.answer("<html>");
    bench.line.answer(TradelabLine::list({u"1"_s}));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.fails(1));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(1));
}

void TestListReader::aLargeListIsReadOnAWorker()
{
    Bench bench;
    QStringList ids;
    for (int i = 0; i < 5000; ++i)
        ids << QString::number(i);
    bench.line.answer(TradelabLine::list(ids));
    bench.line.answer(TradelabLine::list({u"1"_s}));
    bench.reader.read(RequestClass::Refresh);
    // While it is parsed the next one waits as well.
    QVERIFY(QTest::qWaitFor([&] { return bench.line.server.arrivalCount() == 1; }, 5000));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(2));
    QCOMPARE(bench.readings[0].listing->rows.size(), std::size_t(5000));
    QCOMPARE(bench.readings[1].delta.vanished.size(), std::size_t(4999));
}

void TestListReader::whatIsUnderWayAtAResetIsDropped()
{
    Bench bench;
    bench.line.hold(TradelabLine::list({u"1"_s}));
    bench.line.answer(TradelabLine::list({u"2"_s}));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.arrives(1));
    bench.reader.read(RequestClass::Refresh);
    bench.reader.reset();
    bench.line.release();
    QVERIFY(bench.arrives(1)); // what was asked for meanwhile is forgotten too
    QVERIFY(bench.readings.empty() && bench.errors.empty());
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(1));
    QCOMPARE(idsOf(bench.readings[0].listing->rows), QStringList{u"2"_s});
}

void TestListReader::aLargeListAtAResetIsDropped()
{
    Bench bench;
    QStringList ids;
    for (int i = 0; i < 20000; ++i)
        ids << QString::number(i);
    bench.line.answer(TradelabLine::list(ids));
    bench.line.answer(TradelabLine::list({u"x"_s}));
    QSignalSpy answered(&bench.line.queue, &tradelab::ReadQueue::answered);
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(answered.wait());
    bench.reader.reset(); // the worker is busy with it
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.reads(1));
    QCOMPARE(idsOf(bench.readings[0].listing->rows), QStringList{u"x"_s});
}

void TestListReader::whoeverHearsOfItMayBeginAnew_data()
{
    QTest::addColumn<bool>("isFailure");
    QTest::newRow("a list") << false;
    QTest::newRow("a failure") << true;
}

// A sign-in from inside of a signal: the new read counts as under way.
void TestListReader::whoeverHearsOfItMayBeginAnew()
{
    QFETCH(bool, isFailure);
    Bench bench;
    bench.line.answer(isFailure ? QByteArray("<html>") : TradelabLine::list({u"1"_s}));
    bench.line.hold(TradelabLine::list({u"2"_s}));
    bench.line.answer(TradelabLine::list({u"3"_s}));
    bool isFirst = true;
    const auto beginAnew = [&] {
        if (!std::exchange(isFirst, false))
            return;
        bench.reader.reset();
        bench.reader.read(RequestClass::Refresh);
    };
    connect(&bench.reader, &ListReader::listRead, this, beginAnew);
    connect(&bench.reader, &ListReader::failed, this, beginAnew);
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.arrives(2));
    bench.reader.read(RequestClass::Refresh);
    QVERIFY(bench.arrives(2));
    bench.line.release();
    QVERIFY(bench.arrives(3));
}

QTEST_GUILESS_MAIN(TestListReader)
#include "test_list_reader.moc"
