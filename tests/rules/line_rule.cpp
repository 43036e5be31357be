// SPDX-License-Identifier: Apache-2.0
#include "rules/line_rule.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rules {

QStringList broken(const LineRule &rule, const SourceTree &tree)
{
    const QRegularExpression files(rule.files);
    const QRegularExpression except(rule.except);
    const QRegularExpression unwanted(rule.unwanted);

    QStringList found;
    for (const SourceFile &file : tree.files()) {
        const bool isExcepted = !rule.except.isEmpty() && except.match(file.path).hasMatch();
        if (isExcepted || !files.match(file.path).hasMatch())
            continue;
        const bool isCode = file.path.endsWith(".cpp"_L1) || file.path.endsWith(".h"_L1);
        const QStringList lines = withBlanked(file.text, isCode ? rule.blanked : Parts()).split(u'\n');
        for (qsizetype line = 0; line < lines.size(); ++line) {
            const QRegularExpressionMatch match = unwanted.match(lines[line]);
            if (match.hasMatch())
                found +=
                    finding(file.path, line + 1, u"'%1': %2"_s.arg(match.captured().trimmed(), rule.advice));
        }
    }
    return found;
}

} // namespace rules
