// SPDX-License-Identifier: Apache-2.0
// Where secrets rest. Jobs are asynchronous: a keychain may be locked, ask its user, or hang.
// Every job ends exactly once, through its callback, from the event loop, and within its deadline.
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace vault {

enum class StoreKind { Keychain, Memory };

class SecretStore : public QObject
{
    Q_OBJECT

public:
    using ReadCallback = std::function<void(base::Result<std::optional<base::Secret>>)>;
    using DoneCallback = std::function<void(base::Status)>;

    using QObject::QObject;

    [[nodiscard]] virtual StoreKind kind() const = 0;
    /// nullopt: there is none, or the keychain is locked; the two cannot be told apart.
    virtual void read(const QString &name, ReadCallback done) = 0;
    virtual void write(const QString &name, const base::Secret &secret, DoneCallback done) = 0;
    /// Succeeds only when the secret is proved gone.
    virtual void remove(const QString &name, DoneCallback done) = 0;
};

} // namespace vault
