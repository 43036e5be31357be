// SPDX-License-Identifier: Apache-2.0
// Asks for the lists by the clock, at the dialect's pace: the pending list often, the completed list more
// rarely. A failing broker is asked less and less often, down to once a minute. Engine thread only.
#pragma once

#include "base/clock.h"
#include "orders/listing.h"
#include "tradelab/dialect.h"

#include <functional>

namespace tradelab {

class Poller
{
public:
    using Ask = std::function<void(orders::ListKind)>;

    Poller(base::Clock &clock, const Dialect &dialect, Ask ask);

    void setOn(bool on);
    void setSuspended(bool suspended);
    void reportSuccess() { m_failures = 0; }
    void reportFailure() { ++m_failures; }

private:
    void restart();
    void askPending();
    void askCompleted();
    [[nodiscard]] base::milliseconds slowed(base::seconds interval) const;

    const Dialect &m_dialect;
    Ask m_ask;
    base::Timer m_pending;
    base::Timer m_completed;
    int m_failures = 0;
    bool m_isOn = false;
    bool m_isSuspended = false;
};

} // namespace tradelab
