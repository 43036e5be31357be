// SPDX-License-Identifier: Apache-2.0
#include "cancel/ticket.h"

namespace cancel {

std::vector<orders::OrderPtr> Ticket::liveSuccessors() const
{
    std::vector<orders::OrderPtr> successors;
    for (const orders::OrderPtr &each : liveLinks) {
        if (each->orderId.isEmpty() || each->orderId != latest->pairOrderId)
            successors.push_back(each);
    }
    return successors;
}

} // namespace cancel
