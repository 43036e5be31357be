// SPDX-License-Identifier: Apache-2.0
// Appends JSON objects to a byte array field by field. For rows: a book of 100,000 is 135 MB of text, and
// numbers have to stand exactly as given. Used by the row, trade and history writers; QJsonDocument does the
// rest.
#pragma once

#include <QByteArray>
#include <QString>

namespace practice {

/// Hundredths of a rupee.
using Paise = qint64;

/// "11.9", "22", "-12.35"; with wholeAsFraction "22.0".
[[nodiscard]] QByteArray priceToken(Paise price, bool wholeAsFraction);
/// The text in quotes, escaped.
[[nodiscard]] QByteArray quoted(const QString &text);

class JsonText
{
public:
    explicit JsonText(QByteArray &out)
        : m_out(out)
    {
    }

    void beginObject();
    void endObject();
    void text(QByteArrayView key, const QString &value);
    void number(QByteArrayView key, qint64 value);
    void price(QByteArrayView key, Paise value, bool wholeAsFraction = false);
    void truth(QByteArrayView key, bool value);
    /// A token that stands as it is: a number of any length, null, {}.
    void raw(QByteArrayView key, QByteArrayView token);

private:
    void key(QByteArrayView key);

    QByteArray &m_out;
    bool m_isFirst = true;
};

} // namespace practice
