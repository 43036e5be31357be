// SPDX-License-Identifier: Apache-2.0
// One order as the practice venue holds it: what a row of a broker's list is written from. Made by the seed
// book, by the movement and by tests; changed by Market alone. Prices are paise, times Unix seconds.
#pragma once

#include "practice/json_text.h"

#include <QString>

#include <memory>
#include <vector>

namespace practice {

struct Instrument
{
    QString exchange;
    QString tradingSymbol;
    QString symbol;
    QString series;
    QString isin;
    QString segment; // as the history says it
    qint64 token = 0;
    qint64 lotSize = 1;
    Paise lastPrice = 0;
    Paise tick = 5;
};

/// What an order looked like from some moment on; the history lists these.
struct OrderStep
{
    QString status;
    QString mode;
    qint64 filled = 0;
    Paise price = 0;
    Paise averagePrice = 0;
    qint64 time = 0;
    qint64 modified = 0; // nanoseconds
};

struct PracticeOrder
{
    QString orderId;
    QString exchangeOrderId;
    QByteArray userOrderId = "\"10002\""; // a JSON token; not unique
    QString loginId;                      // blank means the client's own
    QString basketId;
    std::shared_ptr<const Instrument> instrument;
    QString status = QStringLiteral("CONFIRMED");
    QString executionType = QStringLiteral("REGULAR");
    QString leg; // ENTRY, SECOND, THIRD; blank for REGULAR and AMO
    QString mode = QStringLiteral("NEW");
    QString side = QStringLiteral("BUY");
    QString type = QStringLiteral("LIMIT");
    QString product = QStringLiteral("MIS");
    QString validity = QStringLiteral("DAY");
    qint64 quantity = 1;
    qint64 filled = 0;
    qint64 disclosed = 0;
    Paise price = 0;
    Paise triggerPrice = 0;
    Paise averagePrice = 0;
    Paise stopLossValue = 0;
    Paise squareOffValue = 0;
    qint64 entryTime = 0;
    qint64 exchangeTime = 0;
    qint64 lastActivity = 0; // grows with every change; 0 for AMO and rejected orders
    qint64 spreadToken = 0;
    int rejectionCode = 0;
    QString rejectionReason = QStringLiteral("NONE");
    QString device = QStringLiteral("web");
    QString orderTag;
    bool isHidden = false;     // in no list at all
    bool isBeingMoved = false; // a script has plans with it: the movement leaves it alone
    QString firstStatus;       // when it was added
    std::vector<OrderStep> steps;

    /// Belongs to the completed list.
    [[nodiscard]] bool isDone() const;
    [[nodiscard]] bool isAmo() const;
    /// Has a route of its own: CO, BO, SPD.
    [[nodiscard]] bool isKart() const;
    [[nodiscard]] bool isEntry() const;
    /// What the list says is left, with the oddities of the real lists: an open AMO may say 0, a rejected
    /// order 1.
    [[nodiscard]] qint64 shownRemaining() const;
};

[[nodiscard]] bool isDoneStatus(const QString &status);
[[nodiscard]] bool isKartType(const QString &executionType);

} // namespace practice
