// SPDX-License-Identifier: Apache-2.0
#include "rules/file_rules.h"

#include "rules/code_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rules {

namespace {

constexpr qsizetype mostLines = 400;

// Files that may be longer, each with its reason.
const QStringList longByReason{};

bool isCpp(const SourceFile &file)
{
    return file.path.endsWith(".cpp"_L1);
}

bool isHeader(const SourceFile &file)
{
    return file.path.endsWith(".h"_L1);
}

} // namespace

QStringList tooLong(const SourceFile &file)
{
    static const QRegularExpression measured(u"^(app|src|ui|tests)/"_s);
    const qsizetype lines = file.text.count(u'\n') + (file.text.endsWith(u'\n') ? 0 : 1);
    if (lines <= mostLines || !measured.match(file.path).hasMatch() || longByReason.contains(file.path))
        return {};
    return {
        finding(file.path, mostLines + 1, u"%1 lines, more than %2: split it"_s.arg(lines).arg(mostLines))};
}

QStringList withoutLicence(const SourceFile &file)
{
    const bool isCode = isCpp(file) || isHeader(file);
    const QString wanted = (isCode ? u"// "_s : u"# "_s) + u"SPDX-License-Identifier: Apache-2.0"_s;
    const bool isScript = file.text.startsWith("#!"_L1);
    const int line = isScript ? 1 : 0;
    if (file.path.endsWith(".ui"_L1) || file.text.section(u'\n', line, line) == wanted)
        return {};
    return {finding(file.path, line + 1, u"the line '%1' is missing"_s.arg(wanted))};
}

QStringList withoutGuard(const SourceFile &file)
{
    const QStringList lines = withBlanked(file.text, Part::Comments).split(u'\n');
    if (!isHeader(file) || lines.contains(u"#pragma once"_s))
        return {};
    return {finding(file.path, 1, u"#pragma once is missing"_s)};
}

QStringList withoutOwnHeaderFirst(const SourceFile &file, const SourceTree &tree)
{
    static const QRegularExpression include(uR"(^\s*#\s*include\s*["<]([^">]+)[">])"_s);
    const QString header = file.path.chopped(isCpp(file) ? 4 : 0) + u".h"_s;
    if (!isCpp(file) || !tree.has(header))
        return {};

    const QStringList lines = withBlanked(file.text, Part::Comments).split(u'\n');
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const QRegularExpressionMatch match = include.match(lines[line]);
        if (!match.hasMatch())
            continue;
        if ((u'/' + header).endsWith(u'/' + match.captured(1)))
            return {};
        return {finding(file.path, line + 1, u"its own header comes first: %1"_s.arg(header))};
    }
    return {finding(file.path, 1, u"does not include its own header: %1"_s.arg(header))};
}

QStringList drawnForm(const SourceFile &file)
{
    if (!file.path.endsWith(".ui"_L1))
        return {};
    return {finding(file.path, 1, u"write the form in C++"_s)};
}

} // namespace rules
