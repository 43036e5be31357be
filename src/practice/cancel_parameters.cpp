// SPDX-License-Identifier: Apache-2.0
#include "practice/cancel_parameters.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

// Ids are numbers in some tables and texts in all samples: both are taken.
QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString().trimmed();
}

} // namespace

CancelParameters::CancelParameters(const QString &pathId, const HttpRequest &request)
{
    set(u"oms_order_id"_s, pathId);
    QList<QByteArray> jsonItems;
    const QList<QByteArray> items = request.query().split('&');
    for (const QByteArray &item : items) {
        const qsizetype equals = item.indexOf('=');
        if (decoded(item).startsWith(u'{'))
            jsonItems.append(item);
        else if (equals > 0)
            set(decoded(item.first(equals)), decoded(item.mid(equals + 1)).trimmed());
    }
    for (const QByteArray &item : jsonItems)
        static_cast<void>(setFromJson(decoded(item).toUtf8())); // unknown query items are ignored
    if (!request.body.trimmed().isEmpty())
        m_isBodyReadable = setFromJson(request.body);
}

void CancelParameters::set(const QString &name, const QString &value)
{
    if (value.isEmpty() && m_values.contains(name))
        return; // a blank does not take back what was said
    QString &known = m_values[name];
    if (!known.isEmpty() && known != value && m_contradiction.isEmpty())
        m_contradiction = name;
    known = value;
}

bool CancelParameters::setFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return false;
    const QJsonObject object = document.object();
    for (auto item = object.begin(); item != object.end(); ++item)
        set(item.key(), textOf(item.value()));
    return true;
}

} // namespace practice
