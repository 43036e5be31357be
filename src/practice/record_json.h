// SPDX-License-Identifier: Apache-2.0
// The history of an order and the trades of a day as the brokers write them (wire.md A5.3, A5.4). Both use
// other names than the lists do. Writes text, changes nothing.
#pragma once

#include "practice/book.h"
#include "practice/broker.h"

namespace practice {

/// Newest step first; the steps of every leg of the family.
void appendHistory(QByteArray &out, const QList<PracticeOrder *> &family, const BrokerProfile &profile);
void appendTrade(QByteArray &out, const Trade &trade, const BrokerProfile &profile);

} // namespace practice
