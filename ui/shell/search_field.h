// SPDX-License-Identifier: Apache-2.0
// The search field with the filter language. What does not parse is said under the field, and the table keeps the
// last filter that did; an empty field shows everything. Esc clears it and goes back to the table.
#pragma once

#include "orders/order_filter.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace ui {

class SearchField : public QWidget
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool hasError() const { return m_hasError; }
    void clear();
    void focusAndSelect();
    [[nodiscard]] QSize sizeHint() const override { return {320, 30}; }

Q_SIGNALS:
    void filterChanged(const orders::OrderFilter &filter);
    /// Esc or Enter: the keyboard goes back to the table.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void parse();
    void placeError();

    QLineEdit *m_field;
    QLabel *m_error; // over the window, under the field
    bool m_hasError = false;
};

} // namespace ui
