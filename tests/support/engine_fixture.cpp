// SPDX-License-Identifier: Apache-2.0
#include "support/engine_fixture.h"

#include "support/busy_threads.h"
#include "support/self_signed.h"

#include <QCoreApplication>
#include <QDir>

namespace support {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Made once: every run of openssl takes its time.
const SelfSigned &certificateOfTests()
{
    static const SelfSigned made = makeSelfSigned();
    return made;
}

QSslConfiguration encryption()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(certificateOfTests().certificate);
    tls.setPrivateKey(certificateOfTests().key);
    return tls;
}

// In memory where there is such a place: every commit of a journal waits for its disk.
QString folderTemplate()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/pullcord-flow-XXXXXX"_s;
}

} // namespace

QString nameOf(cancel::TicketState state)
{
    return cancel::stateName(state);
}

practice::PracticeOptions FlowOptions::standingStill()
{
    practice::PracticeOptions options;
    options.still = true;
    options.orders = 0;
    return options;
}

FlowOptions FlowOptions::onApex()
{
    FlowOptions options;
    options.connections = {u"apex"_s};
    options.venue.apexConnection = true;
    options.step = 100ms;
    return options;
}

Flow::Flow(FlowOptions given)
    : options(std::move(given))
    , m_dir(folderTemplate())
{
    if (options.isEncrypted) {
        options.venue.tls = encryption();
        m_certificates = {certificateOfTests().certificate};
    }
    venue = std::make_unique<practice::PracticeVenue>(clock, options.venue);
    if (const auto started = venue->start(); !started)
        qFatal("%s", qPrintable(started.error().text));
    m_folder = m_dir.path();
}

Flow::~Flow()
{
    engine.reset(); // it writes into the folder to the last
}

practice::PracticeOrder Flow::order(const QString &id, const QString &type, const QString &leg)
{
    static const practice::Instruments instruments(QDate(2024, 3, 15));
    practice::PracticeOrder order;
    order.instrument = instruments.find(u"IDEA-EQ"_s);
    order.orderId = id;
    order.executionType = type;
    order.leg = leg;
    order.quantity = 100;
    order.price = 1190;
    return order;
}

void Flow::place(const practice::PracticeOrder &order, Broker broker)
{
    market(broker).addOrder(order);
}

void Flow::placeAll(const QStringList &ids, Broker broker)
{
    for (const QString &id : ids)
        place(order(id), broker);
}

void Flow::plan(const QString &id, const QByteArray &fault)
{
    plan(R"({"cancel":{")" + id.toUtf8() + R"(":{)" + fault + "}}}");
}

void Flow::plan(const QByteArray &json)
{
    if (const auto set = venue->setFaults(json); !set)
        qFatal("%s: %s", json.constData(), qPrintable(set.error().text));
}

QString Flow::statusOf(const QString &id, const QString &leg, Broker broker)
{
    const practice::PracticeOrder *found = market(broker).book().find(id, leg);
    return found ? found->status : QString();
}

int Flow::cancelsOf(const QString &id) const
{
    const auto &all = venue->arrivals().arrivals();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const practice::Arrival &each) {
        return each.method == "DELETE" && each.path.contains('/' + id.toUtf8().toPercentEncoding());
    }));
}

int Flow::cancels() const
{
    const auto &all = venue->arrivals().arrivals();
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [](const practice::Arrival &each) { return each.method != "GET"; }));
}

int Flow::reads(const QByteArray &list) const
{
    const auto &all = venue->arrivals().arrivals();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const practice::Arrival &each) {
        return each.method == "GET" && (each.path + '?' + each.query).contains(list);
    }));
}

QString Flow::placeAtApex(const practice::ApexOrder &order)
{
    practice::ApexOrder made = order;
    if (!made.instrument)
        made.instrument = venue->apex().instrument(u"BTC-USD"_s);
    if (made.price == "0")
        made.price = "19010";
    return QString::number(venue->apex().add(made).orderId);
}

int Flow::calls(const QByteArray &function, const QString &orderId) const
{
    const auto &all = venue->arrivals().arrivals();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const practice::Arrival &each) {
        return each.method == "WS" && each.path.endsWith('/' + function) &&
               (orderId.isEmpty() || each.orderId == orderId);
    }));
}

void Flow::start()
{
    engine = std::make_unique<Engine>(clock, m_folder);
    if (!m_certificates.isEmpty())
        engine->trustAlso(m_certificates);
    engine->connectTo(*venue, options.connections);
    engine->desk.start(options.polls);
    const bool isReady = runUntil([this] {
        const auto views = engine->desk.connections();
        return std::all_of(views.begin(), views.end(),
                           [](const desk::ConnectionView &view) { return view.bookAge.has_value(); });
    });
    if (!isReady)
        qFatal("The program did not read its lists: %s", qPrintable(engine->texts.join(u' ')));
}

