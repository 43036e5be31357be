// SPDX-License-Identifier: Apache-2.0
#include "rules/code_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rules {

namespace {

// Each of these gets the place where a thing begins and gives the place just after its end.

qsizetype endOfLineComment(const QString &code, qsizetype from)
{
    const qsizetype end = code.indexOf(u'\n', from);
    return end < 0 ? code.size() : end;
}

qsizetype endOfBlockComment(const QString &code, qsizetype from)
{
    const qsizetype end = code.indexOf("*/"_L1, from + 2);
    return end < 0 ? code.size() : end + 2;
}

qsizetype endOfQuoted(const QString &code, qsizetype from)
{
    const QChar quote = code[from];
    for (qsizetype at = from + 1; at < code.size() && code[at] != u'\n'; ++at) {
        if (code[at] == u'\\')
            ++at;
        else if (code[at] == quote)
            return at + 1;
    }
    return endOfLineComment(code, from);
}

qsizetype endOfRawString(const QString &code, qsizetype quoteAt)
{
    const qsizetype open = code.indexOf(u'(', quoteAt);
    if (open < 0)
        return code.size();
    const QString close = u')' + code.mid(quoteAt + 1, open - quoteAt - 1) + u'"';
    const qsizetype end = code.indexOf(close, open);
    return end < 0 ? code.size() : end + close.size();
}

bool isRawPrefix(const QString &code, qsizetype quoteAt)
{
    qsizetype start = quoteAt;
    while (start > 0 && code[start - 1].isLetterOrNumber())
        --start;
    const QStringView prefix = QStringView(code).mid(start, quoteAt - start);
    return prefix == u"R" || prefix == u"uR" || prefix == u"UR" || prefix == u"LR" || prefix == u"u8R";
}

// The quote in 1'000 stands between digits and begins nothing.
bool isDigitSeparator(const QString &code, qsizetype at)
{
    return at > 0 && code[at - 1].isLetterOrNumber() && code.mid(at - 1, 1) != "u"_L1 &&
           code[at - 1] != u'L' && code[at - 1] != u'U';
}

void blank(QString *code, qsizetype from, qsizetype end)
{
    for (qsizetype at = from; at < std::min(end, code->size()); ++at) {
        if ((*code)[at] != u'\n')
            (*code)[at] = u' ';
    }
}

} // namespace

QString withBlanked(const QString &code, Parts parts)
{
    QString result = code;
    for (qsizetype at = 0; at < code.size();) {
        const QStringView rest = QStringView(code).mid(at);
        qsizetype end = at + 1;
        Part part = Part::Nothing;
        if (rest.startsWith("//"_L1)) {
            end = endOfLineComment(code, at);
            part = Part::Comments;
        } else if (rest.startsWith("/*"_L1)) {
            end = endOfBlockComment(code, at);
            part = Part::Comments;
        } else if (rest.front() == u'"') {
            end = isRawPrefix(code, at) ? endOfRawString(code, at) : endOfQuoted(code, at);
            part = Part::Strings;
        } else if (rest.front() == u'\'' && !isDigitSeparator(code, at)) {
            end = endOfQuoted(code, at);
            part = Part::Strings;
        }
        if (part != Part::Nothing && parts.testFlag(part))
            blank(&result, at, end);
        at = end;
    }
    return result;
}

} // namespace rules
