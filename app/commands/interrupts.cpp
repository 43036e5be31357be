// SPDX-License-Identifier: Apache-2.0
#include "commands/interrupts.h"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace commands {

namespace {

constexpr std::array watched{SIGINT, SIGTERM, SIGHUP};
volatile sig_atomic_t writeEnd = -1; // a signal handler can reach nothing but globals

void noteSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
}

} // namespace

Interrupts::Interrupts()
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    writeEnd = m_pipe[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interrupts::look);

    struct sigaction action = {};
    action.sa_handler = noteSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND); // the second one kills, as ever
    for (const int signal : watched) {
        struct sigaction before = {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) // nohup and background jobs mean it
            ::sigaction(signal, &action, nullptr);
    }
    // A reader that went away (`pullcord-cli ... | head`) is a failed write, not the end of a cancel under
    // way.
    std::signal(SIGPIPE, SIG_IGN);
}

Interrupts::~Interrupts()
{
    for (const int signal : watched) {
        struct sigaction now = {};
        ::sigaction(signal, nullptr, &now);
        if (now.sa_handler == noteSignal)
            std::signal(signal, SIG_DFL);
    }
    writeEnd = -1;
    m_notifier.reset();
    for (const int end : m_pipe) {
        if (end >= 0)
            ::close(end);
    }
}

void Interrupts::look()
{
    char byte = 0;
    if (m_hasCome || ::read(m_pipe[0], &byte, 1) != 1)
        return;
    m_hasCome = true;
    Q_EMIT came();
}

} // namespace commands
