// SPDX-License-Identifier: Apache-2.0
#include "ui/main_window.h"

#include "ui/cancel/cancel_flow.h"
#include "ui/cancel/mark_keeper.h"
#include "ui/connections/connections_dialog.h"
#include "ui/connections/sign_in_flow.h"
#include "ui/main_actions.h"
#include "ui/orders/order_view.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/action_bar.h"
#include "ui/shell/alarm_watch.h"
#include "ui/shell/banner_area.h"
#include "ui/shell/book_notice.h"
#include "ui/shell/category_bar.h"
#include "ui/shell/dock.h"
#include "ui/shell/environment_badge.h"
#include "ui/shell/order_export.h"
#include "ui/shell/search_field.h"
#include "ui/shell/status_line.h"
#include "ui/shell/style_sheet.h"
#include "ui/shell/table_state.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/words.h"

#include <QApplication>
#include <QFileDialog>
#include <QScreen>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds selectionPause = 16ms;
constexpr base::milliseconds tablePause = 50ms;
constexpr QSize wantedSize(1440, 900);
constexpr QSize frameAllowance(4, 40); // what the desktop draws around a window, of which Qt knows only later

QSize roomFor(const QScreen &screen)
{
    return wantedSize.boundedTo(screen.availableSize() - frameAllowance);
}

ThemeKind kindOf(desk::ThemeChoice choice)
{
    switch (choice) {
    case desk::ThemeChoice::System: return ThemeKind::System;
    case desk::ThemeChoice::Light: return ThemeKind::Light;
    case desk::ThemeChoice::Dark: return ThemeKind::Dark;
    case desk::ThemeChoice::HighContrast: return ThemeKind::HighContrast;
    }
    return ThemeKind::System;
}

} // namespace

MainWindow::MainWindow(desk::Desk &desk, desk::Settings &settings, BrokerChoices brokers, QWidget *parent)
    : QMainWindow(parent), m_desk(desk), m_settings(settings), m_brokers(std::move(brokers)),
      m_systemPalette(QGuiApplication::palette()), m_second(desk.clock(), [this] { passSecond(); }),
      m_selectionTimer(desk.clock(), [this] { updateSelection(); }),
      m_tableTimer(desk.clock(), [this] { updateTable(); })
{
    setObjectName(u"mainWindow"_s);
    m_theme = makeTheme(kindOf(settings.values().theme), m_systemPalette);
    build();
    applySettings();
    restoreLook();
    connectDesk();
    connectParts();
    updateSelection();
    updateTable();
    m_second.start(1s);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_signIns = new SignInFlow(m_desk, this);
    m_model = new OrderViewModel(m_desk.clock(), this);
    m_top = new TopBar(m_desk, m_theme, this);
    m_categories = new CategoryBar(this);
    m_banners = new BannerArea(this);
    m_bookNotice = new BookNotice(this);
    m_table = new OrderView(*m_model, m_desk.clock(), m_theme, this);
    m_empty = new EmptyState(*m_table->viewport());
    m_actionBar = new ActionBar(this);
    m_dock = new Dock(m_desk, m_theme, this);
    m_status = new StatusLine(m_desk, this);
    m_actions = new MainActions(*this);
    m_alarms = new AlarmWatch(m_desk, *m_banners, this);
    m_flow = new CancelFlow(m_desk, m_settings, m_theme, *this);
    new MarkKeeper(m_desk.clock(), m_desk.cancels(), *m_model, this);
    m_top->setMenu(m_actions->menu());

    auto *upper = new QWidget(this);
    auto *tableLayout = new QVBoxLayout(upper);
    tableLayout->setContentsMargins(0, 0, 0, 0);
    tableLayout->setSpacing(0);
    tableLayout->addWidget(m_table, 1);
    tableLayout->addWidget(m_actionBar);
    m_parts = new QSplitter(Qt::Vertical, this);
    m_parts->setObjectName(u"mainParts"_s);
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(upper);
    m_parts->addWidget(m_dock);
    m_parts->setStretchFactor(0, 1);
    m_parts->setSizes({560, 210});

    auto *center = new QWidget(this);
    auto *layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_top, m_categories, m_banners, m_bookNotice})
        layout->addWidget(part);
    layout->addWidget(m_parts, 1);
    setCentralWidget(center);
    setStatusBar(m_status);
    m_table->setFocus();
}

void MainWindow::restoreLook()
{
    const desk::SettingValues &values = m_settings.values();
    if (values.windowGeometry.isEmpty() || !restoreGeometry(values.windowGeometry))
        resize(roomFor(*screen()));
    m_parts->restoreState(values.windowParts);
    m_table->restoreLayout(values.columnLayout);
}

