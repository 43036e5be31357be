// SPDX-License-Identifier: Apache-2.0
// The program ends at any point between asking and proof, or its journal fails: what left is never sent
// again, what did not leave stays here, and what is unknown is asked for.
#include "support/engine_fixture.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;

namespace {

// No file of this process grows while it lives: a full disk that needs no rights.
class FullDisk
{
public:
    explicit FullDisk(const Flow &flow)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(QFileInfo(flow.folder() + u"/journal.db-wal"_s).size());
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

std::vector<journal::Entry> entriesOf(const Flow &flow)
{
    std::vector<journal::Entry> entries;
    const auto read = flow.engine->journal.read({}, [&](const journal::Row &row) {
        entries.push_back(row.entry);
        return true;
    });
    if (!read)
        qFatal("The journal cannot be read");
    return entries;
}

// A journal that ends after the first `count` of the entries.
void writeJournal(const QString &folder, const std::vector<journal::Entry> &entries, std::size_t count)
{
    const support::ManualClock clock;
    const base::Redactor redactor;
    journal::Journal journal(clock, redactor);
    if (!journal.open(folder + u"/journal.db"_s) || !journal.appendAll(std::span(entries).first(count)))
        qFatal("The journal cannot be written");
}

bool hasKind(std::span<const journal::Entry> entries, QLatin1StringView kind)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&](const journal::Entry &entry) { return entry.kind == kind; });
}

} // namespace

class TestCancelRestarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); } // an error of write(), not the end of the process

    void askedAndNotSent_isNotSent()
    {
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s, u"79"_s});
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        flow.crash();
        flow.start();
        QCOMPARE(flow.engine->desk.cancels().tickets().size(), std::size_t(3));
        for (const cancel::TicketPtr &each : batch->tickets) {
            const cancel::TicketPtr now = flow.ticket(each->id);
            QVERIFY(now->state == TicketState::NotSent);
            QCOMPARE(now->why, u"interrupted"_s);
            QCOMPARE(now->batch, batch->batch);
            QCOMPARE(now->writes, 0);
        }
        flow.run(15s);
        QCOMPARE(flow.cancels(), 0);
    }

    void sentAndNotAnswered_isUnknownAndReadFirst_data()
    {
        QTest::addColumn<bool>("hasActed");
        QTest::newRow("the venue acted") << true;
        QTest::newRow("the venue did nothing") << false;
    }

    void sentAndNotAnswered_isUnknownAndReadFirst()
    {
        QFETCH(bool, hasActed);
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, hasActed ? R"("do":"silence","acts":true)"_ba : R"("do":"silence")"_ba);
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        QVERIFY(flow.runUntil([&] { return flow.cancels() == 1; }));
        flow.crash();
        flow.start();
        QVERIFY(!flow.story(id).filter(u"sending -> unknown (crashed)"_s).isEmpty());
        QCOMPARE(flow.ticket(id)->writes, 1);
        const QString again = flow.ask({flow.row(u"77"_s)})
                                  ? flow.engine->desk.cancels().ticketOf(flow.ticket(id)->key)->id
                                  : QString();
        QCOMPARE(again, id); // asking again joins
        EXPECT_STATE(flow, id, hasActed ? TicketState::Proved : TicketState::StillLive);
        flow.run(10s);
        QCOMPARE(flow.cancels(), 1);
    }

    void aReceipt_staysOne()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_cancel","after_ms":3000)");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.crash();
        flow.start();
        QVERIFY(flow.ticket(id)->receiptAt.has_value());
        QVERIFY(flow.stateOf(id) == TicketState::Receipt);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.cancels(), 1);
    }

    // The journal of a whole cancel, cut after every one of its entries.
    void endsAnywhere_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("cancelled") << R"("do":"delay")"_ba;
        QTest::newRow("part filled, then cancelled")
            << R"("do":"receipt_then_partial_then_cancel","quantity":40)"_ba;
        QTest::newRow("filled") << R"("do":"receipt_then_fill")"_ba;
        QTest::newRow("answer lost") << R"("do":"drop_after")"_ba;
        QTest::newRow("refused") << R"("do":"error_code","code":44000)"_ba;
        QTest::newRow("throttled") << R"("do":"status","status":429)"_ba;
        QTest::newRow("signed out") << R"("do":"status","status":401)"_ba;
        QTest::newRow("still live") << R"("do":"receipt_then_nothing")"_ba;
    }

    void endsAnywhere()
    {
        QFETCH(QByteArray, fault);
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, fault);
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        flow.run(14s);
        const TicketState end = flow.stateOf(id);
        const std::vector<journal::Entry> entries = entriesOf(flow);
        QCOMPARE(flow.cancels(), 1);
        const QString folder = flow.folder();

        const auto asked = std::find_if(entries.begin(), entries.end(),
                                        [](const journal::Entry &entry) { return entry.kind == "asked"_L1; });
        const auto first = static_cast<std::size_t>(asked - entries.begin()) + 1;
        for (std::size_t kept = first; kept <= entries.size(); ++kept) {
            const QString cut = folder + u"/cut%1"_s.arg(kept);
            QDir().mkpath(cut);
            writeJournal(cut, entries, kept);
            flow.restartIn(cut);
            const auto before = std::span(entries).first(kept);
            if (!hasKind(before, "sending"_L1)) {
                QVERIFY(flow.stateOf(id) == TicketState::NotSent);
            } else if (cancel::isFinal(end)) {
                EXPECT_STATE(flow, id, end);
                QCOMPARE(flow.ticket(id)->filledMeanwhile, flow.row(u"77"_s)->filled);
            } else {
                // The order lives: known as refused or not taken, or found alive after two late reads.
                QVERIFY(flow.runUntil([&] {
                    return flow.stateOf(id) == TicketState::StillLive || !flow.ticket(id)->isOpen();
                }));
                QVERIFY(!cancel::isFinal(flow.stateOf(id)));
            }
            QCOMPARE(flow.cancels(), 1);
        }
    }

    void everyEnd_staysAsItWas()
    {
        Flow flow;
        flow.placeAll({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s});
        flow.plan(R"({"cancel":{"1":{"do":"receipt_then_partial_then_cancel","quantity":40},
                                "2":{"do":"receipt_then_fill"},
                                "3":{"do":"error_code","code":44000,"message":"not today"},
                                "4":{"do":"receipt_then_nothing"}}})");
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        flow.run(14s);
        QCOMPARE(flow.cancels(), 5);
        std::vector<cancel::TicketPtr> before;
        for (const cancel::TicketPtr &each : batch->tickets)
            before.push_back(flow.ticket(each->id));
        flow.crash();
        flow.start();
        flow.run(20s);
        for (const cancel::TicketPtr &each : before) {
            const cancel::TicketPtr now = flow.ticket(each->id);
            QCOMPARE(support::nameOf(now->state), support::nameOf(each->state));
            QCOMPARE(now->why, each->why);
            QCOMPARE(now->detail, each->detail);
            QCOMPARE(now->venueMessage, each->venueMessage);
            QCOMPARE(now->proof, each->proof);
            QCOMPARE(now->writes, 1);
            QCOMPARE(now->filledMeanwhile.toText(), each->filledMeanwhile.toText());
            QCOMPARE(now->wasCorrected, false);
            QCOMPARE(now->sentAt, each->sentAt);
            QCOMPARE(now->endedAt, each->endedAt);
            QCOMPARE(now->latest->venueStatus, each->latest->venueStatus);
        }
        QCOMPARE(flow.engine->alarms, QStringList()); // nothing of it is news
        QCOMPARE(flow.cancels(), 5);
    }

    void aFullDisk_sendsNothing()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        const orders::OrderPtr row = flow.row(u"77"_s);
        {
            const FullDisk full(flow);
            const auto asked = flow.ask({row});
            QVERIFY(!asked);
            QVERIFY(asked.error().kind == base::ErrorKind::Storage);
            flow.run(3s);
        }
        QVERIFY(flow.engine->desk.cancels().tickets().empty());
        QCOMPARE(flow.cancels(), 0);
        const QString id = flow.cancel(u"77"_s); // there is room again
        EXPECT_STATE(flow, id, TicketState::Proved);
        const auto verified = flow.engine->journal.verify();
        QVERIFY(verified && verified->ok);
    }

    void aDiskThatFillsUpAfterAsking_sendsNothing()
    {
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s});
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        {
            const FullDisk full(flow);
            flow.run(500ms);
        }
        for (const cancel::TicketPtr &each : batch->tickets) {
            QVERIFY(flow.stateOf(each->id) == TicketState::NotSent);
            QCOMPARE(flow.ticket(each->id)->why, u"journal"_s);
            QCOMPARE(flow.ticket(each->id)->writes, 0);
        }
        QVERIFY(flow.engine->texts.size() > 0);
        flow.run(10s);
        QCOMPARE(flow.cancels(), 0);
        // The journal says the same after a restart.
        flow.crash();
        flow.start();
        for (const cancel::TicketPtr &each : batch->tickets)
            QVERIFY(flow.stateOf(each->id) == TicketState::NotSent);
        QCOMPARE(flow.cancels(), 0);
    }

    // What could not be written has not been told either, and is told when there is room again.
    void aFillThatCannotBeWritten_isToldOnceItCan()
    {
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s});
        flow.plan(u"78"_s, R"("do":"drop_before")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        const QString open = flow.cancel(u"78"_s); // keeps the program watching
        EXPECT_STATE(flow, open, TicketState::Unknown);
        {
            const FullDisk full(flow);
            flow.market().fillKeepingStatus(*flow.market().book().find(u"77"_s), 40);
            flow.engine->desk.refresh();
            flow.run(5s);
            QVERIFY(flow.engine->texts.size() > 0);
            QVERIFY(flow.engine->alarms.filter(u"filled 40"_s).isEmpty());
        }
        QVERIFY(flow.runUntil([&] { return !flow.engine->alarms.filter(u"filled 40 more"_s).isEmpty(); }));
        QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"40"_s);
        flow.crash();
        flow.start();
        QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"40"_s);
    }

    void anAnswerThatCannotBeWritten_isUnknownUntilTheBookTells()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"delay","after_ms":1000)");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        QVERIFY(flow.runUntil([&] { return flow.cancels() == 1; }));
        {
            const FullDisk full(flow);
            flow.run(2500ms);
            QVERIFY2(flow.stateOf(id) == TicketState::Unknown, qPrintable(support::nameOf(flow.stateOf(id))));
            QVERIFY(!flow.engine->journal.isWritable());
        }
        EXPECT_STATE(flow, id, TicketState::Proved); // the journal is taken up again by itself
        QVERIFY(!flow.story(id).filter(u"receipt -> proved"_s).isEmpty() ||
                !flow.story(id).filter(u"-> proved"_s).isEmpty());
        QCOMPARE(flow.cancels(), 1);
        const auto verified = flow.engine->journal.verify();
        QVERIFY(verified && verified->ok);
    }

    void acknowledging_isKept()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"drop_before")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Unknown);
        cancel::CancelDesk &desk = flow.engine->desk.cancels();
        QVERIFY(!desk.acknowledge(id, u" "_s, u"called the broker"_s));
        QVERIFY(!desk.acknowledge(id, u"Asha"_s, {}));
        QVERIFY(desk.acknowledge(id, u"Asha"_s, u"called the broker"_s));
        QVERIFY(flow.stateOf(id) == TicketState::Acknowledged);
        QVERIFY(!desk.acknowledge(id, u"Asha"_s, u"again"_s));
        flow.crash();
        flow.start();
        QCOMPARE(flow.ticket(id)->acknowledgedBy, u"Asha: called the broker"_s);
        QVERIFY(flow.engine->desk.cancels().unresolved().empty());
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
        flow.engine->desk.refresh();
        EXPECT_STATE(flow, id, TicketState::Proved);
        QVERIFY(flow.ticket(id)->wasCorrected);
    }

    void anAcknowledgement_isNotForWhatIsProved()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        QVERIFY(!flow.engine->desk.cancels().acknowledge(id, u"Asha"_s, u"impatient"_s)); // still queued
        EXPECT_STATE(flow, id, TicketState::Proved);
        QVERIFY(!flow.engine->desk.cancels().acknowledge(id, u"Asha"_s, u"too late"_s));
        QVERIFY(!flow.engine->desk.cancels().acknowledge(u"nothing"_s, u"Asha"_s, u"no such"_s));
    }
};

QTEST_GUILESS_MAIN(TestCancelRestarts)
#include "test_cancel_restarts.moc"
