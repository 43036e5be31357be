// SPDX-License-Identifier: Apache-2.0
// A ticket changes once its rows are on disk, and not where they are not: alone, and together with others in
// one commit. Each change names the row that it follows from.
#include "cancel/evidence.h"
#include "cancel/ticket_record.h"
#include "support/cancel_rows.h"
#include "test_journal_support.h"

using namespace Qt::StringLiterals;
using cancel::TicketEvent;
using cancel::TicketState;
using orders::OrderState;

namespace {

// Two receipts, and a book in which nothing lives on.
struct Bench
{
    Bench()
        : transitions(files.clock, *journal,
                      {[this](const cancel::TicketPtr &ticket) { shown << ticket->id; },
                       [this](const cancel::TicketPtr &, const QString &text) { alarms << text; },
                       [this](const base::Error &) { ++failures; }})
    {
        for (const QString &id : {u"77"_s, u"78"_s}) {
            tickets.push_back(support::sentTicket(support::openRow(id), TicketState::Receipt));
            tickets.back().published = std::make_shared<const cancel::Ticket>(tickets.back().ticket);
        }
    }

    bool endAll()
    {
        for (cancel::TrackedTicket &each : tickets) {
            const auto row = support::shared(support::later(*each.ticket.asked, OrderState::Cancelled, 40));
            if (!cancel::applyEvidence(transitions, each, TicketEvent::MoreFilled, {row, {}, {}}, book) ||
                !cancel::applyEvidence(transitions, each, TicketEvent::Cancelled, {row, {}, {}}, book))
                return false;
        }
        return true;
    }
    [[nodiscard]] QList<TicketState> states() const
    {
        return {tickets[0].ticket.state, tickets[1].ticket.state};
    }

    support::JournalFolder files;
    std::unique_ptr<journal::Journal> journal = files.opened();
    QStringList shown;
    QStringList alarms;
    int failures = 0;
    cancel::Transitions transitions;
    orders::OrderBook book;
    std::vector<cancel::TrackedTicket> tickets;
};

} // namespace

class TestTransitions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTogether_isOneCommit();
    void aFailedCommonCommit_changesNothing();
    void aFailedCommit_changesNothing();
    void eachChangeNamesTheRowItFollowsFrom();
};

void TestTransitions::whatIsTogether_isOneCommit()
{
    Bench bench;
    cancel::Transitions::Together together(bench.transitions);
    QVERIFY(bench.endAll());
    QCOMPARE(bench.journal->rowCount(), 0);
    QVERIFY(bench.shown.isEmpty() && bench.alarms.isEmpty());
    QVERIFY(together.commit());
    QCOMPARE(bench.states(), QList({TicketState::Proved, TicketState::Proved}));
    QCOMPARE(bench.journal->rowCount(), 10); // each: a fill with its alarm, and an end, with their evidence
    QVERIFY(bench.shown.contains(u"t-77"_s) && bench.shown.contains(u"t-78"_s));
    QCOMPARE(bench.alarms.size(), 2);
    QCOMPARE(bench.tickets[0].published->state, TicketState::Proved);
    QCOMPARE(bench.failures, 0);
}

void TestTransitions::aFailedCommonCommit_changesNothing()
{
    Bench bench;
    cancel::Transitions::Together together(bench.transitions);
    QVERIFY(bench.endAll());
    QVERIFY(QFile::rename(bench.files.path, bench.files.path + u".away"_s));
    QVERIFY(!together.commit());
    QCOMPARE(bench.states(), QList({TicketState::Receipt, TicketState::Receipt}));
    QCOMPARE(bench.tickets[0].ticket.latest->filled.toText(), u"0"_s);
    QCOMPARE(bench.tickets[0].published->state, TicketState::Receipt);
    QVERIFY(bench.shown.isEmpty() && bench.alarms.isEmpty());
    QCOMPARE(bench.failures, 1);
    QVERIFY(!bench.journal->isWritable());
}

void TestTransitions::aFailedCommit_changesNothing()
{
    Bench bench;
    QVERIFY(QFile::rename(bench.files.path, bench.files.path + u".away"_s));
    QVERIFY(!bench.endAll());
    QCOMPARE(bench.states(), QList({TicketState::Receipt, TicketState::Receipt}));
    QVERIFY(bench.shown.isEmpty() && bench.alarms.isEmpty());
    QCOMPARE(bench.failures, 1);
}

void TestTransitions::eachChangeNamesTheRowItFollowsFrom()
{
    Bench bench;
    const journal::Entry note = support::JournalFolder::entry(u"before"_s);
    QVERIFY(bench.journal->append(note));
    {
        const cancel::Transitions::Together together(bench.transitions);
        QVERIFY(bench.endAll());
    }
    QHash<QString, QString> kinds; // by seq
    int changes = 0;
    QVERIFY(bench.journal->read({}, [&](const journal::Row &row) {
        kinds.insert(QString::number(row.seq), row.entry.kind + u' ' + row.entry.ticket);
        if (row.entry.kind == "transition"_L1) {
            ++changes;
            const QString followed = row.entry.detail(u"follows_row");
            if (kinds.value(followed) != u"evidence "_s + row.entry.ticket)
                qFatal("row %lld follows from row %s", row.seq, qPrintable(followed));
        }
        return true;
    }));
    QCOMPARE(changes, 4);
}

QTEST_GUILESS_MAIN(TestTransitions)
#include "test_transitions.moc"
