// SPDX-License-Identifier: Apache-2.0
// Leads Qt's own messages through the redacting log to standard error while it lives: a library that quotes a URL
// in a warning must not give a secret away.
#pragma once

#include "base/log.h"

#include <QtGlobal>

namespace app {

class MessageLog
{
public:
    /// Both outlive it. One at a time.
    MessageLog(const base::Clock &clock, const base::Redactor &redactor);
    MessageLog(const MessageLog &) = delete;
    MessageLog &operator=(const MessageLog &) = delete;
    ~MessageLog();

private:
    base::Log m_log;
    QtMessageHandler m_before;
};

} // namespace app
