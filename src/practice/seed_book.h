// SPDX-License-Identifier: Apache-2.0
// Fills a market with the day so far: the hand-made rows, then made-up ones until as many orders are open as
// were asked for. The same seed, day and number give the same book. Called once per account, before anything
// moves.
#pragma once

#include "practice/instruments.h"
#include "practice/market.h"
#include "practice/seed_rows.h"

namespace practice {

class SeedBook
{
public:
    SeedBook(Market &market, const Instruments &instruments, base::WallTime now, quint64 seed);

    void fill(int openOrders);
    /// An order as a trader would place it just now; used by the movement too.
    [[nodiscard]] PracticeOrder plausibleOrder();

private:
    void addRows(std::span<const SeedRow> rows, int room);
    void addFamily(std::span<const SeedRow> family);
    void addPlausible();
    static void tradeInstead(PracticeOrder &order, const std::shared_ptr<const Instrument> &other);
    [[nodiscard]] PracticeOrder orderFrom(const SeedRow &row);
    [[nodiscard]] QByteArray userOrderId();
    const PracticeOrder &place(PracticeOrder order);
    [[nodiscard]] qint64 nextEntryTime(bool isAmo);

    Market &m_market;
    const Instruments &m_instruments;
    Dice m_dice;
    qint64 m_now;
    qint64 m_midnight;
    QString m_day;
    int m_open = 0;
    int m_placed = 0;
    int m_expected = 1;
};

} // namespace practice
