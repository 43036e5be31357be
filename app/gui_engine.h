// SPDX-License-Identifier: Apache-2.0
// The engine as the window wants it: with the keychain if there is one, else without; as the folder's sender if
// nobody else is, else as a reader that says why nothing can be cancelled. Used by main_gui and the tour.
#pragma once

#include "wiring.h"

namespace app {

struct GuiOptions
{
    QString configDir;
    bool isPractice = false;
    bool isStill = false; // the practice venue moves by itself no more
};

struct GuiEngine
{
    std::unique_ptr<Wiring> wiring;
    QString readerReason; // why it only reads; empty where it may cancel
};

/// Asks the keychain first, which may take a few seconds; events go on meanwhile.
[[nodiscard]] base::Result<GuiEngine> makeGuiEngine(const GuiOptions &options);

} // namespace app
