// SPDX-License-Identifier: Apache-2.0
// What to read to the broker's dealing desk when a cancel has no end: ids and quantities, one order a paragraph, in
// plain text. Pure functions over tickets.
#pragma once

#include "cancel/ticket.h"

#include <span>

namespace ui {

[[nodiscard]] QString escalationText(std::span<const cancel::TicketPtr> tickets);

} // namespace ui
