// SPDX-License-Identifier: Apache-2.0
#include "sim_run.h"

#include "sim_engine.h"

#include <QCoreApplication>
#include <QDir>

#include <filesystem>
#include <fstream>

namespace simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t stepsKept = 40;
constexpr int mostSteps = 3000;
// In memory where there is such a place: every commit of a journal waits for its disk.
QString folderTemplate()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/pullcord-sim-XXXXXX"_s;
}

} // namespace

SimRun::SimRun(const DayPlan &plan, Tally &tally)
    : m_plan(plan)
    , m_tally(tally)
    , m_dice(plan.seed)
    , m_agenda(m_clock)
    , m_market(m_agenda, m_dice, m_plan, m_clock.wall())
    , m_broker(m_agenda, m_dice, m_plan, m_market, tally)
    , m_model(m_clock, m_market, tally)
    , m_users(m_clock, m_dice, m_plan, tally)
    , m_rate(m_clock, m_plan.limits)
    , m_dir(folderTemplate())
    , m_folder(m_dir.path() + u"/run0"_s)
    , m_killsLeft(m_plan.kills)
    , m_diskLossesLeft(m_plan.diskLosses)
{
    QDir().mkpath(m_folder);
    while (m_market.count() < m_plan.orders)
        m_market.place();
}

SimRun::~SimRun()
{
    m_isDead = true; // what it does while it is taken apart concerns nobody
}

void SimRun::startEngine()
{
    m_isDead = false;
    m_disk.use(m_folder);
    m_doors.clear();
    m_rate.forget();
    m_engine = std::make_unique<SimEngine>(
        m_clock, [this](const venues::ConnectionProfile &profile) { return openDoor(profile); });
    desk::Desk &desk = m_engine->desk;
    QObject::connect(&desk.cancels(), &cancel::CancelDesk::ticketChanged, &desk,
                     [this](const cancel::TicketPtr &ticket) {
                         if (m_isDead || !m_engine)
                             return;
                         m_model.ticketChanged(ticket);
                         moment();
                     });
    QObject::connect(&desk.cancels(), &cancel::CancelDesk::alarmRaised, &desk,
                     [this](const cancel::TicketPtr &ticket) {
                         if (!m_isDead)
                             m_model.alarmRaised(ticket);
                     });
    if (const QString wrong = m_engine->open(m_folder, m_plan.doors); !wrong.isEmpty())
        qFatal("seed %llu: %s", static_cast<unsigned long long>(m_plan.seed), qPrintable(wrong));
    desk.start(true);
    m_market.onChange([this](int number) { tellChange(number); });
    m_market.onCancelRejected([this](int number) {
        for (const auto &door : m_doors) {
            if (door && !m_isDead)
                door->tellCancelRejected(m_market.order(number).fixed.key);
        }
    });
}

std::unique_ptr<SimVenue> SimRun::openDoor(const venues::ConnectionProfile &profile)
{
    auto made = std::make_unique<SimVenue>(m_clock, profile, m_plan, m_agenda, m_dice, m_broker,
                                           static_cast<Watcher &>(*this));
    SimVenue *venue = made.get();
    // Before the desk hears of it.
    QObject::connect(venue, &venues::Venue::listRead, venue, [this, venue](const venues::Reading &reading) {
        const bool isTaken = venue->isPrimary() && !m_disk.isAway() && m_engine->journal.isWritable();
        m_model.listRead(reading.listing, isTaken);
    });
    QObject::connect(venue, &venues::Venue::orderRead, venue,
                     [this](const venues::OrderAnswer &answer) { m_model.orderRead(answer); });
    QObject::connect(venue, &venues::Venue::tradesRead, venue,
                     [this, venue](const orders::TradeList &trades) {
                         if (venue->isPrimary())
                             m_tradesRead = m_clock.wall() - std::chrono::duration_cast<base::milliseconds>(
                                                                 m_clock.monotonic() - trades.began);
                     });
    m_doors.emplace_back(venue);
    return made;
}

