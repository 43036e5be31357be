// SPDX-License-Identifier: Apache-2.0
#include "run_record.h"

#include "desk/user_name.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QSysInfo>
#include <QTimeZone>

#include <algorithm>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr auto startKind = "start"_L1;
constexpr auto stopKind = "stop"_L1;
constexpr int rowsLookedAt = 200; // what follows on a stop is a row or two: an export, a check

QString digestOf(const QStringList &files)
{
    QCryptographicHash digest(QCryptographicHash::Blake2b_256);
    for (const QString &path : files) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            digest.addData(&file);
    }
    return QString::fromLatin1(digest.result().toHex());
}

QString howTheLastRunEnded(const journal::Journal &journal)
{
    const auto rows = journal.latest(rowsLookedAt);
    if (!rows || rows->empty())
        return u"there was none"_s;
    const auto last = std::find_if(rows->rbegin(), rows->rend(), [](const journal::Row &row) {
        return row.entry.kind == startKind || row.entry.kind == stopKind;
    });
    return last != rows->rend() && last->entry.kind == stopKind ? u"it stopped"_s : u"it broke off"_s;
}

journal::Entry entryOf(QLatin1StringView kind, const QString &text)
{
    journal::Entry entry;
    entry.kind = kind;
    entry.text = text;
    entry.details = {{u"pid"_s, QString::number(QCoreApplication::applicationPid())}};
    return entry;
}

} // namespace

base::Status noteStart(journal::Journal &journal, const QStringList &settings)
{
    journal::Entry entry = entryOf(startKind, u"%1 %2 started"_s.arg(QCoreApplication::applicationName(),
                                                                     QStringLiteral(PULLCORD_VERSION)));
    const auto anchor = journal.anchor();
    const std::pair<QString, QString> details[] = {
        {u"user"_s, desk::userName()},
        {u"host"_s, QSysInfo::machineHostName()},
        {u"system"_s, QSysInfo::prettyProductName()},
        {u"zone"_s, QString::fromUtf8(QTimeZone::systemTimeZoneId())},
        {u"settings_blake2b_256"_s, digestOf(settings)},
        {u"last_run"_s, howTheLastRunEnded(journal)},
        {u"anchor"_s, anchor ? anchor->code() : QString()},
    };
    entry.details.insert(entry.details.end(), std::begin(details), std::end(details));
    const auto written = journal.append(entry);
    return written ? base::Status() : base::Status(base::failure(written.error()));
}

void noteStop(journal::Journal &journal)
{
    if (journal.isWritable())
        static_cast<void>(journal.append(entryOf(stopKind, u"the program ended"_s)));
}

} // namespace app
