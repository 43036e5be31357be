// SPDX-License-Identifier: Apache-2.0
// When the lists are read for the tickets of one lane: at 0, 0.5, 1, 2 and 4 s after the latest answer, then
// every 2.5 s while something recent is open (lifecycle.md, (c)). One schedule serves a whole batch. It only
// says which list is due; the lane asks the venue.
#pragma once

#include "base/clock.h"

#include <functional>

namespace cancel {

class ProofSchedule
{
public:
    enum class Lists { Open, Closed, Both };
    using Ask = std::function<void(Lists)>;
    /// True while some ticket is young enough to be read for at this pace.
    using IsNeeded = std::function<bool()>;

    ProofSchedule(base::Clock &clock, Ask ask, IsNeeded isNeeded);

    /// An answer came. A burst that has just begun serves it too.
    void restart();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

private:
    void fire();

    Ask m_ask;
    IsNeeded m_isNeeded;
    base::Timer m_timer;
    int m_step = 0;
    bool m_wantsRestart = false;
};

} // namespace cancel
