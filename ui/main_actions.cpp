// SPDX-License-Identifier: Apache-2.0
#include "ui/main_actions.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace ui {

using namespace Qt::StringLiterals;

MainActions::MainActions(QWidget &window) : QObject(&window), m_window(window), m_menu(new QMenu(&window))
{
    m_menu->setObjectName(u"mainMenuItems"_s);
    add(KeyAction::Connections, u"actionConnections"_s, tr("&Connections…"));
    add(KeyAction::Settings, u"actionSettings"_s, tr("&Settings…"));
    m_menu->addSeparator();
    add(KeyAction::Search, u"actionSearch"_s, tr("S&earch"));
    add(KeyAction::ClearSearch, u"actionClearSearch"_s, tr("Clear the searc&h"));
    add(KeyAction::OrderBook, u"actionOrderBook"_s, tr("&Order book"));
    add(KeyAction::Refresh, u"actionRefresh"_s, tr("&Refresh"));
    add(KeyAction::SelectAllCancellable, u"actionSelectAll"_s, tr("Select &all that can be cancelled"));
    add(KeyAction::CopyRows, u"actionCopy"_s, tr("Co&py rows"));
    add(KeyAction::Export, u"actionExport"_s, tr("E&xport what is shown…"));
    add(KeyAction::Details, u"actionDetails"_s, tr("Order &details"));
    m_menu->addSeparator();
    add(KeyAction::CancelSelected, u"actionCancelSelected"_s, tr("Cancel se&lected…"));
    add(KeyAction::CancelAllOpen, u"actionCancelAllOpen"_s, tr("Cancel all ope&n…"));
    m_menu->addSeparator();
    add(KeyAction::Quit, u"actionQuit"_s, tr("&Quit"));
    setScheme(desk::KeyScheme::Standard);
}

void MainActions::add(KeyAction action, const QString &name, const QString &text)
{
    auto *made = new QAction(text, this);
    made->setObjectName(name);
    made->setAutoRepeat(false);
    made->setShortcutContext(Qt::WindowShortcut);
    connect(made, &QAction::triggered, this, [this, action] { take(action); });
    m_window.addAction(made);
    m_menu->addAction(made);
    m_actions.emplace(action, made);
}

void MainActions::setScheme(desk::KeyScheme scheme)
{
    for (const auto &[action, made] : m_actions)
        made->setShortcut(keyOf(scheme, action));
}

bool MainActions::isTyping()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus == nullptr)
        return false;
    if (const auto *box = qobject_cast<const QComboBox *>(focus))
        return box->isEditable();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(focus))
        return !text->isReadOnly();
    if (const auto *text = qobject_cast<const QTextEdit *>(focus))
        return !text->isReadOnly();
    return qobject_cast<const QLineEdit *>(focus) != nullptr || qobject_cast<const QAbstractSpinBox *>(focus) != nullptr;
}

void MainActions::take(KeyAction action)
{
    const bool isHarmless = action == KeyAction::Search || action == KeyAction::OrderBook || action == KeyAction::Quit;
    if (QApplication::activeModalWidget() != nullptr || (isTyping() && !isHarmless))
        return;
    Q_EMIT asked(action);
}

} // namespace ui
