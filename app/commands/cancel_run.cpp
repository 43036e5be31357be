// SPDX-License-Identifier: Apache-2.0
#include "commands/cancel_run.h"

#include "cancel/reasons.h"
#include "commands/key_argument.h"
#include "commands/row_order.h"

#include <QHash>

#include <algorithm>

namespace commands {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A cancel of somebody else's has no ticket here that would read the lists for it.
constexpr base::milliseconds watchEvery = 2500ms;

QString shownWords(const desk::CancelPlan &plan)
{
    QStringList lines;
    for (const desk::PlannedCancel &each : plan.orders) {
        if (each.isChosen)
            lines << u"%1: %2 %3 of %4 %5"_s.arg(orders::effectName(each.effect), each.row->sideText,
                                                 each.row->remaining().toText(), each.row->symbol,
                                                 each.row->orderId);
    }
    return lines.join(u'\n');
}

QString whyOf(const base::Error &error)
{
    switch (error.kind) {
    case base::ErrorKind::Storage:
        return cancel::reasons::journal;
    case base::ErrorKind::Busy:
        return u"busy"_s;
    case base::ErrorKind::Network:
        return u"handed_over"_s;
    default:
        return u"failed"_s;
    }
}

} // namespace

CancelRun::CancelRun(Engine &engine, const CancelWish &wish)
    : m_engine(engine)
    , m_wish(wish)
    , m_askedAt(engine.now())
    , m_sender(CancelSender::make(engine))
    , m_watch(engine.desk().clock(), [this] { watchAgain(); })
{
    cancel::CancelDesk &cancels = engine.desk().cancels();
    QObject::connect(&cancels, &cancel::CancelDesk::ticketChanged, &engine.waiting(), &Waiting::look);
}

base::Status CancelRun::choose()
{
    std::vector<orders::OrderPtr> rows = m_engine.desk().orders();
    sortRows(rows);
    const desk::KeyIndex keys(rows);
    if (m_wish.isByName()) {
        if (const auto chosen = chooseByName(keys); !chosen)
            return chosen;
    } else {
        chooseByFilter(rows, keys);
    }
    std::vector<orders::OrderKey> wanted;
    for (const Item &item : m_items) {
        if (item.row)
            wanted.push_back(item.row->key);
    }
    m_plan = m_engine.desk().planCancel(wanted);
    QHash<orders::OrderKey, std::size_t> places;
    for (std::size_t i = 0; i < m_plan.orders.size(); ++i)
        places.insert(m_plan.orders[i].row->key, i);
    for (Item &item : m_items) {
        if (!item.row)
            continue;
        if (const auto place = places.constFind(item.row->key); place != places.cend())
            plan(item, *place);
        else
            item.end = withoutRequest(Outcome::NotSent, cancel::reasons::noConnection, m_askedAt);
    }
    return {};
}

base::Status CancelRun::chooseByName(const desk::KeyIndex &keys)
{
    QStringList problems;
    QHash<orders::OrderKey, bool> taken;
    for (const desk::KeyText &key : m_wish.keys) {
        const FoundOrder found = findOrder(m_engine, keys, key);
        if (found.isBookMissing) {
            addMissing(key);
        } else if (!found.row) {
            problems << found.problem;
        } else if (!taken.contains(found.row->key)) {
            taken.insert(found.row->key, true);
            Item item;
            item.key = keys.textOf(*found.row);
            item.row = found.row;
            m_items.push_back(std::move(item));
        }
    }
    if (!problems.isEmpty())
        return base::failure(base::ErrorKind::Usage, problems.join(u'\n'));
    return {};
}

void CancelRun::addMissing(const desk::KeyText &key)
{
    const auto book = m_engine.book(key.connection);
    const bool isSignedOut = book && book->isSignedOut;
    Item item;
    item.key = key.toText();
    item.end = withoutRequest(
        Outcome::NotSent, isSignedOut ? QString(cancel::reasons::signedOut) : u"book_failed"_s, m_askedAt);
    // Where its book is missing nobody can say whether there is such an order to be sent.
    item.end->exitCode = isSignedOut ? ExitCode::NotSent : ExitCode::BookFailed;
    m_items.push_back(std::move(item));
}

void CancelRun::chooseByFilter(const std::vector<orders::OrderPtr> &rows, const desk::KeyIndex &keys)
{
    for (const orders::OrderPtr &row : rows) {
        if (!row->isAlive() || !m_wish.filter.matches(*row, m_askedAt))
            continue;
        Item item;
        item.key = keys.textOf(*row);
        item.row = row;
        m_items.push_back(std::move(item));
    }
}

void CancelRun::plan(Item &item, std::size_t index)
{
    desk::PlannedCancel &planned = m_plan.orders[index];
    item.row = planned.row;
    item.planned = index;
    planned.isChosen = false;
    // What the holder has under way it knows best.
    const bool joinsAtHolder = m_engine.holder() && planned.joinsTicket;
    if (planned.obstacleWord == "being_cancelled"_L1 && !joinsAtHolder) {
        item.isWatched = true;
        const cancel::TicketPtr ticket = m_engine.desk().cancels().ticketOf(*planned.row);
        if (ticket && planned.joinsTicket)
            item.watchedTicket = ticket->id;
    } else if (planned.obstacleWord == "final"_L1) {
        item.end = resultOf(*planned.row, m_askedAt, {});
    } else if (!planned.isPossible && !joinsAtHolder) {
        item.end = withoutRequest(Outcome::NotSent, planned.obstacleWord, m_askedAt);
        item.end->detail = planned.obstacle;
    } else if (orders::needsConsent(planned.effect) && !m_wish.allowsTrade) {
        item.end = withoutRequest(Outcome::Skipped, u"needs_consent"_s, m_askedAt);
        item.end->exitCode = m_wish.isByName() ? ExitCode::NotSent : ExitCode::Good;
    } else {
        item.isChosen = true;
        planned.isChosen = true;
    }
    if (item.end) {
        item.end->effect = orders::effectName(planned.effect);
        item.end->filled = planned.row->filled;
    }
}

