// SPDX-License-Identifier: Apache-2.0
// One connection to a broker of the Tradelab family: puts session, readers, poller and codec together behind
// the Venue interface. It decides nothing about cancels.
#pragma once

#include "tradelab/list_requests.h"
#include "tradelab/market_hours.h"
#include "tradelab/poller.h"
#include "tradelab/tradelab_session.h"
#include "venues/venue.h"

#include <memory>

namespace tradelab {

class TradelabVenue : public venues::Venue
{
    Q_OBJECT

public:
    /// The dialect must outlive the venue; so must all references. The ledger may be null.
    TradelabVenue(const Dialect &dialect, venues::ConnectionProfile profile, base::Clock &clock,
                  base::Redactor &redactor, net::HttpClient &http, net::RequestLedger *ledger,
                  QObject *parent = nullptr);
    ~TradelabVenue() override;

    [[nodiscard]] const venues::ConnectionProfile &profile() const override { return m_profile; }
    [[nodiscard]] QString title() const override { return m_dialect.title; }
    [[nodiscard]] orders::Account account() const override;
    [[nodiscard]] venues::VenueState state() const override { return m_session.state(); }
    [[nodiscard]] std::optional<base::WallTime> signedInUntil() const override
    {
        return m_session.signedInUntil();
    }
    [[nodiscard]] std::optional<base::seconds> clockSkew() const override { return m_clockSkew; }
    [[nodiscard]] net::RateLimiter &limiter() override { return m_limiter; }
    [[nodiscard]] std::optional<base::Error> problem() const override { return m_session.problem(); }

    /// Polled: it never speaks first.
    [[nodiscard]] std::optional<base::MonoTime> heardAt() const override { return std::nullopt; }

    void signIn(const base::Secret &secret) override;
    void submitCode(const base::Secret &) override {} // its tokens have been through the second factor
    void stop() override;
    void readList(orders::ListKind kind, net::RequestClass why) override;
    [[nodiscard]] std::vector<orders::ListKind> lists() const override;
    void readOrder(const orders::OrderPtr &order, net::RequestClass why) override;
    void readTrades(net::RequestClass why) override;
    void setPolling(bool on) override;
    [[nodiscard]] base::milliseconds pollEvery() const override { return m_dialect.pendingEvery; }
    void suspendPolls(bool suspended) override;
    [[nodiscard]] std::optional<base::WallTime> closeAfter(base::WallTime now) const override
    {
        return tradelab::closeAfter(now);
    }
    [[nodiscard]] bool isReleaseTime(base::WallTime now) const override
    {
        return tradelab::isReleaseTime(now);
    }
    [[nodiscard]] base::Result<venues::CancelRequest>
    prepareCancel(const orders::Order &order) const override;
    [[nodiscard]] venues::CancelExchange *sendCancel(const venues::CancelRequest &request,
                                                     QObject *owner) override;

private:
    [[nodiscard]] venues::ListRequests requestsFor(orders::ListKind kind, QLatin1StringView type);
    void connectReader(venues::ListReader &reader, orders::ListKind kind);
    void beginSession();
    void takeReading(const venues::Reading &reading);
    void takeHistory(const orders::OrderPtr &order, const net::HttpResult &result);
    void takeTrades(const net::HttpResult &result);
    void noteFailure(const base::Error &error, const net::HttpResult &result);
    void compareClocks(const net::HttpResult &result);
    [[nodiscard]] ReplyContext context() const;
    [[nodiscard]] ReplyContext contextOf(orders::ListKind kind, const net::HttpResult &result) const;
    [[nodiscard]] net::HttpRequest listRequest(QLatin1StringView type) const;
    [[nodiscard]] QString clientQuery() const;

    const Dialect &m_dialect;
    venues::ConnectionProfile m_profile;
    base::Redactor &m_redactor;
    net::HttpClient &m_http;
    RequestFactory m_requests;
    net::RateLimiter m_limiter;
    ReadQueue m_queue;
    TradelabSession m_session;
    venues::ListReader m_pending;
    venues::ListReader m_completed;
    Poller m_poller;
    base::Worker m_worker; // for trades
    std::optional<base::seconds> m_clockSkew;
};

} // namespace tradelab
