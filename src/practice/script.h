// SPDX-License-Identifier: Apache-2.0
// What becomes of one order, written down in advance: deeds and their times. Both markets play the same
// scripts, so that one story can be told at either venue; where a venue knows no such thing (a pending cancel
// at APEX) the deed does nothing there. Values only: the markets act.
#pragma once

#include "base/clock.h"

#include <vector>

namespace practice {

struct Deed
{
    enum class Kind {
        Acknowledge,       // the exchange has it now; told once more where it was known already
        Fill,              // `quantity` more
        FillKeepingStatus, // a trade that moves what is filled and nothing else: a late one, or the last one
                           // of an order whose cancel is still pending
        Bust,              // a trade of `quantity` is taken back
        AskElsewhere,      // another program asks to cancel it
        MarkPending,       // the cancel is on its way to the exchange
        Cancel,            // over, whoever wanted it
        RejectCancel,
        Hide, // in no list any more
    };

    base::milliseconds at{0};
    Kind kind = Kind::Cancel;
    int quantity = 0;
};

using Script = std::vector<Deed>;

} // namespace practice
