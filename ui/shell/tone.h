// SPDX-License-Identifier: Apache-2.0
// What a word's colour says, never without the word itself. Painted parts of the window ask for a tone and the
// theme has the colour; labels carry their tone as a property, which the style sheet reads.
#pragma once

#include "ui/shared/theme.h"

#include <QColor>

class QWidget;

namespace ui {

enum class Tone : unsigned char { Plain, Dim, Proved, Waiting, Refused, Buy, Sell, Accent };

[[nodiscard]] QColor toneColor(const Theme &theme, Tone tone);
/// A wash of the tone over the panel: behind a warning or an alarm.
[[nodiscard]] QColor toneWash(const Theme &theme, Tone tone);
/// Its name in the style sheet.
[[nodiscard]] QString toneName(Tone tone);
/// The words of a label in that tone, until it is given another.
void setTone(QWidget &widget, Tone tone);

} // namespace ui
