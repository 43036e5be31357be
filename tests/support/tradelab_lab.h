// SPDX-License-Identifier: Apache-2.0
// The fault laboratory's half for the Tradelab family: its kinds of orders, its faults, and one run of the
// engine against them. The test is tests/flows/test_fault_lab_tradelab.cpp.
#pragma once

#include "support/fault_lab.h"

#include <span>

namespace support::lab {

struct TradelabKind
{
    const char *name;
    const char *id;
    const char *leg;
    bool isOfPosition = false; // its entry is filled: a cancel squares it off
};

[[nodiscard]] std::span<const TradelabKind> tradelabKinds();
[[nodiscard]] std::span<const Fault> tradelabFaults();
/// What the venue has to say of such an order in the end.
[[nodiscard]] Truth truthOf(const Fault &fault, const TradelabKind &kind);
/// An account with one order of each kind, the fault, and a cancel for each order that is asked for.
[[nodiscard]] SceneOutcome runTradelab(const Fault &fault, const std::vector<std::size_t> &asked,
                                       Broker broker, bool isEncrypted);

} // namespace support::lab
