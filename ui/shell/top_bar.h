// SPDX-License-Identifier: Apache-2.0
// The strip at the top: which kind of money, a chip for each connection, the search, Refresh, and the menu. It
// shows what the desk says about connections and passes wishes on; it asks no broker.
#pragma once

#include "desk/desk.h"
#include "ui/shared/theme.h"

#include <QWidget>

#include <map>

class QHBoxLayout;
class QMenu;
class QPushButton;

namespace ui {

class ConnectionChip;
class EnvironmentBadge;
class SearchField;

class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(desk::Desk &desk, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] SearchField &search() { return *m_search; }
    /// The one for the strip and the title: live as soon as one connection is.
    [[nodiscard]] std::optional<orders::Environment> environment() const;
    void setMenu(QMenu *menu);
    void setRefreshHint(const QString &key);
    /// Chips come and go with the connections.
    void updateConnections();
    /// Ages and sign-in times, once a second.
    void updateTimes();

Q_SIGNALS:
    void refreshAsked();
    void signInAsked(const QString &connection);
    void checkAsked(const QString &connection);
    void editAsked(const QString &connection);

private:
    void addChip(const QString &name);

    desk::Desk &m_desk;
    const Theme &m_theme;
    EnvironmentBadge *m_badge;
    QHBoxLayout *m_chipRow;
    SearchField *m_search;
    QPushButton *m_refresh;
    QPushButton *m_menu;
    std::map<QString, ConnectionChip *> m_chips;
};

} // namespace ui
