// SPDX-License-Identifier: Apache-2.0
// Times in headers: the server's own clock is what a date is measured by.
#include "net/http_dates.h"

#include <QTest>

using namespace Qt::StringLiterals;
using net::HttpResult;

namespace {

HttpResult resultWith(const QByteArray &retryAfter, const QByteArray &date = {})
{
    HttpResult result;
    result.endedAt = base::WallTime(base::milliseconds(1'710'480'600'000)); // 05:30:00 UTC
    if (!retryAfter.isEmpty())
        result.headers.emplaceBack("Retry-After", retryAfter);
    if (!date.isEmpty())
        result.headers.emplaceBack("Date", date);
    return result;
}

} // namespace

class TestHttpDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsADate()
    {
        QCOMPARE(net::httpDate("Fri, 15 Mar 2024 05:30:00 GMT")->time_since_epoch().count(),
                 1'710'480'600'000);
        for (const char *text : {"", "tomorrow", "15 Mar 2024", "Fri, 35 Mar 2024 05:30:00 GMT"})
            QVERIFY2(!net::httpDate(text), text);
    }

    void waitsAsLongAsAsked_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("seconds");
        const QByteArray none;
        const QByteArray halfPast = "Fri, 15 Mar 2024 05:30:00 GMT";
        const QByteArray aMinuteLater = "Fri, 15 Mar 2024 05:31:00 GMT";
        QTest::newRow("seconds") << "7"_ba << none << 7;
        QTest::newRow("none") << none << none << 10;
        QTest::newRow("words") << "soon"_ba << none << 10;
        QTest::newRow("less than none") << "-3"_ba << none << 10;
        QTest::newRow("a date") << aMinuteLater << none << 60;
        QTest::newRow("a date by a clock that is behind")
            << halfPast << "Fri, 15 Mar 2024 05:29:30 GMT"_ba << 30;
        QTest::newRow("a date that has passed") << halfPast << aMinuteLater << 0;
    }

    void waitsAsLongAsAsked()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(QByteArray, date);
        QFETCH(int, seconds);
        QCOMPARE(net::retryAfter(resultWith(retryAfter, date)), base::seconds(seconds));
    }
};

QTEST_GUILESS_MAIN(TestHttpDates)
#include "test_http_dates.moc"
