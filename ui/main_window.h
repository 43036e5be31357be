// SPDX-License-Identifier: Apache-2.0
// The main window: puts strip, table, action bar and dock together, and leads what is asked in one part to the part
// that does it. Made by the program with a desk that was not started yet; it holds no rule of the trade itself.
#pragma once

#include "desk/desk.h"
#include "desk/settings.h"
#include "ui/connections/broker_choice.h"
#include "ui/shared/theme.h"
#include "ui/shell/key_scheme.h"

#include <QMainWindow>
#include <QPalette>
#include <QPointer>

class QSplitter;

namespace ui {

class ActionBar;
class AlarmWatch;
class BannerArea;
class BookNotice;
class CancelFlow;
class CategoryBar;
class ConnectionsDialog;
class Dock;
class EmptyState;
class MainActions;
class OrderView;
class OrderViewModel;
class SignInFlow;
class StatusLine;
class TopBar;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All outlive the window.
    MainWindow(desk::Desk &desk, desk::Settings &settings, BrokerChoices brokers, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] OrderView &table() { return *m_table; }
    [[nodiscard]] OrderViewModel &model() { return *m_model; }
    /// Something went wrong before the window was there, or outside it.
    void tellNotice(const QString &key, const QString &text);

Q_SIGNALS:
    /// Open another Pullcord on the practice venue.
    void practiceAsked();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void restoreLook();
    void connectDesk();
    void connectParts();
    void applySettings();
    void act(KeyAction action);
    void cancelSelected();
    void cancelAllOpen();
    [[nodiscard]] std::vector<orders::OrderKey> allOpen() const;
    void exportRows();
    void showDetails();
    void showOrder(const orders::OrderKey &key);
    void openConnections(const std::function<void(ConnectionsDialog &)> &then);
    void openSettings();
    void takeDiff(const orders::BookDiff &diff);
    void updateSelection();
    void updateTable();
    void passSecond();
    [[nodiscard]] QString staleness() const;

    desk::Desk &m_desk;
    desk::Settings &m_settings;
    const BrokerChoices m_brokers;
    const QPalette m_systemPalette;
    Theme m_theme;
    OrderViewModel *m_model = nullptr;
    TopBar *m_top = nullptr;
    CategoryBar *m_categories = nullptr;
    BannerArea *m_banners = nullptr;
    BookNotice *m_bookNotice = nullptr;
    OrderView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    ActionBar *m_actionBar = nullptr;
    Dock *m_dock = nullptr;
    QSplitter *m_parts = nullptr;
    StatusLine *m_status = nullptr;
    MainActions *m_actions = nullptr;
    AlarmWatch *m_alarms = nullptr;
    CancelFlow *m_flow = nullptr;
    SignInFlow *m_signIns = nullptr;
    QPointer<ConnectionsDialog> m_connections;
    base::Timer m_second;
    base::Timer m_selectionTimer; // a drag over thousands of rows: one count a frame
    base::Timer m_tableTimer;
};

} // namespace ui
