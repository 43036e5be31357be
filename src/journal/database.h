// SPDX-License-Identifier: Apache-2.0
// One connection to one SQLite file through Qt Sql, and its errors in words for people. Used by the journal's
// own files alone. Every query made here must be destroyed before this object is.
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace journal {

class Database
{
public:
    enum class Access { Read, Write };

    Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// SQLite looks at the file only when something is asked of it: success here proves nothing yet. Opened a
    /// second time it forgets the first.
    [[nodiscard]] base::Status open(const QString &path, Access access);

    [[nodiscard]] base::Status run(const QString &sql);
    /// The first column of the first row; an error when there is no row.
    [[nodiscard]] base::Result<QVariant> value(const QString &sql);
    [[nodiscard]] base::Result<QSqlQuery> prepared(const QString &sql);
    [[nodiscard]] base::Status execute(QSqlQuery &query);
    /// After next() was false: did the rows end, or did reading fail?
    [[nodiscard]] base::Status ended(const QSqlQuery &query);

    /// An error so far said that the file is damaged or no database: not that it is locked, full or
    /// forbidden.
    [[nodiscard]] bool hasSeenDamage() const { return m_hasSeenDamage; }
    /// A killed program has left a transaction behind, which only one that may write can take back.
    [[nodiscard]] bool needsRecovery() const { return m_needsRecovery; }

private:
    void close();
    [[nodiscard]] base::Error errorOf(const QSqlError &error);

    QString m_name; // Qt's connections are a table of names
    QSqlDatabase m_connection;
    bool m_hasSeenDamage = false;
    bool m_needsRecovery = false;
};

} // namespace journal
