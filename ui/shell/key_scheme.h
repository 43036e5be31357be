// SPDX-License-Identifier: Apache-2.0
// Which key does what, for each scheme that people are used to. The main window's actions read it; nothing else
// binds keys.
#pragma once

#include "desk/settings.h"

#include <QKeySequence>

namespace ui {

enum class KeyAction : unsigned char {
    CancelSelected,
    CancelAllOpen,
    OrderBook,
    Refresh,
    Search,
    ClearSearch,
    SelectAllCancellable,
    CopyRows,
    Export,
    Details,
    Connections,
    Settings,
    Quit,
};

/// Empty where the scheme has none.
[[nodiscard]] QKeySequence keyOf(desk::KeyScheme scheme, KeyAction action);
/// As it is written on a button: "Delete", "Shift+F1".
[[nodiscard]] QString keyText(desk::KeyScheme scheme, KeyAction action);

} // namespace ui
