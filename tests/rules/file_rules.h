// SPDX-License-Identifier: Apache-2.0
// The rules about whole files: length, licence line, guard, first include, kind.
// Each function gives what breaks one rule in one file, or nothing. The test of this name calls them.
#pragma once

#include "rules/source_tree.h"

namespace rules {

// At most 400 lines in app, src, ui and tests. Exceptions are named in the .cpp; there are none.
QStringList tooLong(const SourceFile &file);

// The licence line comes first; in a script after the line that names the shell.
QStringList withoutLicence(const SourceFile &file);

// A header guards itself by #pragma once.
QStringList withoutGuard(const SourceFile &file);

// A .cpp that has a header of its own includes it before anything else, so that every header stands by
// itself.
QStringList withoutOwnHeaderFirst(const SourceFile &file, const SourceTree &tree);

// The window is written in C++, not drawn in .ui files.
QStringList drawnForm(const SourceFile &file);

} // namespace rules
