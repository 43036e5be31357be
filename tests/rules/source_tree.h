// SPDX-License-Identifier: Apache-2.0
// The project's own files as text, each with its path from the root: what the rule tests read.
// A test makes a tree of a few invented files to prove that a rule finds what is wrong with them.
// Never holds fixtures, built files or anything that is not written by hand.
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace rules {

struct SourceFile
{
    QString path; // from the root, with '/'
    QString text;
};

class SourceTree
{
public:
    explicit SourceTree(std::vector<SourceFile> files);

    // Reads app, src, ui, tests, cmake, packaging, .ci and the files beside them.
    static SourceTree read(const QString &root);

    const std::vector<SourceFile> &files() const { return m_files; }
    bool has(const QString &path) const { return m_places.contains(path); }

private:
    std::vector<SourceFile> m_files;
    QHash<QString, std::size_t> m_places;
};

// "path:line: text", the form in which every broken rule is told; lines count from 1.
QString finding(const QString &path, qsizetype line, const QString &text);

// Prints every finding on a line of its own; true when there is none.
bool isEmptyOrTold(const QStringList &findings);

} // namespace rules
