// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/sort_key.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using ui::SortKey;

namespace {

// A text's key and what its own text says must never disagree.
int orderOf(const SortKey &a, const SortKey &b)
{
    return a < b ? -1 : (b < a ? 1 : 0);
}

} // namespace

class TestSortKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsKeepTheirOrder()
    {
        const QStringList texts{u" "_s,
                                u"!"_s,
                                u"10"_s,
                                u"9"_s,
                                u"A"_s,
                                u"a"_s,
                                u"AB"_s,
                                u"ab "_s,
                                u"A_B"_s,
                                u"A^"_s,
                                u"A\t"_s,
                                u"A\tB"_s,
                                u"\t"_s,
                                u"ä"_s,
                                u"Ä"_s,
                                u"ÄB"_s,
                                u"z"_s,
                                u"Z{"_s,
                                u"日本"_s,
                                u"NIFTY24MAR22500CE_AND_A_LOT_MORE"_s,
                                u"NIFTY24MAR22500CE_AND_A_LOT_LESS"_s,
                                u"NIFTY24MAR22500CE_AND"_s,
                                u"NIFTY24MAR22500CE_ANE"_s,
                                u"123456789012345678901"_s,
                                u"1234567890123456789012"_s,
                                u"123456789012345678902"_s};
        for (const QString &a : texts) {
            for (const QString &b : texts) {
                const int wanted = ui::compareFolded(a, b);
                for (const bool isDescending : {false, true}) {
                    const SortKey left = SortKey::ofText(a, isDescending);
                    const SortKey right = SortKey::ofText(b, isDescending);
                    const int got = orderOf(left, right) * (isDescending ? -1 : 1);
                    const QString pair = u"'%1' and '%2'"_s.arg(a, b);
                    QVERIFY2(got == wanted || (got == 0 && !left.isWhole()), qPrintable(pair));
                }
            }
        }
    }

    void shortPlainTextsNeedNoLook()
    {
        QVERIFY(SortKey::ofText(u"NIFTY24MAR22500CE"_s, false).isWhole());
        QVERIFY(SortKey::ofText(u"NIFTY24MAR22500CE"_s, true).isWhole());
        QVERIFY(!SortKey::ofText(u"1234567890123456789012"_s, false).isWhole());
        QVERIFY(!SortKey::ofText(u"Ä"_s, true).isWhole());
    }

    void numbersKeepTheirOrder()
    {
        const QStringList texts{
            u"-99999999999"_s,         u"-1.5"_s, u"-0.000000000000000001"_s, u"0"_s,
            u"0.000000000000000001"_s, u"1"_s,    u"1.000000000000000001"_s,  u"99999999999"_s};
        for (qsizetype i = 0; i + 1 < texts.size(); ++i) {
            const auto low = *base::Decimal::fromText(QStringView(texts[i]));
            const auto high = *base::Decimal::fromText(QStringView(texts[i + 1]));
            QVERIFY(SortKey::ofNumber(low, false) <= SortKey::ofNumber(high, false));
            QVERIFY(SortKey::ofNumber(low, true) >= SortKey::ofNumber(high, true));
        }
        const auto one = *base::Decimal::fromText(u"1"_s);
        QVERIFY(SortKey::ofNumber(-1, false) < SortKey::ofNumber(one, false));
        QVERIFY(SortKey::ofNumber(-1, true) > SortKey::ofNumber(one, true));
        QVERIFY(!SortKey::ofNumber(one, false).isWhole());
    }

    void whatIsMissingComesLastInBothDirections()
    {
        for (const bool isDescending : {false, true}) {
            const SortKey none;
            QVERIFY(none.isWhole());
            QVERIFY(SortKey::ofText(u""_s, isDescending) == none);
            QVERIFY(SortKey::ofNumber({}, isDescending) == none);
            QVERIFY(SortKey::ofInteger({}, isDescending) == none);
            QVERIFY(SortKey::ofText(u"日"_s, isDescending) < none);
            QVERIFY(SortKey::ofInteger(std::numeric_limits<std::int64_t>::max(), isDescending) < none);
            const SortKey unreadable = SortKey::ofNumber(base::Decimal::unreadable(u"n/a"_s), isDescending);
            QVERIFY(unreadable < none);
            QVERIFY(SortKey::ofNumber(1'000'000'000, isDescending) < unreadable);
        }
    }
};

QTEST_GUILESS_MAIN(TestSortKey)
#include "test_sort_key.moc"
