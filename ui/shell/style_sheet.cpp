// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/style_sheet.h"

#include "ui/shell/tone.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr char bars[] = R"(
#topBar, #categoryBar, #actionBar, #dialogHead, #dock, #cancelsPanel, #unresolvedPanel, #activityPanel, #detailsPanel { background: @panel; }
#bookNotice { background: @waitingWash; border-bottom: 1px solid @hairline; }
#topBar { border-bottom: 1px solid @hairline; }
#actionBar { border-top: 1px solid @hairline; border-bottom: 1px solid @hairline; }
#dialogHead { border-bottom: 1px solid @hairline; }
#dialogFoot { background: @window; border-top: 1px solid @hairline; }
#confirmDialog { background: @panel; }
#emptyState { background: @panel; }
#statusLine { background: @window; border-top: 1px solid @hairline; }
#statusLine::item { border: none; }
#statusLine QLabel { font-size: 12px; padding: 1px 8px; }
#searchError { background: @refusedWash; color: @refused; border: 1px solid @refused; border-radius: 4px; font-size: 12px; }
QSplitter::handle { background: @hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
)";

constexpr char words[] = R"(
QLabel[tone="dim"] { color: @dim; }
QLabel[tone="proved"] { color: @proved; }
QLabel[tone="waiting"] { color: @waiting; }
QLabel[tone="refused"] { color: @refused; }
QLabel[role="heading"] { font-size: 15px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QFrame[banner="waiting"] { background: @waitingWash; }
QFrame[banner="refused"] { background: @refusedWash; }
QFrame[banner="proved"] { background: @provedWash; }
QFrame[banner="dim"] { background: @panel; }
)";

constexpr char buttons[] = R"(
QPushButton { background: @panel; color: @text; border: 1px solid @hairline; border-radius: 4px; padding: 5px 12px; min-height: 18px; }
QPushButton:hover { background: @alternate; border-color: @dim; }
QPushButton:pressed { background: @hatch; }
QPushButton:default { border: 2px solid @accent; padding: 4px 11px; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 11px; }
QPushButton:disabled { color: @dim; background: @window; border-color: @hairline; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }
QPushButton#mainMenu { padding-right: 22px; }
QPushButton[role="main"] { background: @accent; color: @accentText; border: 1px solid @accent; font-weight: 600; }
QPushButton[role="main"]:hover { border-color: @text; }
QPushButton[role="main"]:focus { border: 2px solid @text; }
QPushButton[role="main"]:disabled { background: @hatch; color: @dim; border-color: @hairline; }
QPushButton[role="tab"] { border: 1px solid transparent; background: transparent; padding: 4px 11px; }
QPushButton[role="tab"]:hover { background: @hatch; }
QPushButton[role="tab"]:checked { background: @selection; color: @selectionText; font-weight: 600; }
QPushButton[role="tab"]:focus { border: 1px solid @accent; }
QPushButton[role="small"] { padding: 2px 9px; font-size: 12px; }
QPushButton[role="small"]:focus { padding: 1px 8px; }
)";

constexpr char fields[] = R"(
QLineEdit { background: @panel; border: 1px solid @hairline; border-radius: 4px; padding: 4px 8px; min-height: 18px; selection-background-color: @selection; selection-color: @selectionText; }
QLineEdit:focus { border: 2px solid @accent; padding: 3px 7px; }
QLineEdit[tone="refused"] { border: 2px solid @refused; padding: 3px 7px; }
#search { background: @window; }
QPlainTextEdit { background: @panel; }
#dockHead { border-bottom: 1px solid @hairline; }
QTabBar::tab { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px 12px; margin: 3px 2px; }
QTabBar::tab:hover { background: @hatch; }
QTabBar::tab:selected { background: @selection; color: @selectionText; font-weight: 600; }
QTabBar::tab:focus { border: 1px solid @accent; }
QHeaderView::section { background: @panel; color: @dim; border: none; border-bottom: 1px solid @hairline; padding: 3px 4px; font-weight: 600; font-size: 12px; }
QToolTip { background: @panel; color: @text; border: 1px solid @hairline; padding: 4px; }
)";

} // namespace

QString styleSheetOf(const Theme &theme)
{
    // Longer names first: "@accentText" must not become the accent and "Text".
    const std::pair<QLatin1StringView, QColor> colours[]{
        {"@waitingWash"_L1, toneWash(theme, Tone::Waiting)},
        {"@refusedWash"_L1, toneWash(theme, Tone::Refused)},
        {"@provedWash"_L1, toneWash(theme, Tone::Proved)},
        {"@selectionText"_L1, theme.selectionText},
        {"@accentText"_L1, theme.accentText},
        {"@selection"_L1, theme.selection},
        {"@alternate"_L1, theme.alternateRow},
        {"@hairline"_L1, theme.hairline},
        {"@waiting"_L1, theme.waiting},
        {"@refused"_L1, theme.refused},
        {"@proved"_L1, theme.proved},
        {"@accent"_L1, theme.accent},
        {"@window"_L1, theme.window},
        {"@panel"_L1, theme.panel},
        {"@hatch"_L1, theme.hatch},
        {"@text"_L1, theme.text},
        {"@dim"_L1, theme.dim},
    };
    QString sheet;
    for (const char *part : {bars, words, buttons, fields})
        sheet += QLatin1StringView(part);
    for (const auto &[name, colour] : colours)
        sheet.replace(name, colour.name());
    return sheet;
}

} // namespace ui
