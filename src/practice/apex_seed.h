// SPDX-License-Identifier: Apache-2.0
// Fills the APEX market with the day so far: about a dozen open orders of every kind that the documents know,
// some that are done, and a few of the second account. The same seed and day give the same book. Called once,
// before anything moves; the movement asks it for new orders.
#pragma once

#include "practice/apex_market.h"
#include "practice/dice.h"

namespace practice {

class ApexSeed
{
public:
    static constexpr qint64 firstAccount = 7;
    static constexpr qint64 secondAccount = 8;
    static constexpr qint64 longOrderId = 312'269'865'356'374'016; // beyond 2^53

    ApexSeed(ApexMarket &market, base::WallTime now, quint64 seed);

    void fill();
    /// A limit order as a trader would place it just now.
    [[nodiscard]] ApexOrder plausibleOrder();

private:
    void addDone();
    void addLimits();
    void addStops();
    void addPair();
    void addReplaced();
    void addOfSecondAccount();
    ApexOrder &place(ApexOrder order);
    [[nodiscard]] ApexOrder limit(const QString &symbol, const QString &side, const QByteArray &price,
                                  const QByteArray &quantity) const;
    [[nodiscard]] ApexOrder stop(const QString &type, const QString &side, const QByteArray &stopPrice,
                                 const QByteArray &quantity) const;

    ApexMarket &m_market;
    Dice m_dice;
    qint64 m_ticks; // of the next order
};

} // namespace practice
