// SPDX-License-Identifier: Apache-2.0
// What is traded on the practice exchanges: shares by their trading symbol, derivatives with this month's
// expiry under a key without the month ("NIFTY-FUT"). Made once per day of trading; shared by every order.
#pragma once

#include "practice/dice.h"
#include "practice/practice_order.h"

#include <QDate>
#include <QHash>

namespace practice {

class Instruments
{
public:
    explicit Instruments(QDate today);

    /// The key has to be one of ours.
    [[nodiscard]] std::shared_ptr<const Instrument> find(const QString &key) const;
    /// Any one that ordinary orders are placed in (no spread).
    [[nodiscard]] std::shared_ptr<const Instrument> any(Dice &dice) const;
    /// Any one, or the same, of its exchange and segment; it must not be a spread.
    [[nodiscard]] std::shared_ptr<const Instrument> like(const Instrument &instrument, Dice &dice) const;

private:
    void add(const QString &key, Instrument instrument);

    QHash<QString, std::shared_ptr<const Instrument>> m_byKey;
    std::vector<std::shared_ptr<const Instrument>> m_ordinary;
};

} // namespace practice
