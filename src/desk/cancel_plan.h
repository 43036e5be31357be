// SPDX-License-Identifier: Apache-2.0
// What a confirm dialog and a dry run show: the exact orders, what each cancel would do, what stands against
// it, and how long it would take. A value, frozen when it is made.
#pragma once

#include "orders/order.h"
#include "venues/cancel_exchange.h"

#include <vector>

namespace desk {

struct PlannedCancel
{
    orders::OrderPtr row;
    orders::Effect effect = orders::Effect::Cancel;
    bool isChosen = false;    // will be sent; starts false where the effect needs consent
    bool isPossible = true;   // false: cannot be sent, `obstacle` says why
    bool joinsTicket = false; // a cancel of it is on its way: asking again watches that one
    QString obstacle;         // English; "final", "being_cancelled", "unsendable" stand in obstacleWord
    QString obstacleWord;
    QString request;                    // "DELETE /api/v1/orders/202403152052?client_id=...", without secrets
    std::vector<orders::OrderPtr> legs; // of an entry
};

enum class WarningKind {
    LosesStop, // a position may stand without its only stop
    MayTrade,  // the broker may close the position at market
    EffectUnknown,
    StaleBook,
    FilledPart,
    LeavesPair, // one of a linked pair: the other goes on working, and nothing cancels it when this would have
};

struct PlanWarning
{
    WarningKind kind;
    orders::OrderPtr row; // nullptr for one about the whole
    QString symbol;
    base::Decimal quantity;
};

/// Remaining and value of the chosen rows, one line per currency: currencies are never added up.
struct PlanSum
{
    QString currency;
    base::Decimal value; // null where a row has no price
    bool isComplete = true;
};

struct CancelPlan
{
    std::vector<PlannedCancel> orders;
    std::vector<PlanWarning> warnings;
    base::WallTime madeAt{};
    base::milliseconds bookAge{0};  // the oldest of the books
    base::milliseconds estimate{0}; // for the chosen
    int leftThisHour = 0;           // the scarcest account's

    [[nodiscard]] int chosenCount() const;
    [[nodiscard]] int countOf(orders::Effect effect) const; // among all that are possible
    [[nodiscard]] std::vector<PlanSum> sums() const;        // of the chosen
    [[nodiscard]] QStringList connections() const;          // of the chosen
};

} // namespace desk
