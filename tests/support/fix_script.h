// SPDX-License-Identifier: Apache-2.0
// FIX's cancel matrices as scripts: what a venue does before a cancel, on its way and after it has arrived,
// and how everything stands at the end. The same scenarios are played at every family through the whole
// engine; FixVenue says how a family does the deeds. Nothing in them knows a wire format.
#pragma once

#include "support/engine_fixture.h"

namespace support {

/// The order of every scenario.
inline constexpr int fixQuantity = 10'000;

/// What the venue makes of the request, besides what the script does to the order.
enum class FixAnswer {
    Honest,   // as the venue answers by itself
    Refused,  // an error in so many words
    Lost,     // the request has arrived, and its answer never comes
    NotTaken, // lost before it arrived
};

/// Which of the two the program hears first.
enum class FixOrder { AnswerFirst, EvidenceFirst };

struct FixScenario
{
    const char *name = "";
    practice::Script before;               // and read by the program before it asks
    practice::Script crossing;             // while the request is on its way: nobody but the venue knows
    std::optional<practice::Script> after; // from the arrival on; none = the venue's usual course
    FixAnswer answer = FixAnswer::Honest;
    bool isUnacknowledged = false; // the exchange has not got the order yet

    cancel::TicketState end = cancel::TicketState::Queued;
    practice::Deed::Kind last =
        practice::Deed::Kind::Cancel; // Cancel, Fill (whole) or RejectCancel: how the order stands
    int filled = 0;                   // of the order
    int meanwhile = 0;                // of it, since the request left
    bool isAlarmed = false;           // besides the fills: somebody has to look at it
};

/// How one family of venues does it.
class FixVenue
{
public:
    virtual ~FixVenue() = default;
    [[nodiscard]] virtual FlowOptions options() const = 0;
    /// Gives the order's id.
    [[nodiscard]] virtual QString place(Flow &flow, const FixScenario &scenario) const = 0;
    virtual void perform(Flow &flow, const QString &id, const practice::Deed &deed) const = 0;
    virtual void scriptCancel(Flow &flow, const QString &id, const practice::Script &script) const = 0;
    /// The fault, without its times.
    [[nodiscard]] virtual QByteArray fault(FixAnswer answer) const = 0;
    /// "CANCEL_CONFIRMED 6000+0": status, filled and remaining at the venue.
    [[nodiscard]] virtual QString standing(Flow &flow, const QString &id) const = 0;
    /// The venue's word for an order that ended so.
    [[nodiscard]] virtual QString statusAfter(practice::Deed::Kind last, int filled) const = 0;
    [[nodiscard]] virtual int arrivals(const Flow &flow, const QString &id) const = 0;
};

/// D1 to D10, D12, D16, D18 and D19; the others are no single request, or none at all.
[[nodiscard]] const std::vector<FixScenario> &fixScenarios();

/// One scenario from the order's placing to its end.
class FixRun
{
public:
    FixRun(const FixVenue &venue, FixScenario scenario, FixOrder order = FixOrder::AnswerFirst);

    /// Some of these, now.
    void perform(const practice::Script &deeds);
    /// Asks, and waits for the end; then for a while longer, in which nothing may change.
    void play();
    /// Reads the lists now, and waits for them.
    void look();

    /// "CANCEL_CONFIRMED 6000+0": status, filled and remaining.
    [[nodiscard]] QString venueStanding();
    [[nodiscard]] QString bookStanding() const;
    [[nodiscard]] int arrivals() const;
    /// "proved, 4000 meanwhile; venue CANCEL_CONFIRMED 6000+0; book CANCEL_CONFIRMED 6000+0; ..."
    [[nodiscard]] QString outcome();
    [[nodiscard]] QString expected() const;
    [[nodiscard]] const QStringList &alarms() const { return flow.engine->alarms; }
    /// What the alarms told as filled, summed up; a trade that was taken back counts down.
    [[nodiscard]] base::Decimal alarmedFills() const;
    /// Alarms that tell of something else.
    [[nodiscard]] QStringList otherAlarms() const;

    Flow flow;
    QString id;        // of the order
    QString bystander; // another order, which nobody touches
    QString ticket;    // its id

private:
    [[nodiscard]] QByteArray fault() const;

    const FixVenue &m_venue;
    FixScenario m_scenario;
    FixOrder m_order;
};

} // namespace support