void MainWindow::connectDesk()
{
    orders::BookDiff present;
    present.added = m_desk.orders();
    m_model->apply(present);
    connect(&m_desk, &desk::Desk::ordersChanged, this, &MainWindow::takeDiff);
    const auto updateSoon = [this] {
        if (!m_tableTimer.isActive())
            m_tableTimer.start(tablePause);
    };
    connect(&m_desk, &desk::Desk::connectionChanged, this, updateSoon);
    connect(&m_desk, &desk::Desk::connectionsChanged, this, updateSoon);
    connect(&m_desk, &desk::Desk::noticed, this, [this](const QString &connection, const QString &text) {
        m_status->setNotice(connection.isEmpty() ? text : u"%1: %2"_s.arg(connection, text));
    });
    connect(m_model, &OrderViewModel::countsChanged, this, updateSoon);
    connect(m_model, &OrderViewModel::rearrangementEnded, this, updateSoon);
}

void MainWindow::connectParts()
{
    connect(m_top, &TopBar::refreshAsked, &m_desk, &desk::Desk::refresh);
    connect(m_bookNotice, &BookNotice::refreshAsked, &m_desk, &desk::Desk::refresh);
    connect(m_top, &TopBar::signInAsked, m_signIns, &SignInFlow::openSignIn);
    connect(m_top, &TopBar::checkAsked, this, [this](const QString &name) {
        openConnections([name](ConnectionsDialog &dialog) { dialog.check(name); });
    });
    connect(m_top, &TopBar::editAsked, this, [this](const QString &name) {
        openConnections([name](ConnectionsDialog &dialog) { dialog.choose(name); });
    });
    connect(&m_top->search(), &SearchField::filterChanged, this,
            [this](const orders::OrderFilter &filter) { m_model->setFilter(filter); });
    connect(&m_top->search(), &SearchField::left, this, [this] { m_table->setFocus(); });
    connect(m_categories, &CategoryBar::categoryChosen, this,
            [this](Category category) { m_model->setCategory(category); });
    connect(m_table, &OrderView::selectedOrdersChanged, this, [this] {
        if (!m_selectionTimer.isActive())
            m_selectionTimer.start(selectionPause);
    });
    connect(m_table, &OrderView::currentOrderChanged, this, [this] {
        if (const orders::OrderPtr order = m_table->currentOrder())
            m_dock->setOrder(order->key);
    });
    connect(m_table, &QTreeView::doubleClicked, this, &MainWindow::showDetails);
    connect(m_actionBar, &ActionBar::cancelAsked, this, &MainWindow::cancelSelected);
    connect(m_actionBar, &ActionBar::cancelAllAsked, this, &MainWindow::cancelAllOpen);
    connect(m_actions, &MainActions::asked, this, &MainWindow::act);
    connect(m_dock, &Dock::cancelAgainAsked, this,
            [this](const std::vector<orders::OrderKey> &keys) { m_flow->cancel(keys, false); });
    connect(m_dock, &Dock::orderAsked, this, &MainWindow::showOrder);
    connect(m_dock, &Dock::failed, m_alarms, &AlarmWatch::tellFailure);
    connect(m_alarms, &AlarmWatch::signInAsked, m_signIns, &SignInFlow::openSignIn);
    connect(m_alarms, &AlarmWatch::orderAsked, this, &MainWindow::showOrder);
    connect(m_flow, &CancelFlow::failed, m_alarms, &AlarmWatch::tellFailure);
    connect(m_flow, &CancelFlow::sent, m_dock, &Dock::showCancels);
}

void MainWindow::applySettings()
{
    const desk::SettingValues &values = m_settings.values();
    m_theme = makeTheme(kindOf(values.theme), m_systemPalette);
    auto &application = *qApp;
    applyTheme(application, m_theme);
    application.setStyleSheet(styleSheetOf(m_theme));
    m_table->setTheme(m_theme);
    m_actions->setScheme(values.keys);
    m_actionBar->setKeys(keyText(values.keys, KeyAction::CancelSelected), keyText(values.keys, KeyAction::CancelAllOpen));
    m_top->setRefreshHint(keyText(values.keys, KeyAction::Refresh));
    m_top->updateTimes();
    m_dock->updateBatch();
}

void MainWindow::act(KeyAction action)
{
    switch (action) {
    case KeyAction::CancelSelected: return cancelSelected();
    case KeyAction::CancelAllOpen: return cancelAllOpen();
    case KeyAction::OrderBook: return m_table->setFocus(Qt::ShortcutFocusReason);
    case KeyAction::Refresh: return m_desk.refresh();
    case KeyAction::Search: return m_top->search().focusAndSelect();
    case KeyAction::ClearSearch: return m_top->search().clear();
    case KeyAction::SelectAllCancellable: return m_table->selectAll();
    case KeyAction::CopyRows: return m_table->copySelection();
    case KeyAction::Export: return exportRows();
    case KeyAction::Details: return showDetails();
    case KeyAction::Connections: return openConnections({});
    case KeyAction::Settings: return openSettings();
    case KeyAction::Quit: close(); return;
    }
}

void MainWindow::cancelSelected()
{
    m_flow->cancel(m_table->selectedKeys(), true);
}

void MainWindow::cancelAllOpen()
{
    m_flow->cancel(allOpen(), false);
}

