// SPDX-License-Identifier: Apache-2.0
// Notices that the machine slept or the program stood still: then orders may have changed unseen, and consent
// that waited is stale (lifecycle.md R7). Asked at every beat and before anything leaves. It only tells; the
// cancel desk acts.
#pragma once

#include "base/clock.h"

namespace cancel {

class StallWatch
{
public:
    explicit StallWatch(const base::Clock &clock);

    /// Forgets what was before: nothing has been waiting until now.
    void restart();
    /// True once after each sleep or gap since the last call or restart.
    [[nodiscard]] bool hasStoodStill();
    /// By how much the wall clock was set since the last call or restart; zero for mere drift.
    [[nodiscard]] base::milliseconds takeWallStep();

private:
    [[nodiscard]] base::MonoTime sleptSoFar() const;
    [[nodiscard]] base::milliseconds wallAhead() const;

    const base::Clock &m_clock;
    base::MonoTime m_lastBeat;
    base::MonoTime m_slept;
    base::milliseconds m_wallAhead; // of the time since the machine has started
};

} // namespace cancel
