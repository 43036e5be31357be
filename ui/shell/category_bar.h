// SPDX-License-Identifier: Apache-2.0
// Open | Being cancelled | Closed | Refused | All, each with its count. One is chosen; arrow keys and clicks
// change it. It shows counts that it is given.
#pragma once

#include "ui/orders/order_category.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace ui {

[[nodiscard]] QString categoryTitle(Category category);

class CategoryBar : public QWidget
{
    Q_OBJECT

public:
    explicit CategoryBar(QWidget *parent = nullptr);

    void setCounts(const CategoryCounts &counts);
    [[nodiscard]] Category category() const;
    void choose(Category category);

Q_SIGNALS:
    void categoryChosen(Category category);

private:
    [[nodiscard]] QAbstractButton *button(Category category) const;

    QButtonGroup *m_buttons;
};

} // namespace ui