// What the search hides is not meant.
std::vector<orders::OrderKey> MainWindow::allOpen() const
{
    std::vector<orders::OrderKey> keys;
    const base::WallTime now = m_desk.clock().wall();
    for (const orders::OrderPtr &order : m_desk.orders()) {
        if (order->isCancellable() && m_model->filter().matches(*order, now))
            keys.push_back(order->key);
    }
    return keys;
}

void MainWindow::exportRows()
{
    auto *dialog = new QFileDialog(this, tr("Export what is shown"), QString(), tr("Tables (*.csv)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString problem = writeExport(path, ordersAsCsv(shownOrders(*m_model)));
        if (problem.isEmpty())
            m_status->setNotice(tr("Exported to %1").arg(path));
        else
            m_alarms->tellFailure(tr("Nothing was exported: %1").arg(problem));
    });
    dialog->open();
}

void MainWindow::showDetails()
{
    if (const orders::OrderPtr order = m_table->currentOrder())
        m_dock->setOrder(order->key);
    m_dock->showDetails();
}

void MainWindow::showOrder(const orders::OrderKey &key)
{
    if (!m_model->indexOf(key).isValid()) {
        m_top->search().clear();
        m_categories->choose(Category::All);
    }
    m_table->selectKeys({key});
    m_dock->setOrder(key);
    m_dock->showDetails();
}

void MainWindow::openConnections(const std::function<void(ConnectionsDialog &)> &then)
{
    if (!m_connections) {
        m_connections = new ConnectionsDialog(m_desk, m_brokers, this);
        m_connections->setAttribute(Qt::WA_DeleteOnClose);
        m_connections->open();
    }
    if (then)
        then(*m_connections);
}

void MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_settings.values(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const base::Status kept = m_settings.put(dialog->values()); !kept)
            m_alarms->tellFailure(errorWords(kept.error()));
        applySettings();
        updateSelection();
    });
    dialog->open();
}

void MainWindow::takeDiff(const orders::BookDiff &diff)
{
    m_model->apply(diff);
    if (!m_selectionTimer.isActive())
        m_selectionTimer.start(selectionPause);
}

QString MainWindow::staleness() const
{
    std::optional<base::milliseconds> oldest;
    for (const desk::ConnectionView &view : m_desk.connections()) {
        const bool isOld = view.book == desk::BookState::Stale || isBehind(view);
        if (isOld && view.bookAge)
            oldest = std::max(oldest.value_or(0ms), *view.bookAge);
    }
    return oldest ? tr("book %1 old").arg(spanText(*oldest)) : QString();
}

void MainWindow::updateSelection()
{
    ActionBar::State state;
    for (const orders::OrderPtr &order : m_table->selectedOrders())
        state.selection.add(*order);
    state.openCount = m_model->counts().of(Category::Open);
    state.isSearching = !m_model->filter().isEmpty();
    if (const auto forbidden = m_desk.cancelsForbidden())
        state.forbidden = errorWords(*forbidden);
    state.staleness = staleness();
    const bool isOnePlain = state.selection.cancellable() == 1 && state.selection.count(orders::Effect::Cancel) == 1;
    state.asksFirst = !(isOnePlain && m_settings.values().isDialogSkipped);
    m_actionBar->setState(state);
}

void MainWindow::updateTable()
{
    const int open = m_model->counts().of(Category::Open);
    const auto environment = m_top->environment();
    QStringList title{u"Pullcord"_s};
    if (environment)
        title += environmentWord(*environment);
    title += tr("%n open order(s)", nullptr, open);
    setWindowTitle(title.join(u" · "_s));
    m_categories->setCounts(m_model->counts());

    const std::vector<desk::ConnectionView> connections = m_desk.connections();
    for (const desk::ConnectionView &view : connections)
        m_model->setStale(view.profile.name, isBehind(view));
    m_bookNotice->update(connections);
    const TableWishes wishes{[this] { openConnections([](ConnectionsDialog &dialog) { dialog.beginNew(); }); },
                             [this] { Q_EMIT practiceAsked(); }, [this] { m_top->search().clear(); },
                             [this] { m_desk.refresh(); },
                             [this](const QString &connection) { m_signIns->openSignIn(connection); }};
    m_empty->setContent(
        emptyContent({connections, m_model->category(), m_model->rowCount(), m_model->hiddenBySearch()}, wishes));
    updateSelection();
}

void MainWindow::passSecond()
{
    m_second.start(1s);
    m_top->updateTimes();
    m_alarms->checkSignIns();
    m_status->refresh();
    m_dock->refresh();
    updateTable();
}

void MainWindow::tellNotice(const QString &key, const QString &text)
{
    m_banners->show({key, Tone::Waiting, text, {}, {}});
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    desk::SettingValues values = m_settings.values();
    values.windowGeometry = saveGeometry();
    values.windowParts = m_parts->saveState();
    values.columnLayout = m_table->saveLayout();
    // Where the looks cannot be kept the window still closes.
    [[maybe_unused]] const base::Status kept = m_settings.put(values);
    QMainWindow::closeEvent(event);
}

} // namespace ui
