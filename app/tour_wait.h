// SPDX-License-Identifier: Apache-2.0
// Waits for something to become true while events go on: looks after each change that the engine tells of, and a
// few times a second besides. Ends exactly once: with the thing, or with the end of its patience.
#pragma once

#include "base/clock.h"

#include <functional>

namespace app {

class TourWait
{
public:
    explicit TourWait(base::Clock &clock);

    void until(std::function<bool()> holds, base::milliseconds patience, std::function<void(bool)> done);
    /// Something may have become true.
    void look();

private:
    base::Clock &m_clock;
    base::Timer m_timer;
    std::function<bool()> m_holds;
    std::function<void(bool)> m_done;
    base::MonoTime m_end{0};
};

} // namespace app
