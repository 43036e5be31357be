// SPDX-License-Identifier: Apache-2.0
// The program's own log: one line a message, every line redacted before it is written. Not the journal, which
// is evidence; this is for whoever debugs. Safe from any thread.
#pragma once

#include "base/redactor.h"

#include <functional>
#include <mutex>

namespace base {

class Clock;

class Log
{
public:
    using Sink = std::function<void(const QByteArray &line)>;

    Log(const Clock &clock, const Redactor &redactor, Sink sink);

    void write(QtMsgType level, const QString &category, const QString &text);

private:
    const Clock &m_clock;
    const Redactor &m_redactor;
    Sink m_sink;
    std::mutex m_mutex;
};

} // namespace base
