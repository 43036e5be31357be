// SPDX-License-Identifier: Apache-2.0
// The flat look of bars, buttons and docks, from the theme's colours. Applied to the whole program; the order table
// and other painted parts draw themselves and are left alone.
#pragma once

#include "ui/shared/theme.h"

#include <QString>

namespace ui {

[[nodiscard]] QString styleSheetOf(const Theme &theme);

} // namespace ui
