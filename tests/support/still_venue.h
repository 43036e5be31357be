// SPDX-License-Identifier: Apache-2.0
// A venue that does nothing: it is in the state that a test gives it, takes cancels and never answers one.
#pragma once

#include "support/manual_clock.h"
#include "venues/venue.h"

namespace support {

class StillVenue : public venues::Venue
{
public:
    StillVenue(base::Clock &clock, const QString &name, const QString &clientId)
        : m_limiter(clock, {}, clientId, nullptr)
    {
        m_profile.name = name;
        m_profile.clientId = clientId;
        m_profile.url = QUrl(QStringLiteral("http://127.0.0.1:1"));
    }

    [[nodiscard]] const venues::ConnectionProfile &profile() const override { return m_profile; }
    [[nodiscard]] QString title() const override { return QStringLiteral("Still"); }
    [[nodiscard]] orders::Account account() const override
    {
        return {orders::Environment::Practice,
                QStringLiteral("tradelab"),
                QStringLiteral("127.0.0.1"),
                {},
                m_profile.clientId};
    }
    [[nodiscard]] venues::VenueState state() const override { return m_state; }
    [[nodiscard]] std::optional<base::WallTime> signedInUntil() const override { return {}; }
    [[nodiscard]] std::optional<base::seconds> clockSkew() const override { return {}; }
    [[nodiscard]] net::RateLimiter &limiter() override { return m_limiter; }
    [[nodiscard]] std::optional<base::Error> problem() const override { return {}; }
    [[nodiscard]] std::optional<base::MonoTime> heardAt() const override { return {}; }
    void signIn(const base::Secret &) override {}
    void submitCode(const base::Secret &) override {}
    void stop() override {}
    void readList(orders::ListKind, net::RequestClass) override {}
    [[nodiscard]] std::vector<orders::ListKind> lists() const override
    {
        return {orders::ListKind::Pending, orders::ListKind::Completed};
    }
    void readOrder(const orders::OrderPtr &, net::RequestClass) override {}
    void readTrades(net::RequestClass) override {}
    void setPolling(bool) override {}
    [[nodiscard]] base::milliseconds pollEvery() const override { return base::seconds(15); }
    void suspendPolls(bool) override {}
    [[nodiscard]] std::optional<base::WallTime> closeAfter(base::WallTime) const override { return {}; }
    [[nodiscard]] bool isReleaseTime(base::WallTime) const override { return false; }

    [[nodiscard]] base::Result<venues::CancelRequest> prepareCancel(const orders::Order &order) const override
    {
        if (order.exchangeOrderId.isEmpty())
            return base::failure(base::ErrorKind::Usage, QStringLiteral("there is no exchange order id"));
        venues::CancelRequest request;
        request.key = order.key;
        request.segment = order.exchange;
        request.method = QStringLiteral("DELETE");
        request.path = QStringLiteral("/orders/") + order.orderId;
        if (order.leg.isEmpty())
            request.query = QStringLiteral("client_id=") + order.account;
        return request;
    }
    [[nodiscard]] venues::CancelExchange *sendCancel(const venues::CancelRequest &request,
                                                     QObject *owner) override
    {
        m_limiter.take(net::RequestClass::Write, request.segment);
        return new venues::CancelExchange(owner);
    }

    void setState(venues::VenueState state)
    {
        m_state = state;
        Q_EMIT stateChanged();
    }

private:
    venues::ConnectionProfile m_profile;
    net::RateLimiter m_limiter;
    venues::VenueState m_state = venues::VenueState::SignedIn;
};

} // namespace support
