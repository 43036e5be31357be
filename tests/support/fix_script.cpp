// SPDX-License-Identifier: Apache-2.0
#include "support/fix_script.h"

#include <QRegularExpression>

namespace support {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using practice::Deed;
using practice::Script;
using Kind = Deed::Kind;

namespace {

// A cancel's course at the venue: far enough apart that the program sees each state.
constexpr auto early = 500ms;
constexpr auto middle = 1500ms;
constexpr auto late = 3000ms;
constexpr auto lookBefore = 4s; // what the venue has done by then is read ...
constexpr auto lateAnswer = 6s; // ... before the answer comes, within the deadline
constexpr auto afterTheEnd = 8s;

Script pendingThen(Kind last)
{
    return {{early, Kind::MarkPending}, {late, last}};
}

Script pendingFillThen(Kind fill, int quantity, Kind last)
{
    return {{early, Kind::MarkPending}, {middle, fill, quantity}, {late, last}};
}

std::vector<FixScenario> makeScenarios()
{
    const Script none;
    const Script part{{0ms, Kind::Fill, 2000}};
    const Script more{{0ms, Kind::Fill, 3000}};
    const Script whole{{0ms, Kind::Fill, fixQuantity}};
    const Script refusal{{early, Kind::RejectCancel}};
    const Script cancelled = pendingThen(Kind::Cancel);
    const Script refused = pendingThen(Kind::RejectCancel);
    const Script filledThenCancelled = pendingFillThen(Kind::Fill, 1000, Kind::Cancel);
    const Script filledThenRefused = pendingFillThen(Kind::Fill, 1000, Kind::RejectCancel);
    const Script filled = pendingFillThen(Kind::FillKeepingStatus, 5000, Kind::RejectCancel);
    const Script acknowledged{{early, Kind::MarkPending}, {middle, Kind::Acknowledge}, {late, Kind::Cancel}};

    using A = FixAnswer;
    using S = TicketState;
    return {
        {"D1 zero-filled, accepted", none, none, cancelled, A::Honest, false, S::Proved, Kind::Cancel},
        {"D2 zero-filled, refused at once", none, none, refusal, A::Honest, false, S::Refused,
         Kind::RejectCancel},
        {"D2 zero-filled, refused by the answer", none, none, none, A::Refused, false, S::Refused,
         Kind::Acknowledge},
        {"D3 zero-filled, refused after pending", none, none, refused, A::Honest, false, S::Refused,
         Kind::RejectCancel},
        {"D4 part-filled before and while pending, accepted", part, more, filledThenCancelled, A::Honest,
         false, S::Proved, Kind::Cancel, 6000, 4000},
        {"D5 part-filled, refused before pending", part, more, refusal, A::Honest, false, S::Refused,
         Kind::RejectCancel, 5000, 3000},
        {"D5 part-filled, refused by the answer", part, more, none, A::Refused, false, S::Refused, Kind::Fill,
         5000, 3000},
        {"D6 part-filled, refused after a fill in pending", part, more, filledThenRefused, A::Honest, false,
         S::Refused, Kind::RejectCancel, 6000, 4000},
        {"D7 filled before the cancel is taken", part, more, filled, A::Honest, false, S::FilledFirst,
         Kind::Fill, fixQuantity, 8000},
        {"D8 filled, the request meets a done order", none, whole, std::nullopt, A::Honest, false,
         S::FilledFirst, Kind::Fill, fixQuantity, fixQuantity},
        {"D9 not acknowledged yet", none, none, acknowledged, A::Honest, true, S::Proved, Kind::Cancel},
        {"D10 the acknowledgement crosses the cancel",
         none,
         {{0ms, Kind::Acknowledge}},
         cancelled,
         A::Honest,
         true,
         S::Proved,
         Kind::Cancel},
        {"D12 a second cancel while the first is pending",
         none,
         {{0ms, Kind::AskElsewhere}},
         std::nullopt,
         A::Honest,
         false,
         S::Proved,
         Kind::Cancel},
        {"D16 cancel of a cancelled order",
         part,
         {{0ms, Kind::Cancel}},
         std::nullopt,
         A::Honest,
         false,
         S::Proved,
         Kind::Cancel,
         2000},
        {"D18 cancelled, then a fill is taken back and told anew",
         {{0ms, Kind::Fill, 5000}},
         none,
         Script{{early, Kind::MarkPending},
                {1000ms, Kind::Cancel},
                {2000ms, Kind::Bust, 5000},
                {late, Kind::FillKeepingStatus, 4000}},
         A::Honest,
         false,
         S::Proved,
         Kind::Cancel,
         4000,
         -1000},
        {"D19 lost answer, as D1", none, none, cancelled, A::Lost, false, S::Proved, Kind::Cancel},
        {"D19 lost answer, as D3", none, none, refused, A::Lost, false, S::Refused, Kind::RejectCancel},
        {"D19 lost answer, as D4", part, more, filledThenCancelled, A::Lost, false, S::Proved, Kind::Cancel,
         6000, 4000},
        {"D19 lost answer, as D6", part, more, filledThenRefused, A::Lost, false, S::Refused,
         Kind::RejectCancel, 6000, 4000},
        {"D19 lost answer, as D7", part, more, filled, A::Lost, false, S::FilledFirst, Kind::Fill,
         fixQuantity, 8000},
        {"D19 lost answer, as D8", none, whole, std::nullopt, A::Lost, false, S::FilledFirst, Kind::Fill,
         fixQuantity, fixQuantity},
        {"D19 lost answer, and nothing follows", part, none, none, A::Lost, false, S::StillLive, Kind::Fill,
         2000, 0, true},
        {"D19 lost on its way there", part, more, none, A::NotTaken, false, S::StillLive, Kind::Fill, 5000,
         3000, true},
    };
}

const QRegularExpression &fillAlarm()
{
    static const QRegularExpression words(
        u"filled (?<more>[0-9.]+) more (while cancelling|after its cancel was over)$|a fill of (?<less>[0-9.]+) was taken back"_s);
    return words;
}

} // namespace

const std::vector<FixScenario> &fixScenarios()
{
    static const std::vector<FixScenario> scenarios = makeScenarios();
    return scenarios;
}

FixRun::FixRun(const FixVenue &venue, FixScenario scenario, FixOrder order)
    : flow(venue.options())
    , m_venue(venue)
    , m_scenario(std::move(scenario))
    , m_order(order)
{
    id = venue.place(flow, m_scenario);
    bystander = venue.place(flow, {});
    perform(m_scenario.before);
    flow.start();
    if (m_scenario.after)
        venue.scriptCancel(flow, id, *m_scenario.after);
    if (const QByteArray planned = fault(); !planned.isEmpty())
        flow.plan(id, planned + R"(,"times":1)");
}

QByteArray FixRun::fault() const
{
    QByteArray planned = m_venue.fault(m_scenario.answer);
    if (m_order == FixOrder::EvidenceFirst)
        planned += R"(,"after_ms":)" + QByteArray::number(base::milliseconds(lateAnswer).count());
    return planned;
}

void FixRun::perform(const Script &deeds)
{
    for (const Deed &deed : deeds)
        m_venue.perform(flow, id, deed);
}

void FixRun::play()
{
    perform(m_scenario.crossing);
    ticket = flow.cancel(id);
    if (m_order == FixOrder::EvidenceFirst) {
        flow.run(lookBefore);
        look();
    }
    static_cast<void>(flow.runUntilState(ticket, m_scenario.end));
    flow.run(afterTheEnd);
    look();
}

void FixRun::look()
{
    flow.run(2100ms); // a press so soon after another one joins it
    flow.engine->desk.refresh();
    flow.run(400ms);
}

QString FixRun::venueStanding()
{
    return m_venue.standing(flow, id);
}

int FixRun::arrivals() const
{
    return m_venue.arrivals(flow, id);
}

QString FixRun::outcome()
{
    const cancel::TicketPtr now = flow.ticket(ticket);
    return u"%1, %2 meanwhile; venue %3; book %4; alarmed %5, %6; arrivals %7; writes %8"_s
        .arg(nameOf(now->state), now->filledMeanwhile.toText(), venueStanding(), bookStanding(),
             now->state == TicketState::FilledFirst ? u"-"_s : alarmedFills().toText(),
             otherAlarms().isEmpty() ? u"quiet"_s : u"loud"_s)
        .arg(arrivals())
        .arg(now->writes);
}

QString FixRun::expected() const
{
    const bool isOver = m_scenario.end == TicketState::Proved || m_scenario.end == TicketState::FilledFirst;
    const QString standing = u"%1 %2+%3"_s.arg(m_venue.statusAfter(m_scenario.last, m_scenario.filled))
                                 .arg(m_scenario.filled)
                                 .arg(isOver ? 0 : fixQuantity - m_scenario.filled);
    return u"%1, %2 meanwhile; venue %3; book %3; alarmed %4, %5; arrivals %6; writes 1"_s
        .arg(nameOf(m_scenario.end), QString::number(m_scenario.meanwhile), standing,
             m_scenario.end == TicketState::FilledFirst ? u"-"_s : QString::number(m_scenario.meanwhile),
             m_scenario.isAlarmed ? u"loud"_s : u"quiet"_s)
        .arg(1);
}

QString FixRun::bookStanding() const
{
    const orders::OrderPtr row = flow.row(id);
    if (!row)
        return u"none"_s;
    return u"%1 %2+%3"_s.arg(row->venueStatus, row->filled.toText(), row->remaining().toText());
}

base::Decimal FixRun::alarmedFills() const
{
    base::Decimal sum = 0;
    for (const QString &each : flow.engine->alarms) {
        const auto match = fillAlarm().match(each);
        if (match.hasCaptured(u"more"_s))
            sum = sum.plus(*base::Decimal::fromText(match.captured(u"more"_s)));
        else if (match.hasMatch())
            sum = sum.minus(*base::Decimal::fromText(match.captured(u"less"_s)));
    }
    return sum;
}

QStringList FixRun::otherAlarms() const
{
    QStringList others = flow.engine->alarms;
    others.removeIf([](const QString &each) { return fillAlarm().match(each).hasMatch(); });
    return others;
}

} // namespace support
