// SPDX-License-Identifier: Apache-2.0
// One order as a row of the pending or completed list, in the field set and order of its broker's samples
// (wire.md A5.2): Pocketful's newer one, or the older one of Pace and HDFC Sky with "square_off?". Writes
// text, changes nothing.
#pragma once

#include "practice/broker.h"
#include "practice/practice_order.h"

namespace practice {

void appendOrderRow(QByteArray &out, const PracticeOrder &order, const BrokerProfile &profile);

} // namespace practice
