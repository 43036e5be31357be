// SPDX-License-Identifier: Apache-2.0
// The whole engine against the practice venue: desk, cancels, transport and a journal on disk on one side,
// real sockets between, and a venue that stands still but for what a test makes it do. Both live by one clock
// that the test turns; run() and runUntil() turn it while they serve the sockets.
#pragma once

#include "desk/desk.h"
#include "net/http_client.h"
#include "practice/practice_venue.h"
#include "support/manual_clock.h"
#include "vault/memory_store.h"

#include <QTemporaryDir>

namespace support {

using practice::Broker;

/// One run of the program on one config folder.
class Engine
{
public:
    Engine(ManualClock &clock, const QString &folder);
    ~Engine();

    void connectTo(practice::PracticeVenue &venue, const QStringList &names);
    [[nodiscard]] bool hasReadsUnderWay() const;
    /// From the next connection on.
    void trustAlso(const QList<QSslCertificate> &certificates);

    QStringList alarms;
    QStringList texts; // all that any signal said to people
    int changes = 0;
    base::Redactor redactor;
    journal::Journal journal;
    net::HttpClient http;
    vault::MemoryStore secrets;
    desk::ConnectionStore connections;
    desk::Desk desk;
    bool hasLine = false; // a socket that stays open, on which either side may speak first

private:
    [[nodiscard]] std::unique_ptr<venues::Venue> makeVenue(const venues::ConnectionProfile &profile);
    void listen();

    ManualClock &m_clock;
    QList<QSslCertificate> m_certificates;
};

struct FlowOptions
{
    bool isEncrypted = false;
    bool isLarge = false;        // lists so long that the program reads them on another thread
    bool polls = false;          // the program reads the lists by the clock too
    base::milliseconds step{25}; // by which time passes
    QStringList connections{QStringLiteral("pocketful")};
    practice::PracticeOptions venue = standingStill();

    static practice::PracticeOptions standingStill();
    /// With the APEX exchange as its only connection.
    static FlowOptions onApex();
};

class Flow
{
public:
    explicit Flow(FlowOptions options = {});
    ~Flow();

    // The venue's side
    [[nodiscard]] practice::Market &market(Broker broker = Broker::Pocketful)
    {
        return venue->market(broker);
    }
    /// A plain order for 100, open.
    static practice::PracticeOrder order(const QString &id, const QString &type = QStringLiteral("REGULAR"),
                                         const QString &leg = {});
    void place(const practice::PracticeOrder &order, Broker broker = Broker::Pocketful);
    void placeAll(const QStringList &ids, Broker broker = Broker::Pocketful);
    /// {"cancel": {id: fault}}; the fault without its braces.
    void plan(const QString &id, const QByteArray &fault);
    void plan(const QByteArray &json);
    [[nodiscard]] QString statusOf(const QString &id, const QString &leg = {},
                                   Broker broker = Broker::Pocketful);
    /// Requests of the method that reached the venue, of one order or of all.
    [[nodiscard]] int cancelsOf(const QString &id) const;
    [[nodiscard]] int cancels() const;
    [[nodiscard]] int reads(const QByteArray &list) const;
    /// A buy order for 1 BTC at the APEX exchange, open; its id.
    QString placeAtApex(const practice::ApexOrder &order = {});
    /// Calls of the function that reached the APEX gateway; of one order, or of all.
    [[nodiscard]] int calls(const QByteArray &function, const QString &orderId = {}) const;

    // The program's side
    /// Starts the program and waits until it has read both lists.
    void start();
    /// Ends it as a crash would: the journal stays as it is now. Call start() after.
    void crash();
    /// Ends it and starts it on the journal in another folder.
    void restartIn(const QString &folder);
    [[nodiscard]] std::vector<orders::OrderPtr> openRows() const;
    [[nodiscard]] orders::OrderPtr row(const QString &id, const QString &leg = {}) const;
    /// Asks for these rows with consent to whatever it does.
    base::Result<cancel::BatchResult> ask(const std::vector<orders::OrderPtr> &rows);
    /// Asks for one row, and returns its ticket's id.
    QString cancel(const QString &id, const QString &leg = {});
    [[nodiscard]] cancel::TicketPtr ticket(const QString &ticketId) const;
    [[nodiscard]] cancel::TicketState stateOf(const QString &ticketId) const
    {
        return ticket(ticketId)->state;
    }
    /// The journal's entries of one ticket, "kind" or "kind: text".
    [[nodiscard]] QStringList story(const QString &ticketId) const;

    // Time
    /// All of it at once: for a time in which nothing comes, as while a venue keeps silent.
    void jump(base::milliseconds time);
    /// Lets so much time pass for both sides.
    void run(base::milliseconds time);
    /// Until it holds; false when it does not within that time.
    [[nodiscard]] bool runUntil(const std::function<bool()> &holds,
                                base::milliseconds within = base::seconds(30));
    [[nodiscard]] bool runUntilState(const QString &ticketId, cancel::TicketState state,
                                     base::milliseconds within = base::seconds(30));
    /// Serves the sockets without any time passing.
    void settle();

    [[nodiscard]] QString folder() const { return m_folder; }

    ManualClock clock;
    std::unique_ptr<practice::PracticeVenue> venue;
    std::unique_ptr<Engine> engine;
    FlowOptions options;

private:
    void step(base::milliseconds time);
    void serve(base::milliseconds patience);
    void stop();
    [[nodiscard]] bool waitForEvent(base::milliseconds patience);

    QTemporaryDir m_dir;
    QString m_folder;
    int m_runs = 0;
    base::SystemClock m_realClock;
    QList<QSslCertificate> m_certificates;
};

[[nodiscard]] QString nameOf(cancel::TicketState state);

} // namespace support

/// Fails with the state that it is in.
#define EXPECT_STATE(flow, id, wanted)                                                                       \
    QVERIFY2((flow).runUntilState((id), (wanted)),                                                           \
             qPrintable(QStringLiteral("is ") + support::nameOf((flow).stateOf(id)) + QStringLiteral(": ") + \
                        (flow).story(id).join(QStringLiteral(" | "))))
