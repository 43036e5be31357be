// SPDX-License-Identifier: Apache-2.0
// Texts laid out once: a table paints the same few hundred words at each frame, and shaping them is most of
// the work. Used by the delegate alone, on the window's thread.
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QStaticText>

namespace ui {

class TextCache
{
public:
    explicit TextCache(const QFont &font)
        : m_font(font)
        , m_metrics(font)
    {
    }

    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] int height() const { return m_metrics.height(); }
    /// Shortened with an ellipsis where it is wider; with Qt::ElideNone it becomes "###".
    [[nodiscard]] const QStaticText &fitting(const QString &text, int width, Qt::TextElideMode elide);

private:
    struct Entry
    {
        QStaticText whole;
        QStaticText cut;
        int cutFor = -1; // the width that `cut` was made for
    };
    static constexpr qsizetype most = 20'000;

    [[nodiscard]] QStaticText laidOut(const QString &text) const;

    QFont m_font;
    QFontMetrics m_metrics;
    QHash<QString, Entry> m_entries;
};

} // namespace ui
