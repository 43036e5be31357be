// SPDX-License-Identifier: Apache-2.0
#include "tradelab/tradelab_session.h"

#include "net/private_roots.h"
#include "tradelab/envelope.h"
#include "tradelab/token_claims.h"

namespace tradelab {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using venues::VenueState;

namespace {

constexpr base::milliseconds firstRetry = 2s;
constexpr base::milliseconds longestRetry = 60s;

} // namespace

TradelabSession::TradelabSession(const Dialect &dialect, const venues::ConnectionProfile &profile,
                                 base::Clock &clock, base::Redactor &redactor, ReadQueue &queue,
                                 RequestFactory &requests, QObject *parent)
    : QObject(parent)
    , m_dialect(dialect)
    , m_profile(profile)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_queue(queue)
    , m_requests(requests)
    , m_retry(clock, [this] { askWhoWeAre(); })
    , m_retryDelay(firstRetry)
{
}

void TradelabSession::signIn(const base::Secret &secret)
{
    stop();
    const auto credentials = readCredentials(secret);
    if (!credentials) {
        setState(VenueState::SignedOut, credentials.error());
        return;
    }
    const auto roots = net::readPrivateRoots(m_profile.caFile);
    if (!roots) {
        setState(VenueState::SignedOut, roots.error());
        return;
    }
    m_requests.setPrivateRoots(*roots);
    m_redactor.protect(credentials->token);
    m_redactor.protect(credentials->apiKey);
    m_requests.setCredentials(*credentials);
    const TokenClaims claims = readClaims(credentials->token);
    m_tokenSubject = claims.subject;
    const base::WallTime dailyEnd = nextMidnightInIndia(m_clock.wall());
    m_until = std::min(claims.until.value_or(dailyEnd), dailyEnd);
    m_retryDelay = firstRetry;
    setState(VenueState::SigningIn);
    askWhoWeAre();
}

void TradelabSession::stop()
{
    ++m_attempt;
    m_retry.stop();
    m_queue.clear();
    m_requests.setCredentials({});
    m_until.reset();
    m_isIdentified = false;
    setState(VenueState::Idle);
}

void TradelabSession::askWhoWeAre()
{
    if (m_dialect.identity == IdentitySource::Token) {
        // Nothing to ask: the first list shows whether the token is good.
        accept(m_tokenSubject);
        return;
    }
    m_queue.submit(
        net::RequestClass::Session, [this] { return m_requests.get(u"/user/trading_info"_s, {}); },
        [this, attempt = m_attempt](const net::HttpResult &result) {
            if (attempt == m_attempt)
                takeTradingInfo(result);
        });
}

void TradelabSession::takeTradingInfo(const net::HttpResult &result)
{
    if (result.outcome != net::HttpOutcome::Answered) {
        retryLater(result.error);
        return;
    }
    const auto envelope = json::parse(result.body);
    const EnvelopeReading reading = envelope ? readEnvelope(*envelope, result.status) : EnvelopeReading{};
    if (envelope && reading.verdict == Verdict::Success) {
        accept((*envelope)[u"data"][u"client_id"].text().trimmed());
        return;
    }
    base::Error error = envelope ? errorOf(reading, result.status) : errorOf(envelope.error(), result.status);
    error.venueText = m_redactor.redacted(error.venueText);
    if (error.kind == ErrorKind::SignedOut || error.kind == ErrorKind::NotAllowed)
        setState(VenueState::SignedOut, error);
    else if (result.status == 404 && !m_profile.clientId.isEmpty())
        accept({}); // a server without this route: what the user typed has to do
    else
        retryLater(error);
}

void TradelabSession::accept(const QString &clientId)
{
    const QString &typed = m_profile.clientId;
    if (!typed.isEmpty() && !clientId.isEmpty() && typed != clientId) {
        setState(
            VenueState::SignedOut,
            base::Error{ErrorKind::NotAllowed,
                        u"the token belongs to client %1, this connection is for %2"_s.arg(clientId, typed),
                        0,
                        {},
                        {}});
        return;
    }
    m_clientId = clientId.isEmpty() ? typed : clientId;
    if (m_clientId.isEmpty()) {
        setState(VenueState::SignedOut,
                 base::Error{ErrorKind::Usage,
                             u"the broker does not say whose token this is: enter the client id"_s,
                             0,
                             {},
                             {}});
        return;
    }
    m_retryDelay = firstRetry;
    m_isIdentified = true;
    setState(VenueState::SignedIn);
    Q_EMIT signedIn();
}

void TradelabSession::reportSignedOut(const base::Error &error)
{
    if (m_isIdentified)
        setState(VenueState::SignedOut, error);
}

void TradelabSession::reportUnreachable(const base::Error &error)
{
    if (m_isIdentified && m_state != VenueState::SignedOut)
        setState(VenueState::Unreachable, error);
}

void TradelabSession::reportReachable()
{
    if (m_isIdentified && m_state == VenueState::Unreachable)
        setState(VenueState::SignedIn);
}

void TradelabSession::retryLater(const base::Error &error)
{
    setState(VenueState::Unreachable, error);
    m_retry.start(m_retryDelay);
    m_retryDelay = std::min(m_retryDelay * 2, longestRetry);
}

void TradelabSession::setState(VenueState state, std::optional<base::Error> problem)
{
    if (m_state == state && m_problem == problem)
        return;
    m_state = state;
    m_problem = std::move(problem);
    Q_EMIT stateChanged();
}

} // namespace tradelab
