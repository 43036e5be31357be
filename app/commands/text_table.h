// SPDX-License-Identifier: Apache-2.0
// Columns of text for a terminal, each as wide as its widest cell. Used by every command's "table" format.
// Cells are made harmless first: no venue's text can break a line or steer the screen.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace commands {

class TextTable
{
public:
    /// A title that begins with ">" stands for a column of numbers, set to the right.
    explicit TextTable(const QStringList &titles);

    void addRow(const QStringList &cells);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    /// Titles and rows, a line each.
    [[nodiscard]] QByteArray toText() const;

private:
    [[nodiscard]] QString line(const QStringList &cells) const;

    QStringList m_titles;
    std::vector<bool> m_isRight;
    std::vector<qsizetype> m_widths;
    std::vector<QStringList> m_rows;
};

} // namespace commands
