// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/key_scheme.h"

namespace ui {

namespace {

QKeySequence dealerKey(KeyAction action)
{
    switch (action) {
    case KeyAction::CancelSelected: return {Qt::SHIFT | Qt::Key_F1};
    case KeyAction::CancelAllOpen: return {Qt::SHIFT | Qt::Key_F3};
    case KeyAction::OrderBook: return {Qt::Key_F3};
    case KeyAction::Refresh: return {Qt::CTRL | Qt::Key_R};
    default: return keyOf(desk::KeyScheme::Standard, action);
    }
}

} // namespace

QKeySequence keyOf(desk::KeyScheme scheme, KeyAction action)
{
    if (scheme == desk::KeyScheme::Dealer)
        return dealerKey(action);
    switch (action) {
    case KeyAction::CancelSelected: return {Qt::Key_Delete};
    case KeyAction::CancelAllOpen: return {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete};
    case KeyAction::OrderBook: return {};
    case KeyAction::Refresh: return {Qt::Key_F5};
    case KeyAction::Search: return {Qt::CTRL | Qt::Key_F};
    case KeyAction::ClearSearch: return {Qt::Key_Escape};
    case KeyAction::SelectAllCancellable: return {Qt::CTRL | Qt::Key_A};
    case KeyAction::CopyRows: return {Qt::CTRL | Qt::Key_C};
    case KeyAction::Export: return {Qt::CTRL | Qt::Key_E};
    case KeyAction::Details: return {Qt::ALT | Qt::Key_Return};
    case KeyAction::Connections: return {Qt::CTRL | Qt::SHIFT | Qt::Key_C};
    case KeyAction::Settings: return {Qt::CTRL | Qt::Key_Comma};
    case KeyAction::Quit: return {Qt::CTRL | Qt::Key_Q};
    }
    return {};
}

QString keyText(desk::KeyScheme scheme, KeyAction action)
{
    return keyOf(scheme, action).toString(QKeySequence::NativeText);
}

} // namespace ui
