// SPDX-License-Identifier: Apache-2.0
// The table's header: flat, with a small arrow at the sort column, and a menu that shows and hides columns.
// It writes the layout by the columns' names, so that a layout outlives columns that come and go.
#pragma once

#include "ui/shared/theme.h"

#include <QHeaderView>
#include <QSet>

class QMenu;

namespace ui {

class OrderHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit OrderHeader(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Once the model is set.
    void resetLayout();
    [[nodiscard]] QByteArray saveLayout() const;
    /// False, and nothing changed, where it is no layout of ours.
    bool restoreLayout(const QByteArray &layout);
    static constexpr int widestGrown = 160; // pixels
    /// Wider, where a number does not fit: never narrower, not beyond reason, and not against a hand that set it.
    void growTo(int section, int width);
    /// Fills a menu with the columns, ticked where shown.
    void fillMenu(QMenu &menu);

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sizeHint() const override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void resizeByItself(int section, int width);
    void showSection(int section, bool isShown);

    Theme m_theme;
    QFont m_font;
    QSet<int> m_setByHand;
    bool m_isByItself = false;
};

} // namespace ui
