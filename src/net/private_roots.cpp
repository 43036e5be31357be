// SPDX-License-Identifier: Apache-2.0
#include "net/private_roots.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace net {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1024 * 1024; // the system's own bundle of all authorities is 200 KB

} // namespace

base::Result<QList<QSslCertificate>> readPrivateRoots(const QString &path)
{
    if (path.isEmpty())
        return QList<QSslCertificate>();
    const auto failed = [&path](const QString &why) {
        return base::failure(base::ErrorKind::Tls, u"The private CA %1 %2"_s.arg(path, why));
    };
    QFile file(path);
    // Neither a folder nor a pipe, on which reading would wait.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return failed(u"is no file"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failed(u"cannot be read: %1"_s.arg(file.errorString()));
    const QByteArray pem = file.read(largestFile + 1);
    if (pem.size() > largestFile)
        return failed(u"is larger than 1 MiB"_s);
    QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    certificates.removeIf([](const QSslCertificate &each) { return each.isNull(); });
    if (certificates.isEmpty())
        return failed(u"holds no certificate in PEM form"_s);
    return certificates;
}

QByteArray digestsOf(const QList<QSslCertificate> &certificates)
{
    QByteArrayList digests;
    for (const QSslCertificate &each : certificates)
        digests << each.digest(QCryptographicHash::Sha256);
    std::sort(digests.begin(), digests.end());
    return digests.join();
}

QString digestOf(const QSslCertificate &certificate)
{
    return certificate.isNull() ? QString()
                                : QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

QSslConfiguration trusting(const std::optional<QSslConfiguration> &already,
                           const QList<QSslCertificate> &more)
{
    QSslConfiguration tls = already.value_or(QSslConfiguration::defaultConfiguration());
    // A list of one's own switches Qt's loading of the system's certificates off: name them too.
    if (!already)
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates());
    tls.addCaCertificates(more);
    return tls;
}

} // namespace net
