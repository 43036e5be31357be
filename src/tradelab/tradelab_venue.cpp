// SPDX-License-Identifier: Apache-2.0
#include "tradelab/tradelab_venue.h"

#include "net/http_call.h"
#include "net/http_dates.h"
#include "tradelab/cancel_codec.h"
#include "tradelab/envelope.h"

#include <QPointer>

namespace tradelab {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using orders::ListKind;
using venues::CancelAnswer;

namespace {

orders::Account accountOf(const venues::ConnectionProfile &profile, const QString &clientId)
{
    return {profile.environment(), u"tradelab"_s, venues::hostOf(profile.url), {}, clientId};
}

// Before the broker has said whose account it is, the connection's own name has to tell budgets apart.
QString budgetName(const venues::ConnectionProfile &profile)
{
    return accountOf(profile, profile.clientId.isEmpty() ? u'@' + profile.name : profile.clientId)
        .canonical();
}

// Hands the answer of one HTTP write on as a CancelAnswer.
class TradelabCancel : public venues::CancelExchange
{
public:
    TradelabCancel(net::HttpCall *call, QString orderId, const base::Redactor &redactor, QObject *owner,
                   std::function<void(const CancelAnswer &, const net::HttpResult &)> inspect)
        : CancelExchange(owner)
    {
        connect(call, &net::HttpCall::finished, this,
                [this, orderId, &redactor, inspect = std::move(inspect)](const net::HttpResult &result) {
                    const CancelAnswer answer = classifyAnswer(result, orderId, redactor);
                    inspect(answer, result);
                    Q_EMIT answered(answer);
                    deleteLater();
                });
    }
};

} // namespace

TradelabVenue::TradelabVenue(const Dialect &dialect, venues::ConnectionProfile profile, base::Clock &clock,
                             base::Redactor &redactor, net::HttpClient &http, net::RequestLedger *ledger,
                             QObject *parent)
    : Venue(parent)
    , m_dialect(dialect)
    , m_profile(std::move(profile))
    , m_redactor(redactor)
    , m_http(http)
    , m_requests(dialect, m_profile.url)
    , m_limiter(clock, dialect.limits, budgetName(m_profile), ledger)
    , m_queue(clock, http, m_limiter)
    , m_session(dialect, m_profile, clock, redactor, m_queue, m_requests)
    , m_pending(requestsFor(ListKind::Pending, "pending"_L1))
    , m_completed(requestsFor(ListKind::Completed, "completed"_L1))
    , m_poller(clock, dialect, [this](ListKind kind) { readList(kind, net::RequestClass::Poll); })
{
    connect(&m_session, &TradelabSession::stateChanged, this, &Venue::stateChanged);
    connect(&m_session, &TradelabSession::signedIn, this, [this] { beginSession(); });
    connect(&m_queue, &ReadQueue::answered, this,
            [this](const net::HttpResult &result) { compareClocks(result); });
    connectReader(m_pending, ListKind::Pending);
    connectReader(m_completed, ListKind::Completed);
}

TradelabVenue::~TradelabVenue() = default;

venues::ListRequests TradelabVenue::requestsFor(ListKind kind, QLatin1StringView type)
{
    return listRequests(
        kind, m_queue, [this, type] { return listRequest(type); }, [this] { return context(); },
        [this](const base::Error &error, const net::HttpResult &result) { noteFailure(error, result); });
}

void TradelabVenue::connectReader(venues::ListReader &reader, ListKind kind)
{
    connect(&reader, &venues::ListReader::listRead, this,
            [this](const venues::Reading &reading) { takeReading(reading); });
    connect(&reader, &venues::ListReader::failed, this, [this, kind](const base::Error &error) {
        m_poller.reportFailure();
        base::Error shown = error;
        shown.venueText = m_redactor.redacted(shown.venueText);
        Q_EMIT listFailed(kind, shown);
    });
}

orders::Account TradelabVenue::account() const
{
    const QString confirmed = m_session.clientId();
    return accountOf(m_profile, confirmed.isEmpty() ? m_profile.clientId : confirmed);
}

void TradelabVenue::signIn(const base::Secret &secret)
{
    m_pending.reset();
    m_completed.reset();
    m_session.signIn(secret);
}

void TradelabVenue::stop()
{
    m_poller.setOn(false);
    m_pending.reset();
    m_completed.reset();
    m_session.stop();
}

void TradelabVenue::beginSession()
{
    m_limiter.setAccount(account().canonical());
    for (const ListKind kind : lists())
        readList(kind, net::RequestClass::Refresh);
}

void TradelabVenue::readList(ListKind kind, net::RequestClass why)
{
    if (!m_session.isIdentified() || state() == venues::VenueState::SignedOut)
        return;
    (kind == ListKind::Completed ? m_completed : m_pending).read(why);
}

std::vector<ListKind> TradelabVenue::lists() const
{
    return {ListKind::Pending, ListKind::Completed};
}

void TradelabVenue::readOrder(const orders::OrderPtr &order, net::RequestClass why)
{
    if (!m_requests.hasCredentials())
        return;
    const QString path =
        u"/order/%1/history"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(order->orderId)));
    const QString query = u"client_id="_s + QString::fromLatin1(QUrl::toPercentEncoding(order->account));
    m_queue.submit(
        why, [this, path, query] { return m_requests.get(path, query); },
        [this, order](const net::HttpResult &result) { takeHistory(order, result); });
}

