// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/apex_session.h"

#include "alphapoint/standard_reply.h"
#include "net/private_roots.h"
#include "json/json_writer.h"

#include <algorithm>

namespace alphapoint {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using venues::VenueState;

namespace {

constexpr base::milliseconds pingEvery = 20s;
constexpr base::milliseconds retryAfter = 10s; // where it is the exchange that has trouble
constexpr base::milliseconds sessionHour = 1h;
constexpr base::MonoTime refusedTwiceWithin = 60s; // then a new sign-in does not help

base::Error errorWith(ErrorKind kind, const QString &text)
{
    return {kind, text, 0, {}, {}};
}

// It does not pass by itself.
bool needsPerson(ErrorKind kind)
{
    return kind == ErrorKind::SignedOut || kind == ErrorKind::NotAllowed || kind == ErrorKind::Usage;
}

// A number as the venue wrote it; 0 and nothing say the same.
QString idOf(const json::Value &value)
{
    return value.text() == "0"_L1 ? QString() : value.text();
}

// All exchanges seen so far have one OMS, and call it so.
QString omsOf(const venues::ConnectionProfile &profile)
{
    return profile.omsId.isEmpty() ? u"1"_s : profile.omsId;
}

QByteArray accountPayload(const QString &omsId, QLatin1StringView name, const QString &id)
{
    json::Writer payload;
    payload.beginObject().name(u"OMSId").raw(omsId.toLatin1());
    if (!id.isEmpty())
        payload.name(QString(name)).raw(id.toLatin1());
    return payload.endObject().bytes();
}

} // namespace

ApexSession::ApexSession(const venues::ConnectionProfile &profile, base::Clock &clock,
                         base::Redactor &redactor, net::WsChannel &channel, CallQueue &calls, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_channel(channel)
    , m_calls(calls)
    , m_ping(clock, [this] { keepAlive(); })
    , m_retry(clock,
              [this] {
                  if (m_credentials && m_channel.state() == net::WsState::Open)
                      authenticate();
              })
    , m_omsId(omsOf(profile))
    , m_accountId(profile.accountId)
{
    connect(&channel, &net::WsChannel::opened, this, [this] { authenticate(); });
    connect(&channel, &net::WsChannel::lost, this, [this](const base::Error &error) { takeLoss(error); });
    connect(&channel, &net::WsChannel::stateChanged, this, [this] {
        if (m_credentials && m_channel.state() == net::WsState::Waiting && m_channel.problem())
            setState(VenueState::Unreachable, m_channel.problem());
    });
}

void ApexSession::signIn(const base::Secret &secret)
{
    stop();
    const auto credentials = readCredentials(secret, m_profile.userId);
    if (!credentials)
        return setState(VenueState::SignedOut, credentials.error());
    const auto roots = net::readPrivateRoots(m_profile.caFile);
    if (!roots)
        return setState(VenueState::SignedOut, roots.error());
    m_channel.setPrivateRoots(*roots);
    protect(*credentials, m_redactor);
    m_credentials = *credentials;
    setState(VenueState::SigningIn);
    m_channel.open();
}

void ApexSession::stop()
{
    ++m_attempt;
    m_ping.stop();
    m_retry.stop();
    m_calls.clear();
    m_channel.close();
    m_credentials.reset();
    m_session = {};
    m_isReady = false;
    m_refusedAt.reset();
    m_userId.clear();
    m_omsId = omsOf(m_profile);
    m_accountId = m_profile.accountId;
    setState(VenueState::Idle);
}

void ApexSession::authenticate()
{
    ++m_attempt;
    m_retry.stop();
    m_isReady = false;
    // Consent was given under the sign-in before: whoever holds cancels back has to hear of another one.
    setState(VenueState::SigningIn);
    m_triesSession = !m_session.isEmpty();
    m_lastNonce = std::max<qint64>(m_lastNonce + 1, m_clock.wall().time_since_epoch().count());
    const SignInRequest request =
        signInRequest(m_triesSession ? Credentials(SessionToken{m_session}) : *m_credentials, m_lastNonce);
    ask(request.function, request.payload, &ApexSession::takeSignIn);
}

// The session's hour is over: with the secret itself, then.
void ApexSession::authenticateAnew()
{
    m_session = {};
    authenticate();
}

void ApexSession::submitCode(const base::Secret &code)
{
    json::Writer payload;
    payload.beginObject().member(u"Code", QString::fromUtf8(code.reveal()).trimmed()).endObject();
    ask(u"Authenticate2FA"_s, payload.bytes(), &ApexSession::takeSignIn);
}

void ApexSession::ask(const QString &function, const QByteArray &payload, TakePayload take)
{
    m_calls.read(
        net::RequestClass::Session, function, [payload] { return payload; },
        [this, take, attempt = m_attempt](const CallResult &result) {
            if (attempt == m_attempt)
                takeResult(result, take);
        });
}

void ApexSession::takeResult(const CallResult &result, TakePayload take)
{
    if (result.outcome != CallOutcome::Answered) {
        // Half a sign-in is none: from the beginning, unless the line is being made anew already.
        if (m_channel.state() == net::WsState::Open)
            m_channel.reconnect();
        return;
    }
    const auto payload = json::parse(result.frame.payload);
    const StandardReply reply =
        payload ? readContentReply(result.frame, *payload) : readStandardReply(result.frame);
    if (reply.verdict == Verdict::Success && payload)
        return (this->*take)(*payload, result.frame.payload);
    if (m_triesSession && take == &ApexSession::takeSignIn && reply.verdict != Verdict::Throttled)
        return authenticateAnew();
    base::Error error = errorOf(reply);
    if (reply.code == code::notAuthorized)
        error.kind = ErrorKind::SignedOut;
    refuse(error);
}

void ApexSession::takeSignIn(const json::Value &payload, const QByteArray &)
{
    if (m_triesSession && !member(payload, u"Authenticated").isTrue())
        return authenticateAnew();
    if (member(payload, u"Locked").isTrue())
        return refuse(errorWith(ErrorKind::SignedOut, u"the exchange says that this user is locked"_s));
    if (!member(payload, u"Authenticated").isTrue()) {
        const QString words = member(payload, u"errormsg").text().trimmed();
        base::Error error = errorWith(ErrorKind::SignedOut, u"the exchange refused the sign-in"_s);
        error.venueText = words;
        if (!words.isEmpty())
            error.text += u": "_s + words;
        return refuse(error);
    }
    // It says "authenticated" of somebody who still owes the second factor too.
    if (member(payload, u"Requires2FA").isTrue()) {
        QString kind = member(payload, u"AuthType").text();
        if (kind.isEmpty())
            kind = member(payload, u"TwoFAType").text();
        return Q_EMIT codeAsked(kind);
    }
    takeIdentity(payload);
}

void ApexSession::takeIdentity(const json::Value &payload)
{
    if (const QString token = member(payload, u"SessionToken").text(); !token.isEmpty()) {
        m_session = base::Secret(token.toUtf8());
        m_redactor.protect(m_session);
    }
    const json::Value &user = member(payload, u"User");
    const QString userId = idOf(member(user.isObject() ? user : payload, u"UserId"));
    if (!userId.isEmpty())
        m_userId = userId;
    if (const QString oms = idOf(member(user, u"OMSId")); !oms.isEmpty() && m_profile.omsId.isEmpty())
        m_omsId = oms;
    const QString account = idOf(member(user, u"AccountId"));
    // The account that was typed has to be one of this user's: where the reply names another, the list tells.
    if (account.isEmpty() || (!m_profile.accountId.isEmpty() && account != m_profile.accountId))
        return askForAccounts();
    m_accountId = account;
    askForInstruments();
}

void ApexSession::askForAccounts()
{
    ask(u"GetUserAccounts"_s, accountPayload(m_omsId, "UserId"_L1, m_userId), &ApexSession::takeAccounts);
}

void ApexSession::takeAccounts(const json::Value &payload, const QByteArray &)
{
    QStringList accounts;
    for (const json::Value &each : payload.items()) {
        const QString id = each.isObject() ? idOf(member(each, u"AccountId")) : idOf(each);
        if (!id.isEmpty() && !accounts.contains(id))
            accounts << id;
    }
    const QString &typed = m_profile.accountId;
    if (!typed.isEmpty() && !accounts.contains(typed))
        return refuse(errorWith(ErrorKind::NotAllowed, u"account %1 is none of this user's (%2)"_s.arg(
                                                           typed, accounts.join(u", "_s))));
    if (typed.isEmpty() && accounts.size() != 1)
        return refuse(errorWith(
            ErrorKind::Usage, accounts.isEmpty()
                                  ? u"the exchange names no account of this user: enter the account id"_s
                                  : u"this user has several accounts (%1): enter the one that is meant"_s.arg(
                                        accounts.join(u", "_s))));
    m_accountId = typed.isEmpty() ? accounts.front() : typed;
    askForInstruments();
}

void ApexSession::askForInstruments()
{
    ask(u"GetInstruments"_s, accountPayload(m_omsId, {}, {}), &ApexSession::takeInstruments);
}

void ApexSession::takeInstruments(const json::Value &, const QByteArray &text)
{
    auto instruments = std::make_shared<Instruments>(*m_instruments);
    if (const auto loaded = instruments->load(text); !loaded)
        return refuse(loaded.error());
    m_instruments = std::move(instruments);
    ask(u"SubscribeAccountEvents"_s, accountPayload(m_omsId, "AccountId"_L1, m_accountId),
        &ApexSession::takeSubscription);
}

void ApexSession::takeSubscription(const json::Value &, const QByteArray &)
{
    m_isReady = true;
    m_ping.start(pingEvery);
    setState(VenueState::SignedIn);
    Q_EMIT ready();
}

// The session ends an hour after its last call: a ping is one.
void ApexSession::keepAlive()
{
    if (!m_isReady)
        return;
    const base::MonoTime silence = m_clock.monotonic() - m_calls.lastSent();
    if (silence < pingEvery)
        return m_ping.start(std::chrono::ceil<base::milliseconds>(pingEvery - silence));
    m_ping.start(pingEvery);
    m_calls.read(
        net::RequestClass::Session, u"Ping"_s, [] { return QByteArray("{}"); },
        [this, attempt = m_attempt](const CallResult &result) {
            const bool isLost = result.outcome == CallOutcome::Unknown;
            if (attempt == m_attempt && isLost && m_channel.state() == net::WsState::Open)
                m_channel.reconnect();
        });
}

void ApexSession::reportNotAuthorized(const base::Error &error)
{
    if (!m_isReady)
        return;
    const base::MonoTime now = m_clock.monotonic();
    const bool isAgain = m_refusedAt && now - *m_refusedAt < refusedTwiceWithin;
    m_refusedAt = now;
    if (isAgain)
        return refuse(error);
    m_channel.reconnect(); // with a new sign-in
}

void ApexSession::takeLoss(const base::Error &error)
{
    ++m_attempt;
    m_isReady = false;
    m_ping.stop();
    m_calls.fail(error);
    if (m_credentials)
        setState(VenueState::Unreachable, error);
}

void ApexSession::refuse(const base::Error &error)
{
    ++m_attempt;
    m_isReady = false;
    m_ping.stop();
    base::Error shown = error;
    shown.text = m_redactor.redacted(shown.text);
    shown.venueText = m_redactor.redacted(shown.venueText);
    if (!needsPerson(shown.kind)) {
        m_retry.start(retryAfter);
        return setState(VenueState::Unreachable, shown);
    }
    m_channel.close();
    m_calls.fail(shown);
    m_credentials.reset();
    m_session = {};
    setState(VenueState::SignedOut, shown);
}

std::optional<base::WallTime> ApexSession::signedInUntil() const
{
    if (!m_isReady)
        return std::nullopt;
    const auto silent =
        std::chrono::duration_cast<base::milliseconds>(m_clock.monotonic() - m_calls.lastSent());
    return m_clock.wall() - silent + sessionHour;
}

void ApexSession::setState(VenueState state, std::optional<base::Error> problem)
{
    if (m_state == state && m_problem == problem)
        return;
    m_state = state;
    m_problem = std::move(problem);
    Q_EMIT stateChanged();
}

} // namespace alphapoint
