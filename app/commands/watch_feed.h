// SPDX-License-Identifier: Apache-2.0
// Turns what changes into the lines of `watch`: rows, connections, and the cancels of whichever program holds
// the engine, read from its journal. Prints through the terminal; changes nothing.
#pragma once

#include "cancel/ticket_fold.h"
#include "commands/engine.h"
#include "desk/key_text.h"

#include <unordered_set>

namespace commands {

class WatchFeed : public QObject
{
    Q_OBJECT

public:
    WatchFeed(Engine &engine, Terminal &terminal, bool isJson);

    /// From now on rows and connections are printed as they change; cancels too.
    void begin();

Q_SIGNALS:
    /// Standard output is gone: there is nobody to tell.
    void outputLost();

private:
    void takeDiff(const orders::BookDiff &diff);
    void takeConnection(const QString &name);
    void takeRow(const QString &event, const orders::Order &row, const desk::KeyIndex &keys);
    [[nodiscard]] bool openJournal();
    void readJournal();
    void takeTicket(const cancel::Ticket &ticket, base::WallTime time);
    struct Line
    {
        QString event;
        QString key;
        QByteArray row;    // JSON; empty for none
        QStringList cells; // for people
    };
    void print(const Line &line, base::WallTime time);

    Engine &m_engine;
    Terminal &m_terminal;
    bool m_isJson;
    std::unordered_map<orders::OrderKey, QString> m_texts; // for rows that go
    std::unordered_set<orders::OrderKey> m_missing;        // told as gone
    QHash<QString, QString> m_books;                       // state and error as told
    journal::Journal m_journal;
    bool m_hasJournal = false;
    cancel::TicketFold m_fold; // a row about a ticket says what changed, not all of it
    base::WallTime m_journalRead;
    qint64 m_lastSeq = 0;
    base::Timer m_nextJournal;
};

} // namespace commands
