// SPDX-License-Identifier: Apache-2.0
// The practice venue: one server on 127.0.0.1 that behaves as the brokers do, with books that move and faults
// on demand. Started by the CLI, by --practice and by tests; tests also write its day from inside. It is
// written from the brokers' documents, never from our own client, and never reaches out of this machine.
#pragma once

#include "practice/apex_gateway.h"
#include "practice/http_server.h"
#include "practice/tradelab_routes.h"

#include <QUrl>

namespace practice {

struct PracticeOptions
{
    quint16 port = 0; // 0 takes a free one
    int orders = 40;  // open orders per account
    quint64 seed = 1;
    bool still = false; // nothing moves by itself
    MarketOptions market;
    TradelabOptions tradelab;
    ApexOptions apex;
    std::optional<QString> apexCode;      // a password alone does not sign in: this code is asked for
    bool apexConnection = false;          // connections() has the APEX gateway too
    std::optional<QSslConfiguration> tls; // with a certificate and its key
};

/// What a client needs to sign in, new at each start. Meant to be printed by the `practice` command.
struct PracticeCredentials
{
    QString url;
    QString webSocketUrl;
    QString clientId; // of the first connection
    qint64 accountId = 0;
    qint64 omsId = 0;
    qint64 userId = 0;
    QString token;
    QString apiKey;
    QString apiSecret;
    QString user;
    QString password;

    /// {"url", "ws_url", "client_id", ...} on one line.
    [[nodiscard]] QByteArray toJson() const;
};

struct PracticeConnection
{
    QString name;
    QString broker;
    QUrl url;
    QString clientId;
    base::Secret secret;  // as `connections add` takes it
    qint64 accountId = 0; // these three for APEX alone
    qint64 omsId = 0;
    qint64 userId = 0;
};

class PracticeVenue : public QObject
{
    Q_OBJECT

public:
    PracticeVenue(base::Clock &clock, PracticeOptions options);
    ~PracticeVenue() override;

    [[nodiscard]] base::Status start();
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] PracticeCredentials credentials() const;
    [[nodiscard]] std::vector<PracticeConnection> connections() const;

    /// The account of this broker, to write its day: addOrder, fill, setStatus, removeFromLists.
    [[nodiscard]] Market &market(Broker broker) { return m_accounts.market(broker); }
    /// The APEX market, for all its accounts.
    [[nodiscard]] ApexMarket &apex() { return m_apex.market(); }
    [[nodiscard]] ApexGateway &apexGateway() { return m_apex; }
    [[nodiscard]] ArrivalLog &arrivals() { return m_arrivals; }
    void setFaults(FaultPlan plan);
    [[nodiscard]] base::Status setFaults(const QByteArray &json);
    /// For the feed and further venue families, which share the port.
    [[nodiscard]] HttpServer &server() { return m_server; }

private:
    [[nodiscard]] QUrl webSocketUrl() const;
    [[nodiscard]] std::uint64_t noteHead(const HttpRequest &request);
    void handle(const HttpRequest &request, HttpResponder responder);
    [[nodiscard]] HttpReply ownReply(const HttpRequest &request);

    base::Clock &m_clock;
    PracticeOptions m_options;
    PracticeCredentials m_secrets; // without the URLs
    Agenda m_agenda;
    ArrivalLog m_arrivals;
    Accounts m_accounts;
    TradelabRoutes m_tradelab;
    ApexGateway m_apex;
    HttpServer m_server;
};

} // namespace practice
