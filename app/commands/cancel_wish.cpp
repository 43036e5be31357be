// SPDX-License-Identifier: Apache-2.0
#include "commands/cancel_wish.h"

namespace commands {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usualTimeout = 30; // s
constexpr qint64 longestTimeout = 86400;

base::Status readKeys(const QStringList &words, CancelWish &wish)
{
    QStringList named;
    for (const QString &word : words) {
        const auto key = desk::KeyText::parse(word);
        if (!key)
            return base::failure(key.error());
        if (!wish.connections.isEmpty() && !wish.connections.contains(key->connection))
            return base::failure(base::ErrorKind::Usage,
                                 u"%1 is not at %2"_s.arg(word, wish.connections.join(", "_L1)));
        if (!named.contains(key->connection))
            named << key->connection;
        wish.keys.push_back(*key);
    }
    if (!named.isEmpty())
        wish.connections = named;
    return {};
}

} // namespace

base::Result<CancelWish> CancelWish::read(const Arguments &arguments)
{
    CancelWish wish;
    const int ways = int(!arguments.positional().isEmpty()) + int(arguments.has("filter"_L1)) +
                     int(arguments.has("all"_L1));
    if (ways != 1)
        return base::failure(base::ErrorKind::Usage,
                             u"\"cancel\" takes either KEYs, or --filter, or --all"_s);
    const auto format = arguments.choice("format"_L1, {u"table"_s, u"json"_s});
    if (!format)
        return base::failure(format.error());
    const auto timeout = readTimeout(arguments);
    if (!timeout)
        return base::failure(timeout.error());
    const auto filter = readFilter(arguments);
    if (!filter)
        return base::failure(filter.error());
    wish.connections = arguments.values("connection"_L1);
    if (const auto keys = readKeys(arguments.positional(), wish); !keys)
        return base::failure(keys.error());
    wish.format = *format;
    wish.timeout = *timeout;
    wish.filter = *filter;
    wish.allowsTrade = arguments.has("allow-trade"_L1);
    wish.isDryRun = arguments.has("dry-run"_L1);
    wish.asksNothing = arguments.has("yes"_L1);
    return wish;
}

base::Result<base::milliseconds> readTimeout(const Arguments &arguments)
{
    const auto seconds = arguments.number("timeout"_L1, 1, longestTimeout);
    if (!seconds)
        return base::failure(seconds.error());
    return base::milliseconds(base::seconds(seconds->value_or(usualTimeout)));
}

} // namespace commands
