// SPDX-License-Identifier: Apache-2.0
// One rule about single lines: a pattern that may not stand in the files of some folders.
// Each rule carries samples that break it and one that does not, so that a rule that cannot fail is
// noticed. The table in line_rules.cpp holds them; the test of that name runs them.
#pragma once

#include "rules/code_text.h"
#include "rules/source_tree.h"

namespace rules {

struct LineRule
{
    QString name{};
    QString files{};    // pattern of the paths that the rule looks at
    QString except{};   // pattern of the paths that need not keep it; empty for none
    Parts blanked{};    // what of a C++ file is not looked at
    QString unwanted{}; // pattern of what may not stand in a line
    QString advice{};   // what to do instead
    QString sampled{};  // the path of the samples
    QStringList bad{};  // each breaks the rule in its last line, and there alone
    QString good{};     // keeps it
};

// The lines that break the rule, by file and line.
QStringList broken(const LineRule &rule, const SourceTree &tree);

} // namespace rules
