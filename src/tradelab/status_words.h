// SPDX-License-Identifier: Apache-2.0
// What a Tradelab order_status means, in both vocabularies (wire.md A6). A word that is not here is Unknown:
// the order counts as alive and keeps its word on screen.
#pragma once

#include "orders/order_status.h"

#include <QStringView>

namespace tradelab {

[[nodiscard]] orders::OrderState stateOf(QStringView word);
/// CANCEL_REJECTED and its Nest twin: the order is alive, and a cancel of it has just failed.
[[nodiscard]] bool isCancelRejected(QStringView word);

} // namespace tradelab
