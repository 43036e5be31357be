// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <QDateTime>
#include <QTimer>

#include <ctime>
#include <unordered_map>

namespace base {

namespace {

MonoTime readClock(clockid_t id)
{
    timespec now{};
    clock_gettime(id, &now);
    return seconds(now.tv_sec) + nanoseconds(now.tv_nsec);
}

} // namespace

class SystemClock::Timers
{
public:
    TimerId start(milliseconds delay, std::function<void()> callback)
    {
        const TimerId id = ++m_last;
        auto timer = std::make_unique<QTimer>();
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(timer.get(), &QTimer::timeout, timer.get(),
                         [this, id, callback = std::move(callback)] {
                             // The callback may start, stop or destroy timers: take ours out first, let go of
                             // it after.
                             auto node = m_timers.extract(id);
                             if (node)
                                 node.mapped().release()->deleteLater();
                             callback();
                         });
        timer->start(std::max(delay, milliseconds(0)));
        m_timers.emplace(id, std::move(timer));
        return id;
    }

    void stop(TimerId id) { m_timers.erase(id); }

private:
    TimerId m_last = 0;
    std::unordered_map<TimerId, std::unique_ptr<QTimer>> m_timers;
};

SystemClock::SystemClock()
    : m_timers(std::make_unique<Timers>())
{
}
SystemClock::~SystemClock() = default;

WallTime SystemClock::wall() const
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

MonoTime SystemClock::monotonic() const
{
    return readClock(CLOCK_MONOTONIC);
}

MonoTime SystemClock::sinceBoot() const
{
#ifdef CLOCK_BOOTTIME
    return readClock(CLOCK_BOOTTIME);
#else
    return readClock(CLOCK_MONOTONIC);
#endif
}

Clock::TimerId SystemClock::start(milliseconds delay, std::function<void()> callback)
{
    return m_timers->start(delay, std::move(callback));
}

void SystemClock::stop(TimerId id)
{
    m_timers->stop(id);
}

Timer::Timer(Clock &clock, std::function<void()> callback)
    : m_clock(clock)
    , m_callback(std::move(callback))
{
}

Timer::~Timer()
{
    stop();
}

void Timer::start(milliseconds delay)
{
    stop();
    m_id = m_clock.start(delay, [this] {
        m_id = 0;
        const auto callback = m_callback; // ours may be destroyed by what it calls
        callback();
    });
}

void Timer::stop()
{
    if (m_id != 0)
        m_clock.stop(std::exchange(m_id, 0));
}

QString isoUtc(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

} // namespace base
