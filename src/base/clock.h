// SPDX-License-Identifier: Apache-2.0
// Time and timers, handed in so that tests can turn the clock by hand. Everything that waits uses
// base::Timer and never QTimer; everything that stamps asks a Clock. Engine thread only.
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace base {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

/// UTC, milliseconds since 1970: what people and venues read. It may jump.
using WallTime = std::chrono::sys_time<milliseconds>;
/// Time since some fixed start; never goes back. Stands still while the machine sleeps.
using MonoTime = nanoseconds;

class Clock
{
public:
    using TimerId = std::uint64_t;

    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual WallTime wall() const = 0;
    [[nodiscard]] virtual MonoTime monotonic() const = 0;
    /// Like monotonic(), but goes on while the machine sleeps; the difference growing means a sleep.
    [[nodiscard]] virtual MonoTime sinceBoot() const = 0;

private:
    friend class Timer;
    /// Calls back once after the delay, from the event loop, never from inside this call.
    virtual TimerId start(milliseconds delay, std::function<void()> callback) = 0;
    virtual void stop(TimerId id) = 0;
};

/// The machine's clock and Qt's event loop.
class SystemClock final : public Clock
{
public:
    SystemClock();
    ~SystemClock() override;

    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] MonoTime monotonic() const override;
    [[nodiscard]] MonoTime sinceBoot() const override;

private:
    TimerId start(milliseconds delay, std::function<void()> callback) override;
    void stop(TimerId id) override;

    class Timers;
    std::unique_ptr<Timers> m_timers;
};

/// One single-shot timer on a Clock; it stops when it is destroyed. It may be restarted from its own
/// callback.
class Timer
{
public:
    Timer(Clock &clock, std::function<void()> callback);
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;
    ~Timer();

    void start(milliseconds delay); // restarts when it runs already
    void stop();
    [[nodiscard]] bool isActive() const { return m_id != 0; }

private:
    Clock &m_clock;
    std::function<void()> m_callback;
    Clock::TimerId m_id = 0;
};

/// "2026-11-21T05:13:00.123Z"
[[nodiscard]] QString isoUtc(WallTime time);

} // namespace base
