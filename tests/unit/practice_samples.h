// SPDX-License-Identifier: Apache-2.0
// Practice venues with a known day, for the tests of cancels and faults: one order of each kind under the ids
// of the documents' samples, or two plain orders and a plan of faults.
#pragma once

#include "practice_probe.h"

namespace probe {

using practice::Broker;
using practice::brokers;
using practice::Market;
using practice::PracticeOptions;
using practice::PracticeOrder;

/// The cancel that the fault tests send.
constexpr auto faultTarget = "/api/v1/orders/77?client_id=PKT1042&execution_type=REGULAR";

// A venue with order 77 open, and a plan for it.
struct FaultyVenue : Venue
{
    explicit FaultyVenue(const QByteArray &plan)
    {
        market().addOrder(order(u"77"_s));
        market().addOrder(order(u"78"_s));
        const Answer answer = ask(request("POST", "/practice/faults", {}, plan));
        if (answer.status != 200)
            qFatal("%s", answer.body.constData());
    }

    [[nodiscard]] Market &market() { return venue.market(Broker::Pocketful); }
    [[nodiscard]] QString status() { return market().book().find(u"77"_s)->status; }
    [[nodiscard]] int arrivals() { return venue.arrivals().count("DELETE", "/api/v1/orders/77"); }
};

inline QByteArray cancelPlan(const QByteArray &fault, const QByteArray &key = "77")
{
    return R"({"cancel":{")" + key + "\":" + fault + "}}";
}

// The account that the samples cancel in: one order of each kind, with the ids of the documents.
struct SampleVenue : Venue
{
    explicit SampleVenue(PracticeOptions options = stillOptions())
        : Venue(std::move(options))
    {
        for (const Broker broker : brokers)
            addOrders(venue.market(broker));
    }

    static void addOrders(Market &market)
    {
        market.addOrder(order(u"202403152052"_s, u"REGULAR"_s, {}, u"1100000029886168"_s));
        market.addOrder(order(u"2024030943"_s, u"AMO"_s, {}, {}, u"AMO_MODIFY_CONFIRMED"_s));
        PracticeOrder cover = order(u"202403132605"_s, u"CO"_s, u"ENTRY"_s, u"1300000034566552"_s);
        cover.basketId = u"20210531-23"_s;
        market.addOrder(cover);
        cover.leg = u"THIRD"_s;
        cover.exchangeOrderId = u"1300000034566560"_s;
        cover.status = u"TRIGGER_PENDING"_s;
        market.addOrder(cover);
        market.addOrder(
            order(u"20240314929"_s, u"BO"_s, u"ENTRY"_s, u"1100000012461398"_s, u"MODIFY_CONFIRMED"_s));
        market.addOrder(order(u"20240314929"_s, u"BO"_s, u"SECOND"_s, u"1100000012461405"_s, u"PENDING"_s));
        market.addOrder(order(u"20240314929"_s, u"BO"_s, u"THIRD"_s, u"1100000012461406"_s, u"PENDING"_s));
        market.addOrder(order(u"20210226-92"_s, u"SPD"_s, u"ENTRY"_s, u"10095"_s));
    }

    [[nodiscard]] QString status(const QString &orderId, const QString &leg = {},
                                 Broker broker = Broker::Pocketful)
    {
        return venue.market(broker).book().find(orderId, leg)->status;
    }
};

inline QByteArray bracketBody(const QByteArray &leg = "ENTRY",
                              const QByteArray &exchangeId = "1100000012461398",
                              const QByteArray &type = "BO", const QByteArray &client = "PKT1042",
                              const QByteArray &status = "MODIFY_CONFIRMED")
{
    return R"({"client_id":")" + client + R"(","exchange_order_id":")" + exchangeId +
           R"(","execution_type":")" + type + R"(","leg_order_indicator":")" + leg +
           R"(","oms_order_id":"20240314929","status":")" + status + R"("})";
}

} // namespace probe
