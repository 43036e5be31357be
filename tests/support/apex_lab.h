// SPDX-License-Identifier: Apache-2.0
// The fault laboratory's half for APEX exchanges: their kinds of orders, their faults, and one run of the
// engine against them. The test is tests/flows/test_fault_lab_apex.cpp.
#pragma once

#include "support/fault_lab.h"

#include <span>

namespace support::lab {

struct ApexKind
{
    const char *name;
    const char *type;
    const char *price;
    const char *stopPrice;
    bool isOfPair = false;
    bool hasNoId = false;     // the exchange tells it with OrderId 0: only the client's own id names it
    const char *filled = "0"; // of 1
};

[[nodiscard]] std::span<const ApexKind> apexKinds();
[[nodiscard]] std::span<const Fault> apexFaults();
/// What is right for this kind where it is not what is right for the others.
[[nodiscard]] Fault apexFaultFor(const Fault &fault, const ApexKind &kind);
/// An account with one order of each kind, the fault, and a cancel for each order that is asked for.
[[nodiscard]] SceneOutcome runApex(const Fault &fault, const std::vector<std::size_t> &asked,
                                   bool isEncrypted);

} // namespace support::lab
