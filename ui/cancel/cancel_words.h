// SPDX-License-Identifier: Apache-2.0
// What is said about the effect of cancelling an order, and about a cancel under way. Button, dialog, dock and
// screen reader all take their words from here. Pure functions over values; nothing here decides.
#pragma once

#include "cancel/ticket.h"
#include "desk/cancel_plan.h"
#include "ui/orders/cancel_mark.h"
#include "ui/shell/tone.h"

namespace ui {

// Effects
/// "Cancel", "Cancel entry and its legs", "MAY TRADE", "Effect unknown"
[[nodiscard]] QString effectTitle(orders::Effect effect);
/// For the button: "3 cancel", "1 entry and its legs", "1 MAY TRADE", "1 effect unknown"
[[nodiscard]] QString effectCount(orders::Effect effect, int count);

// Cancels
/// The words at the right of a proof strip.
[[nodiscard]] QString ticketWords(const cancel::Ticket &ticket);
[[nodiscard]] Tone ticketTone(cancel::TicketState state);
/// "Queued", "Receipt, not proved", "Proved cancelled" ...
[[nodiscard]] QString ticketStateTitle(cancel::TicketState state);
/// A reason of cancel/reasons.h for people; an unknown one as it is.
[[nodiscard]] QString reasonWords(const QString &why);
/// Of a plan's order that cannot be sent.
[[nodiscard]] QString obstacleWords(const desk::PlannedCancel &planned);

[[nodiscard]] CancelStep stepOf(cancel::TicketState state);

} // namespace ui
