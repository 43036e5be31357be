// SPDX-License-Identifier: Apache-2.0
#include "vault/keychain_job.h"

namespace vault {

KeychainJob::KeychainJob(base::Clock &clock, base::milliseconds deadline, QKeychain::Job *job, Ended ended,
                         QObject *owner)
    : QObject(owner)
    , m_ended(std::move(ended))
    , m_deadline(clock, [this] { end(nullptr); })
{
    // The job has no parent and deletes itself: it must outlive us, or the library writes into freed memory.
    connect(job, &QKeychain::Job::finished, this, &KeychainJob::end);
    m_deadline.start(deadline);
    job->start();
}

void KeychainJob::end(QKeychain::Job *job)
{
    if (!m_ended)
        return;
    m_deadline.stop();
    deleteLater();
    std::exchange(m_ended, nullptr)(job);
}

} // namespace vault
