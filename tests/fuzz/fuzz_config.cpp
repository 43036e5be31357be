// SPDX-License-Identifier: Apache-2.0
// connections.json and settings.json with any content: it is read, or it lies aside unharmed and the store is
// empty; what was read is valid, and reads the same after it was written.
#include "desk/connection_store.h"
#include "desk/settings.h"

#include "fuzz/must.h"
#include "support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using fuzz::must;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    must(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the test can write");
}

// The one file beside it, whose name the program has said; it is removed.
void checkAside(const QString &folder, const QByteArray &bytes)
{
    const QStringList names = QDir(folder).entryList({u"*.broken-*"_s}, QDir::Files);
    must(names.size() == 1, "a broken file lies aside");
    QFile aside(QDir(folder).filePath(names.front()));
    must(aside.open(QIODevice::ReadOnly) && aside.readAll() == bytes, "and nothing of it is lost");
    aside.remove();
}

void readConnections(const base::Clock &clock, const QString &folder, const QByteArray &bytes)
{
    const QString path = QDir(folder).filePath(u"connections.json"_s);
    write(path, bytes);
    desk::ConnectionStore store(clock, path);
    if (!store.load()) {
        must(store.profiles().empty(), "of a broken file nothing is taken");
        checkAside(folder, bytes);
        return;
    }
    std::set<QString> names;
    for (const auto &profile : store.profiles()) {
        must(venues::validateName(profile.name).has_value(), "a name is a name");
        must(venues::validateUrl(profile.url).has_value(), "an address is an address");
        must(names.insert(profile.name).second, "no name stands twice");
    }
    if (store.profiles().empty())
        return;
    must(store.put(store.profiles().front()).has_value(), "what was read can be written");
    desk::ConnectionStore again(clock, path);
    must(again.load().has_value() && again.profiles() == store.profiles(), "and reads the same");
}

void readSettings(const base::Clock &clock, const QString &folder, const QByteArray &bytes)
{
    const QString path = QDir(folder).filePath(u"settings.json"_s);
    write(path, bytes);
    desk::Settings settings(clock, path);
    if (!settings.load()) {
        must(settings.values() == desk::SettingValues{}, "of a broken file nothing is taken");
        checkAside(folder, bytes);
        return;
    }
    must(settings.values().confirmAboveOrders >= 0 && !settings.values().confirmAboveValue.isNegative(),
         "limits are no less than nothing");
    // Changed there and back, so that it is written.
    const desk::SettingValues values = settings.values();
    desk::SettingValues other = values;
    other.isDialogSkipped = !other.isDialogSkipped;
    must(settings.put(other).has_value() && settings.put(values).has_value(), "what was read can be written");
    desk::Settings again(clock, path);
    must(again.load().has_value() && again.values() == values, "and reads the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder;
    static const support::ManualClock clock;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    readConnections(clock, folder.path(), bytes);
    readSettings(clock, folder.path(), bytes);
    return 0;
}
