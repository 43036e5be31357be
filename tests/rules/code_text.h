// SPDX-License-Identifier: Apache-2.0
// Blanks the comments or the strings of C++ text with spaces, so that a rule does not trip over a word in a
// sentence. The rule scanners call it. It never changes the number of lines, nor the column of what stays.
#pragma once

#include <QFlags>
#include <QString>

namespace rules {

enum class Part {
    Nothing = 0,
    Comments = 1,
    Strings = 2, // character literals too
};
Q_DECLARE_FLAGS(Parts, Part)
Q_DECLARE_OPERATORS_FOR_FLAGS(Parts)

QString withBlanked(const QString &code, Parts parts);

} // namespace rules
