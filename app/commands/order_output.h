// SPDX-License-Identifier: Apache-2.0
// Orders as the contract's JSON rows, as CSV and as a table. Used by orders, watch and the cancel question.
// Numbers are exact decimals as text; what is not known is null and never left out.
#pragma once

#include "commands/engine.h"
#include "desk/key_text.h"

#include <QByteArray>

namespace json {
class Writer;
}

namespace commands {

/// Names the rows of one moment; the index must outlive it.
class OrderOutput
{
public:
    OrderOutput(const desk::KeyIndex &keys, const desk::Desk &desk)
        : m_keys(keys)
        , m_desk(desk)
    {
    }

    void writeRow(json::Writer &writer, const orders::Order &row) const;
    [[nodiscard]] QByteArray csv(const std::vector<orders::OrderPtr> &rows) const;
    [[nodiscard]] QByteArray table(const std::vector<orders::OrderPtr> &rows) const;

private:
    [[nodiscard]] QString parentOf(const orders::Order &row) const;

    const desk::KeyIndex &m_keys;
    const desk::Desk &m_desk;
};

/// {"name", "broker", "state", "error", "age_ms"}
void writeBook(json::Writer &writer, const BookReport &book);

} // namespace commands
