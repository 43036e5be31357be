// SPDX-License-Identifier: Apache-2.0
// An authority that nobody knows, and a certificate for 127.0.0.1 that it signed: made anew by openssl for
// one test run, as PEM files in a folder of its own.
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>

namespace support {

class PrivateAuthority
{
public:
    /// Null certificates when openssl is missing or fails.
    PrivateAuthority()
    {
        const QString bits = QStringLiteral("ec_paramgen_curve:P-256");
        run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
             QStringLiteral("-pkeyopt"), bits, QStringLiteral("-nodes"), QStringLiteral("-days"),
             QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=Private authority"),
             QStringLiteral("-keyout"), path("ca.key"), QStringLiteral("-out"), caFile()});
        run({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("ec"),
             QStringLiteral("-pkeyopt"), bits, QStringLiteral("-nodes"), QStringLiteral("-subj"),
             QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-keyout"), path("server.key"),
             QStringLiteral("-out"), path("server.csr")});
        write(path("names"), "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n");
        run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), path("server.csr"),
             QStringLiteral("-CA"), caFile(), QStringLiteral("-CAkey"), path("ca.key"),
             QStringLiteral("-CAcreateserial"), QStringLiteral("-days"), QStringLiteral("2"),
             QStringLiteral("-extfile"), path("names"), QStringLiteral("-out"), path("server.pem")});
    }

    [[nodiscard]] QString caFile() const { return path("ca.pem"); }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QList<QSslCertificate> roots() const { return QSslCertificate::fromPath(caFile()); }
    [[nodiscard]] QSslCertificate certificate() const
    {
        return QSslCertificate::fromPath(path("server.pem")).value(0);
    }
    [[nodiscard]] QSslKey key() const
    {
        QFile file(path("server.key"));
        return file.open(QIODevice::ReadOnly) ? QSslKey(&file, QSsl::Ec) : QSslKey();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(path));
    }

private:
    static void run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), arguments);
        openssl.waitForFinished();
    }

    QTemporaryDir m_folder;
};

} // namespace support
