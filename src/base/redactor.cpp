// SPDX-License-Identifier: Apache-2.0
#include "base/redactor.h"

#include <QRegularExpression>

#include <algorithm>

namespace base {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype shortestSecret = 4; // shorter ones would cut ordinary words to pieces

// name=value in a URL or form, "name":"value" in JSON, and "Name: value" in a header dump.
const QRegularExpression &namedSecrets()
{
    static const QRegularExpression pattern(
        u"((?:access_token|accessToken|api_?key|api_?secret|apiSecret|request_token|session_?token|"
        u"x-auth(?:orization)?-token|authorization|aptoken|password|\\btoken|(?<=[?&])code)"
        u"(?:\"\\s*:\\s*\"|%22%3A%20%22|%22:%20%22|=|:\\s*(?:bearer\\s+|basic\\s+)?))"
        u"([^\"&\\s,;}]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

} // namespace

void Redactor::protect(const Secret &secret)
{
    if (secret.reveal().size() < shortestSecret)
        return;
    const QByteArray &plain = secret.reveal();
    for (const QByteArray &form : {plain, plain.toPercentEncoding(), plain.toBase64()}) {
        const Secret one(form);
        if (std::find(m_secrets.begin(), m_secrets.end(), one) == m_secrets.end())
            m_secrets.push_back(one);
    }
    // The longest first: a secret that is the beginning of another must not leave the rest of it standing.
    std::sort(m_secrets.begin(), m_secrets.end(),
              [](const Secret &a, const Secret &b) { return a.reveal().size() > b.reveal().size(); });
}

QString Redactor::redacted(QString text) const
{
    for (const Secret &secret : m_secrets)
        text.replace(QString::fromUtf8(secret.reveal()), u"[cut]"_s);
    return text.replace(namedSecrets(), u"\\1[cut]"_s);
}

QByteArray Redactor::redacted(const QByteArray &utf8) const
{
    return redacted(QString::fromUtf8(utf8)).toUtf8();
}

} // namespace base
