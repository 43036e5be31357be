// SPDX-License-Identifier: Apache-2.0
#include "support/tradelab_lab.h"

namespace support::lab {

namespace {

using enum cancel::TicketState;

constexpr TradelabKind kinds[] = {
    {"REGULAR", "101", ""},
    {"AMO", "102", ""},
    {"CO entry", "103", "ENTRY"},
    {"CO second leg", "104", "THIRD", true},
    {"BO entry", "105", "ENTRY"},
    {"BO stop leg", "106", "THIRD", true},
    {"BO target leg", "107", "SECOND", true},
    {"SPD", "108", "ENTRY"},
    {"part filled", "109", ""},
    {"BO entry, part filled", "110", "ENTRY"},
    {"SL-M", "111", ""},
};

// The ends are the only ones that lifecycle.md allows: an order that is over at the venue is Proved or
// FilledFirst (endFor), the last column says what a ticket is whose order stays open.
// clang-format off
constexpr Fault faults[] = {
    {"nothing", "", Deed::None, Receipt, Truth::Cancelled},
    {"connection refused", "", Deed::RefuseConnections, NotSent, Truth::Open, NotSent, 0, false, false, "", "no_connection"},
    {"wrong certificate", "", Deed::WrongCertificate, NotSent, Truth::Open, NotSent, 0, false, false, "", "no_connection"},
    {"dropped before reading", "", Deed::LeaveUnread, Unknown, Truth::Open, StillLive, 0, false, true},
    {"dropped before reading, used", "", Deed::LeaveUnread, Unknown, Truth::Open, StillLive, 0, true},
    {"dropped unacted", R"("do":"drop_before")", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"dropped unacted, used", R"("do":"drop_before")", Deed::None, Unknown, Truth::Open, StillLive, 1, true},
    {"dropped after acting", R"("do":"drop_after")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"dropped after acting, used", R"("do":"drop_after")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, true},
    {"half status line", R"("do":"half_status_line")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"half status line, used", R"("do":"half_status_line")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, true},
    {"half status line, unacted", R"("do":"half_status_line","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"half head", R"("do":"half_reply")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"half head, unacted", R"("do":"half_reply","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"half body", R"("do":"half_body")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"half body, unacted", R"("do":"half_body","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"hang", R"("do":"silence")", Deed::None, Unknown, Truth::Open, StillLive},
    {"hang after acting", R"("do":"silence","acts":true)", Deed::None, Unknown, Truth::Cancelled},
    {"slow drip", R"("do":"slow_drip","after_ms":50)", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"slow drip, unacted", R"("do":"slow_drip","after_ms":50,"acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"slow drip in time", R"("do":"slow_drip","after_ms":2)", Deed::None, Receipt, Truth::Cancelled, StillLive, 1, false, true},
    {"401", R"("do":"status","status":401)", Deed::None, NotTaken, Truth::Open, NotTaken, 1, false, true, "", "signed_out"},
    {"403", R"("do":"status","status":403)", Deed::None, NotTaken, Truth::Open, NotTaken, 1, false, true},
    {"40000", R"("do":"error_code","code":40000)", Deed::None, NotTaken, Truth::Open, NotTaken, 1, false, true},
    {"404", R"("do":"status","status":404)", Deed::None, Unknown, Truth::Open, StillLive},
    {"429", R"("do":"status","status":429,"retry_after":2)", Deed::None, NotTaken, Truth::Open, NotTaken, 1, false, false, "", "throttled"},
    {"429 without Retry-After", R"("do":"status","status":429,"bare":true)", Deed::None, NotTaken, Truth::Open, NotTaken, 1, false, false, "", "throttled"},
    {"500", R"("do":"status","status":500)", Deed::None, Unknown, Truth::Open, StillLive},
    {"502", R"("do":"status","status":502)", Deed::None, Unknown, Truth::Open, StillLive},
    {"502 after acting", R"("do":"status","status":502,"acts":true)", Deed::None, Unknown, Truth::Cancelled},
    {"503", R"("do":"status","status":503)", Deed::None, Unknown, Truth::Open, StillLive},
    {"HTML", R"("do":"html")", Deed::None, Unknown, Truth::Open, StillLive},
    {"HTML after acting", R"("do":"html","acts":true)", Deed::None, Unknown, Truth::Cancelled},
    {"garbage", R"("do":"garbage")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"garbage, used", R"("do":"garbage")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, true},
    {"garbage, unacted", R"("do":"garbage","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"other JSON", R"("do":"wrong_json")", Deed::None, Unknown, Truth::Cancelled},
    {"other JSON, unacted", R"("do":"wrong_json","acts":false)", Deed::None, Unknown, Truth::Open, StillLive},
    {"half the JSON", R"("do":"truncated_json")", Deed::None, Unknown, Truth::Cancelled},
    {"half the JSON, unacted", R"("do":"truncated_json","acts":false)", Deed::None, Unknown, Truth::Open, StillLive},
    {"no body", R"("do":"empty")", Deed::None, Unknown, Truth::Cancelled},
    {"no body, unacted", R"("do":"empty","acts":false)", Deed::None, Unknown, Truth::Open, StillLive},
    {"length too long", R"("do":"long_length")", Deed::None, Unknown, Truth::Cancelled},
    {"length too long, unacted", R"("do":"long_length","acts":false)", Deed::None, Unknown, Truth::Open, StillLive},
    {"length too short", R"("do":"short_length")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"length too short, unacted", R"("do":"short_length","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"redirect 301", R"("do":"status","status":301)", Deed::Redirect, Unknown, Truth::Open, StillLive},
    {"redirect 302", R"("do":"status","status":302)", Deed::Redirect, Unknown, Truth::Open, StillLive},
    {"redirect 303", R"("do":"status","status":303)", Deed::Redirect, Unknown, Truth::Open, StillLive},
    {"redirect 307", R"("do":"status","status":307)", Deed::Redirect, Unknown, Truth::Open, StillLive},
    {"redirect 308", R"("do":"status","status":308)", Deed::Redirect, Unknown, Truth::Open, StillLive},
    {"receipt of another order", R"("do":"foreign_id")", Deed::None, Unknown, Truth::Cancelled},
    {"hollow success", R"("do":"hollow_ok")", Deed::None, Receipt, Truth::Open, StillLive},
    {"refused", R"("do":"error_code","code":16115,"message":"cancel rejected")", Deed::None, RefusedUnverified, Truth::Open, Refused, 1, false, false, "", "refused"},
    {"45000", R"("do":"error_code","code":45000)", Deed::None, Unknown, Truth::Open, StillLive},
    {"not found", R"("do":"error_code","code":16060)", Deed::None, Unknown, Truth::Open, StillLive},
    {"cancel pending elsewhere", R"("do":"error_code","code":200116)", Deed::None, Receipt, Truth::Open, StillLive},
    {"receipt then fill", R"("do":"receipt_then_fill","after_ms":700)", Deed::None, Receipt, Truth::Filled},
    {"receipt then part and cancel", R"("do":"receipt_then_partial_then_cancel","after_ms":700)", Deed::None, Receipt, Truth::Cancelled},
    {"receipt then late cancel", R"("do":"receipt_then_cancel","after_ms":6000)", Deed::None, Receipt, Truth::Cancelled},
    {"receipt then CANCEL_REJECTED", R"("do":"receipt_then_cancel_rejected","after_ms":700)", Deed::None, Receipt, Truth::Open, Refused, 1, false, false, "", "cancel_rejected"},
    {"receipt then nothing", R"("do":"receipt_then_nothing")", Deed::None, Receipt, Truth::Open, StillLive},
    {"evidence before receipt", R"("do":"delay","after_ms":3000)", Deed::EvidenceFirst, Receipt, Truth::Cancelled, StillLive, 1, false, true},
    {"order vanishes for 10 s", R"("do":"receipt_then_nothing")", Deed::VanishFor10s, Receipt, Truth::Open, StillLive},
    {"order vanishes for 10 s, then cancelled", R"("do":"receipt_then_cancel","after_ms":11000)", Deed::VanishFor10s, Receipt, Truth::Cancelled},
    {"book empty by mistake", R"("do":"receipt_then_nothing")", Deed::EmptyFor10s, Receipt, Truth::Open, StillLive},
    {"book empty by mistake, then filled", R"("do":"receipt_then_fill","after_ms":11000)", Deed::EmptyFor10s, Receipt, Truth::Filled},
    {"book empty when asked for", "", Deed::EmptyBefore, NotSent, Truth::Open, NotSent, 0, false, false, "", "changed"},
    {"old lists after new ones", R"("do":"delay","after_ms":0)", Deed::OldLists, Receipt, Truth::Cancelled, StillLive, 1, false, false,
     R"(,"list":{"pending":[{"do":"delay","times":2},{"do":"stale_list"}],"completed":[{"do":"delay","times":2},{"do":"stale_list"}]})"},
    {"wall clock an hour on", R"("do":"receipt_then_cancel","after_ms":3000)", Deed::WallForward, Receipt, Truth::Cancelled},
    {"wall clock an hour on, nothing", R"("do":"receipt_then_nothing")", Deed::WallForward, Receipt, Truth::Open, StillLive},
    {"wall clock an hour back", R"("do":"receipt_then_cancel","after_ms":3000)", Deed::WallBack, Receipt, Truth::Cancelled},
    {"wall clock an hour back, nothing", R"("do":"receipt_then_nothing")", Deed::WallBack, Receipt, Truth::Open, StillLive},
    {"wall clock in the next day", R"("do":"receipt_then_cancel","after_ms":3000)", Deed::WallNextDay, Receipt, Truth::Cancelled},
    {"wall clock in the next day, nothing", R"("do":"receipt_then_nothing")", Deed::WallNextDay, Receipt, Truth::Open, StillLive},
    {"sleep in flight", R"("do":"delay","after_ms":3000)", Deed::SleepInFlight, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"sleep after the receipt", R"("do":"receipt_then_cancel","after_ms":3000)", Deed::SleepAfter, Receipt, Truth::Cancelled},
    {"standstill after the receipt", R"("do":"receipt_then_fill","after_ms":3000)", Deed::StallAfter, Receipt, Truth::Filled},
};
// clang-format on

} // namespace

std::span<const TradelabKind> tradelabKinds()
{
    return kinds;
}

std::span<const Fault> tradelabFaults()
{
    return faults;
}

Truth truthOf(const Fault &fault, const TradelabKind &kind)
{
    return fault.truth == Truth::Cancelled && kind.isOfPosition ? Truth::Filled : fault.truth;
}

} // namespace support::lab
