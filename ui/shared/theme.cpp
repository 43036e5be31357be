// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Theme lightColours()
{
    Theme theme;
    theme.window = rgb(0xf4f5f7);
    theme.panel = rgb(0xffffff);
    theme.hairline = rgb(0xd9dce1);
    theme.alternateRow = rgb(0xf8f9fb);
    theme.text = rgb(0x1b1f24);
    theme.dim = rgb(0x667080);
    theme.selection = rgb(0xd6e6fb);
    theme.selectionText = rgb(0x0b2e59);
    theme.buy = rgb(0x0b62c4);
    theme.sell = rgb(0xc4470b);
    theme.proved = rgb(0x1a7f4b);
    theme.waiting = rgb(0xa06000);
    theme.refused = rgb(0xb3261e);
    theme.accent = rgb(0x0b62c4);
    theme.accentText = rgb(0xffffff);
    theme.hatch = rgb(0xeceff3);
    theme.liveBadge = rgb(0xb3261e);
    return theme;
}

Theme darkColours()
{
    Theme theme;
    theme.window = rgb(0x15181c);
    theme.panel = rgb(0x1c2025);
    theme.hairline = rgb(0x2f353c);
    theme.alternateRow = rgb(0x20252b);
    theme.text = rgb(0xe6e9ee);
    theme.dim = rgb(0x97a1ae);
    theme.selection = rgb(0x1d3a5f);
    theme.selectionText = rgb(0xe6f0ff);
    theme.buy = rgb(0x6cb2ff);
    theme.sell = rgb(0xff9a66);
    theme.proved = rgb(0x5fd394);
    theme.waiting = rgb(0xf0b755);
    theme.refused = rgb(0xff8a80);
    theme.accent = rgb(0x4a9bff);
    theme.accentText = rgb(0x0b1a2b);
    theme.hatch = rgb(0x2a3037);
    theme.liveBadge = rgb(0xb3261e);
    theme.isDark = true;
    return theme;
}

Theme highContrastColours()
{
    Theme theme;
    theme.window = rgb(0x000000);
    theme.panel = rgb(0x000000);
    theme.hairline = rgb(0x9aa4b0);
    theme.alternateRow = rgb(0x121212);
    theme.text = rgb(0xffffff);
    theme.dim = rgb(0xd8dde3);
    theme.selection = rgb(0x003f8a);
    theme.selectionText = rgb(0xffffff);
    theme.buy = rgb(0x8cc8ff);
    theme.sell = rgb(0xffb084);
    theme.proved = rgb(0x7dffb3);
    theme.waiting = rgb(0xffd75e);
    theme.refused = rgb(0xffa7a0);
    theme.accent = rgb(0xffe14d);
    theme.accentText = rgb(0x000000);
    theme.hatch = rgb(0x3a3a3a);
    theme.liveBadge = rgb(0xb00020);
    theme.isDark = true;
    return theme;
}

Theme coloursOf(ThemeKind kind, const QPalette &system)
{
    switch (kind) {
    case ThemeKind::System:
        return isDarkPalette(system) ? darkColours() : lightColours();
    case ThemeKind::Light:
        return lightColours();
    case ThemeKind::Dark:
        return darkColours();
    case ThemeKind::HighContrast:
        return highContrastColours();
    }
    Q_UNREACHABLE();
}

QFont fontOf(int pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"Noto Sans Devanagari"_s});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace

Theme makeTheme(ThemeKind kind, const QPalette &system)
{
    Theme theme = coloursOf(kind, system);
    theme.font = fontOf(13, QFont::Normal);
    theme.boldFont = fontOf(13, QFont::Bold);
    theme.secondaryFont = fontOf(12, QFont::Normal);
    return theme;
}

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightnessF() > palette.color(QPalette::Window).lightnessF();
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.alternateRow);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.dim);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.refused);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.selection);
    palette.setColor(QPalette::HighlightedText, theme.selectionText);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Light, theme.isDark ? theme.hairline.lighter(120) : theme.panel);
    palette.setColor(QPalette::Midlight, theme.hairline);
    palette.setColor(QPalette::Mid, theme.hairline.darker(115));
    palette.setColor(QPalette::Dark, theme.hairline.darker(140));
    palette.setColor(QPalette::Shadow, theme.isDark ? QColor(Qt::black) : theme.dim);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.dim);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.hairline);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, theme.dim);
    return palette;
}

void applyTheme(QApplication &application, const Theme &theme)
{
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    application.setPalette(paletteOf(theme));
    application.setFont(theme.font);
}

} // namespace ui
