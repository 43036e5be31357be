// SPDX-License-Identifier: Apache-2.0
// Runs the event loop until something is true, the time is over, or a person interrupts. Commands are written
// from top to bottom on it; the engine goes on meanwhile.
#pragma once

#include "base/clock.h"
#include "commands/interrupts.h"

#include <QEventLoop>

#include <functional>

namespace commands {

enum class WaitEnd { Done, TimedOut, Interrupted };

class Waiting : public QObject
{
    Q_OBJECT

public:
    Waiting(base::Clock &clock, Interrupts &interrupts);

    /// Asks `isDone` now, and again whenever look() is called.
    [[nodiscard]] WaitEnd until(std::function<bool()> isDone, base::milliseconds longest);
    /// Until a person interrupts.
    void untilInterrupted();
    /// Connect whatever may make the wait end. The question is asked from the event loop, once for many
    /// calls.
    void look();
    /// Ends the wait as an interruption would.
    void giveUp();

private:
    void end(WaitEnd how);

    Interrupts &m_interrupts;
    std::function<bool()> m_isDone;
    QEventLoop m_loop;
    base::Timer m_limit;
    base::Timer m_question;
    WaitEnd m_end = WaitEnd::Done;
};

} // namespace commands
