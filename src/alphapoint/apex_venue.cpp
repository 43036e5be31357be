// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/apex_venue.h"

#include "alphapoint/cancel_codec.h"
#include "alphapoint/list_requests.h"
#include "alphapoint/standard_reply.h"
#include "json/json_writer.h"

#include <QPointer>

#include <algorithm>

namespace alphapoint {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::ListKind;
using orders::OrderPtr;
using venues::AnswerClass;
using venues::CancelAnswer;
using venues::VenueState;

namespace {

// What clients hold themselves to (wire.md B10): the exchanges name no limits.
constexpr net::RateLimits limits{10, 500, 0, 0, 8, 8};
// With the events alive the lists are only there to be sure (lifecycle.md (c)).
constexpr base::milliseconds openEvery = 30s;
constexpr int doneEveryPolls = 4;
constexpr base::milliseconds throttledPause = 10s;
// As many as the exchanges give at once; the newest come first.
constexpr char newestTrades[] = R"(,"StartIndex":0,"Count":200)";

// Exchanges are reached at their gateway, whatever part of the address a person leaves out.
QUrl gatewayOf(QUrl url)
{
    if (url.scheme() == "https"_L1)
        url.setScheme(u"wss"_s);
    else if (url.scheme() == "http"_L1)
        url.setScheme(u"ws"_s);
    if (url.path().isEmpty() || url.path() == "/"_L1)
        url.setPath(u"/WSGateway/"_s);
    return url;
}

orders::Account accountOf(const venues::ConnectionProfile &profile, const QString &omsId, const QString &id)
{
    return {profile.environment(), u"alphapoint"_s, venues::hostOf(profile.url), omsId, id};
}

// Before the exchange has said which account it is, the connection's own name tells budgets apart.
QString budgetName(const venues::ConnectionProfile &profile)
{
    return accountOf(profile, profile.omsId.isEmpty() ? u"1"_s : profile.omsId,
                     profile.accountId.isEmpty() ? u'@' + profile.name : profile.accountId)
        .canonical();
}

// The venue's words stand in the text too.
base::Error redacted(base::Error error, const base::Redactor &redactor)
{
    error.text = redactor.redacted(error.text);
    error.venueText = redactor.redacted(error.venueText);
    return error;
}

CancelAnswer answerOf(const CallResult &result, const base::Redactor &redactor)
{
    CancelAnswer answer;
    if (result.outcome == CallOutcome::Answered) {
        answer = classifyAnswer(result.frame, redactor);
    } else {
        answer.answer = result.outcome == CallOutcome::NotSent ? AnswerClass::NotSent : AnswerClass::Unknown;
        answer.error = result.error;
        answer.evidence = result.error.text;
    }
    answer.ended = result.ended;
    answer.endedAt = result.endedAt;
    return answer;
}

// Answers once in time, even where the connection is taken apart before an answer came.
class ApexCancel : public venues::CancelExchange
{
public:
    ApexCancel(const ApexVenue &venue, bool hasLeft, QObject *owner)
        : CancelExchange(owner)
    {
        const auto abandon = [this, hasLeft] {
            CancelAnswer answer;
            answer.answer = hasLeft ? AnswerClass::Unknown : AnswerClass::NotSent;
            answer.error = {base::ErrorKind::Network, u"the connection was closed"_s, 0, {}, {}};
            take(answer, CallOutcome::Unknown);
        };
        connect(&venue, &QObject::destroyed, this, abandon, Qt::QueuedConnection);
    }

