// SPDX-License-Identifier: Apache-2.0
// What the rules say of one row, as names, for the tests of cancel_rules.
#pragma once

#include "cancel/cancel_rules.h"
#include "support/cancel_rows.h"

namespace support {

/// When the cancels of these tests have left.
inline constexpr base::MonoTime sent = base::seconds(100);

inline QStringList said(cancel::TrackedTicket &tracked, const orders::Order &row, base::MonoTime began,
                        orders::ListKind kind = orders::ListKind::Pending)
{
    QStringList names;
    for (const cancel::TicketEvent event : cancel::judge(tracked, row, {kind, began}))
        names << cancel::eventName(event);
    return names;
}

inline QStringList only(cancel::TicketEvent event)
{
    return {cancel::eventName(event)};
}

/// Without the venue's own count, as after-market orders are.
inline orders::Order unmarked(orders::Order row)
{
    row.marker.reference.clear();
    return row;
}

} // namespace support
