// SPDX-License-Identifier: Apache-2.0
#include "rules/layer_map.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rules {

LayerMap LayerMap::parse(const QString &cmake)
{
    static const QRegularExpression call(uR"(^\s*pullcord_layer\(([^)]*)\))"_s,
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression space(uR"(\s+)"_s);

    LayerMap map;
    for (auto each = call.globalMatch(cmake); each.hasNext();) {
        const QStringList words = each.next().captured(1).split(space, Qt::SkipEmptyParts);
        if (words.isEmpty())
            continue;
        QStringList &uses = map.m_uses[words.front()];
        bool isUse = false;
        for (const QString &word : words.mid(1)) {
            const bool isKeyword = word == "USES"_L1 || word.endsWith("LIBRARIES"_L1);
            if (isKeyword)
                isUse = word == "USES"_L1;
            else if (isUse)
                uses += word;
        }
    }
    return map;
}

QSet<QString> LayerMap::reach(const QString &layer) const
{
    QSet<QString> reached{layer};
    QStringList waiting{layer};
    while (!waiting.isEmpty()) {
        for (const QString &used : m_uses.value(waiting.takeLast())) {
            if (!reached.contains(used)) {
                reached += used;
                waiting += used;
            }
        }
    }
    return reached;
}

QStringList LayerMap::faults() const
{
    QStringList faults;
    for (auto layer = m_uses.begin(); layer != m_uses.end(); ++layer) {
        for (const QString &used : layer.value()) {
            if (!has(used))
                faults += u"%1 uses %2, which is no layer"_s.arg(layer.key(), used);
            else if (reach(used).contains(layer.key()))
                faults += u"%1 and %2 use each other"_s.arg(layer.key(), used);
        }
    }
    faults.sort();
    return faults;
}

} // namespace rules
