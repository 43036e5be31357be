// SPDX-License-Identifier: Apache-2.0
#include "desk/secret_digest.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace desk {

namespace {

base::Secret newKey()
{
    std::array<quint32, 8> words{}; // as long as the digest
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    base::Secret key(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words));
    base::wipe(words.data(), sizeof words);
    return key;
}

} // namespace

SecretDigest::SecretDigest()
    : m_key(newKey())
{
}

QString SecretDigest::of(const base::Secret &secret) const
{
    if (secret.isEmpty())
        return {};
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(secret.reveal(), m_key.reveal(), QCryptographicHash::Sha256)
            .toHex());
}

} // namespace desk
