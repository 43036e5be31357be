// SPDX-License-Identifier: Apache-2.0
#include "journal/record_check.h"

#include "journal/journal_file.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace journal {

namespace {

base::Result<FileReport> examineFile(const QString &path, qint64 anchoredSeq)
{
    JournalFile file;
    const auto opened = file.openForReading(path);
    if (opened)
        return file.examine(anchoredSeq);
    if (!file.isBroken())
        return base::failure(opened.error());
    FileReport report;
    report.damage = Damage::Unreadable;
    return report;
}

std::vector<base::Result<FileReport>> examineAll(const QStringList &paths, qint64 anchoredSeq)
{
    std::vector<base::Result<FileReport>> reports(std::size_t(paths.size()), FileReport());
    std::atomic<qsizetype> next = 0;
    const auto work = [&] {
        for (qsizetype i = next++; i < paths.size(); i = next++)
            reports[std::size_t(i)] = examineFile(paths[i], anchoredSeq);
    };
    const auto cores = std::clamp<qsizetype>(std::thread::hardware_concurrency(), 1, paths.size());
    std::vector<std::thread> helpers;
    for (qsizetype i = 1; i < cores; ++i)
        helpers.emplace_back(work);
    work();
    for (std::thread &each : helpers)
        each.join();
    return reports;
}

// The first thing that is wrong, in the order of the rows.
class RecordCheck
{
public:
    explicit RecordCheck(const std::optional<Anchor> &anchor)
        : m_anchor(anchor)
    {
    }

    void take(const FileReport &report)
    {
        m_result.rows += report.rows;
        const qint64 rowsBefore = report.end.seq - report.rows;
        const qint64 anchored = m_anchor ? std::clamp<qint64>(m_anchor->seq - rowsBefore, 0, report.rows) : 0;
        m_result.unanchored += report.rows - anchored;
        if (report.follows.seq != m_end.seq)
            found(Damage::Gap, m_end.seq + 1);
        else if (report.follows.hash != m_end.hash || (m_end.seq > 0 && report.follows.file != m_end.file) ||
                 m_next != (m_isFirst ? QByteArray() : report.fileId))
            found(Damage::Changed, report.follows.seq + 1);
        if (report.damage != Damage::None)
            found(report.damage, report.firstBad);
        if (!report.hashAtAnchor.isEmpty() && !m_anchor->fits(report.hashAtAnchor))
            found(Damage::Rewritten, m_anchor->seq);
        m_end = report.end;
        m_next = report.next;
        m_isFirst = false;
    }

    Verification end()
    {
        if (m_anchor && m_anchor->seq > m_end.seq)
            found(Damage::CutOff, m_end.seq + 1);
        else if (!m_next.isEmpty())
            found(Damage::CutOff, m_end.seq + 1); // it was sealed, and what follows is not here
        m_result.ok = m_result.damage == Damage::None;
        return m_result;
    }

private:
    void found(Damage damage, qint64 seq)
    {
        if (m_result.damage != Damage::None)
            return;
        m_result.damage = damage;
        m_result.firstBad = seq;
    }

    const std::optional<Anchor> &m_anchor;
    Verification m_result;
    Anchor m_end{{}, 0, 0, beginningOfChain()};
    QByteArray m_next;
    bool m_isFirst = true;
};

} // namespace

base::Result<Verification> checkRecord(const QStringList &paths, const std::optional<Anchor> &anchor)
{
    RecordCheck check(anchor);
    for (const auto &report : examineAll(paths, anchor ? anchor->seq : 0)) {
        if (!report)
            return base::failure(report.error());
        check.take(*report);
    }
    return check.end();
}

} // namespace journal
