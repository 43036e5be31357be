// SPDX-License-Identifier: Apache-2.0
// A table's model under a clock that the test turns, watched by Qt's own checker, with a note of what it may
// never do: reset. Every test of the model starts from this.
#pragma once

#include "models/order_maker.h"
#include "support/manual_clock.h"
#include "ui/orders/order_view_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace models {

class TableWatch
{
public:
    ~TableWatch() { QCOMPARE(resets.count(), 0); }

    void add(const std::vector<orders::OrderPtr> &rows) { model.apply({rows, {}, {}}); }
    void change(const std::vector<orders::OrderPtr> &rows) { model.apply({{}, rows, {}}); }
    void remove(const std::vector<orders::OrderKey> &keys) { model.apply({{}, {}, keys}); }
    void pass(base::milliseconds time) { clock.advance(time); }
    void passFrame() { pass(ui::OrderViewModel::frame); }
    void search(const QString &text) { model.setFilter(*orders::OrderFilter::parse(text)); }
    void sortBy(ui::ColumnId column, Qt::SortOrder order = Qt::AscendingOrder)
    {
        model.sort(ui::columnNumber(column), order);
    }

    /// "7" for a row at the top, "7/SECOND" for one with a leg, with two blanks in front where it stands
    /// under another.
    [[nodiscard]] QStringList rows() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex top = model.index(row, 0);
            names += nameOf(top);
            for (int leg = 0; leg < model.rowCount(top); ++leg)
                names += QStringLiteral("  ") + nameOf(model.index(leg, 0, top));
        }
        return names;
    }

    [[nodiscard]] QString text(const orders::OrderKey &key, ui::ColumnId column) const
    {
        return model.indexOf(key, column).data().toString();
    }

    [[nodiscard]] static QString nameOf(const orders::OrderKey &key)
    {
        return key.leg.isEmpty() ? key.orderId : key.orderId + u'/' + key.leg;
    }

    support::ManualClock clock;
    ui::OrderViewModel model{clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};

private:
    [[nodiscard]] QString nameOf(const QModelIndex &index) const { return nameOf(model.orderAt(index)->key); }
};

} // namespace models
