// SPDX-License-Identifier: Apache-2.0
// Does long work on a thread of its own, one piece after the other, and brings each result back to the thread
// that made the worker. The work must be pure: it sees nothing but what it was given. Going away waits for
// the piece that is being done and drops its result.
#pragma once

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace base {

class Worker
{
public:
    Worker() { m_pool.setMaxThreadCount(1); }
    ~Worker() { m_pool.waitForDone(); } // it posts to m_home
    Q_DISABLE_COPY_MOVE(Worker)

    /// What is short is done at once, and so is `done`.
    template <typename Work, typename Done> void run(bool isShort, Work work, Done done)
    {
        if (isShort)
            return done(work());
        m_pool.start([this, work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<std::invoke_result_t<const Work &>>(work());
            QMetaObject::invokeMethod(
                &m_home, [result, done] { done(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

private:
    QObject m_home;
    QThreadPool m_pool; // last: it is done before m_home goes
};

} // namespace base
