// SPDX-License-Identifier: Apache-2.0
// The frozen set as the confirm dialog lists it: grouped by effect, each order once, its own tick under whatever
// may trade. It keeps the plan that will be sent. Rows never move or vanish: an order that fills or ends meanwhile
// is struck through and taken out of the count.
#pragma once

#include "desk/cancel_plan.h"

#include <QAbstractListModel>
#include <QHash>

namespace ui {

class PlanModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class RowKind : unsigned char { Notice, Group, Order, Consent };
    struct Row
    {
        RowKind kind;
        QString text;                    // of a notice, a group or a consent
        std::size_t order = 0;           // into the plan's orders, for Order and Consent
        orders::Effect effect = orders::Effect::Cancel;
        int groupCount = 0;
    };

    PlanModel(desk::CancelPlan plan, base::WallTime now, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] const Row &rowAt(const QModelIndex &index) const { return m_rows[static_cast<std::size_t>(index.row())]; }
    [[nodiscard]] const desk::CancelPlan &plan() const { return m_plan; }
    [[nodiscard]] const desk::PlannedCancel &plannedAt(const Row &row) const { return m_plan.orders[row.order]; }
    [[nodiscard]] bool isStruck(const Row &row) const { return m_struck.contains(row.order); }
    /// What is said at the end of an order's line: "4 filled", "with 2 legs", "filled now".
    [[nodiscard]] QString noteOf(const Row &row) const;
    /// Everything that the person was shown, for the journal.
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] bool contains(const orders::OrderKey &key) const { return m_places.contains(key); }

    /// The newest reading of an order of the plan.
    void takeReading(const orders::OrderPtr &order);
    void takeRemoval(const orders::OrderKey &key);

Q_SIGNALS:
    /// What would be sent has changed.
    void choiceChanged();

private:
    void addNotices();
    void addGroup(orders::Effect effect);
    void addImpossible();
    [[nodiscard]] QString consentText(const desk::PlannedCancel &planned) const;
    void strike(std::size_t order, const QString &why);
    void tellRowsOf(std::size_t order);

    desk::CancelPlan m_plan;
    base::WallTime m_now;
    std::vector<Row> m_rows;
    QHash<orders::OrderKey, std::size_t> m_places;
    QHash<std::size_t, QString> m_struck; // why
};

} // namespace ui