void Flow::crash()
{
    const QString next = m_dir.filePath(u"run%1"_s.arg(++m_runs));
    QDir().mkpath(next);
    // The page, its companion, what was sealed before it, the anchor: all but what SQLite makes anew.
    const QStringList names = QDir(m_folder).entryList({u"journal*"_s}, QDir::Files);
    for (const QString &name : names) {
        if (!name.endsWith("-shm"_L1))
            QFile::copy(m_folder + u'/' + name, next + u'/' + name);
    }
    stop(); // what the old program still does when it is taken apart goes into the old file
    m_folder = next;
}

void Flow::restartIn(const QString &folder)
{
    stop();
    m_folder = folder;
    start();
}

void Flow::stop()
{
    engine.reset();
    settle();
}

std::vector<orders::OrderPtr> Flow::openRows() const
{
    std::vector<orders::OrderPtr> rows = engine->desk.orders();
    std::erase_if(rows, [](const orders::OrderPtr &row) { return !row->isAlive(); });
    return rows;
}

orders::OrderPtr Flow::row(const QString &id, const QString &leg) const
{
    for (const orders::OrderPtr &each : engine->desk.withOrderId(id)) {
        if (each->leg == leg)
            return each;
    }
    return nullptr;
}

base::Result<cancel::BatchResult> Flow::ask(const std::vector<orders::OrderPtr> &rows)
{
    std::vector<orders::OrderKey> keys;
    for (const orders::OrderPtr &each : rows)
        keys.push_back(each->key);
    desk::CancelPlan plan = engine->desk.planCancel(keys);
    for (desk::PlannedCancel &each : plan.orders)
        each.isChosen = true;
    cancel::Consent consent;
    consent.given = u"test"_s;
    return engine->desk.cancelOrders(plan, consent);
}

QString Flow::cancel(const QString &id, const QString &leg)
{
    const orders::OrderPtr found = row(id, leg);
    if (!found)
        qFatal("No order %s %s", qPrintable(id), qPrintable(leg));
    const auto batch = ask({found});
    if (!batch)
        qFatal("%s", qPrintable(batch.error().text));
    return batch->tickets.at(0)->id;
}

cancel::TicketPtr Flow::ticket(const QString &ticketId) const
{
    const cancel::TicketPtr found = engine->desk.cancels().ticket(ticketId);
    if (!found)
        qFatal("No ticket %s", qPrintable(ticketId));
    return found;
}

QStringList Flow::story(const QString &ticketId) const
{
    QStringList told;
    const auto rows = engine->journal.ofTicket(ticketId);
    for (const journal::Row &each : *rows)
        told << each.entry.kind + u": "_s + each.entry.text;
    return told;
}

void Flow::jump(base::milliseconds time)
{
    constexpr base::milliseconds most = 5s; // less than any request may take
    settle();
    for (base::milliseconds left = time; left > 0ms; left -= most) {
        clock.advance(std::min(left, most));
        settle();
    }
}

void Flow::run(base::milliseconds time)
{
    step(0ms);
    for (base::milliseconds left = time; left > 0ms; left -= options.step)
        step(std::min(left, options.step));
}

bool Flow::runUntil(const std::function<bool()> &holds, base::milliseconds within)
{
    step(0ms);
    for (base::milliseconds passed{0}; passed <= within; passed += options.step) {
        if (holds())
            return true;
        step(options.step);
    }
    return holds();
}

bool Flow::runUntilState(const QString &ticketId, cancel::TicketState state, base::milliseconds within)
{
    return runUntil([&] { return stateOf(ticketId) == state; }, within);
}

void Flow::settle()
{
    serve(100ms);
}

void Flow::step(base::milliseconds time)
{
    clock.advance(time);
    serve(3ms);
}

// Until no answer is awaited, or nothing has come for so long: then the venue keeps it back.
void Flow::serve(base::milliseconds patience)
{
    QCoreApplication::processEvents();
    clock.advance(0ms);
    const bool awaitsAnswers = engine && engine->hasReadsUnderWay();
    while (engine && engine->hasReadsUnderWay() && waitForEvent(patience))
        clock.advance(0ms);
    // A thread of the program's own reads what has come, and nobody but itself knows how far it is.
    while (awaitsAnswers && options.isLarge && waitForEvent(30ms))
        clock.advance(0ms);
    // On a line that stays open nobody knows whether more will come: a moment of silence has to do.
    while (engine && engine->hasLine && waitForEvent(std::min<base::milliseconds>(patience, 4ms)))
        clock.advance(0ms);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
    clock.advance(0ms);
}

// False once nothing has come for so long, and that was for no lack of a processor: ours, or that of another
// thread, as Qt's for the network, which could still bring something.
bool Flow::waitForEvent(base::milliseconds patience)
{
    static constexpr base::milliseconds mostPatience = 5s;
    const base::MonoTime began = m_realClock.monotonic();
    bool isLate = true;
    for (base::MonoTime now = began; isLate && now - began < mostPatience;) {
        bool isOver = false;
        base::Timer wakeUp(m_realClock, [&isOver] { isOver = true; });
        wakeUp.start(patience);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (!isOver)
            return true;
        const base::MonoTime before = std::exchange(now, m_realClock.monotonic());
        isLate = now - before > patience + 1ms || areOtherThreadsBusy();
    }
    return false;
}

} // namespace support
