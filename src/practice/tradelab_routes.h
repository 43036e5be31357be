// SPDX-License-Identifier: Apache-2.0
// The HTTP face of the three Tradelab brokers: finds the route, the broker and the account of a request,
// checks the sign-in, and answers lists, histories, trades and user calls; cancels go to CancelRoute.
// PracticeVenue hands it every request that is not its own.
#pragma once

#include "practice/authorization.h"
#include "practice/cancel_route.h"

#include <set>

namespace practice {

struct TradelabOptions
{
    std::set<Broker> strict; // take their own header, encoding and status alone
    int errorStatus = 200;   // the HTTP status of error envelopes; no document names it
};

class TradelabRoutes
{
public:
    TradelabRoutes(Accounts &accounts, Agenda &agenda, ArrivalLog &arrivals, Authorization authorization,
                   TradelabOptions options);

    void handle(const HttpRequest &request, HttpResponder responder);
    void setPlan(FaultPlan plan);

private:
    struct Route;

    [[nodiscard]] static std::optional<Route> findRoute(const HttpRequest &request);
    [[nodiscard]] static Broker brokerOf(const HttpRequest &request);
    [[nodiscard]] bool isSignedIn(const TradelabCall &call) const;
    void answer(const Route &route, const TradelabCall &call);
    void answerRead(const Route &route, const TradelabCall &call);
    [[nodiscard]] HttpReply read(const Route &route, const TradelabCall &call);
    [[nodiscard]] HttpReply list(const QString &type, Market &market) const;
    [[nodiscard]] static HttpReply history(const QString &orderId, Market &market);
    [[nodiscard]] static HttpReply trades(Market &market);
    [[nodiscard]] static HttpReply user(const QString &what, Market &market);
    void takeSnapshots();

    Accounts &m_accounts;
    ArrivalLog &m_arrivals;
    Authorization m_authorization;
    TradelabOptions m_options;
    FaultPlayer m_player;
    CancelRoute m_cancelRoute;
    FaultPlan m_plan;
    QHash<QString, HttpReply> m_snapshots; // by client id and list
};

} // namespace practice
