// SPDX-License-Identifier: Apache-2.0
// Secrets in the system's keychain, through QtKeychain. Every step has a deadline. Whatever the keychain does
// not prove is an error: the library reports a locked keychain as "not found" to a reader and as success to a
// remover. Never writes to a file of its own, never falls back to plain text.
#pragma once

#include "base/clock.h"
#include "vault/secret_store.h"

namespace QKeychain {
class Job;
}

namespace vault {

class KeychainStore final : public SecretStore
{
    Q_OBJECT

public:
    static constexpr base::milliseconds defaultDeadline{5000}; // of one step; a removal has three

    explicit KeychainStore(base::Clock &clock, QString service = QStringLiteral("Pullcord"),
                           base::milliseconds deadline = defaultDeadline, QObject *parent = nullptr);

    [[nodiscard]] StoreKind kind() const override { return StoreKind::Keychain; }
    void read(const QString &name, ReadCallback done) override;
    void write(const QString &name, const base::Secret &secret, DoneCallback done) override;
    void remove(const QString &name, DoneCallback done) override;

    /// Finds out whether secrets can be kept here: writes, reads and removes an entry of its own. After a
    /// failure the program says so and uses a MemoryStore.
    void probe(DoneCallback done);

private:
    using Ended = std::function<void(QKeychain::Job *)>;

    void start(QKeychain::Job *job, const QString &name, Ended ended);
    void writeBytes(const QString &name, const QByteArray &bytes, DoneCallback done);
    /// The entry's bytes; nullopt where the keychain has none, or is locked.
    void readBytes(const QString &name, std::function<void(base::Result<std::optional<QByteArray>>)> done);

    base::Clock &m_clock;
    QString m_service;
    base::milliseconds m_deadline;
};

} // namespace vault
