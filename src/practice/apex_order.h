// SPDX-License-Identifier: Apache-2.0
// One order of the practice venue's APEX market, what it trades in, and what happens to it, as values. Made
// by the seed, the movement and tests; changed by ApexMarket alone. Prices are the texts that go on the wire,
// as no number type holds 28 decimals; times are .NET ticks.
#pragma once

#include "base/clock.h"
#include "base/decimal.h"

#include <QByteArray>
#include <QString>

namespace practice {

struct ApexInstrument
{
    qint64 id = 0;
    QString product1;
    QString product2;
    qint64 product1Id = 0;
    qint64 product2Id = 0;
    base::Decimal quantityIncrement = 0;
    base::Decimal priceIncrement = 0;
    base::Decimal last = 0;
    base::Decimal spread = 0;

    [[nodiscard]] QString symbol() const { return product1 + u'-' + product2; }
    [[nodiscard]] base::Decimal bid() const { return last.minus(spread); }
    [[nodiscard]] base::Decimal ask() const { return last.plus(spread); }
};

/// With the documents' numbers.
enum class ApexState { Unknown = 0, Working = 1, Rejected = 2, Canceled = 3, Expired = 4, FullyExecuted = 5 };

struct ApexOrder
{
    qint64 orderId = 0;
    qint64 accountId = 7;
    const ApexInstrument *instrument = nullptr; // of the market
    QString side = QStringLiteral("Buy");
    QString type = QStringLiteral("Limit");
    QByteArray price = "0"; // blank prices are 0 on the wire
    QByteArray stopPrice = "0";
    QByteArray pegOffset = "0";
    QString pegPriceType = QStringLiteral("Unknown");
    base::Decimal quantity = 1; // as ordered
    base::Decimal executed = 0;
    base::Decimal gross = 0;
    QByteArray averagePrice = "0";
    qint64 clientOrderId = 0;
    qint64 origOrderId = 0; // its own id unless it replaced another
    qint64 origClientOrderId = 0;
    qint64 ocoOrderId = 0;
    ApexState state = ApexState::Working;
    QString changeReason = QStringLiteral("NewInputAccepted");
    QString cancelReason;
    QString rejectReason;
    qint64 receivedTicks = 0;
    qint64 updatedTicks = 0;
    bool isHidden = false;     // in no list, and unknown to a cancel
    bool isBeingMoved = false; // a script has plans with it: the movement leaves it alone
    int openCancels = 0;       // taken and not yet carried out

    [[nodiscard]] bool isDone() const { return state != ApexState::Working; }
    /// Waits for its stop price and is not in the order book.
    [[nodiscard]] bool isStop() const;
    [[nodiscard]] base::Decimal remaining() const;
};

struct ApexTrade
{
    qint64 tradeId = 0;
    const ApexOrder *order = nullptr;
    base::Decimal quantity = 0;
    QByteArray price;
    qint64 ticks = 0;
};

/// "FullyExecuted"
[[nodiscard]] QString apexStateName(ApexState state);
/// 0 for what is no number.
[[nodiscard]] base::Decimal apexDecimal(const QByteArray &token);
[[nodiscard]] qint64 apexTicks(base::WallTime time);
[[nodiscard]] qint64 unixMilliseconds(qint64 ticks);

} // namespace practice
