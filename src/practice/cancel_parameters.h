// SPDX-License-Identifier: Apache-2.0
// The parameters of a cancel, from wherever a client may put them: the path, query items, a JSON object as
// the whole query, a JSON body (wire.md A7.2). They are merged in that order, the later one wins; a
// contradiction is remembered for strict accounts. Used by the cancel route alone.
#pragma once

#include "practice/http_message.h"

#include <QHash>
#include <QString>

namespace practice {

class CancelParameters
{
public:
    /// pathId is blank where the path ends in "kart/".
    CancelParameters(const QString &pathId, const HttpRequest &request);

    [[nodiscard]] QString value(const QString &name) const { return m_values.value(name); }
    [[nodiscard]] bool isBodyReadable() const { return m_isBodyReadable; }
    /// The first parameter that was given twice with different values; blank when there is none.
    [[nodiscard]] QString contradiction() const { return m_contradiction; }

private:
    void set(const QString &name, const QString &value);
    [[nodiscard]] bool setFromJson(const QByteArray &json);

    QHash<QString, QString> m_values;
    QString m_contradiction;
    bool m_isBodyReadable = true;
};

} // namespace practice
