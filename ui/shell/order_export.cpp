// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/order_export.h"

#include "orders/order_fields.h"
#include "ui/orders/order_tree_model.h"

#include <QSaveFile>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString cell(QString text)
{
    const bool isQuoted = text.contains(u'"') || text.contains(u',') || text.contains(u'\n');
    return isQuoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace

std::vector<orders::OrderPtr> shownOrders(const OrderTreeModel &model)
{
    std::vector<orders::OrderPtr> orders;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex entry = model.index(row, 0);
        orders.push_back(model.orderAt(entry));
        for (int leg = 0; leg < model.rowCount(entry); ++leg)
            orders.push_back(model.orderAt(model.index(leg, 0, entry)));
    }
    return orders;
}

QByteArray ordersAsCsv(const std::vector<orders::OrderPtr> &orders)
{
    QStringList names;
    for (const orders::FieldSpec &field : orders::orderFields())
        names += field.name;
    QStringList lines{names.join(u',')};
    for (const orders::OrderPtr &order : orders) {
        QStringList cells;
        for (const orders::FieldSpec &field : orders::orderFields())
            cells += cell(field.text(*order));
        lines += cells.join(u',');
    }
    return lines.join(u'\n').toUtf8() + '\n';
}

QString writeExport(const QString &path, const QByteArray &csv)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(csv);
    return file.commit() ? QString() : file.errorString();
}

} // namespace ui
