// SPDX-License-Identifier: Apache-2.0
// Waits for the one answer of a SecretStore.
#pragma once

#include "vault/secret_store.h"

#include <QTestEventLoop>

namespace support {

/// Hands a callback to `begin` and returns what it was called with; an Internal error when it was not called.
template <typename Answer> Answer answerOf(const std::function<void(std::function<void(Answer)>)> &begin)
{
    QTestEventLoop loop;
    Answer answer = base::failure(base::ErrorKind::Internal, QStringLiteral("no answer"));
    begin([&](Answer got) {
        answer = std::move(got);
        loop.exitLoop();
    });
    loop.enterLoop(60);
    return answer;
}

using ReadAnswer = base::Result<std::optional<base::Secret>>;

inline ReadAnswer readNow(vault::SecretStore &store, const QString &name)
{
    return answerOf<ReadAnswer>([&](auto done) { store.read(name, done); });
}

inline base::Status writeNow(vault::SecretStore &store, const QString &name, const QByteArray &bytes)
{
    return answerOf<base::Status>([&](auto done) { store.write(name, base::Secret(bytes), done); });
}

inline base::Status removeNow(vault::SecretStore &store, const QString &name)
{
    return answerOf<base::Status>([&](auto done) { store.remove(name, done); });
}

} // namespace support
