// SPDX-License-Identifier: Apache-2.0
// Through whom a `cancel` sends: this program's own engine, or the program that holds the engine of the same
// folder already. CancelRun gives it a plan once and asks it how the tickets stand. It decides nothing.
#pragma once

#include "commands/engine.h"

namespace commands {

class CancelSender
{
public:
    CancelSender() = default;
    CancelSender(const CancelSender &) = delete;
    CancelSender &operator=(const CancelSender &) = delete;
    virtual ~CancelSender() = default;

    /// Hands the chosen orders of the plan over; the batch's id. After Network nobody knows whether they were
    /// taken; after any other error nothing was.
    [[nodiscard]] virtual base::Result<QString> send(const desk::CancelPlan &plan,
                                                     cancel::Consent consent) = 0;
    /// Of what was sent; nullptr while nothing is known.
    [[nodiscard]] virtual cancel::TicketPtr ticketOf(const orders::OrderKey &key) const = 0;
    /// What has not left stays here: when this returns true, that is certain of every ticket.
    virtual bool stop() = 0;
    /// Nothing more will be heard.
    [[nodiscard]] virtual bool isCutOff() const = 0;

    [[nodiscard]] static std::unique_ptr<CancelSender> make(Engine &engine);
};

} // namespace commands
