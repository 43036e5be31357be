// SPDX-License-Identifier: Apache-2.0
#include "vault/memory_store.h"

namespace vault {

void MemoryStore::read(const QString &name, ReadCallback done)
{
    std::optional<base::Secret> secret;
    if (const auto found = m_secrets.constFind(name); found != m_secrets.constEnd())
        secret = *found;
    QMetaObject::invokeMethod(
        this, [done = std::move(done), secret] { done(secret); }, Qt::QueuedConnection);
}

void MemoryStore::write(const QString &name, const base::Secret &secret, DoneCallback done)
{
    m_secrets.insert(name, secret);
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemoryStore::remove(const QString &name, DoneCallback done)
{
    m_secrets.remove(name);
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace vault
