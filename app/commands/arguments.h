// SPDX-License-Identifier: Apache-2.0
// The words of the command line, checked: which command, which options, what stands besides. Options of the
// whole program may stand before and after the command. A wish that cannot be read is an error, never a
// default.
#pragma once

#include "base/result.h"

#include <QLatin1StringView>
#include <QMap>
#include <QStringList>

#include <optional>
#include <span>

namespace commands {

enum class OptionKind : unsigned char { Flag, Value, Values }; // a Value may be given once

struct OptionSpec
{
    QLatin1StringView name;
    OptionKind kind = OptionKind::Value;
};

/// The options of the whole program: --config-dir, --practice, --secrets, --still, --help, --version.
[[nodiscard]] std::span<const OptionSpec> commonOptions();
/// The first word that is no option; empty where there is none.
[[nodiscard]] QString commandName(const QStringList &words);

class Arguments
{
public:
    /// Usage error for an option that is unknown, stands twice, or has a value too many or too few. `words`
    /// are those of the program without its name; positional() begins after the command.
    [[nodiscard]] static base::Result<Arguments> parse(const QStringList &words,
                                                       std::span<const OptionSpec> options);

    [[nodiscard]] bool has(QLatin1StringView option) const { return m_values.contains(option); }
    [[nodiscard]] QString value(QLatin1StringView option, const QString &otherwise = {}) const;
    [[nodiscard]] QStringList values(QLatin1StringView option) const { return m_values.value(option); }
    [[nodiscard]] const QStringList &positional() const { return m_positional; }

    /// The value if it is one of the choices; the first of them where the option is not given.
    [[nodiscard]] base::Result<QString> choice(QLatin1StringView option, const QStringList &choices) const;
    /// A whole number from `least` to `most`; nullopt where the option is not given.
    [[nodiscard]] base::Result<std::optional<qint64>> number(QLatin1StringView option, qint64 least,
                                                             qint64 most) const;

private:
    QMap<QString, QStringList> m_values;
    QStringList m_positional;
};

} // namespace commands
