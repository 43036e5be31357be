// SPDX-License-Identifier: Apache-2.0
// Answers one APEX frame, the honest way or with a fault: lets the function act or not, spoils, delays or
// withholds the answer, or closes the socket. The gateway hands it every frame; it knows frames and error
// codes, but no orders.
#pragma once

#include "practice/agenda.h"
#include "practice/apex_session.h"
#include "practice/fault_plan.h"

namespace practice {

class ApexFaultPlayer
{
public:
    /// Does what the frame asks for, and gives the honest answer. Called once at most.
    using Act = std::function<ApexReply()>;

    explicit ApexFaultPlayer(Agenda &agenda)
        : m_agenda(agenda)
    {
    }

    void play(const std::optional<Fault> &fault, ApexSession &session, const ApexRequest &request,
              const Act &act) const;

private:
    void drip(const QString &text, base::milliseconds every, ApexSession &session) const;
    void later(base::milliseconds after, ApexSession &session,
               const std::function<void(ApexSession &)> &action) const;

    Agenda &m_agenda;
};

} // namespace practice
