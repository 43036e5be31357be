// SPDX-License-Identifier: Apache-2.0
// How new a row is by the venue's own reckoning: its last_activity_reference (or APEX ticks), and where that
// is missing or 0, whether anything in the row has changed at all (lifecycle.md, "Marker").
#pragma once

#include <QString>

namespace orders {

struct Marker
{
    QString reference; // decimal digits, empty where the venue gave none or 0; beyond 2^53, hence text
    std::size_t content =
        0; // hash over status, mode, filled, quantity, price, trigger, exchange time, exchange id

    bool operator==(const Marker &) const = default;
};

enum class MarkerOrder { Older, Same, Newer };

/// How `a` stands to `b`. Without references on both sides any difference counts as Newer: the caller
/// compares a later reading with an earlier one.
[[nodiscard]] MarkerOrder compareMarkers(const Marker &a, const Marker &b);

} // namespace orders
