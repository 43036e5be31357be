// SPDX-License-Identifier: Apache-2.0
// One connection in the top strip: lamp, name, state of its book, sign-in time left. Its menu asks for a sign-in, a
// check or an edit; the window answers. It only shows what it is given.
#pragma once

#include "desk/connection.h"
#include "ui/shared/theme.h"

#include <QToolButton>

namespace ui {

class ConnectionChip : public QToolButton
{
    Q_OBJECT

public:
    ConnectionChip(const Theme &theme, const QString &connection, QWidget *parent = nullptr);

    void show(const desk::ConnectionView &view, base::WallTime now);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void signInAsked(const QString &connection);
    void checkAsked(const QString &connection);
    void editAsked(const QString &connection);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthOf(const QString &detail) const;

    const Theme &m_theme;
    QString m_connection;
    QString m_title;
    QString m_state;
    QString m_left;
    QColor m_lamp;
    bool m_isWarning = false;
};

} // namespace ui
