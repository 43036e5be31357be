// SPDX-License-Identifier: Apache-2.0
// What the journal's tests share: a folder with a journal in it, and SQL straight into the file, past the
// journal.
#pragma once

#include "journal/journal.h"
#include "support/manual_clock.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

namespace support {

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;
using Qt::StringLiterals::operator""_L1;

/// Runs statements as a stranger with a database tool would; the rows of the last one come back.
inline QList<QVariantList> runSql(const QString &path, const QStringList &statements)
{
    QList<QVariantList> rows;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"stranger"_s);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("The stranger cannot open the file");
        QSqlQuery query(database);
        for (const QString &statement : statements) {
            if (!query.exec(statement))
                rows = {{u"error"_s, query.lastError().text()}};
        }
        while (query.next()) {
            QVariantList row;
            for (int column = 0; query.value(column).isValid(); ++column)
                row << query.value(column);
            rows << row;
        }
    }
    QSqlDatabase::removeDatabase(u"stranger"_s);
    return rows;
}

struct JournalFolder
{
    QTemporaryDir folder;
    ManualClock clock;
    base::Redactor redactor;
    QString path = folder.filePath(u"config/journal.db"_s);

    [[nodiscard]] std::unique_ptr<journal::Journal> opened() const
    {
        auto made = std::make_unique<journal::Journal>(clock, redactor);
        if (const auto done = made->open(path); !done)
            qFatal("%s", qPrintable(done.error().text));
        return made;
    }

    /// A closed journal of so many rows, "row 1" and so on.
    void write(int rows) const
    {
        std::vector<journal::Entry> entries;
        for (int number = 1; number <= rows; ++number)
            entries.push_back(entry(u"row %1"_s.arg(number)));
        if (!opened()->appendAll(entries))
            qFatal("The rows were not written");
    }

    void dropAnchor() const { QFile::remove(path + u".anchor"_s); }

    [[nodiscard]] static journal::Entry entry(const QString &text)
    {
        return {u"asked"_s, u"pace"_s, u"A:1:ENTRY:NSE"_s, u"t1"_s, text, {{u"url"_s, u"/orders"_s}}};
    }
};

} // namespace support
