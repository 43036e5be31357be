// SPDX-License-Identifier: Apache-2.0
// One QString for every text that repeats ("NSE", "LIMIT", a symbol): a book of 100,000 rows then shares a
// few hundred strings. One pool a parse; not for more than one thread at a time.
#pragma once

#include <QString>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace base {

class StringPool
{
public:
    /// The same QString for the same UTF-8 text, without copying it again.
    [[nodiscard]] const QString &intern(std::string_view utf8)
    {
        const auto found = m_strings.find(utf8);
        if (found != m_strings.end())
            return found->second;
        return m_strings
            .emplace(std::string(utf8), QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())))
            .first->second;
    }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, QString, Hash, std::equal_to<>> m_strings;
};

} // namespace base
