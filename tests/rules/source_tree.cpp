// SPDX-License-Identifier: Apache-2.0
#include "rules/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace rules {

namespace {

bool isWrittenByHand(const QString &path)
{
    static const QRegularExpression wanted(uR"(\.(cpp|h|ui|cmake|sh)$|(^|/)CMakeLists\.txt$|^\.ci/[^/]+$)"_s);
    return wanted.match(path).hasMatch() && !path.startsWith("tests/fixtures/"_L1);
}

SourceFile readFile(const QDir &root, const QString &path)
{
    QFile file(root.filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return {path, QString::fromUtf8(file.readAll())};
}

} // namespace

SourceTree::SourceTree(std::vector<SourceFile> files)
    : m_files(std::move(files))
{
    for (std::size_t place = 0; place < m_files.size(); ++place)
        m_places.insert(m_files[place].path, place);
}

SourceTree SourceTree::read(const QString &root)
{
    const QDir directory(root);
    QStringList paths = directory.entryList({u"*.sh"_s, u"CMakeLists.txt"_s}, QDir::Files);
    for (const QString &folder :
         {u"app"_s, u"src"_s, u"ui"_s, u"tests"_s, u"cmake"_s, u"packaging"_s, u".ci"_s}) {
        QDirIterator each(directory.filePath(folder), QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        while (each.hasNext())
            paths += directory.relativeFilePath(each.next());
    }
    paths.sort();

    std::vector<SourceFile> files;
    for (const QString &path : std::as_const(paths)) {
        if (isWrittenByHand(path))
            files.push_back(readFile(directory, path));
    }
    return SourceTree(std::move(files));
}

QString finding(const QString &path, qsizetype line, const QString &text)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(text);
}

bool isEmptyOrTold(const QStringList &findings)
{
    for (const QString &each : findings)
        qWarning("%s", qPrintable(each));
    return findings.isEmpty();
}

} // namespace rules
