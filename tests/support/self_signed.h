// SPDX-License-Identifier: Apache-2.0
// A certificate for 127.0.0.1 and localhost that signed itself, made anew by openssl for one test run.
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>

namespace support {

struct SelfSigned
{
    QSslCertificate certificate;
    QSslKey key;
};

/// Null certificate when openssl is missing or fails.
inline SelfSigned makeSelfSigned()
{
    const QTemporaryDir folder;
    const QString keyPath = folder.filePath(QStringLiteral("key.pem"));
    const QString certificatePath = folder.filePath(QStringLiteral("certificate.pem"));
    QProcess::execute(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                       QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                       QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                       QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                       QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                       QStringLiteral("subjectAltName=IP:127.0.0.1,DNS:localhost"), QStringLiteral("-keyout"),
                       keyPath, QStringLiteral("-out"), certificatePath});
    QFile keyFile(keyPath);
    QFile certificateFile(certificatePath);
    if (!keyFile.open(QIODevice::ReadOnly) || !certificateFile.open(QIODevice::ReadOnly))
        return SelfSigned{QSslCertificate(), QSslKey()};
    return {QSslCertificate(&certificateFile), QSslKey(&keyFile, QSsl::Ec)};
}

} // namespace support
