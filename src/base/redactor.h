// SPDX-License-Identifier: Apache-2.0
// Takes secrets out of any text that leaves the program or is kept: logs, journal, errors, titles, output.
// It knows the secrets in use (protect) and the names that always carry one (access_token=...,
// "api_key":"..."). One object, made by the wiring and handed to whoever writes text. Engine thread only.
#pragma once

#include "base/secret.h"

#include <QString>

#include <vector>

namespace base {

class Redactor
{
public:
    /// From now on this value is cut from every text, plain, percent-encoded and in base64.
    void protect(const Secret &secret);
    [[nodiscard]] QString redacted(QString text) const;
    [[nodiscard]] QByteArray redacted(const QByteArray &utf8) const;

private:
    std::vector<Secret> m_secrets;
};

} // namespace base
