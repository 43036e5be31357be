// SPDX-License-Identifier: Apache-2.0
// Every colour and font of the window, in one place. Painters ask for a meaning ("sell", "waiting") and never
// for a colour of their own; applyTheme() puts the same colours into the palette for everything that Qt
// paints.
#pragma once

#include <QColor>
#include <QFont>

class QApplication;
class QPalette;

namespace ui {

enum class ThemeKind : unsigned char { System, Light, Dark, HighContrast };

struct Theme
{
    QColor window;
    QColor panel;
    QColor hairline;
    QColor alternateRow;
    QColor text;
    QColor dim;
    QColor selection;
    QColor selectionText;
    QColor buy;
    QColor sell;
    QColor proved;
    QColor waiting;
    QColor refused;
    QColor accent;
    QColor accentText; // on the accent
    QColor hatch;      // stripes of a row that is being cancelled
    QColor liveBadge;  // with white words on it
    QFont font;        // of the table and of everything else, 13 px
    QFont boldFont;
    QFont secondaryFont; // 12 px
    bool isDark = false;

    static constexpr int rowHeight = 25;
    static constexpr int cellPadding = 6;
    static constexpr int cornerRadius = 4;
};

/// System: light or dark as the desktop's own palette is.
[[nodiscard]] Theme makeTheme(ThemeKind kind, const QPalette &system);
[[nodiscard]] bool isDarkPalette(const QPalette &palette);
[[nodiscard]] QPalette paletteOf(const Theme &theme);
/// Fusion, the palette, the font. For the start of the program and for a change of the setting.
void applyTheme(QApplication &application, const Theme &theme);

} // namespace ui
