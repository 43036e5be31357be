// SPDX-License-Identifier: Apache-2.0
// How to reach one account at one broker. No secret in it: that rests in the vault under the profile's name.
#pragma once

#include "base/result.h"
#include "orders/order_key.h"

#include <QString>
#include <QUrl>

namespace venues {

struct ConnectionProfile
{
    QString name;   // [A-Za-z0-9._-]{1,32}, unique
    QString broker; // "pocketful", "pace", "hdfcsky", "alphapoint"
    QUrl url;       // scheme, host, port: no user info, no query
    QString clientId;
    QString accountId;
    QString omsId;
    QString userId;
    QString caFile = {}; // PEM: whom it trusts besides the system's authorities; empty for nobody

    bool operator==(const ConnectionProfile &) const = default;
    /// Practice where the host is this machine's own loopback, else live (rulings.md 1).
    [[nodiscard]] orders::Environment environment() const;
};

/// As accounts name it: with the port where that is not the scheme's own, and one way to write it.
[[nodiscard]] QString hostOf(const QUrl &url);
/// What is meant for one may go to the other: scheme, host and port are the same.
[[nodiscard]] bool sameOrigin(const QUrl &a, const QUrl &b);

/// Usage errors, in words for people: a bad name, a URL with user info or query, plain http beyond loopback.
[[nodiscard]] base::Status validateName(const QString &name);
[[nodiscard]] base::Status validateUrl(const QUrl &url);
/// A file of certificates as net/private_roots reads it; an empty path is good.
[[nodiscard]] base::Status validateCaFile(const QString &path);

} // namespace venues
