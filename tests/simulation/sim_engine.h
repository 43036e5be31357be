// SPDX-License-Identifier: Apache-2.0
// One run of the program in a simulation: desk, cancels and journal as they are, with simulated venues.
#pragma once

#include "desk/desk.h"
#include "vault/memory_store.h"

namespace simulation {

class SimEngine
{
public:
    using MakeVenue = std::function<std::unique_ptr<venues::Venue>(const venues::ConnectionProfile &)>;

    SimEngine(base::Clock &clock, MakeVenue makeVenue);

    /// Where it cannot, in words.
    [[nodiscard]] QString open(const QString &folder, int doors);
    /// The connection of that number, from 0; all of them are to one account.
    [[nodiscard]] static venues::ConnectionProfile door(int number);

    base::Redactor redactor;
    journal::Journal journal;
    vault::MemoryStore secrets;
    desk::ConnectionStore connections;
    desk::Desk desk;
};

} // namespace simulation