void TradelabVenue::readTrades(net::RequestClass why)
{
    if (!m_session.isIdentified() || state() == venues::VenueState::SignedOut)
        return;
    m_queue.submit(
        why, [this] { return m_requests.get(u"/trades"_s, clientQuery()); },
        [this](const net::HttpResult &result) { takeTrades(result); });
}

void TradelabVenue::setPolling(bool on)
{
    m_poller.setOn(on);
}

void TradelabVenue::suspendPolls(bool suspended)
{
    m_limiter.setBatchRunning(suspended);
    m_poller.setSuspended(suspended);
    m_queue.reconsider();
}

base::Result<venues::CancelRequest> TradelabVenue::prepareCancel(const orders::Order &order) const
{
    auto request = cancelRequest(order, m_dialect, account());
    if (request)
        request->authHeaders = m_requests.authHeaderNames();
    return request;
}

venues::CancelExchange *TradelabVenue::sendCancel(const venues::CancelRequest &request, QObject *owner)
{
    m_limiter.take(net::RequestClass::Write, request.segment);
    net::HttpCall *call = m_http.write(m_requests.cancel(request), owner);
    return new TradelabCancel(
        call, request.key.orderId, m_redactor, owner,
        [venue = QPointer(this)](const CancelAnswer &answer, const net::HttpResult &result) {
            if (venue && answer.answer == venues::AnswerClass::NotTaken)
                venue->noteFailure(answer.error, result);
        });
}

void TradelabVenue::takeReading(const venues::Reading &reading)
{
    m_session.reportReachable();
    m_poller.reportSuccess();
    Q_EMIT listRead(reading);
    // What left the open list has gone somewhere: see where, once, instead of guessing.
    if (reading.listing->kind == ListKind::Pending && !reading.delta.vanished.empty())
        readList(ListKind::Completed, net::RequestClass::Poll);
}

void TradelabVenue::noteFailure(const base::Error &error, const net::HttpResult &result)
{
    if (error.kind == ErrorKind::SignedOut) {
        m_session.reportSignedOut(error);
    } else if (error.kind == ErrorKind::Throttled) {
        m_limiter.pauseFor(net::retryAfter(result));
    } else if (result.outcome != net::HttpOutcome::Answered) {
        m_session.reportUnreachable(error);
    }
}

void TradelabVenue::takeHistory(const orders::OrderPtr &order, const net::HttpResult &result)
{
    if (result.outcome != net::HttpOutcome::Answered) {
        noteFailure(result.error, result);
        Q_EMIT orderReadFailed(order->key, result.error);
        return;
    }
    const auto revisions = readOrderHistory(result.body, contextOf(ListKind::History, result), *order);
    venues::OrderAnswer answer{order->key, false, {}, result.began, result.ended, ListKind::History};
    if (revisions) {
        answer.rows = *revisions;
        answer.notFound = answer.rows.empty();
        Q_EMIT orderRead(answer);
        return;
    }
    base::Error error = revisions.error();
    error.venueText = m_redactor.redacted(error.venueText);
    if (error.venueText.contains("not found"_L1, Qt::CaseInsensitive) || result.status == 404) {
        answer.notFound = true;
        Q_EMIT orderRead(answer);
        return;
    }
    noteFailure(error, result);
    Q_EMIT orderReadFailed(order->key, error);
}

void TradelabVenue::takeTrades(const net::HttpResult &result)
{
    if (result.outcome != net::HttpOutcome::Answered)
        return noteFailure(result.error, result);
    m_worker.run(
        result.body.size() <= venues::parsedAtOnce,
        [body = result.body, context = contextOf(ListKind::Trades, result)] {
            return readTradeList(body, context);
        },
        [this, result](const base::Result<orders::TradeList> &trades) {
            if (trades)
                Q_EMIT tradesRead(*trades);
            else
                noteFailure(trades.error(), result);
        });
}

void TradelabVenue::compareClocks(const net::HttpResult &result)
{
    if (const auto theirs = net::httpDate(result.header("Date")))
        m_clockSkew = std::chrono::round<base::seconds>(*theirs - result.endedAt);
}

ReplyContext TradelabVenue::context() const
{
    ReplyContext result;
    result.account = account();
    result.connection = m_profile.name;
    return result;
}

ReplyContext TradelabVenue::contextOf(ListKind kind, const net::HttpResult &result) const
{
    ReplyContext read = context();
    read.kind = kind;
    read.httpStatus = result.status;
    read.began = result.began;
    read.ended = result.ended;
    read.endedAt = result.endedAt;
    return read;
}

net::HttpRequest TradelabVenue::listRequest(QLatin1StringView type) const
{
    return m_requests.get(u"/orders"_s, u"type=%1&"_s.arg(type) + clientQuery());
}

QString TradelabVenue::clientQuery() const
{
    return u"client_id="_s + QString::fromLatin1(QUrl::toPercentEncoding(account().id));
}

} // namespace tradelab
