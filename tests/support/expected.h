// SPDX-License-Identifier: Apache-2.0
// What a test expects of a sample, kept in a text beside the test: sections "== sample", one line a row.
#pragma once

#include <QFile>
#include <QMap>
#include <QStringList>

namespace support {

[[nodiscard]] inline QMap<QString, QStringList> expectedLines(const QString &name)
{
    QFile file(QStringLiteral(PULLCORD_SOURCE_DIR "/tests/wire/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no text %s", qPrintable(name));
    QMap<QString, QStringList> sections;
    QString section;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u"== ")) {
            section = line.mid(3);
            sections[section] = {};
        } else {
            sections[section] << line;
        }
    }
    return sections;
}

} // namespace support
