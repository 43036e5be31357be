// SPDX-License-Identifier: Apache-2.0
// DELETE on an order of a Tradelab broker: checks the parameters as the documents let expect (wire.md A7),
// takes the cancel to the market and answers with a receipt. TradelabRoutes calls it for requests that are
// signed in. A receipt is no cancel: the book shows that later.
#pragma once

#include "practice/accounts.h"
#include "practice/arrival_log.h"
#include "practice/cancel_parameters.h"
#include "practice/fault_player.h"

namespace practice {

/// One signed-in request: which broker it means, and how exactly that broker takes things.
struct TradelabCall
{
    const HttpRequest &request;
    HttpResponder responder;
    Broker broker;
    bool isStrict;
    int errorStatus; // the HTTP status that error envelopes come with
};

class CancelRoute
{
public:
    CancelRoute(Accounts &accounts, Agenda &agenda, ArrivalLog &arrivals, const FaultPlayer &player);

    void handle(const TradelabCall &call, bool isKartPath, const QString &pathId, FaultPlan &plan);

private:
    struct Target
    {
        Market *market = nullptr;
        PracticeOrder *order = nullptr; // nullptr: the refusal is the answer
        HttpReply refusal;
    };

    [[nodiscard]] Target check(const TradelabCall &call, const CancelParameters &parameters, bool isKartPath);
    [[nodiscard]] static Target checkRegular(Market &market, const CancelParameters &parameters);
    [[nodiscard]] static Target checkKart(Market &market, const CancelParameters &parameters, bool isStrict);
    [[nodiscard]] HttpReply act(const Target &target, const std::optional<Fault> &fault, int errorStatus);
    void playOut(Market &market, PracticeOrder &order, const Fault &fault);
    [[nodiscard]] static HttpReply receipt(const Market &market, const PracticeOrder &order);

    Accounts &m_accounts;
    Agenda &m_agenda;
    ArrivalLog &m_arrivals;
    const FaultPlayer &m_player;
};

} // namespace practice
