// SPDX-License-Identifier: Apache-2.0
// The ids and texts of one APEX payload, keys in any case of letters. An id is a whole number of 64 bits, as
// a number or as text; 0, null and no key at all mean "not given". Read by the functions, which ask
// isReadable() before they believe it.
#pragma once

#include "practice/apex_frame.h"

namespace practice {

class ApexParameters
{
public:
    explicit ApexParameters(const json::Value &payload);

    /// What is no id is 0, and makes the whole unreadable.
    [[nodiscard]] qint64 id(QStringView name);
    /// Of two spellings of one key; different values make the whole unreadable.
    [[nodiscard]] qint64 id(QStringView name, QStringView otherName);
    [[nodiscard]] QString text(QStringView name) const;
    [[nodiscard]] bool has(QStringView name) const;
    [[nodiscard]] bool isReadable() const { return m_isReadable; }

private:
    const json::Value &m_payload;
    bool m_isReadable;
};

} // namespace practice
