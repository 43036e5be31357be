// SPDX-License-Identifier: Apache-2.0
// FIX's cancel matrices at an APEX exchange, through the whole engine: there is no pending state, what
// happens is told by events, and a cancel that fails late is told by an event of its own.
#include "support/fix_matrices.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using practice::ApexOrder;
using practice::Deed;
using support::FixAnswer;
using support::FixScenario;
using support::Flow;
using support::FlowOptions;
using Kind = Deed::Kind;

namespace {

class ApexFix : public support::FixVenue
{
public:
    FlowOptions options() const override
    {
        FlowOptions options = FlowOptions::onApex();
        options.venue.market.cancelLatency = 3s;
        return options;
    }

    // An order that is not known to the exchange yet is in no list: here its acknowledgement is only told
    // once more.
    QString place(Flow &flow, const FixScenario &) const override
    {
        ApexOrder order;
        order.quantity = support::fixQuantity;
        return flow.placeAtApex(order);
    }

    void perform(Flow &flow, const QString &id, const Deed &deed) const override
    {
        flow.venue->apex().perform(id.toLongLong(), deed);
    }

    void scriptCancel(Flow &flow, const QString &id, const practice::Script &script) const override
    {
        flow.venue->apex().scriptCancel(id.toLongLong(), script);
    }

    // The line itself stays: what is told while it is down is told to nobody (test_apex_line).
    QByteArray fault(FixAnswer answer) const override
    {
        switch (answer) {
        case FixAnswer::Honest:
            return R"("do":"delay")";
        case FixAnswer::Refused:
            return R"("do":"error_code","code":100,"message":"not now","acts":true)";
        case FixAnswer::Lost:
            return R"("do":"silence","acts":true)";
        case FixAnswer::NotTaken:
            return R"("do":"silence")";
        }
        Q_UNREACHABLE();
    }

    QString standing(Flow &flow, const QString &id) const override
    {
        const ApexOrder &order = *flow.venue->apex().find(id.toLongLong());
        return u"%1 %2+%3"_s.arg(practice::apexStateName(order.state), order.executed.toText(),
                                 order.remaining().toText());
    }

    QString statusAfter(Kind last, int filled) const override
    {
        if (last == Kind::Cancel)
            return u"Canceled"_s;
        return last == Kind::Fill && filled == support::fixQuantity ? u"FullyExecuted"_s : u"Working"_s;
    }

    int arrivals(const Flow &flow, const QString &id) const override { return flow.calls("CancelOrder", id); }
};

const ApexFix apex;

} // namespace

class TestFixMatricesApex : public support::FixMatrices
{
    Q_OBJECT

public:
    TestFixMatricesApex()
        : FixMatrices(apex)
    {
    }
};

QTEST_GUILESS_MAIN(TestFixMatricesApex)
#include "test_fix_matrices_apex.moc"
