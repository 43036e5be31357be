// SPDX-License-Identifier: Apache-2.0
// The authorities that one connection trusts besides the system's: a broker inside a company has a
// certificate that nobody else signs. They are added, never put in the place of the system's, and nothing
// here makes a check of a certificate milder.
#pragma once

#include "base/result.h"

#include <QSslCertificate>
#include <QSslConfiguration>

#include <optional>

namespace net {

/// The certificates in a PEM file; none for an empty path. Tls error in words for people where the file
/// cannot be read or holds no certificate.
[[nodiscard]] base::Result<QList<QSslCertificate>> readPrivateRoots(const QString &path);
/// Equal for equal certificates in any order.
[[nodiscard]] QByteArray digestsOf(const QList<QSslCertificate> &certificates);
/// SHA-256 in hex; empty for none.
[[nodiscard]] QString digestOf(const QSslCertificate &certificate);
/// What is trusted already (without a value: the system's authorities), and these.
[[nodiscard]] QSslConfiguration trusting(const std::optional<QSslConfiguration> &already,
                                         const QList<QSslCertificate> &more);

} // namespace net
