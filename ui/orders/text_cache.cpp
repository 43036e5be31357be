// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/text_cache.h"

namespace ui {

const QStaticText &TextCache::fitting(const QString &text, int width, Qt::TextElideMode elide)
{
    if (m_entries.size() > most)
        m_entries.clear();
    Entry &entry = m_entries[text];
    if (entry.whole.text().isEmpty())
        entry.whole = laidOut(text);
    if (entry.whole.size().width() <= width)
        return entry.whole;
    if (entry.cutFor != width) {
        const bool isAllOrNothing = elide == Qt::ElideNone;
        entry.cut =
            laidOut(isAllOrNothing ? QStringLiteral("###") : m_metrics.elidedText(text, elide, width));
        entry.cutFor = width;
    }
    return entry.cut;
}

QStaticText TextCache::laidOut(const QString &text) const
{
    QStaticText result(text);
    result.setTextFormat(Qt::PlainText);
    result.setPerformanceHint(QStaticText::AggressiveCaching);
    result.prepare({}, m_font);
    return result;
}

} // namespace ui
