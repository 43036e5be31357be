// SPDX-License-Identifier: Apache-2.0
// The short names of orders that people type: CONNECTION:ORDER_ID[:LEG[:EXCHANGE_ORDER_ID]][@YYYYMMDD].
// Written and read by the terminal program. A text names one row or is refused: this must never guess between
// two rows.
//
// "%", ":", "@", blanks and control characters in an id or leg are written as % and two hexadecimal digits
// for each byte of UTF-8. Without LEG a text means the row without a leg or the ENTRY, never another leg.
#pragma once

#include "base/result.h"
#include "orders/order.h"

#include <QStringList>

#include <optional>
#include <unordered_map>
#include <vector>

namespace desk {

/// A KEY as typed. A part that was left out is nullopt; an empty one stands for "none" ("A:ID::EXCH").
struct KeyText
{
    QString connection;
    QString orderId;
    std::optional<QString> leg;
    std::optional<QString> exchangeOrderId;
    std::int32_t day = 0; // yyyymmdd, 0 for any

    /// Usage error for what is no KEY at all.
    [[nodiscard]] static base::Result<KeyText> parse(const QString &text);
    [[nodiscard]] QString toText() const;
};

/// The rows of one moment, ready to be named and found. Takes time in proportion to the number of rows.
class KeyIndex
{
public:
    explicit KeyIndex(const std::vector<orders::OrderPtr> &rows);

    /// The shortest text that names this row alone among all rows, closed ones too. A row that is not among
    /// them is named with its day.
    [[nodiscard]] QString textOf(const orders::Order &row) const;
    /// Every row that the text fits: one, none, or the candidates of an ambiguous one. A leg in another case
    /// of letters fits where none is written just so.
    [[nodiscard]] std::vector<orders::OrderPtr> find(const KeyText &key) const;
    /// Every row with this connection and order id, whatever its leg or day.
    [[nodiscard]] std::vector<orders::OrderPtr> family(const KeyText &key) const;

private:
    using Family = std::vector<orders::OrderPtr>;
    [[nodiscard]] static std::vector<KeyText> formsOf(const orders::Order &row);
    void countForms(const Family &rows);

    std::unordered_map<QString, Family> m_families; // by "CONNECTION:ORDER_ID"
    std::unordered_map<QString, std::uint32_t>
        m_namings; // how many rows a form fits; of families with several rows
};

} // namespace desk
