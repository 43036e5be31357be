// SPDX-License-Identifier: Apache-2.0
// One connection to an APEX exchange: puts line, calls, session, lists and events together behind the Venue
// interface. Changes come by themselves; lists are read at the start, after each reconnect, and now and then
// to be sure. It decides nothing about cancels.
#pragma once

#include "alphapoint/apex_session.h"
#include "alphapoint/frame_decoder.h"
#include "alphapoint/live_orders.h"
#include "venues/list_reader.h"

namespace alphapoint {

class ApexVenue : public venues::Venue
{
    Q_OBJECT

public:
    /// All references must outlive the venue. The ledger may be null.
    ApexVenue(venues::ConnectionProfile profile, base::Clock &clock, base::Redactor &redactor,
              net::RequestLedger *ledger, net::WsOptions options = {}, QObject *parent = nullptr);
    ~ApexVenue() override;

    [[nodiscard]] const venues::ConnectionProfile &profile() const override { return m_profile; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] orders::Account account() const override;
    [[nodiscard]] venues::VenueState state() const override { return m_session.state(); }
    [[nodiscard]] std::optional<base::WallTime> signedInUntil() const override
    {
        return m_session.signedInUntil();
    }
    [[nodiscard]] std::optional<base::seconds> clockSkew() const override { return std::nullopt; }
    [[nodiscard]] net::RateLimiter &limiter() override { return m_limiter; }
    [[nodiscard]] std::optional<base::Error> problem() const override { return m_session.problem(); }
    [[nodiscard]] std::optional<base::MonoTime> heardAt() const override;

    void signIn(const base::Secret &secret) override;
    void submitCode(const base::Secret &code) override { m_session.submitCode(code); }
    void stop() override;
    void readList(orders::ListKind kind, net::RequestClass why) override;
    [[nodiscard]] std::vector<orders::ListKind> lists() const override;
    void readOrder(const orders::OrderPtr &order, net::RequestClass why) override;
    void readTrades(net::RequestClass why) override;
    void setPolling(bool on) override;
    [[nodiscard]] base::milliseconds pollEvery() const override;
    void suspendPolls(bool suspended) override;
    /// An exchange that never closes.
    [[nodiscard]] std::optional<base::WallTime> closeAfter(base::WallTime) const override { return {}; }
    [[nodiscard]] bool isReleaseTime(base::WallTime) const override { return false; }
    [[nodiscard]] base::Result<venues::CancelRequest>
    prepareCancel(const orders::Order &order) const override;
    [[nodiscard]] venues::CancelExchange *sendCancel(const venues::CancelRequest &request,
                                                     QObject *owner) override;

    /// Certificates to trust besides the system's, from the next connection on.
    void trustAlso(const QList<QSslCertificate> &certificates) { m_channel.trustAlso(certificates); }

private:
    struct Heard
    {
        QString event;
        QByteArray payload;
    };

    [[nodiscard]] venues::ListRequests requestsFor(orders::ListKind kind);
    void connectReader(venues::ListReader &reader, orders::ListKind kind);
    void takeFrame(const base::Result<Frame> &frame, const QString &text);
    void takeEvents();
    void takeReject(const QByteArray &payload);
    void takeStatus(const orders::OrderPtr &order, net::RequestClass why, const CallResult &result);
    void readHistory(const orders::OrderPtr &order, net::RequestClass why);
    void takeHistory(const orders::OrderPtr &order, const CallResult &result);
    void takeTrades(const base::Result<orders::TradeList> &trades);
    void noteFailure(const base::Error &error);
    void poll();
    [[nodiscard]] RowContext context() const;
    [[nodiscard]] QByteArray accountPayload(const QByteArray &more = {}) const;
    [[nodiscard]] QByteArray orderPayload(const orders::Order &order, bool withAccount) const;

    venues::ConnectionProfile m_profile;
    base::Clock &m_clock;
    base::Redactor &m_redactor;
    net::RateLimiter m_limiter;
    net::WsChannel m_channel;
    CallQueue m_calls;
    ApexSession m_session;
    venues::ListReader m_open;
    venues::ListReader m_done;
    LiveOrders m_live;
    FrameDecoder m_decoder;
    base::Timer m_flush;
    base::Timer m_poll;
    std::vector<Heard> m_heard; // since the last flush
    base::MonoTime m_heardAt{0};
    base::MonoTime m_flushedAt{0};
    int m_polls = 0;
    base::Worker m_worker; // for trades
    bool m_isSuspended = false;
};

} // namespace alphapoint
