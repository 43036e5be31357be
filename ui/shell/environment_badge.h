// SPDX-License-Identifier: Apache-2.0
// LIVE in white on solid red, or PRACTICE in amber on stripes: which kind of money the window is about. It stands
// in the top strip and in every confirm dialog, and says nothing while there is no connection.
#pragma once

#include "orders/order_key.h"
#include "ui/shared/theme.h"

#include <QWidget>

#include <optional>

namespace ui {

/// "LIVE" or "PRACTICE"
[[nodiscard]] QString environmentWord(orders::Environment environment);

class EnvironmentBadge : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentBadge(const Theme &theme, QWidget *parent = nullptr);

    void setEnvironment(std::optional<orders::Environment> environment);
    [[nodiscard]] std::optional<orders::Environment> environment() const { return m_environment; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintStripes(QPainter &painter, const QRectF &area) const;

    const Theme &m_theme;
    std::optional<orders::Environment> m_environment;
};

} // namespace ui
