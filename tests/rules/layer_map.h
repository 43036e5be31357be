// SPDX-License-Identifier: Apache-2.0
// The layers of src and which of them each may use, as src/layers.cmake says it.
// The arrow rules call it; it reads text alone and knows no layer by name.
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace rules {

class LayerMap
{
public:
    // Reads the pullcord_layer(NAME USES ...) lines.
    static LayerMap parse(const QString &cmake);

    bool has(const QString &layer) const { return m_uses.contains(layer); }
    QStringList layers() const { return m_uses.keys(); }

    // Everything that a layer may include: itself, what it uses, and what that uses in turn.
    QSet<QString> reach(const QString &layer) const;

    // Layers that reach themselves through others, and names that are used but not defined.
    QStringList faults() const;

private:
    QHash<QString, QStringList> m_uses;
};

} // namespace rules
