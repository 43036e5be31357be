// SPDX-License-Identifier: Apache-2.0
#include "desk/key_text.h"

#include <QDate>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

bool mustBeEscaped(QChar c)
{
    return c == u'%' || c == u':' || c == u'@' || c.isSpace() || c.category() == QChar::Other_Control;
}

QString escaped(const QString &part)
{
    if (std::none_of(part.begin(), part.end(), mustBeEscaped))
        return part;
    QString text;
    for (const QChar c : part) {
        if (!mustBeEscaped(c)) {
            text += c;
            continue;
        }
        for (const char byte : QString(c).toUtf8())
            text += u"%%1"_s.arg(static_cast<unsigned char>(byte), 2, 16, QChar(u'0')).toUpper();
    }
    return text;
}

std::optional<QString> unescaped(QStringView part)
{
    const QByteArray raw = part.toUtf8();
    QByteArray bytes;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '%') {
            bytes += raw[i];
            continue;
        }
        bool isHex = false;
        const int byte = raw.mid(i + 1, 2).toInt(&isHex, 16);
        if (!isHex || i + 2 >= raw.size())
            return {};
        bytes += static_cast<char>(byte);
        i += 2;
    }
    return QString::fromUtf8(bytes);
}

base::Error noKey(const QString &text, const QString &why)
{
    base::Error error;
    error.kind = base::ErrorKind::Usage;
    error.text =
        u"\"%1\" is no KEY (CONNECTION:ORDER_ID[:LEG[:EXCHANGE_ORDER_ID]][@YYYYMMDD]): %2"_s.arg(text, why);
    return error;
}

bool isEntryOrNone(const orders::Order &row)
{
    return row.leg.isEmpty() || row.leg.compare("ENTRY"_L1, Qt::CaseInsensitive) == 0;
}

bool fits(const KeyText &key, const orders::Order &row, Qt::CaseSensitivity sensitivity)
{
    return (key.day == 0 || key.day == row.key.day) &&
           (key.leg ? row.leg.compare(*key.leg, sensitivity) == 0 : isEntryOrNone(row)) &&
           (!key.exchangeOrderId || row.exchangeOrderId == *key.exchangeOrderId);
}

QString familyName(const QString &connection, const QString &orderId)
{
    return connection + u':' + orderId;
}

} // namespace

base::Result<KeyText> KeyText::parse(const QString &text)
{
    KeyText key;
    QStringView rest(text);
    if (const qsizetype at = rest.lastIndexOf(u'@'); at >= 0) {
        const QStringView digits = rest.sliced(at + 1);
        if (digits.size() != 8 || !QDate::fromString(digits.toString(), u"yyyyMMdd"_s).isValid())
            return base::failure(noKey(text, u"after @ stands a day like 20260131"_s));
        key.day = digits.toInt();
        rest = rest.first(at);
    }
    if (rest.contains(u'@'))
        return base::failure(noKey(text, u"an @ in an id is written %40"_s));
    const QList<QStringView> parts = rest.split(u':');
    if (parts.size() < 2 || parts.size() > 4)
        return base::failure(noKey(text, u"it has %1 parts"_s.arg(parts.size())));
    QStringList plain;
    for (const QStringView part : parts) {
        const auto readable = unescaped(part);
        if (!readable)
            return base::failure(noKey(text, u"after % stand two hexadecimal digits"_s));
        plain << *readable;
    }
    if (plain[0].isEmpty() || plain[1].isEmpty())
        return base::failure(noKey(text, u"connection or order id is missing"_s));
    key.connection = plain[0];
    key.orderId = plain[1];
    if (plain.size() > 2)
        key.leg = plain[2];
    if (plain.size() > 3)
        key.exchangeOrderId = plain[3];
    return key;
}

QString KeyText::toText() const
{
    QString text = escaped(connection) + u':' + escaped(orderId);
    if (leg || exchangeOrderId)
        text += u':' + escaped(leg.value_or(QString()));
    if (exchangeOrderId)
        text += u':' + escaped(*exchangeOrderId);
    if (day != 0)
        text += u'@' + QString::number(day);
    return text;
}

KeyIndex::KeyIndex(const std::vector<orders::OrderPtr> &rows)
{
    m_families.reserve(rows.size());
    for (const orders::OrderPtr &row : rows)
        m_families[familyName(row->connection, row->orderId)].push_back(row);
    for (const auto &[name, family] : m_families) {
        if (family.size() > 1)
            countForms(family);
    }
}

// The shortest first. An empty leg is written with the exchange order id behind it only: "A:ID:" reads badly.
std::vector<KeyText> KeyIndex::formsOf(const orders::Order &row)
{
    std::vector<KeyText> forms;
    const KeyText plain{row.connection, row.orderId, {}, {}, 0};
    const auto add = [&](std::optional<QString> leg, std::optional<QString> exchangeOrderId,
                         std::int32_t day) {
        KeyText form = plain;
        form.leg = std::move(leg);
        form.exchangeOrderId = std::move(exchangeOrderId);
        form.day = day;
        forms.push_back(std::move(form));
    };
    for (const std::int32_t day : {0, row.key.day}) {
        if (isEntryOrNone(row))
            add({}, {}, day);
        if (!row.leg.isEmpty())
            add(row.leg, {}, day);
        if (row.key.day == 0)
            break;
    }
    add(row.leg, row.exchangeOrderId, 0);
    if (row.key.day != 0)
        add(row.leg, row.exchangeOrderId, row.key.day);
    return forms;
}

void KeyIndex::countForms(const Family &rows)
{
    for (const orders::OrderPtr &row : rows) {
        for (const KeyText &form : formsOf(*row))
            ++m_namings[form.toText()];
    }
}

QString KeyIndex::textOf(const orders::Order &row) const
{
    const std::vector<KeyText> forms = formsOf(row);
    const auto family = m_families.find(familyName(row.connection, row.orderId));
    const bool isAlone =
        family != m_families.end() && family->second.size() == 1 && family->second.front()->key == row.key;
    if (!isAlone && !m_namings.contains(forms.back().toText())) {
        KeyText key{row.connection, row.orderId, {}, {}, row.key.day};
        if (!row.leg.isEmpty())
            key.leg = row.leg;
        return key.toText();
    }
    if (isAlone)
        return forms.front().toText();
    for (const KeyText &form : forms) {
        QString text = form.toText();
        const auto count = m_namings.find(text);
        if (count != m_namings.end() && count->second == 1)
            return text;
    }
    return forms.back().toText();
}

std::vector<orders::OrderPtr> KeyIndex::find(const KeyText &key) const
{
    const std::vector<orders::OrderPtr> rows = family(key);
    std::vector<orders::OrderPtr> found;
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(found),
                     [&](const orders::OrderPtr &row) { return fits(key, *row, sensitivity); });
        if (!found.empty())
            break;
    }
    return found;
}

std::vector<orders::OrderPtr> KeyIndex::family(const KeyText &key) const
{
    const auto found = m_families.find(familyName(key.connection, key.orderId));
    return found == m_families.end() ? Family() : found->second;
}

} // namespace desk
