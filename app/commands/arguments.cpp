// SPDX-License-Identifier: Apache-2.0
#include "commands/arguments.h"

#include <QCommandLineParser>

#include <array>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array common{
    OptionSpec{"config-dir"_L1, OptionKind::Value}, OptionSpec{"secrets"_L1, OptionKind::Value},
    OptionSpec{"practice"_L1, OptionKind::Flag},    OptionSpec{"still"_L1, OptionKind::Flag},
    OptionSpec{"help"_L1, OptionKind::Flag},        OptionSpec{"version"_L1, OptionKind::Flag},
};

void addOptions(QCommandLineParser &parser, std::span<const OptionSpec> options)
{
    for (const OptionSpec &each : options) {
        QStringList names{each.name};
        if (each.name == "help"_L1)
            names << u"h"_s;
        parser.addOption(
            QCommandLineOption(names, QString(), each.kind == OptionKind::Flag ? QString() : u"value"_s));
    }
}

// QCommandLineParser wants the program's name in front.
QStringList withProgram(const QStringList &words)
{
    return QStringList{u"pullcord-cli"_s} + words;
}

} // namespace

std::span<const OptionSpec> commonOptions()
{
    return common;
}

QString commandName(const QStringList &words)
{
    QCommandLineParser parser;
    addOptions(parser, common);
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    // What is wrong with the words is said by the parse that knows the command.
    [[maybe_unused]] const bool isReadable = parser.parse(withProgram(words));
    return parser.positionalArguments().value(0);
}

base::Result<Arguments> Arguments::parse(const QStringList &words, std::span<const OptionSpec> options)
{
    QCommandLineParser parser;
    addOptions(parser, common);
    addOptions(parser, options);
    if (!parser.parse(withProgram(words)))
        return base::failure(base::ErrorKind::Usage, parser.errorText());

    Arguments arguments;
    const auto take = [&](const OptionSpec &option) -> base::Status {
        if (!parser.isSet(option.name))
            return {};
        const QStringList values = parser.values(option.name);
        if (option.kind == OptionKind::Value && values.size() > 1)
            return base::failure(base::ErrorKind::Usage, u"--%1 stands twice"_s.arg(option.name));
        arguments.m_values.insert(option.name, values);
        return {};
    };
    for (const auto group : {std::span<const OptionSpec>(common), options}) {
        for (const OptionSpec &option : group) {
            if (const base::Status taken = take(option); !taken)
                return base::failure(taken.error());
        }
    }
    arguments.m_positional = parser.positionalArguments().mid(1);
    return arguments;
}

QString Arguments::value(QLatin1StringView option, const QString &otherwise) const
{
    return has(option) ? m_values.value(option).value(0) : otherwise;
}

base::Result<QString> Arguments::choice(QLatin1StringView option, const QStringList &choices) const
{
    QString chosen = value(option, choices.first());
    if (choices.contains(chosen))
        return chosen;
    return base::failure(base::ErrorKind::Usage,
                         u"--%1 is one of %2, not \"%3\""_s.arg(option, choices.join(", "_L1), chosen));
}

base::Result<std::optional<qint64>> Arguments::number(QLatin1StringView option, qint64 least,
                                                      qint64 most) const
{
    if (!has(option))
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (isNumber && number >= least && number <= most)
        return std::optional(number);
    return base::failure(base::ErrorKind::Usage,
                         u"--%1 needs a whole number from %2 to %3, not \"%4\""_s.arg(
                             option, QString::number(least), QString::number(most), value(option)));
}

} // namespace commands
