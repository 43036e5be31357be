// SPDX-License-Identifier: Apache-2.0
#include "commands/watch_feed.h"

#include "commands/cancel_report.h"
#include "commands/order_output.h"
#include "json/json_writer.h"
#include "orders/order_fields.h"

namespace commands {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds journalEvery = 1s;

} // namespace

WatchFeed::WatchFeed(Engine &engine, Terminal &terminal, bool isJson)
    : m_engine(engine)
    , m_terminal(terminal)
    , m_isJson(isJson)
    , m_journal(engine.wiring().clock(), engine.wiring().redactor())
    , m_journalRead(engine.now())
    , m_nextJournal(engine.wiring().clock(), [this] { readJournal(); })
{
}

void WatchFeed::begin()
{
    connect(&m_engine.desk(), &desk::Desk::ordersChanged, this, &WatchFeed::takeDiff);
    connect(&m_engine.desk(), &desk::Desk::connectionChanged, this, &WatchFeed::takeConnection);
    // Cancels from before are over or not, but no change: begin behind the last row there is.
    if (m_journal.openForReading(m_engine.wiring().journalPath())) {
        m_hasJournal = true;
        m_lastSeq = m_journal.rowCount();
    }
    m_nextJournal.start(journalEvery);
}

void WatchFeed::takeDiff(const orders::BookDiff &diff)
{
    const desk::KeyIndex keys(m_engine.desk().orders());
    for (const orders::OrderPtr &row : diff.added)
        takeRow(u"added"_s, *row, keys);
    for (const orders::OrderPtr &row : diff.changed) {
        const bool isNewlyMissing = row->missingSince && m_missing.insert(row->key).second;
        if (!row->missingSince)
            m_missing.erase(row->key);
        takeRow(isNewlyMissing ? u"gone"_s : u"changed"_s, *row, keys);
    }
    for (const orders::OrderKey &key : diff.removed) {
        m_missing.erase(key);
        print(u"gone"_s, m_texts[key], {}, {});
        m_texts.erase(key);
    }
}

void WatchFeed::takeRow(const QString &event, const orders::Order &row, const desk::KeyIndex &keys)
{
    const QString key = keys.textOf(row);
    m_texts[row.key] = key;
    json::Writer writer;
    if (m_isJson)
        OrderOutput(keys, m_engine.desk()).writeRow(writer, row);
    print(event, key, writer.bytes(),
          {orders::stateName(row.state), row.venueStatus, orders::sideName(row),
           u"%1 of %2"_s.arg(row.remaining().toText(), row.quantity.toText()), row.symbol, row.price.toText()});
}

void WatchFeed::takeConnection(const QString &name)
{
    const auto book = m_engine.book(name);
    if (!book)
        return;
    const QString now = book->state + u' ' + book->error;
    if (m_books.value(name) == now)
        return;
    m_books[name] = now;
    json::Writer writer;
    writeBook(writer, *book);
    print(u"connection"_s, name, writer.bytes(), {book->state, book->error});
}

void WatchFeed::readJournal()
{
    m_nextJournal.start(journalEvery);
    if (!m_hasJournal)
        m_hasJournal = m_journal.openForReading(m_engine.wiring().journalPath()).has_value();
    if (!m_hasJournal)
        return;
    // Every row about a ticket holds all of it, so the fold may begin anywhere.
    cancel::record::Fold fold;
    base::WallTime newest = m_journalRead;
    const auto read = m_journal.read(m_journalRead, [&](const journal::Row &row) {
        if (row.seq > m_lastSeq) {
            fold.take(row);
            m_lastSeq = row.seq;
        }
        newest = std::max(newest, row.wall);
        return true;
    });
    if (!read)
        m_hasJournal = false; // set aside or replaced meanwhile: opened anew the next time
    m_journalRead = newest;
    for (const cancel::TrackedTicket &tracked : fold.tickets())
        takeTicket(tracked.ticket);
}

void WatchFeed::takeTicket(const cancel::Ticket &ticket)
{
    if (!m_engine.book(ticket.connection))
        return;
    CancelResult result = resultOf(ticket, cancel::stateName(ticket.state));
    const orders::Order *row = ticket.latest ? ticket.latest.get() : ticket.asked.get();
    if (row)
        result.key = desk::KeyIndex(m_engine.desk().orders()).textOf(*row);
    json::Writer writer;
    writeResult(writer, result, true);
    print(u"ticket"_s, result.key, writer.bytes(), {cancel::stateName(ticket.state), result.why});
}

void WatchFeed::print(const QString &event, const QString &key, const QByteArray &rowJson, const QStringList &cells)
{
    const QString time = base::isoUtc(m_engine.now());
    if (m_isJson) {
        json::Writer writer;
        writer.beginObject().member(u"time", time).member(u"event", event).memberOrNull(u"key", key).name(u"row");
        if (rowJson.isEmpty())
            writer.null();
        else
            writer.raw(rowJson);
        writer.endObject();
        m_terminal.print(writer.bytes() + '\n');
    } else {
        QStringList words{time, event, key};
        words << cells;
        words.removeAll(QString());
        m_terminal.print(harmless(words.join("  "_L1)).replace(u'\n', u' ').toUtf8() + '\n');
    }
    if (m_terminal.hasLostOutput())
        Q_EMIT outputLost();
}

} // namespace commands
