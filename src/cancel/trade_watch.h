// SPDX-License-Identifier: Apache-2.0
// When the trades of an account are read for its proved orders (lifecycle.md R11): half a minute after a
// proof, one read for all that were proved until then, and once more after each close of the day. It only
// says when; the lane asks the venue. Engine thread only.
#pragma once

#include "base/clock.h"

#include <functional>
#include <optional>

namespace cancel {

class TradeWatch
{
public:
    using Ask = std::function<void()>;
    /// When the market closes next after that time; nullopt where it never does.
    using CloseAfter = std::function<std::optional<base::WallTime>(base::WallTime)>;

    TradeWatch(base::Clock &clock, Ask ask, CloseAfter closeAfter);

    /// An order has been proved cancelled, or is so since before the start.
    void noteProof();
    /// The trades were read, by a request made then. Until that is told the question is asked again, more and
    /// more seldom.
    void noteRead(base::MonoTime began);

private:
    void check();
    void arm();
    /// What is needed now does not wait for the patience of what was needed before.
    void becomeUrgent(base::MonoTime from);
    [[nodiscard]] std::optional<base::WallTime> dueAfterClose(base::WallTime time) const;

    base::Clock &m_clock;
    Ask m_ask;
    CloseAfter m_closeAfter;
    base::Timer m_timer;
    std::optional<base::MonoTime> m_due;
    base::MonoTime m_lastDue{0}; // a read begun then or later has seen every proof so far
    base::WallTime m_lastProof{};
    std::optional<base::WallTime> m_closeDue;
    bool m_isCloseTold = false;    // of m_closeDue
    base::MonoTime m_notBefore{0}; // asked already
    base::milliseconds m_patience;
};

} // namespace cancel
