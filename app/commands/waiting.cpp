// SPDX-License-Identifier: Apache-2.0
#include "commands/waiting.h"

namespace commands {

Waiting::Waiting(base::Clock &clock, Interrupts &interrupts)
    : m_interrupts(interrupts)
    , m_limit(clock, [this] { end(WaitEnd::TimedOut); })
    , m_question(clock, [this] {
        if (m_isDone && m_isDone())
            end(WaitEnd::Done);
    })
{
    connect(&interrupts, &Interrupts::came, this, &Waiting::giveUp);
}

WaitEnd Waiting::until(std::function<bool()> isDone, base::milliseconds longest)
{
    if (m_interrupts.hasCome())
        return WaitEnd::Interrupted;
    if (isDone())
        return WaitEnd::Done;
    m_isDone = std::move(isDone);
    m_limit.start(longest);
    m_loop.exec();
    m_isDone = nullptr;
    m_limit.stop();
    return m_end;
}

void Waiting::untilInterrupted()
{
    if (!m_interrupts.hasCome())
        m_loop.exec();
}

void Waiting::look()
{
    if (!m_question.isActive())
        m_question.start(base::milliseconds(0));
}

void Waiting::giveUp()
{
    end(WaitEnd::Interrupted);
}

void Waiting::end(WaitEnd how)
{
    if (!m_loop.isRunning())
        return;
    m_end = how;
    m_loop.quit();
}

} // namespace commands
