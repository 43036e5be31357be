// SPDX-License-Identifier: Apache-2.0
// One QtKeychain job with a deadline. Such a job cannot be cancelled and may hang for a minute: at the
// deadline the caller is told, and the job is left to end by itself and delete itself. Made by KeychainStore
// alone.
#pragma once

#include "base/clock.h"

#include <QObject>
#include <qt6keychain/keychain.h>

#include <functional>

namespace vault {

class KeychainJob : public QObject
{
    Q_OBJECT

public:
    /// Called once, from the event loop: with the ended job, or with null when the deadline came first.
    using Ended = std::function<void(QKeychain::Job *)>;

    /// Starts the job, which it owns from now on; deletes itself after `ended`. Destroyed earlier, it is
    /// silent.
    KeychainJob(base::Clock &clock, base::milliseconds deadline, QKeychain::Job *job, Ended ended,
                QObject *owner);

private:
    void end(QKeychain::Job *job);

    Ended m_ended;
    base::Timer m_deadline;
};

} // namespace vault
