// SPDX-License-Identifier: Apache-2.0
#include "orders/marker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using orders::Marker;
using orders::MarkerOrder;

class TestMarker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowNewARowIs_data();
    void tellsHowNewARowIs();
};

void TestMarker::tellsHowNewARowIs_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<quint64>("content");
    QTest::addColumn<QString>("otherReference");
    QTest::addColumn<quint64>("otherContent");
    QTest::addColumn<MarkerOrder>("order");
    const auto row = [](const char *name, const QString &a, quint64 ac, const QString &b, quint64 bc,
                        MarkerOrder order) { QTest::newRow(name) << a << ac << b << bc << order; };
    // The last digits are beyond what a double holds.
    row("newer by its last digit", u"1394972885476889719"_s, 1, u"1394972885476889718"_s, 1,
        MarkerOrder::Newer);
    row("older by its last digit", u"1394972885476889718"_s, 1, u"1394972885476889719"_s, 1,
        MarkerOrder::Older);
    row("more digits are newer", u"10000000000000000000"_s, 1, u"9999999999999999999"_s, 1,
        MarkerOrder::Newer);
    row("fewer digits are older", u"999"_s, 1, u"1000"_s, 1, MarkerOrder::Older);
    row("the reference decides", u"5"_s, 1, u"5"_s, 2, MarkerOrder::Same);
    row("none, alike", {}, 7, {}, 7, MarkerOrder::Same);
    row("none, different", {}, 7, {}, 8, MarkerOrder::Newer);
    row("one of them", u"5"_s, 7, {}, 7, MarkerOrder::Newer);
    row("the other one", {}, 7, u"5"_s, 7, MarkerOrder::Newer);
}

void TestMarker::tellsHowNewARowIs()
{
    QFETCH(QString, reference);
    QFETCH(quint64, content);
    QFETCH(QString, otherReference);
    QFETCH(quint64, otherContent);
    QFETCH(MarkerOrder, order);
    QCOMPARE(orders::compareMarkers(Marker{reference, content}, Marker{otherReference, otherContent}), order);
}

QTEST_APPLESS_MAIN(TestMarker)
#include "test_marker.moc"
