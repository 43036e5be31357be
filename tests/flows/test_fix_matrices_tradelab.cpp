// SPDX-License-Identifier: Apache-2.0
// FIX's cancel matrices at a Tradelab broker, through the whole engine: pending cancels stand in the book,
// and refusals come as answers or as rows.
#include "support/fix_matrices.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using practice::Deed;
using practice::PracticeOrder;
using support::FixAnswer;
using support::FixScenario;
using support::Flow;
using support::FlowOptions;
using Kind = Deed::Kind;

namespace {

class TradelabFix : public support::FixVenue
{
public:
    FlowOptions options() const override
    {
        FlowOptions options;
        options.venue.market.cancelLatency = 3s;
        return options;
    }

    QString place(Flow &flow, const FixScenario &scenario) const override
    {
        PracticeOrder order = Flow::order({}); // its number is the venue's
        order.quantity = support::fixQuantity;
        if (scenario.isUnacknowledged)
            order.status = u"ACCEPTED"_s;
        PracticeOrder &placed = flow.market().addOrder(order);
        if (scenario.isUnacknowledged) {
            placed.exchangeOrderId.clear();
            placed.exchangeTime = 0;
            placed.lastActivity = 0;
        }
        return placed.orderId;
    }

    void perform(Flow &flow, const QString &id, const Deed &deed) const override
    {
        flow.market().perform(*flow.market().book().find(id), deed);
        if (deed.kind == Kind::Hide) // nor has its history anything to tell
            flow.plan(R"({"history":{")" + id.toUtf8() +
                      R"(":{"do":"error_code","message":"Order not found"}}})");
    }

    void scriptCancel(Flow &flow, const QString &id, const practice::Script &script) const override
    {
        flow.market().scriptCancel(*flow.market().book().find(id), script);
    }

    QByteArray fault(FixAnswer answer) const override
    {
        switch (answer) {
        case FixAnswer::Honest:
            return R"("do":"delay")";
        case FixAnswer::Refused:
            return R"("do":"error_code","code":44000,"message":"not now","acts":true)";
        case FixAnswer::Lost:
            return R"("do":"drop_after")";
        case FixAnswer::NotTaken:
            return R"("do":"drop_before")";
        }
        Q_UNREACHABLE();
    }

    QString standing(Flow &flow, const QString &id) const override
    {
        const PracticeOrder &order = *flow.market().book().find(id);
        return u"%1 %2+%3"_s.arg(order.status).arg(order.filled).arg(order.shownRemaining());
    }

    QString statusAfter(Kind last, int filled) const override
    {
        switch (last) {
        case Kind::Cancel:
            return u"CANCEL_CONFIRMED"_s;
        case Kind::RejectCancel:
            return u"CANCEL_REJECTED"_s;
        case Kind::Fill:
            return filled == support::fixQuantity ? u"COMPLETE"_s : u"PARTIAL_TRADE"_s;
        default:
            return u"CONFIRMED"_s;
        }
    }

    int arrivals(const Flow &flow, const QString &id) const override { return flow.cancelsOf(id); }
};

const TradelabFix tradelab;

} // namespace

class TestFixMatricesTradelab : public support::FixMatrices
{
    Q_OBJECT

public:
    TestFixMatricesTradelab()
        : FixMatrices(tradelab)
    {
    }
};

QTEST_GUILESS_MAIN(TestFixMatricesTradelab)
#include "test_fix_matrices_tradelab.moc"