    void take(CancelAnswer answer, CallOutcome outcome)
    {
        answer.isLate = std::exchange(m_isAnswered, true);
        if (!answer.isLate)
            Q_EMIT answered(answer);
        else if (outcome == CallOutcome::Answered)
            Q_EMIT answeredLate(answer);
        if (outcome != CallOutcome::Late)
            deleteLater();
    }

private:
    bool m_isAnswered = false;
};

} // namespace

ApexVenue::ApexVenue(venues::ConnectionProfile profile, base::Clock &clock, base::Redactor &redactor,
                     net::RequestLedger *ledger, net::WsOptions options, QObject *parent)
    : Venue(parent)
    , m_profile(std::move(profile))
    , m_clock(clock)
    , m_redactor(redactor)
    , m_limiter(clock, limits, budgetName(m_profile), ledger)
    , m_channel(clock, redactor, gatewayOf(m_profile.url), options)
    , m_calls(clock, m_channel, m_limiter)
    , m_session(m_profile, clock, redactor, m_channel, m_calls)
    , m_open(requestsFor(ListKind::Open))
    , m_done(requestsFor(ListKind::Completed))
    , m_decoder([this](const base::Result<Frame> &frame, const QString &text) { takeFrame(frame, text); })
    , m_flush(clock, [this] { takeEvents(); })
    , m_poll(clock, [this] { poll(); })
{
    connect(&m_channel, &net::WsChannel::received, this, [this](const QString &text) {
        m_heardAt = m_clock.monotonic();
        m_decoder.add(text);
    });
    connect(&m_session, &ApexSession::stateChanged, this, &Venue::stateChanged);
    connect(&m_session, &ApexSession::codeAsked, this, &Venue::codeAsked);
    connect(&m_session, &ApexSession::ready, this, [this] {
        m_limiter.setAccount(account().canonical());
        // What happened while nobody listened is in the lists alone.
        for (const ListKind kind : lists())
            readList(kind, net::RequestClass::Refresh);
    });
    connectReader(m_open, ListKind::Open);
    connectReader(m_done, ListKind::Completed);
}

ApexVenue::~ApexVenue()
{
    disconnect(&m_session, nullptr, this, nullptr); // it is stopped while this one goes
}

QString ApexVenue::title() const
{
    return u"AlphaPoint"_s;
}

orders::Account ApexVenue::account() const
{
    return accountOf(m_profile, m_session.omsId(), m_session.accountId());
}

std::optional<base::MonoTime> ApexVenue::heardAt() const
{
    return state() == VenueState::SignedIn ? std::optional(m_heardAt) : std::nullopt;
}

void ApexVenue::signIn(const base::Secret &secret)
{
    m_open.reset();
    m_done.reset();
    m_decoder.clear();
    m_heard.clear();
    m_live.clear();
    m_session.signIn(secret);
}

void ApexVenue::stop()
{
    setPolling(false);
    m_open.reset();
    m_done.reset();
    m_decoder.clear();
    m_heard.clear();
    m_session.stop();
}

std::vector<ListKind> ApexVenue::lists() const
{
    return {ListKind::Open, ListKind::Completed};
}

void ApexVenue::readList(ListKind kind, net::RequestClass why)
{
    if (state() == VenueState::SignedIn)
        (kind == ListKind::Completed ? m_done : m_open).read(why);
}

venues::ListRequests ApexVenue::requestsFor(ListKind kind)
{
    return listRequests(
        kind, m_calls, [this] { return accountPayload(); }, [this] { return context(); },
        [this](const base::Error &error) { noteFailure(error); });
}

void ApexVenue::connectReader(venues::ListReader &reader, ListKind kind)
{
    connect(&reader, &venues::ListReader::listRead, this, [this](const venues::Reading &reading) {
        m_live.takeList(*reading.listing);
        Q_EMIT listRead(reading);
    });
    connect(&reader, &venues::ListReader::failed, this,
            [this, kind](const base::Error &error) { Q_EMIT listFailed(kind, redacted(error, m_redactor)); });
}

void ApexVenue::readOrder(const OrderPtr &order, net::RequestClass why)
{
    if (order->orderId.isEmpty())
        return; // without an id of the exchange's nothing asks for one order: the lists tell
    // People ask for the story; a cancel asks how the order stands now.
    if (why != net::RequestClass::Proof)
        return readHistory(order, why);
    m_calls.read(
        why, u"GetOrderStatus"_s, [this, order] { return orderPayload(*order, true); },
        [this, order, why](const CallResult &result) { takeStatus(order, why, result); });
}

void ApexVenue::takeStatus(const OrderPtr &order, net::RequestClass why, const CallResult &result)
{
    if (result.outcome != CallOutcome::Answered)
        return Q_EMIT orderReadFailed(order->key, result.error);
    const auto payload = json::parse(result.frame.payload);
    const StandardReply reply =
        payload ? readContentReply(result.frame, *payload) : readStandardReply(result.frame);
    if (reply.code == code::resourceNotFound)
        return readHistory(order, why); // it forgets orders that are over sooner than their history
    const auto rows = reply.verdict == Verdict::Success ? readOrders(result.frame.payload, context())
                                                        : base::failure(errorOf(reply));
    if (!rows) {
        noteFailure(rows.error());
        return Q_EMIT orderReadFailed(order->key, redacted(rows.error(), m_redactor));
    }
    venues::OrderAnswer answer{order->key,   rows->rows.empty(), {},
                               result.began, result.ended,       ListKind::Single};
    for (const auto &row : rows->rows)
        answer.rows.push_back(m_live.takeState(row));
    Q_EMIT orderRead(answer);
}

void ApexVenue::readHistory(const OrderPtr &order, net::RequestClass why)
{
    m_calls.read(
        why, u"GetOrderHistoryByOrderId"_s, [this, order] { return orderPayload(*order, false); },
        [this, order](const CallResult &result) { takeHistory(order, result); });
}

void ApexVenue::takeHistory(const OrderPtr &order, const CallResult &result)
{
    if (result.outcome != CallOutcome::Answered)
        return Q_EMIT orderReadFailed(order->key, result.error);
    venues::OrderAnswer answer{order->key, false, {}, result.began, result.ended, ListKind::History};
    const auto payload = json::parse(result.frame.payload);
    const StandardReply reply =
        payload ? readContentReply(result.frame, *payload) : readStandardReply(result.frame);
    if (reply.code != code::resourceNotFound) {
        const auto rows = reply.verdict == Verdict::Success ? readOrders(result.frame.payload, context())
                                                            : base::failure(errorOf(reply));
        if (!rows) {
            noteFailure(rows.error());
            return Q_EMIT orderReadFailed(order->key, redacted(rows.error(), m_redactor));
        }
        answer.rows.assign(rows->rows.begin(), rows->rows.end());
        std::stable_sort(answer.rows.begin(), answer.rows.end(), [](const OrderPtr &a, const OrderPtr &b) {
            return orders::compareMarkers(b->marker, a->marker) == orders::MarkerOrder::Older;
        });
    }
    answer.notFound = answer.rows.empty();
    Q_EMIT orderRead(answer);
}

void ApexVenue::readTrades(net::RequestClass why)
{
    if (state() != VenueState::SignedIn)
        return;
    m_calls.read(
        why, u"GetAccountTrades"_s, [this] { return accountPayload(newestTrades); },
        [this, rows = context()](const CallResult &result) {
            if (result.outcome == CallOutcome::Answered)
                m_worker.run(
                    result.frame.payload.size() <= venues::parsedAtOnce,
                    [result, rows] { return readTradeList(result, rows); },
                    [this](const base::Result<orders::TradeList> &trades) { takeTrades(trades); });
        });
}

void ApexVenue::takeTrades(const base::Result<orders::TradeList> &trades)
{
    if (trades)
        Q_EMIT tradesRead(*trades);
    else
        noteFailure(trades.error());
}

void ApexVenue::setPolling(bool on)
{
    if (on)
        m_poll.start(openEvery);
    else
        m_poll.stop();
}

base::milliseconds ApexVenue::pollEvery() const
{
    return openEvery;
}

void ApexVenue::suspendPolls(bool suspended)
{
    m_isSuspended = suspended;
    m_limiter.setBatchRunning(suspended);
    m_calls.reconsider();
}

void ApexVenue::poll()
{
    m_poll.start(openEvery);
    if (m_isSuspended)
        return;
    readList(ListKind::Open, net::RequestClass::Poll);
    if (++m_polls % doneEveryPolls == 0)
        readList(ListKind::Completed, net::RequestClass::Poll);
}

base::Result<venues::CancelRequest> ApexVenue::prepareCancel(const orders::Order &order) const
{
    auto request = cancelRequest(order, account(), gatewayOf(m_profile.url).path());
    if (request)
        request->line = m_channel.line();
    return request;
}

venues::CancelExchange *ApexVenue::sendCancel(const venues::CancelRequest &request, QObject *owner)
{
    // A line that has come back is nobody's until it has signed in.
    const bool mayLeave = state() == VenueState::SignedIn;
    auto *exchange = new ApexCancel(*this, mayLeave, owner);
    const auto done = [this, exchange = QPointer(exchange)](const CallResult &result) {
        const CancelAnswer answer = answerOf(result, m_redactor);
        if (answer.error.kind == base::ErrorKind::Throttled)
            noteFailure(answer.error);
        if (exchange)
            exchange->take(answer, result.outcome);
    };
    if (!mayLeave) {
        m_calls.refuseWrite(done);
        return exchange;
    }
    m_limiter.take(net::RequestClass::Write, request.segment);
    m_calls.write(request.method, request.body, done);
    return exchange;
}

void ApexVenue::noteFailure(const base::Error &error)
{
    if (error.kind == base::ErrorKind::Throttled)
        m_limiter.pauseFor(throttledPause);
    else if (error.kind == base::ErrorKind::NotAllowed)
        m_session.reportNotAuthorized(error);
}

RowContext ApexVenue::context() const
{
    return {account(), m_profile.name, m_session.instruments()};
}

QByteArray ApexVenue::accountPayload(const QByteArray &more) const
{
    return R"({"OMSId":)" + m_session.omsId().toLatin1() + R"(,"AccountId":)" +
           m_session.accountId().toLatin1() + more + '}';
}

QByteArray ApexVenue::orderPayload(const orders::Order &order, bool withAccount) const
{
    const QByteArray id = R"(,"OrderId":)" + order.orderId.toLatin1();
    return withAccount ? accountPayload(id) : R"({"OMSId":)" + m_session.omsId().toLatin1() + id + '}';
}

} // namespace alphapoint
