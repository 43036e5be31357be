// SPDX-License-Identifier: Apache-2.0
// Ctrl+C, SIGTERM and SIGHUP as a signal of Qt: a cancel under way has to print what became of it before the
// program goes. Made once in main(). A second Ctrl+C ends the program at once.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace commands {

class Interrupts : public QObject
{
    Q_OBJECT

public:
    Interrupts();
    ~Interrupts() override;

    [[nodiscard]] bool hasCome() const { return m_hasCome; }
    /// For whoever reads standard input without the event loop and was woken by a signal.
    void look();

Q_SIGNALS:
    void came();

private:
    int m_pipe[2] = {-1, -1};
    bool m_hasCome = false;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace commands
