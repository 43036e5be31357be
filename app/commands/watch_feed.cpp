// SPDX-License-Identifier: Apache-2.0
#include "commands/watch_feed.h"

#include "commands/cancel_report.h"
#include "commands/order_output.h"
#include "orders/order_fields.h"
#include "json/json_writer.h"

#include <algorithm>

namespace commands {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds journalEvery = 1s;
constexpr base::milliseconds remembered = 14 * 24h; // as long as the engine remembers its tickets

} // namespace

WatchFeed::WatchFeed(Engine &engine, Terminal &terminal, bool isJson)
    : m_engine(engine)
    , m_terminal(terminal)
    , m_isJson(isJson)
    , m_journal(engine.wiring().clock(), engine.wiring().redactor())
    , m_journalRead(engine.now() - remembered)
    , m_nextJournal(engine.wiring().clock(), [this] { readJournal(); })
{
}

void WatchFeed::begin()
{
    connect(&m_engine.desk(), &desk::Desk::ordersChanged, this, &WatchFeed::takeDiff);
    connect(&m_engine.desk(), &desk::Desk::connectionChanged, this, &WatchFeed::takeConnection);
    // Cancels from before are no change, but what happens to them from now on is.
    if (openJournal()) {
        const qint64 last = m_journal.rowCount();
        const auto read = m_journal.read(m_journalRead, [&](const journal::Row &row) {
            m_fold.take(row);
            m_journalRead = row.wall;
            return row.seq < last;
        });
        m_lastSeq = read ? last : 0;
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
        print({u"gone"_s, m_texts[key], {}, {}}, m_engine.now());
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
    const QString left = u"%1 of %2"_s.arg(row.remaining().toText(), row.quantity.toText());
    print({event,
           key,
           writer.bytes(),
           {orders::stateName(row.state), row.venueStatus, orders::sideName(row), left, row.symbol,
            row.price.toText()}},
          m_engine.now());
}

void WatchFeed::takeConnection(const QString &name)
{
    const auto book = m_engine.book(name);
    if (!book || book->isAwaited)
        return;
    const QString now = book->state + u' ' + book->error;
    if (m_books.value(name) == now)
        return;
    m_books[name] = now;
    json::Writer writer;
    writeBook(writer, *book);
    print({u"connection"_s, name, writer.bytes(), {book->state, book->error}}, m_engine.now());
}

bool WatchFeed::openJournal()
{
    if (!m_hasJournal)
        m_hasJournal = m_journal.openForReading(m_engine.wiring().journalPath()).has_value();
    return m_hasJournal;
}

void WatchFeed::readJournal()
{
    m_nextJournal.start(journalEvery);
    if (!openJournal())
        return;
    const auto read = m_journal.read(m_journalRead, [this](const journal::Row &row) {
        if (row.seq <= m_lastSeq)
            return true;
        m_lastSeq = row.seq;
        m_journalRead = row.wall;
        m_fold.take(row);
        const std::vector<cancel::TrackedTicket> &tickets = m_fold.tickets();
        const bool isChange = row.entry.kind == "asked"_L1 || row.entry.kind == "transition"_L1;
        const auto ticket =
            std::find_if(tickets.rbegin(), tickets.rend(), [&](const cancel::TrackedTicket &each) {
                return each.ticket.id == row.entry.ticket;
            });
        if (isChange && ticket != tickets.rend())
            takeTicket(ticket->ticket, row.wall);
        return true;
    });
    if (!read)
        m_hasJournal = false; // set aside or replaced meanwhile: opened anew the next time
}

void WatchFeed::takeTicket(const cancel::Ticket &ticket, base::WallTime time)
{
    if (!m_engine.book(ticket.connection))
        return;
    CancelResult result = resultOf(ticket, cancel::stateName(ticket.state));
    const orders::Order *row = ticket.latest ? ticket.latest.get() : ticket.asked.get();
    if (row)
        result.key = desk::KeyIndex(m_engine.desk().withOrderId(row->orderId)).textOf(*row);
    json::Writer writer;
    writeResult(writer, result, true);
    print({u"ticket"_s, result.key, writer.bytes(), {cancel::stateName(ticket.state), result.why}}, time);
}

void WatchFeed::print(const Line &line, base::WallTime time)
{
    if (m_isJson) {
        json::Writer writer;
        writer.beginObject().member(u"time", base::isoUtc(time)).member(u"event", line.event);
        writer.memberOrNull(u"key", line.key).name(u"row");
        if (line.row.isEmpty())
            writer.null();
        else
            writer.raw(line.row);
        writer.endObject();
        m_terminal.print(writer.bytes() + '\n');
    } else {
        QStringList words{base::isoUtc(time), line.event, line.key};
        words << line.cells;
        words.removeAll(QString());
        m_terminal.print(harmless(words.join("  "_L1)).replace(u'\n', u' ').toUtf8() + '\n');
    }
    if (m_terminal.hasLostOutput())
        Q_EMIT outputLost();
}

} // namespace commands
