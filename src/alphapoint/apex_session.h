// SPDX-License-Identifier: Apache-2.0
// Signing in to an APEX exchange, each time the line comes up: who we are, which account, what is traded,
// then the account's events. It keeps the session alive with pings, and asks for a second factor where the
// exchange wants one. Engine thread only.
#pragma once

#include "alphapoint/call_queue.h"
#include "alphapoint/credentials.h"
#include "alphapoint/instruments.h"
#include "venues/venue.h"
#include "json/json_value.h"

namespace alphapoint {

class ApexSession : public QObject
{
    Q_OBJECT

public:
    ApexSession(const venues::ConnectionProfile &profile, base::Clock &clock, base::Redactor &redactor,
                net::WsChannel &channel, CallQueue &calls, QObject *parent = nullptr);

    void signIn(const base::Secret &secret);
    void submitCode(const base::Secret &code);
    void stop();
    /// A call was answered "not authorized": the session has run out, or the account may not do this.
    void reportNotAuthorized(const base::Error &error);

    [[nodiscard]] venues::VenueState state() const { return m_state; }
    [[nodiscard]] std::optional<base::Error> problem() const { return m_problem; }
    [[nodiscard]] QString accountId() const { return m_accountId; }
    [[nodiscard]] QString omsId() const { return m_omsId; }
    [[nodiscard]] std::shared_ptr<const Instruments> instruments() const { return m_instruments; }
    /// An hour after the last sign of life, as the exchange counts it.
    [[nodiscard]] std::optional<base::WallTime> signedInUntil() const;

Q_SIGNALS:
    void stateChanged();
    void codeAsked(const QString &kind);
    /// The account's events are on their way: its book has to be read from the beginning.
    void ready();

private:
    using TakePayload = void (ApexSession::*)(const json::Value &payload, const QByteArray &text);

    void authenticate();
    void authenticateAnew();
    void ask(const QString &function, const QByteArray &payload, TakePayload take);
    void takeResult(const CallResult &result, TakePayload take);
    void takeSignIn(const json::Value &payload, const QByteArray &text);
    void takeAccounts(const json::Value &payload, const QByteArray &text);
    void takeInstruments(const json::Value &payload, const QByteArray &text);
    void takeSubscription(const json::Value &payload, const QByteArray &text);
    void takeIdentity(const json::Value &payload);
    void askForAccounts();
    void askForInstruments();
    void keepAlive();
    void takeLoss(const base::Error &error);
    void refuse(const base::Error &error);
    void setState(venues::VenueState state, std::optional<base::Error> problem = std::nullopt);

    const venues::ConnectionProfile &m_profile;
    base::Clock &m_clock;
    base::Redactor &m_redactor;
    net::WsChannel &m_channel;
    CallQueue &m_calls;
    base::Timer m_ping;
    base::Timer m_retry;
    std::optional<Credentials> m_credentials;
    base::Secret m_session; // the token of the last sign-in: good for the next one too
    bool m_triesSession = false;
    bool m_isReady = false;
    int m_attempt = 0; // answers to an earlier sign-in are dropped
    qint64 m_lastNonce = 0;
    std::optional<base::MonoTime> m_refusedAt; // the last "not authorized" while signed in
    venues::VenueState m_state = venues::VenueState::Idle;
    std::optional<base::Error> m_problem;
    QString m_userId;
    QString m_omsId;
    QString m_accountId;
    std::shared_ptr<const Instruments> m_instruments = std::make_shared<const Instruments>();
};

} // namespace alphapoint
