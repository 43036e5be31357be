// SPDX-License-Identifier: Apache-2.0
// Answers one request, the honest way or with a fault: lets the route act or not, spoils, delays, cuts or
// drops the answer. The routes hand it every answer; it knows HTTP and the broker's envelopes, but no orders.
#pragma once

#include "practice/agenda.h"
#include "practice/fault_plan.h"
#include "practice/http_responder.h"

namespace practice {

class FaultPlayer
{
public:
    /// Does what the request asks for, and gives the honest answer. Called once at most.
    using Act = std::function<HttpReply()>;

    explicit FaultPlayer(Agenda &agenda)
        : m_agenda(agenda)
    {
    }

    void play(const std::optional<Fault> &fault, const HttpRequest &request, HttpResponder responder,
              const Act &act) const;

private:
    void later(base::milliseconds after, const std::function<void()> &action) const;

    Agenda &m_agenda;
};

} // namespace practice
