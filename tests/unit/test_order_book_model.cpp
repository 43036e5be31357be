// SPDX-License-Identifier: Apache-2.0
// The book against a naive model of it: thousands of random lists, and a replica that knows the diffs alone.
#include "orders/order_book.h"
#include "support/orders_of.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using orders::BookDiff;
using orders::Effect;
using orders::ListingPtr;
using orders::ListKind;
using orders::OrderBook;
using orders::OrderKey;
using orders::OrderPtr;
using orders::OrderState;
using support::makeListing;
using support::makeOrder;

namespace {

// What the book should show, worked out anew from everything that was ever read.
class NaiveBook
{
public:
    void read(bool isCompleted, const std::vector<OrderPtr> &rows)
    {
        auto &list = isCompleted ? m_closed : m_open;
        list.clear();
        for (const OrderPtr &row : rows)
            list[row->key.toText()] = row;
        std::map<QString, OrderPtr> all = m_shown;
        all.insert(m_open.begin(), m_open.end());
        all.insert(m_closed.begin(), m_closed.end());
        m_shown.clear();
        for (const auto &[key, before] : all) {
            if (const OrderPtr now = choose(key, before))
                m_shown[key] = now;
        }
    }

    [[nodiscard]] QStringList lines() const
    {
        QStringList lines;
        for (const auto &[key, row] : m_shown)
            lines << lineOf(*row, isMissing(key), parentOf(*row), effectOf(*row));
        lines.sort();
        return lines;
    }

    static QString lineOf(const orders::Order &row, bool isMissing, const QString &parent, Effect effect)
    {
        return QStringList{row.key.toText(),
                           row.venueStatus,
                           row.marker.reference,
                           row.basketId,
                           isMissing ? u"missing"_s : u"here"_s,
                           parent,
                           orders::effectName(effect)}
            .join(u'|');
    }

private:
    [[nodiscard]] OrderPtr choose(const QString &key, const OrderPtr &before) const
    {
        const OrderPtr open = m_open.contains(key) ? m_open.at(key) : nullptr;
        const OrderPtr closed = m_closed.contains(key) ? m_closed.at(key) : nullptr;
        if (open && closed) {
            const qint64 a = open->marker.reference.toLongLong();
            const qint64 b = closed->marker.reference.toLongLong();
            return a > b && b > 0 ? open : closed;
        }
        if (open || closed)
            return open ? open : closed;
        return before->isAlive() ? before : nullptr;
    }
    [[nodiscard]] bool isMissing(const QString &key) const
    {
        return !m_open.contains(key) && !m_closed.contains(key);
    }
    [[nodiscard]] QString parentOf(const orders::Order &row) const
    {
        if (row.leg.isEmpty() || row.leg == u"ENTRY")
            return {};
        for (const bool isById : {true, false}) {
            QStringList entries;
            for (const auto &[key, other] : m_shown) {
                const bool agrees = isById ? other->orderId == row.orderId
                                           : !row.basketId.isEmpty() && other->basketId == row.basketId;
                if (other->leg == u"ENTRY" && other->key.day == row.key.day && agrees)
                    entries << key;
            }
            if (entries.size() == 1)
                return entries.first();
        }
        return {};
    }
    [[nodiscard]] Effect effectOf(const orders::Order &row) const
    {
        const bool isNamedAfterParent =
            !row.leg.isEmpty() && std::any_of(m_shown.begin(), m_shown.end(), [&](const auto &each) {
                return each.second->orderId == row.leg;
            });
        return orders::effectOf(row, isNamedAfterParent);
    }

