// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include "base/clock.h"

namespace base {

namespace {

const char *levelName(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        return "fatal";
    }
    return "?";
}

} // namespace

Log::Log(const Clock &clock, const Redactor &redactor, Sink sink)
    : m_clock(clock)
    , m_redactor(redactor)
    , m_sink(std::move(sink))
{
}

void Log::write(QtMsgType level, const QString &category, const QString &text)
{
    const std::lock_guard lock(m_mutex);
    m_sink(isoUtc(m_clock.wall()).toLatin1() + ' ' + levelName(level) + ' ' + category.toUtf8() + ": " +
           m_redactor.redacted(text).toUtf8() + '\n');
}

} // namespace base
