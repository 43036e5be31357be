// SPDX-License-Identifier: Apache-2.0
// Signing in to a Tradelab broker: takes the token, finds out whose it is, and knows until when it is good.
// The token itself comes from the broker's login page; this only checks it. Engine thread only.
#pragma once

#include "tradelab/read_queue.h"
#include "tradelab/request_factory.h"
#include "venues/venue.h"

namespace tradelab {

class TradelabSession : public QObject
{
    Q_OBJECT

public:
    TradelabSession(const Dialect &dialect, const venues::ConnectionProfile &profile, base::Clock &clock,
                    base::Redactor &redactor, ReadQueue &queue, RequestFactory &requests,
                    QObject *parent = nullptr);

    void signIn(const base::Secret &secret);
    void stop();
    /// A read or a cancel was answered 401 or 403.
    void reportSignedOut(const base::Error &error);
    /// A read failed on the way, or worked.
    void reportUnreachable(const base::Error &error);
    void reportReachable();

    [[nodiscard]] venues::VenueState state() const { return m_state; }
    [[nodiscard]] std::optional<base::Error> problem() const { return m_problem; }
    [[nodiscard]] QString clientId() const { return m_clientId; }
    /// It is known whose token it is: before that nothing but the sign-in itself may leave.
    [[nodiscard]] bool isIdentified() const { return m_isIdentified; }
    [[nodiscard]] std::optional<base::WallTime> signedInUntil() const { return m_until; }

Q_SIGNALS:
    void stateChanged();
    /// The sign-in begins anew, perhaps as somebody else.
    void signedIn();

private:
    void askWhoWeAre();
    void takeTradingInfo(const net::HttpResult &result);
    void accept(const QString &clientId);
    void setState(venues::VenueState state, std::optional<base::Error> problem = std::nullopt);
    void retryLater(const base::Error &error);

    const Dialect &m_dialect;
    const venues::ConnectionProfile &m_profile;
    base::Clock &m_clock;
    base::Redactor &m_redactor;
    ReadQueue &m_queue;
    RequestFactory &m_requests;
    base::Timer m_retry;
    base::milliseconds m_retryDelay;
    venues::VenueState m_state = venues::VenueState::Idle;
    std::optional<base::Error> m_problem;
    std::optional<base::WallTime> m_until;
    QString m_clientId;
    QString m_tokenSubject;
    int m_attempt = 0;
    bool m_isIdentified = false;
};

} // namespace tradelab