void SimRun::tellChange(int order)
{
    const SimOrder &changed = m_market.order(order);
    for (const auto &door : m_doors) {
        if (door && !m_isDead && changed.hiddenFill == 0)
            door->tellChange(changed.revisions.back());
    }
    m_model.orderChanged(order);
}

int SimRun::handOver(const SimVenue &door, const venues::CancelRequest &request)
{
    // The doors' limiters count for themselves here: no file joins them.
    if (std::exchange(m_sender, &door) != &door)
        m_rate.forget();
    if (!m_rate.take(request.segment))
        m_model.fail(u"more requests left in a second than one lane may send"_s);
    if (m_plan.diskLosses > 0)
        checkOnDisk(request.key);
    return m_model.handOver(request.key, m_engine->desk.order(request.key));
}

// What leaves stands in the journal already, as "sending".
void SimRun::checkOnDisk(const orders::OrderKey &key)
{
    const orders::OrderPtr shown = m_engine->desk.order(key);
    const cancel::TicketPtr ticket = shown ? m_engine->desk.cancels().ticketOf(*shown) : nullptr;
    const auto rows = ticket ? m_engine->journal.ofTicket(ticket->id) : std::vector<journal::Row>();
    const bool isWritten = rows && std::any_of(rows->begin(), rows->end(), [](const journal::Row &row) {
                               return row.entry.kind == "sending"_L1;
                           });
    if (!isWritten)
        m_model.fail(u"a request left for %1, and its sending is not on disk"_s.arg(key.toText()));
}

void SimRun::askedForList(orders::ListKind kind, net::RequestClass why)
{
    if (why == net::RequestClass::Proof)
        m_proofAsked[kind] = m_clock.monotonic();
}

// Each time that the program touches the world outside of it, it may have been the last.
void SimRun::moment()
{
    if (!m_isDead && m_momentsOfDisk >= 0 && m_momentsOfDisk-- == 0)
        loseDisk();
    if (m_isDead || m_momentsLeft < 0 || m_momentsLeft-- > 0)
        return;
    die();
}

