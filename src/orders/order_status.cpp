// SPDX-License-Identifier: Apache-2.0
#include "orders/order_status.h"

namespace orders {

using namespace Qt::StringLiterals;

QString stateName(OrderState state)
{
    switch (state) {
    case OrderState::Open:
        return u"open"_s;
    case OrderState::BeingCancelled:
        return u"being_cancelled"_s;
    case OrderState::InFlight:
        return u"in_flight"_s;
    case OrderState::Cancelled:
        return u"cancelled"_s;
    case OrderState::Filled:
        return u"filled"_s;
    case OrderState::Rejected:
        return u"rejected"_s;
    case OrderState::Expired:
        return u"expired"_s;
    case OrderState::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

} // namespace orders
