// SPDX-License-Identifier: Apache-2.0
#include "support/apex_lab.h"

namespace support::lab {

namespace {

using enum cancel::TicketState;

constexpr ApexKind kinds[] = {
    {"Limit", "Limit", "19010", "0"},
    {"Market", "Market", "0", "0"},
    {"StopMarket", "StopMarket", "0", "17900"},
    {"StopLimit", "StopLimit", "20150", "20100"},
    {"TrailingStopMarket", "TrailingStopMarket", "0", "18500"},
    {"one of a pair", "Limit", "21000", "0", true},
    {"known by its client id", "Limit", "18000", "0", false, true},
    {"TrailingStopLimit", "TrailingStopLimit", "18400", "18500"},
    {"part filled", "Limit", "19005", "0", false, false, "0.4"},
};

// The ends are the only ones that lifecycle.md allows: an order that is over at the venue is Proved or
// FilledFirst (endFor), the column after the truth says what a ticket is whose order stays open. Where the
// answer is lost and the line is not, the order's event comes first: the ticket is proved by that. An event
// that comes with the receipt is taken with it, a few milliseconds later (apex_events.cpp).
// clang-format off
constexpr Fault faults[] = {
    {"nothing", "", Deed::None, Receipt, Truth::Cancelled},
    {"connection refused", "", Deed::RefuseConnections, NotSent, Truth::Open, NotSent, 0, false, false, "", "no_connection"},
    {"wrong certificate", "", Deed::WrongCertificate, NotSent, Truth::Open, NotSent, 0, false, false, "", "no_connection"},
    {"redirect to another host", "", Deed::Redirect, NotSent, Truth::Open, NotSent, 0, false, false, "", "no_connection"},
    {"dropped before reading", "", Deed::LeaveUnread, Unknown, Truth::Open, StillLive, 0, false, true},
    {"dropped unacted", R"("do":"drop_before")", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"dropped after acting", R"("do":"drop_after")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"half a frame's head", R"("do":"half_status_line")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"half a frame's head, unacted", R"("do":"half_status_line","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"half a frame", R"("do":"half_body")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"half a frame, unacted", R"("do":"half_body","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"half a text", R"("do":"half_reply")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"half a text, unacted", R"("do":"half_reply","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"hang", R"("do":"silence")", Deed::None, Unknown, Truth::Open, StillLive},
    {"hang after acting", R"("do":"silence","acts":true)", Deed::None, Proved, Truth::Cancelled},
    {"slow drip", R"("do":"slow_drip","after_ms":100)", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"slow drip, unacted", R"("do":"slow_drip","after_ms":100,"acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"slow drip in time", R"("do":"slow_drip","after_ms":10)", Deed::None, Receipt, Truth::Cancelled, StillLive, 1, false, true},
    {"401", R"("do":"status","status":401)", Deed::None, NotTaken, Truth::Open, NotTaken, 1, false, true},
    {"403", R"("do":"status","status":403)", Deed::None, NotTaken, Truth::Open, NotTaken, 1, false, true},
    {"404", R"("do":"status","status":404)", Deed::None, Unknown, Truth::Open, StillLive},
    {"429", R"("do":"m5_text","message":"TOO MANY REQUESTS")", Deed::None, NotTaken, Truth::Open, NotTaken, 1, false, true, "", "throttled"},
    {"429 in plain words", R"("do":"status","status":429)", Deed::None, Unknown, Truth::Open, StillLive},
    {"500", R"("do":"status","status":500)", Deed::None, Unknown, Truth::Open, StillLive},
    {"502", R"("do":"status","status":502)", Deed::None, Unknown, Truth::Open, StillLive},
    {"502 after acting", R"("do":"status","status":502,"acts":true)", Deed::None, Unknown, Truth::Cancelled},
    {"503", R"("do":"status","status":503)", Deed::None, Unknown, Truth::Open, StillLive},
    {"HTML", R"("do":"html")", Deed::None, Unknown, Truth::Open, StillLive},
    {"HTML after acting", R"("do":"html","acts":true)", Deed::None, Proved, Truth::Cancelled},
    {"garbage", R"("do":"garbage")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"garbage, unacted", R"("do":"garbage","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"other JSON", R"("do":"wrong_json")", Deed::None, Proved, Truth::Cancelled},
    {"other JSON, unacted", R"("do":"wrong_json","acts":false)", Deed::None, Unknown, Truth::Open, StillLive},
    {"half the JSON", R"("do":"truncated_json")", Deed::None, Proved, Truth::Cancelled},
    {"half the JSON, unacted", R"("do":"truncated_json","acts":false)", Deed::None, Unknown, Truth::Open, StillLive},
    {"empty", R"("do":"empty")", Deed::None, Proved, Truth::Cancelled},
    {"empty, unacted", R"("do":"empty","acts":false)", Deed::None, Unknown, Truth::Open, StillLive},
    {"length too long", R"("do":"long_length")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"length too long, unacted", R"("do":"long_length","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"length too short", R"("do":"short_length")", Deed::None, Unknown, Truth::Cancelled, StillLive, 1, false, true},
    {"length too short, unacted", R"("do":"short_length","acts":false)", Deed::None, Unknown, Truth::Open, StillLive, 1, false, true},
    {"answer to another call", R"("do":"foreign_id")", Deed::None, Proved, Truth::Cancelled},
    {"plain words", R"("do":"m5_text")", Deed::None, Unknown, Truth::Open, StillLive},
    {"20", R"("do":"error_code","code":20)", Deed::None, NotTaken, Truth::Open, NotTaken, 1, false, true},
    {"100", R"("do":"error_code","code":100)", Deed::None, RefusedUnverified, Truth::Open, Refused, 1, false, false, "", "refused"},
    {"101", R"("do":"error_code","code":101)", Deed::None, RefusedUnverified, Truth::Open, Refused, 1, false, false, "", "refused"},
    {"102", R"("do":"error_code","code":102)", Deed::None, Unknown, Truth::Open, StillLive},
    {"104", R"("do":"error_code","code":104)", Deed::None, Unknown, Truth::Open, StillLive},
    {"106", R"("do":"error_code","code":106)", Deed::None, RefusedUnverified, Truth::Open, Refused, 1, false, false, "", "refused"},
    {"receipt then fill", R"("do":"receipt_then_fill","after_ms":700)", Deed::None, Receipt, Truth::Filled},
    {"receipt then part and cancel", R"("do":"receipt_then_partial_then_cancel","after_ms":700)", Deed::None, Receipt, Truth::Cancelled},
    {"receipt then late cancel", R"("do":"receipt_then_cancel","after_ms":6000)", Deed::None, Receipt, Truth::Cancelled},
    {"receipt then rejected", R"("do":"receipt_then_cancel_rejected","after_ms":700)", Deed::None, Receipt, Truth::Open, Refused, 1, false, false, "", "cancel_rejected"},
    {"receipt then nothing", R"("do":"receipt_then_nothing")", Deed::None, Receipt, Truth::Open, StillLive},
    {"evidence before receipt", R"("do":"event_first")", Deed::None, Receipt, Truth::Cancelled},
    {"evidence long before receipt", R"("do":"delay","after_ms":3000)", Deed::None, Proved, Truth::Cancelled},
    {"order vanishes for 10 s", R"("do":"receipt_then_nothing")", Deed::VanishFor10s, Receipt, Truth::Open, StillLive},
    {"order vanishes for 10 s, then cancelled", R"("do":"receipt_then_cancel","after_ms":12000)", Deed::VanishFor10s, Receipt, Truth::Cancelled},
    {"book empty by mistake", R"("do":"receipt_then_nothing")", Deed::EmptyFor10s, Receipt, Truth::Open, StillLive},
    {"book empty by mistake, then filled", R"("do":"receipt_then_fill","after_ms":12000)", Deed::EmptyFor10s, Receipt, Truth::Filled},
    {"book empty when asked for", "", Deed::EmptyBefore, NotSent, Truth::Open, NotSent, 0, false, false, "", "changed"},
    {"old lists after the event", R"("do":"delay","after_ms":0)", Deed::OldLists, Receipt, Truth::Cancelled, StillLive, 1, false, false,
     R"(,"list":{"*":{"do":"stale_list"}})"},
    {"events twice", "", Deed::None, Receipt, Truth::Cancelled, StillLive, 1, false, false, R"(,"feed":{"events":{"twice":true}})"},
    {"events twice, filled", R"("do":"receipt_then_fill","after_ms":700)", Deed::None, Receipt, Truth::Filled, StillLive, 1, false, false,
     R"(,"feed":{"events":{"twice":true}})"},
    {"events backwards", R"("do":"receipt_then_partial_then_cancel","after_ms":200)", Deed::None, Receipt, Truth::Cancelled, StillLive, 1, false, false,
     R"(,"feed":{"events":{"twice":true,"reversed_ms":700}})"},
    {"events backwards, filled", R"("do":"receipt_then_fill","after_ms":200)", Deed::None, Receipt, Truth::Filled, StillLive, 1, false, false,
     R"(,"feed":{"events":{"reversed_ms":700}})"},
    {"signed out with the answer", R"("do":"drop_after")", Deed::SignedOut, Unknown, Truth::Cancelled, StillLive, 1, false, true,
     R"(,"user":{"*":{"do":"error_code","code":20}})"},
    {"wall clock an hour on", R"("do":"receipt_then_cancel","after_ms":3000)", Deed::WallForward, Receipt, Truth::Cancelled},
    {"wall clock an hour back, nothing", R"("do":"receipt_then_nothing")", Deed::WallBack, Receipt, Truth::Open, StillLive},
    {"wall clock in the next day", R"("do":"receipt_then_cancel","after_ms":3000)", Deed::WallNextDay, Receipt, Truth::Cancelled},
    {"sleep in flight", R"("do":"silence")", Deed::SleepInFlight, Unknown, Truth::Open, StillLive, 1, false, true},
    {"sleep after the receipt", R"("do":"receipt_then_cancel","after_ms":3000)", Deed::SleepAfter, Receipt, Truth::Cancelled},
    {"standstill after the receipt", R"("do":"receipt_then_fill","after_ms":3000)", Deed::StallAfter, Receipt, Truth::Filled},
};
// clang-format on

} // namespace

std::span<const ApexKind> apexKinds()
{
    return kinds;
}

std::span<const Fault> apexFaults()
{
    return faults;
}

// The event of a rejected cancel names the order by the exchange's id alone, and there is none: what stays is
// a receipt whose order lives on.
Fault apexFaultFor(const Fault &fault, const ApexKind &kind)
{
    Fault own = fault;
    if (kind.hasNoId && fault.end == Refused && fault.answered == Receipt) {
        own.end = StillLive;
        own.why = nullptr;
    }
    return own;
}

} // namespace support::lab
