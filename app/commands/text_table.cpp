// SPDX-License-Identifier: Apache-2.0
#include "commands/text_table.h"

#include "commands/terminal.h"

namespace commands {

using namespace Qt::StringLiterals;

TextTable::TextTable(const QStringList &titles)
{
    for (const QString &title : titles) {
        const bool isRight = title.startsWith(u'>');
        m_isRight.push_back(isRight);
        m_titles << title.mid(isRight ? 1 : 0);
        m_widths.push_back(m_titles.back().size());
    }
}

void TextTable::addRow(const QStringList &cells)
{
    QStringList row;
    for (const QString &cell : cells) {
        row << harmless(cell).replace(u'\n', u' ').replace(u'\t', u' ');
        qsizetype &width = m_widths[static_cast<std::size_t>(row.size() - 1)];
        width = std::max(width, row.back().size());
    }
    m_rows.push_back(std::move(row));
}

QString TextTable::line(const QStringList &cells) const
{
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto column = static_cast<std::size_t>(i);
        if (i > 0)
            text += "  "_L1;
        text += m_isRight[column] ? cells[i].rightJustified(m_widths[column])
                                  : cells[i].leftJustified(m_widths[column]);
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text + u'\n';
}

QByteArray TextTable::toText() const
{
    QByteArray text = line(m_titles).toUtf8();
    for (const QStringList &row : m_rows)
        text += line(row).toUtf8();
    return text;
}

} // namespace commands
