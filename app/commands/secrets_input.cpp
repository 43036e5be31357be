// SPDX-License-Identifier: Apache-2.0
#include "commands/secrets_input.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/stat.h>

namespace commands {

using namespace Qt::StringLiterals;

base::Result<base::Secret> readSecretsFile(const QString &path)
{
    QFile file(path);
    // Unbuffered: a buffer of Qt's is nobody's to wipe.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::failure(base::ErrorKind::Usage, u"cannot read %1: %2"_s.arg(path, file.errorString()));
    // Asked of the open file: what lies at the path may change in between.
    struct stat status = {};
    if (::fstat(file.handle(), &status) != 0 || (S_ISREG(status.st_mode) && (status.st_mode & 077) != 0))
        return base::failure(
            base::ErrorKind::Keychain,
            u"%1 can be read or changed by others: make it yours alone (chmod 600)"_s.arg(path));
    return base::Secret(file.readAll());
}

base::Result<NamedSecrets> parseSecrets(const base::Secret &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.reveal());
    if (!document.isObject())
        return base::failure(base::ErrorKind::Usage,
                             u"the secrets must be one JSON object: {\"NAME\": SECRET}"_s);
    const QJsonObject object = document.object();
    NamedSecrets secrets;
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (each->isString())
            secrets.emplace_back(each.key(), base::Secret(each->toString().toUtf8()));
        else if (each->isObject())
            secrets.emplace_back(
                each.key(), base::Secret(QJsonDocument(each->toObject()).toJson(QJsonDocument::Compact)));
        else
            return base::failure(base::ErrorKind::Usage,
                                 u"the secret of \"%1\" is neither a text nor an object"_s.arg(each.key()));
    }
    return secrets;
}

} // namespace commands
