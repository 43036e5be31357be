// SPDX-License-Identifier: Apache-2.0
#include "venues/connection_profile.h"

#include "net/private_roots.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace venues {

using namespace Qt::StringLiterals;

namespace {

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

} // namespace

orders::Environment ConnectionProfile::environment() const
{
    return isLoopback(url.host()) ? orders::Environment::Practice : orders::Environment::Live;
}

QString hostOf(const QUrl &url)
{
    const bool isPlain = url.scheme() == "http"_L1 || url.scheme() == "ws"_L1;
    const int own = isPlain ? 80 : 443;
    QString host = url.host();
    if (host.endsWith(u'.'))
        host.chop(1);
    return url.port(own) == own ? host : u"%1:%2"_s.arg(host).arg(url.port());
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && hostOf(a) == hostOf(b);
}

base::Status validateName(const QString &name)
{
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9._-]{1,32}\\z"_s);
    if (allowed.match(name).hasMatch())
        return {};
    return base::failure(base::ErrorKind::Usage,
                         u"a connection's name has 1 to 32 of the characters A-Z a-z 0-9 . _ -"_s);
}

base::Status validateUrl(const QUrl &url)
{
    const QString scheme = url.scheme();
    const bool isEncrypted = scheme == "https"_L1 || scheme == "wss"_L1;
    const bool isPlain = scheme == "http"_L1 || scheme == "ws"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!isEncrypted && !isPlain))
        return base::failure(base::ErrorKind::Usage,
                             u"the address must look like https://host or wss://host"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return base::failure(
            base::ErrorKind::Usage,
            u"the address may hold no user, password or query: a secret in it would be shown"_s);
    if (isPlain && !isLoopback(url.host()))
        return base::failure(
            base::ErrorKind::Usage,
            u"%1:// is not encrypted and is taken for this machine's own addresses only"_s.arg(scheme));
    return {};
}

base::Status validateCaFile(const QString &path)
{
    const auto roots = net::readPrivateRoots(path);
    return roots ? base::Status() : base::failure(base::ErrorKind::Usage, roots.error().text);
}

} // namespace venues
