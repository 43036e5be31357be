// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tone.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace ui {

using namespace Qt::StringLiterals;

QColor toneColor(const Theme &theme, Tone tone)
{
    switch (tone) {
    case Tone::Plain: return theme.text;
    case Tone::Dim: return theme.dim;
    case Tone::Proved: return theme.proved;
    case Tone::Waiting: return theme.waiting;
    case Tone::Refused: return theme.refused;
    case Tone::Buy: return theme.buy;
    case Tone::Sell: return theme.sell;
    case Tone::Accent: return theme.accent;
    }
    return theme.text;
}

QColor toneWash(const Theme &theme, Tone tone)
{
    const QColor over = toneColor(theme, tone);
    const double share = theme.isDark ? 0.16 : 0.11;
    const auto mixed = [share](int under, int above) { return qRound(under * (1.0 - share) + above * share); };
    return {mixed(theme.panel.red(), over.red()), mixed(theme.panel.green(), over.green()),
            mixed(theme.panel.blue(), over.blue())};
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Plain: return u"plain"_s;
    case Tone::Dim: return u"dim"_s;
    case Tone::Proved: return u"proved"_s;
    case Tone::Waiting: return u"waiting"_s;
    case Tone::Refused: return u"refused"_s;
    case Tone::Buy: return u"buy"_s;
    case Tone::Sell: return u"sell"_s;
    case Tone::Accent: return u"accent"_s;
    }
    return {};
}

void setTone(QWidget &widget, Tone tone)
{
    const QString name = toneName(tone);
    if (widget.property("tone").toString() == name)
        return;
    widget.setProperty("tone", name);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace ui
