// SPDX-License-Identifier: Apache-2.0
// Secrets until the program ends: for machines without a keychain, and for tests. Nothing reaches a disk.
#pragma once

#include "vault/secret_store.h"

#include <QHash>

namespace vault {

class MemoryStore final : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    [[nodiscard]] StoreKind kind() const override { return StoreKind::Memory; }
    void read(const QString &name, ReadCallback done) override;
    void write(const QString &name, const base::Secret &secret, DoneCallback done) override;
    void remove(const QString &name, DoneCallback done) override;

private:
    QHash<QString, base::Secret> m_secrets;
};

} // namespace vault
