// SPDX-License-Identifier: Apache-2.0
// When the Indian markets close, and when after-market orders leave.
#include "tradelab/market_hours.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

base::WallTime inIndia(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd hh:mm"_s);
    time.setOffsetFromUtc(5 * 3600 + 1800);
    return base::WallTime(base::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

class TestMarketHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closes_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("close");
        const auto row = [](const char *name, const QString &now, const QString &close) {
            QTest::newRow(name) << now << close;
        };
        row("in the morning", u"2024-07-15 00:10"_s, u"2024-07-15 15:30"_s);
        row("at the close", u"2024-07-15 15:30"_s, u"2024-07-15 15:30"_s);
        row("in the afternoon", u"2024-07-15 15:31"_s, u"2024-07-15 23:30"_s);
        row("at night", u"2024-07-15 23:31"_s, u"2024-07-16 15:30"_s);
        row("in New York's winter", u"2024-12-15 15:31"_s, u"2024-12-15 23:55"_s);
        row("between the two in winter", u"2024-12-15 23:40"_s, u"2024-12-15 23:55"_s);
        row("the last day of its winter", u"2024-03-09 16:00"_s, u"2024-03-09 23:55"_s);
        row("the first day of its summer", u"2024-03-10 16:00"_s, u"2024-03-10 23:30"_s);
        row("the last day of its summer", u"2024-11-02 16:00"_s, u"2024-11-02 23:30"_s);
        row("the first day of winter again", u"2024-11-03 16:00"_s, u"2024-11-03 23:55"_s);
    }

    void closes()
    {
        QFETCH(QString, now);
        QFETCH(QString, close);
        QCOMPARE(tradelab::closeAfter(inIndia(now)).time_since_epoch(), inIndia(close).time_since_epoch());
    }

    void releasesBeforeTheOpening()
    {
        QVERIFY(!tradelab::isReleaseTime(inIndia(u"2024-07-15 08:44"_s)));
        QVERIFY(tradelab::isReleaseTime(inIndia(u"2024-07-15 08:45"_s)));
        QVERIFY(tradelab::isReleaseTime(inIndia(u"2024-07-15 09:20"_s)));
        QVERIFY(!tradelab::isReleaseTime(inIndia(u"2024-07-15 09:21"_s)));
    }
};

QTEST_GUILESS_MAIN(TestMarketHours)
#include "test_market_hours.moc"
