// SPDX-License-Identifier: Apache-2.0
#include "rules/arrow_rules.h"

#include "rules/code_text.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace rules {

namespace {

// What the window may include of the engine: the desk and the values that the desk hands out.
const QSet<QString> &seenByTheWindow()
{
    static const QSet<QString> layers{u"desk"_s, u"orders"_s, u"venues"_s, u"cancel"_s, u"base"_s};
    return layers;
}

// "orders" for src/orders/order.h, "ui" for ui/orders/order_view_model.h, nothing for what is not in src, ui
// or app.
std::optional<QString> folderOf(const QString &path)
{
    if (path.startsWith("src/"_L1) && path.count(u'/') > 1)
        return path.section(u'/', 1, 1);
    if (path.startsWith("ui/"_L1) || path.startsWith("app/"_L1))
        return path.section(u'/', 0, 0);
    return std::nullopt;
}

// The folder of the file that an include names; a name in angle brackets is ours only if the file exists.
std::optional<QString> includedFolder(const SourceTree &tree, const QString &from, const QString &name,
                                      bool isAngled)
{
    for (const QString &path : {u"src/"_s + name, name, u"ui/"_s + name, u"app/"_s + name}) {
        if (tree.has(path))
            return folderOf(path);
    }
    if (isAngled || !name.contains(u'/') || tree.has(from.section(u'/', 0, -2) + u'/' + name))
        return std::nullopt;
    return name.section(u'/', 0, 0);
}

QSet<QString> allowedIn(const QString &folder, const LayerMap &layers)
{
    if (folder == "ui"_L1)
        return seenByTheWindow() + QSet<QString>{u"ui"_s};
    return layers.reach(folder);
}

QStringList brokenArrowsOf(const SourceFile &file, const QString &folder, const SourceTree &tree,
                           const LayerMap &layers)
{
    static const QRegularExpression include(uR"(^\s*#\s*include\s*(["<])([^">]+)[">])"_s);
    const QSet<QString> allowed = allowedIn(folder, layers);
    const QStringList lines = withBlanked(file.text, Part::Comments).split(u'\n');

    QStringList found;
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const QRegularExpressionMatch match = include.match(lines[line]);
        if (!match.hasMatch())
            continue;
        const QString name = match.captured(2);
        const auto target = includedFolder(tree, file.path, name, match.captured(1) == "<"_L1);
        if (name.contains(".."_L1))
            found += finding(file.path, line + 1, u"include %1 by its full name, without '..'"_s.arg(name));
        else if (target && folder != "app"_L1 && !allowed.contains(*target))
            found += finding(file.path, line + 1, u"%1 may not include %2"_s.arg(folder, name));
    }
    return found;
}

} // namespace

QStringList brokenArrows(const SourceTree &tree, const LayerMap &layers)
{
    QStringList found;
    for (const SourceFile &file : tree.files()) {
        const bool isCode = file.path.endsWith(".cpp"_L1) || file.path.endsWith(".h"_L1);
        const auto folder = folderOf(file.path);
        if (isCode && folder)
            found += brokenArrowsOf(file, *folder, tree, layers);
    }
    return found;
}

QStringList foldersWithoutLayer(const SourceTree &tree, const LayerMap &layers)
{
    QStringList found;
    for (const SourceFile &file : tree.files()) {
        const auto folder = folderOf(file.path);
        if (file.path.startsWith("src/"_L1) && folder && !layers.has(*folder))
            found += finding(file.path, 1, u"src/layers.cmake does not name the layer %1"_s.arg(*folder));
    }
    return found;
}

QStringList forbiddenReach(const LayerMap &layers)
{
    struct Ban
    {
        QString layer;
        QStringList never;
    };
    static const std::vector<Ban> bans{
        {u"base"_s, {u"orders"_s, u"venues"_s, u"net"_s}},
        {u"net"_s, {u"orders"_s, u"venues"_s}},
        {u"cancel"_s, {u"tradelab"_s, u"alphapoint"_s, u"practice"_s}},
        {u"desk"_s, {u"tradelab"_s, u"alphapoint"_s, u"practice"_s}},
        {u"practice"_s, {u"tradelab"_s, u"alphapoint"_s, u"net"_s}},
    };
    QStringList found;
    for (const Ban &ban : bans) {
        const QSet<QString> reached = layers.reach(ban.layer);
        for (const QString &never : ban.never) {
            if (reached.contains(never))
                found += u"src/layers.cmake lets %1 reach %2"_s.arg(ban.layer, never);
        }
    }
    return found;
}

} // namespace rules