void SimRun::loseDisk()
{
    m_tally.count("journal out of reach");
    m_disk.takeAway();
    m_model.forgetReads(); // it cannot tell what it cannot write
    m_agenda.in(m_dice.time(1, m_dice.chance(200) ? 20'000 : 1500), [this] { m_disk.giveBack(); });
}

void SimRun::die()
{
    m_isDead = true;
    m_disk.giveBack();
    m_momentsLeft = -1;
    copyJournal();
}

// As the disk has it at this very instant. After a power cut the end of the log may hold what was never
// committed.
void SimRun::copyJournal()
{
    const QString next = m_dir.path() + u"/run"_s + QString::number(++m_runs);
    std::filesystem::copy(m_folder.toStdString(), next.toStdString(),
                          std::filesystem::copy_options::recursive);
    const bool isPowerCut = m_dice.chance(300);
    m_tally.count(isPowerCut ? "power cut" : "kill");
    if (!isPowerCut)
        return;
    for (const auto &file : std::filesystem::directory_iterator(next.toStdString())) {
        const std::string name = file.path().filename().string();
        if (name.ends_with("-shm"))
            std::filesystem::remove(file.path());
        if (!name.ends_with("-wal"))
            continue;
        std::ofstream log(file.path(), std::ios::binary | std::ios::app);
        for (int i = m_dice.below(9000); i > 0; --i)
            log.put(static_cast<char>(m_dice.below(256)));
    }
}

void SimRun::buryAndRestart()
{
    m_engine.reset();
    std::filesystem::remove_all(m_folder.toStdString());
    m_folder = m_dir.path() + u"/run"_s + QString::number(m_runs);
    pass(m_dice.time(10, m_dice.chance(200) ? 60'000 : 4000));
    startEngine();
    m_model.restarted(m_engine->desk.cancels(), today(), m_engine->journal.isWritable());
    m_steps.push_back(u"--- the program has died and was started again"_s);
}

void SimRun::pass(base::milliseconds time)
{
    m_clock.advance(time);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void SimRun::step()
{
    ++m_stepCount;
    QString did;
    if (m_dice.chance(400))
        did = m_users.act(m_engine->desk);
    for (int i = m_dice.below(m_plan.life + 1); i > 0; --i)
        did += u"; "_s + m_market.live();
    m_broker.maybeFail();
    if (m_dice.chance(300))
        SimUsers::signInAgain(m_engine->desk);
    if (m_killsLeft > 0 && m_momentsLeft < 0 && m_dice.chance(15 * m_killsLeft)) {
        --m_killsLeft;
        m_momentsLeft = m_dice.below(m_dice.chance(500) ? 400 : 20);
    }
    if (m_diskLossesLeft > 0 && m_momentsOfDisk < 0 && m_dice.chance(20)) {
        --m_diskLossesLeft;
        m_momentsOfDisk = m_dice.below(m_dice.chance(500) ? 400 : 20);
    }
    const base::milliseconds time = m_dice.time(5, m_dice.chance(80) ? 6000 : 500);
    m_steps.push_back(u"%1: %2; %3 ms"_s.arg(m_stepCount).arg(did).arg(time.count()));
    while (m_steps.size() > stepsKept)
        m_steps.pop_front();
    pass(time);
    if (m_isDead)
        buryAndRestart();
    check();
}

void SimRun::check()
{
    m_model.checkCorrections();
    if (m_stepCount % 16 == 0 && m_model.wrong().isEmpty())
        m_model.checkAll(m_engine->desk.cancels());
}

QString SimRun::live()
{
    startEngine();
    pass(2s);
    const int night = m_plan.hasNight ? m_dice.between(1, 60) : 0;
    const int lull = m_plan.signInLasts > 0ms ? m_dice.between(5, 40) : 0;
    while (m_model.tickets() < m_plan.cancels && m_stepCount < mostSteps && m_model.wrong().isEmpty()) {
        step();
        if (m_stepCount == night)
            spendNight();
        if (m_stepCount == lull)
            awaitEndOfSignIn();
    }
    if (m_model.wrong().isEmpty())
        calmDown();
    if (m_model.wrong().isEmpty())
        m_model.checkJournal(m_engine->journal);
    const auto verified = m_engine->journal.verify();
    m_model.countEnds();
    if (m_model.wrong().isEmpty() && m_disk.wasBegunAnew())
        return u"a new journal was begun while the old one was out of reach"_s;
    if (m_model.wrong().isEmpty() && !(verified && verified->ok))
        return u"the journal is broken"_s;
    return m_model.wrong();
}

QStringList SimRun::story() const
{
    QStringList lines(m_steps.begin(), m_steps.end());
    const QString ticket = m_model.wrongTicket();
    if (ticket.isEmpty())
        return lines;
    const auto rows = m_engine->journal.ofTicket(ticket);
    for (const journal::Row &row : rows.value_or(std::vector<journal::Row>()))
        lines << u"journal %1, %2 ms: %3: %4"_s.arg(row.seq)
                     .arg(std::chrono::duration_cast<base::milliseconds>(row.monotonic).count())
                     .arg(row.entry.kind, row.entry.text);
    if (m_model.orderOf(ticket) >= 0)
        lines += m_market.story(m_model.orderOf(ticket));
    return lines;
}

DayResult liveDay(std::uint64_t seed, Tally &tally)
{
    SimRun run(planDay(seed), tally);
    DayResult result;
    result.wrong = run.live();
    if (!result.wrong.isEmpty())
        result.story = run.story();
    result.tickets = run.tickets();
    result.arrivals = run.arrivals();
    return result;
}

} // namespace simulation
