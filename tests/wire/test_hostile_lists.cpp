// SPDX-License-Identifier: Apache-2.0
// Lists that no broker should send: too many rows, too deep, too many of what is no row. Each is an error in
// words; and while a long one is read, the event loop goes on.
#include "alphapoint/list_requests.h"
#include "support/apex_samples.h"
#include "support/fixture.h"
#include "venues/list_reader.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray repeated(const QByteArray &row, qsizetype count)
{
    return row + (',' + row).repeated(count - 1);
}

QByteArray tradelabList(const QByteArray &rows)
{
    return R"({"status":"success","message":"","data":{"orders":[)" + rows + "]}}";
}

base::Result<orders::Listing> readApex(const QByteArray &rows)
{
    return alphapoint::readListing(orders::ListKind::Open, support::replyFrame('[' + rows + ']'),
                                   support::apexContext());
}

QByteArray numberedRows(int count)
{
    QByteArray rows;
    for (int i = 0; i < count; ++i)
        rows += (i == 0 ? R"({"oms_order_id":")" : R"(,{"oms_order_id":")") + QByteArray::number(i) + "\"}";
    return rows;
}

} // namespace

class TestHostileLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tooManyRowsAreAnError_data();
    void tooManyRowsAreAnError();
    void whatIsTooDeepIsAnError_data();
    void whatIsTooDeepIsAnError();
    void aLongListIsReadBesideTheEventLoop();
};

void TestHostileLists::tooManyRowsAreAnError_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("rows without an id") << QByteArray("{}");
    QTest::newRow("no rows") << QByteArray("0");
}

void TestHostileLists::tooManyRowsAreAnError()
{
    QFETCH(QByteArray, row);
    const QByteArray rows = repeated(row, 1'000'000);
    for (const auto &listing :
         {tradelab::readOrderList(tradelabList(rows), support::replyContext()), readApex(rows)}) {
        QVERIFY(!listing.has_value());
        QCOMPARE(listing.error().kind, base::ErrorKind::BadReply);
        QVERIFY2(listing.error().text.contains(u"300,000 rows"), qPrintable(listing.error().text));
    }
}

void TestHostileLists::whatIsTooDeepIsAnError_data()
{
    QTest::addColumn<QByteArray>("tradelab");
    QTest::addColumn<QByteArray>("apex");
    const QByteArray deep = QByteArray(10'000, '[') + QByteArray(10'000, ']');
    const QByteArray objects = QByteArray(R"({"a":)").repeated(10'000) + '0' + QByteArray(10'000, '}');
    for (const QByteArray &value : {deep, objects}) {
        const char *what = value.startsWith('[') ? "lists" : "objects";
        QTest::addRow("%s as a row", what) << tradelabList(value) << value;
        QTest::addRow("%s in a field", what)
            << tradelabList(R"({"oms_order_id":)" + value + '}') << R"({"OrderId":)" + value + '}';
        QTest::addRow("%s in a field that nobody reads", what)
            << tradelabList(R"({"oms_order_id":"1","x":)" + value + '}')
            << R"({"OrderId":1,"x":)" + value + '}';
        QTest::addRow("%s beside the list", what)
            << R"({"status":"success","x":)" + value + R"(,"orders":[]})" << value;
    }
}

void TestHostileLists::whatIsTooDeepIsAnError()
{
    QFETCH(QByteArray, tradelab);
    QFETCH(QByteArray, apex);
    for (const auto &listing : {tradelab::readOrderList(tradelab, support::replyContext()), readApex(apex)}) {
        QVERIFY(!listing.has_value());
        QCOMPARE(listing.error().kind, base::ErrorKind::BadReply);
    }
    const auto frame = alphapoint::decodeFrame(R"({"m":1,"i":1,"n":"x","o":)" + apex + '}');
    QVERIFY(!frame.has_value());
}

// The reader's turns are counted, not timed: the loop has to come round many times before the list is there.
void TestHostileLists::aLongListIsReadBesideTheEventLoop()
{
    const auto reply = std::make_shared<QByteArray>(tradelabList(numberedRows(100'000)));
    venues::ListRequests requests;
    requests.submit = [&](net::RequestClass, const auto &hasLeft, const auto &done) {
        hasLeft();
        venues::ListReply answer;
        answer.size = reply->size();
        answer.parse = [reply] {
            return tradelab::readOrderList(std::move(*reply), support::replyContext());
        };
        done(answer);
        return 1;
    };
    requests.withdraw = [](int) {};
    venues::ListReader reader(requests);
    std::size_t rows = 0;
    connect(&reader, &venues::ListReader::listRead, this,
            [&](const venues::Reading &reading) { rows = reading.listing->rows.size(); });
    reader.read(net::RequestClass::Poll);
    QCOMPARE(rows, std::size_t(0)); // not inside of the call
    int turns = 0;
    while (rows == 0 && turns < 100'000'000) {
        QCoreApplication::processEvents();
        ++turns;
    }
    QCOMPARE(rows, std::size_t(100'000));
    QVERIFY2(turns > 100, qPrintable(QString::number(turns)));
}

QTEST_GUILESS_MAIN(TestHostileLists)
#include "test_hostile_lists.moc"
