// SPDX-License-Identifier: Apache-2.0
#include "journal/anchor_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

namespace journal {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype codeDigits = 16;

QString anchorPath(const QString &journalPath)
{
    return journalPath + u".anchor"_s;
}

QByteArray digitsOf(const QByteArray &hash)
{
    return hash.mid(hash.indexOf(':') + 1);
}

} // namespace

QString Anchor::code() const
{
    return u"%1-%2"_s.arg(seq).arg(QString::fromLatin1(digitsOf(hash).first(codeDigits)));
}

bool Anchor::fits(const QByteArray &rowHash) const
{
    return digitsOf(rowHash).startsWith(digitsOf(hash));
}

std::optional<Anchor> loadAnchor(const QString &journalPath)
{
    QFile file(anchorPath(journalPath));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.read(4096)).object();
    const qint64 seq = object[u"seq"].toInteger();
    const QString hash = object[u"hash"].toString();
    if (seq < 0 || hash.size() < codeDigits)
        return std::nullopt;
    return Anchor{object[u"file"].toString().toUtf8(), seq, object[u"count"].toInteger(), hash.toUtf8()};
}

base::Status saveAnchor(const QString &journalPath, const Anchor &anchor)
{
    const QString path = anchorPath(journalPath);
    const QJsonObject object{{u"file"_s, QString::fromLatin1(anchor.file)},
                             {u"seq"_s, anchor.seq},
                             {u"count"_s, anchor.count},
                             {u"hash"_s, QString::fromLatin1(anchor.hash)}};
    QSaveFile file(path); // flushes to the disk before it takes the place of the old one
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
        file.write(QJsonDocument(object).toJson(QJsonDocument::Compact)) > 0 && file.commit();
    if (!isWritten)
        return base::failure(base::ErrorKind::Storage, u"The journal's anchor %1 cannot be written: %2"_s.arg(
                                                           path, file.errorString()));
    return {};
}

std::optional<Anchor> anchorFromCode(const QString &code)
{
    static const QRegularExpression form(u"^(\\d{1,15})-([0-9a-f]{16})$"_s);
    const auto match = form.match(code.trimmed().toLower());
    if (!match.hasMatch())
        return std::nullopt;
    return Anchor{
        {}, match.captured(1).toLongLong(), match.captured(1).toLongLong(), match.captured(2).toLatin1()};
}

} // namespace journal
