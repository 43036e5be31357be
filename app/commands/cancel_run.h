// SPDX-License-Identifier: Apache-2.0
// One `cancel` from the choice of orders to their results: chooses, plans, sends the plan, waits for the
// proof. The command drives it step by step. It must send nothing that the frozen plan does not hold.
#pragma once

#include "commands/cancel_outcome.h"
#include "commands/cancel_sender.h"
#include "commands/cancel_wish.h"
#include "commands/engine.h"

namespace commands {

class CancelRun
{
public:
    CancelRun(Engine &engine, const CancelWish &wish);

    /// Usage error for a KEY that fits no order or several: nothing of the call is done then.
    [[nodiscard]] base::Status choose();
    /// What will be sent; frozen by choose().
    [[nodiscard]] const desk::CancelPlan &plan() const { return m_plan; }
    [[nodiscard]] bool hasSomethingToSend() const { return m_plan.chosenCount() > 0; }

    /// Ends every chosen order as `skipped`, with the request that would leave.
    void endAsDryRun();
    /// Ends every chosen order as `not_sent`.
    void endUnsent(const QString &why) { endAll(Outcome::NotSent, why, {}); }
    /// Hands the plan to the engine and waits; what has no end when the wait is over is told so.
    void sendAndWait(const QString &given);

    [[nodiscard]] const QString &batch() const { return m_batch; }
    /// In the order in which they were asked for.
    [[nodiscard]] std::vector<CancelResult> results() const;

private:
    struct Item
    {
        QString key; // as `orders` prints it, or as typed where its book is missing
        orders::OrderPtr row;
        std::size_t planned = 0; // index into the plan, for what is chosen
        bool isChosen = false;
        bool isWatched = false;          // a cancel of it is on its way, not by this call
        QString watchedTicket;           // id, where this engine has one
        bool isSent = false;             // the sender has its ticket
        std::optional<CancelResult> end; // known without waiting
    };

    [[nodiscard]] base::Status chooseByName(const desk::KeyIndex &keys);
    void chooseByFilter(const std::vector<orders::OrderPtr> &rows, const desk::KeyIndex &keys);
    void plan(Item &item, std::size_t index);
    void endAll(Outcome outcome, const QString &why, const QString &detail);
    void addMissing(const desk::KeyText &key);
    [[nodiscard]] cancel::TicketPtr ticketOf(const Item &item) const;
    [[nodiscard]] bool isOver(const Item &item) const;
    [[nodiscard]] bool isOver() const;
    void watchAgain();
    [[nodiscard]] base::Status send(const QString &given);
    /// `hasStopped`: what waits is known not to leave any more.
    void end(Item &item, const QString &endOfWait, bool hasStopped);

    Engine &m_engine;
    const CancelWish &m_wish;
    base::WallTime m_askedAt;
    desk::CancelPlan m_plan;
    std::vector<Item> m_items;
    QString m_batch;
    std::unique_ptr<CancelSender> m_sender;
    base::Timer m_watch;
};

} // namespace commands
