// SPDX-License-Identifier: Apache-2.0
#include "orders/marker.h"

namespace orders {

MarkerOrder compareMarkers(const Marker &a, const Marker &b)
{
    if (a.reference.isEmpty() || b.reference.isEmpty())
        return a.content == b.content && a.reference == b.reference ? MarkerOrder::Same : MarkerOrder::Newer;
    if (a.reference.size() != b.reference.size())
        return a.reference.size() > b.reference.size() ? MarkerOrder::Newer : MarkerOrder::Older;
    const int order = a.reference.compare(b.reference);
    if (order == 0)
        return MarkerOrder::Same;
    return order > 0 ? MarkerOrder::Newer : MarkerOrder::Older;
}

} // namespace orders