    std::map<QString, OrderPtr> m_open;
    std::map<QString, OrderPtr> m_closed;
    std::map<QString, OrderPtr> m_shown;
};

// A table that is told nothing but the differences.
class Replica
{
public:
    void take(const BookDiff &diff)
    {
        for (const OrderKey &key : diff.removed)
            QCOMPARE(m_rows.erase(key.toText()), std::size_t(1));
        for (const OrderPtr &row : diff.added)
            QVERIFY(m_rows.emplace(row->key.toText(), row).second);
        for (const OrderPtr &row : diff.changed) {
            OrderPtr &mine = m_rows[row->key.toText()];
            QVERIFY(mine);
            QVERIFY(!orders::sameContent(*mine, *row));
            mine = row;
        }
    }
    [[nodiscard]] bool agreesWith(const OrderBook &book) const
    {
        const auto rows = book.rows();
        return rows.size() == m_rows.size() &&
               std::all_of(rows.begin(), rows.end(), [this](const OrderPtr &row) {
                   const auto mine = m_rows.find(row->key.toText());
                   return mine != m_rows.end() && orders::sameContent(*mine->second, *row);
               });
    }

private:
    std::map<QString, OrderPtr> m_rows;
};

class RandomLists
{
public:
    explicit RandomLists(quint32 seed)
        : m_random(seed)
    {
    }

    std::vector<OrderPtr> next(bool isCompleted)
    {
        std::vector<OrderPtr> rows;
        const int chance = pick(0, 100);
        for (int id = 1; id <= 6; ++id) {
            for (const QString &leg : {QString(), u"ENTRY"_s, u"SECOND"_s, u"THIRD"_s, u"2"_s}) {
                for (const int day : {20240314, 20240315}) {
                    if (pick(0, 100) < chance)
                        rows.push_back(row(QString::number(id), leg, day, isCompleted));
                }
            }
        }
        std::shuffle(rows.begin(), rows.end(), m_random);
        return rows;
    }
    int pick(int low, int high) { return m_random.bounded(low, high); }

private:
    OrderPtr row(const QString &id, const QString &leg, int day, bool isCompleted)
    {
        return makeOrder(id, leg, [&](orders::Order &order) {
            static constexpr OrderState open[] = {OrderState::Open, OrderState::BeingCancelled,
                                                  OrderState::Unknown};
            static constexpr OrderState closed[] = {OrderState::Cancelled, OrderState::Filled,
                                                    OrderState::Rejected};
            order.state = isCompleted ? closed[pick(0, 3)] : open[pick(0, 3)];
            order.venueStatus = orders::stateName(order.state);
            order.key.day = day;
            const int marker = pick(0, 5);
            order.marker.reference = marker == 0 ? QString() : QString::number(marker);
            order.filled = pick(0, 3) == 0 ? 5 : 0;
            order.basketId = pick(0, 4) == 0 ? u"B%1"_s.arg(pick(1, 4)) : QString();
        });
    }

    QRandomGenerator m_random;
};

} // namespace

class TestOrderBookModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheNaiveBook_data();
    void agreesWithTheNaiveBook();
};

void TestOrderBookModel::agreesWithTheNaiveBook_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestOrderBookModel::agreesWithTheNaiveBook()
{
    QFETCH(quint32, seed);
    RandomLists lists(seed);
    NaiveBook naive;
    OrderBook book;
    Replica replica;
    ListingPtr before[2];
    for (int step = 0; step < 60; ++step) {
        const bool isCompleted = lists.pick(0, 2) == 1;
        const auto listing =
            makeListing(isCompleted ? ListKind::Completed : ListKind::Pending, lists.next(isCompleted));
        naive.read(isCompleted, listing->rows);
        replica.take(book.apply(*listing, orders::compareListings(before[isCompleted], *listing)));
        before[isCompleted] = listing;

        QStringList lines;
        for (const OrderPtr &row : book.rows()) {
            lines << NaiveBook::lineOf(*row, row->missingSince.has_value(),
                                       row->parent.isValid() ? row->parent.toText() : QString(), row->effect);
            if (row->parent.isValid()) {
                const auto legs = book.legsOf(row->parent);
                QCOMPARE(std::count(legs.begin(), legs.end(), row), std::ptrdiff_t(1));
            }
        }
        lines.sort();
        QCOMPARE(lines, naive.lines());
        QVERIFY(replica.agreesWith(book));
    }
}

QTEST_APPLESS_MAIN(TestOrderBookModel)
#include "test_order_book_model.moc"
