// SPDX-License-Identifier: Apache-2.0
#include "message_log.h"

#include <cstdio>

namespace app {

namespace {

base::Log *current = nullptr; // Qt's handler is a plain function

void writeMessage(QtMsgType level, const QMessageLogContext &context, const QString &text)
{
    // Qt's screenless platform says so at every resize; nothing follows from it.
    if (text == QLatin1String("This plugin does not support propagateSizeHints()"))
        return;
    if (current != nullptr)
        current->write(level, QString::fromLatin1(context.category), text);
}

} // namespace

MessageLog::MessageLog(const base::Clock &clock, const base::Redactor &redactor)
    : m_log(clock, redactor, [](const QByteArray &line) { std::fputs(line.constData(), stderr); })
{
    current = &m_log;
    m_before = qInstallMessageHandler(writeMessage);
}

MessageLog::~MessageLog()
{
    qInstallMessageHandler(m_before);
    current = nullptr;
}

} // namespace app
