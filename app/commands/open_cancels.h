// SPDX-License-Identifier: Apache-2.0
// The cancels without an end that `unresolved` asks about: those of this program's own engine, or those of
// the program that holds the engine of the same folder already. It sends no cancel and stops none.
#pragma once

#include "commands/engine.h"

namespace commands {

class OpenCancels
{
public:
    OpenCancels() = default;
    OpenCancels(const OpenCancels &) = delete;
    OpenCancels &operator=(const OpenCancels &) = delete;
    virtual ~OpenCancels() = default;

    /// Finds them and asks about each again. Busy or Network: who holds the engine does not answer.
    [[nodiscard]] virtual base::Status begin() = 0;
    /// Those that had no end then, ids.
    [[nodiscard]] virtual const QStringList &tickets() const = 0;
    /// As it stands now; nullptr while that is not known.
    [[nodiscard]] virtual cancel::TicketPtr ticket(const QString &id) const = 0;
    /// The KEY of each ticket's order, in the order of tickets().
    [[nodiscard]] virtual QStringList keys() const = 0;
    /// Nothing more will be heard.
    [[nodiscard]] virtual bool isCutOff() const = 0;

    [[nodiscard]] static std::unique_ptr<OpenCancels> make(Engine &engine);
};

} // namespace commands