void CancelRun::endAsDryRun()
{
    for (Item &item : m_items) {
        QString would = u"nothing"_s;
        if (item.isChosen)
            would = m_plan.orders[item.planned].request;
        else if (item.end && item.end->why == "needs_consent"_L1)
            would = u"nothing without --allow-trade"_s;
        CancelResult result = withoutRequest(Outcome::Skipped, u"dry run: %1"_s.arg(would), m_askedAt);
        if (item.row) {
            result.filled = item.row->filled;
            result.effect = orders::effectName(item.row->effect);
        } else {
            result.why = item.end->why;
            result.exitCode = item.end->exitCode;
        }
        item.end = std::move(result);
    }
}

void CancelRun::endAll(Outcome outcome, const QString &why, const QString &detail)
{
    for (Item &item : m_items) {
        if (item.end)
            continue;
        item.end = withoutRequest(outcome, why, m_askedAt);
        item.end->filled = item.row->filled;
        item.end->effect = orders::effectName(item.row->effect);
        item.end->detail = detail;
    }
}

base::Status CancelRun::send(const QString &given)
{
    cancel::Consent consent;
    consent.given = given;
    consent.shown = shownWords(m_plan);
    consent.locale = u"C"_s;
    const auto batch = m_sender->send(m_plan, consent);
    if (!batch)
        return base::failure(batch.error());
    m_batch = *batch;
    for (Item &item : m_items)
        item.isSent = item.isChosen;
    return {};
}

void CancelRun::sendAndWait(const QString &given)
{
    if (hasSomethingToSend()) {
        if (const auto sent = send(given); !sent) {
            const bool isUnknown = sent.error().kind == base::ErrorKind::Network;
            const QString who = m_engine.holder().value_or(QString());
            const QString detail =
                who.isEmpty() ? sent.error().text : u"%1: %2"_s.arg(who, sent.error().text);
            return endAll(isUnknown ? Outcome::Unresolved : Outcome::NotSent, whyOf(sent.error()), detail);
        }
    }
    watchAgain();
    const WaitEnd waitEnd =
        m_engine.waiting().until([this] { return isOver() || m_sender->isCutOff(); }, m_wish.timeout);
    m_watch.stop();
    const bool isDone = waitEnd == WaitEnd::Done && isOver();
    const bool hasStopped = isDone || m_batch.isEmpty() || m_sender->stop();
    const QString word =
        waitEnd == WaitEnd::Interrupted ? cancel::reasons::stopped : cancel::reasons::timedOut;
    for (Item &item : m_items) {
        if (!item.end)
            end(item, word, hasStopped);
    }
}

void CancelRun::watchAgain()
{
    const bool isNeeded = std::any_of(m_items.begin(), m_items.end(), [this](const Item &item) {
        return item.isWatched && item.watchedTicket.isEmpty() && !isOver(item);
    });
    if (!isNeeded)
        return;
    m_engine.desk().refresh();
    m_watch.start(watchEvery);
}

cancel::TicketPtr CancelRun::ticketOf(const Item &item) const
{
    return item.isSent ? m_sender->ticketOf(item.row->key)
                       : m_engine.desk().cancels().ticket(item.watchedTicket);
}

bool CancelRun::isOver(const Item &item) const
{
    if (item.end)
        return true;
    if (item.isSent || !item.watchedTicket.isEmpty()) {
        const cancel::TicketPtr ticket = ticketOf(item);
        return ticket && isSettled(*ticket);
    }
    const orders::OrderPtr row = m_engine.desk().order(item.row->key);
    return row && row->state != orders::OrderState::BeingCancelled;
}

bool CancelRun::isOver() const
{
    return std::all_of(m_items.begin(), m_items.end(), [this](const Item &item) { return isOver(item); });
}

void CancelRun::end(Item &item, const QString &endOfWait, bool hasStopped)
{
    const cancel::TicketPtr ticket = ticketOf(item);
    const bool mayYetLeave =
        item.isSent && !hasStopped && (!ticket || ticket->state == cancel::TicketState::Queued);
    if (mayYetLeave) {
        item.end = withoutRequest(Outcome::Unresolved, endOfWait, m_askedAt);
        item.end->detail = u"the program that holds the engine has it, and has not said what became of it"_s;
        return;
    }
    if (ticket) {
        item.end = resultOf(*ticket, endOfWait);
        return;
    }
    const orders::OrderPtr row = m_engine.desk().order(item.row->key);
    item.end = resultOf(row ? *row : *item.row, m_askedAt, endOfWait);
}

std::vector<CancelResult> CancelRun::results() const
{
    std::vector<CancelResult> results;
    for (const Item &item : m_items) {
        results.push_back(item.end.value_or(CancelResult()));
        results.back().key = item.key;
    }
    return results;
}

} // namespace commands
