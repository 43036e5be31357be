// SPDX-License-Identifier: Apache-2.0
// One practice venue that stands still, and config folders in which the real terminal program is started,
// killed and started again. Each round has orders and a folder of its own. It judges nothing.
#pragma once

#include "practice/practice_venue.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace kills {

class KillBench
{
public:
    KillBench();

    /// New orders at both families, with faults for some of them; their ids.
    [[nodiscard]] QStringList placeOrders(QRandomGenerator &dice);
    /// How many cancels of this order have arrived.
    [[nodiscard]] int arrivalsOf(const QString &id);
    [[nodiscard]] int arrivals(const QStringList &ids);
    [[nodiscard]] bool isCancelled(const QString &id);
    [[nodiscard]] bool isFilled(const QString &id);
    [[nodiscard]] bool isLive(const QString &id);

private:
    base::SystemClock m_clock;
    practice::PracticeVenue m_venue;
    int m_lastId = 0;

    friend class KillRound;
};

/// A config folder, and the program runs in it.
class KillRound
{
public:
    explicit KillRound(KillBench &bench);

    /// Cancels everything and is killed there: at a moment after its start, or after so many cancels have
    /// arrived. `losesUnsynced`: the journal becomes what was flushed to the disk. False: it could not be
    /// done.
    [[nodiscard]] bool runAndKill(QRandomGenerator &dice, const QStringList &ids, bool losesUnsynced);
    /// `unresolved`, to its end.
    [[nodiscard]] QByteArray askForUnresolved();
    [[nodiscard]] QString journalPath() const
    {
        return m_folder.filePath(QStringLiteral("config/journal.db"));
    }
    [[nodiscard]] QByteArray said() const { return m_said; }

private:
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &words, bool keepsAside);
    void writeConnections();
    void cutPower();

    KillBench &m_bench;
    QTemporaryDir m_folder;
    QByteArray m_said;
};

} // namespace kills
