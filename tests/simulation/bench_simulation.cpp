// SPDX-License-Identifier: Apache-2.0
// A million simulated cancels, each day checked as in the test: how fast, what was met, how they ended, and
// whether memory grows. bench_simulation [CANCELS] [FIRST SEED] [THREADS]; a day lives on one thread. Fails
// where the model finds something wrong.
#include "bench/measure.h"
#include "sim_run.h"

#include <QCoreApplication>
#include <QHashSeed>
#include <QThread>

#include <mutex>
#include <thread>

namespace {

// Hands out the seeds and adds up what came of them.
class Days
{
public:
    Days(long long wanted, std::uint64_t first)
        : m_wanted(wanted)
        , m_first(first)
        , m_next(first)
    {
    }

    void work()
    {
        while (const auto seed = take()) {
            simulation::Tally tally;
            add(*seed, simulation::liveDay(*seed, tally), tally);
        }
    }

    [[nodiscard]] bool print(double seconds) const
    {
        std::printf(
            "seeds %llu to %llu: %lld cancels, %lld requests arrived, in %.0f s (%.0f cancels a second)\n",
            static_cast<unsigned long long>(m_first), static_cast<unsigned long long>(m_next - 1), m_cancels,
            m_arrivals, seconds, static_cast<double>(m_cancels) / seconds);
        std::printf("  memory %.0f MB after %llu days, %.0f MB at the end\n", m_memory,
                    static_cast<unsigned long long>(warmUp), bench::residentMegabytes());
        for (const auto &[what, times] : m_tally.all())
            std::printf("  %-40s %lld\n", what.c_str(), times);
        return !m_hasFailed;
    }

private:
    static constexpr std::uint64_t warmUp = 20; // days after which all that stays has been made

    std::optional<std::uint64_t> take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_hasFailed || m_cancels >= m_wanted)
            return std::nullopt;
        if (m_next == m_first + warmUp)
            m_memory = bench::residentMegabytes();
        return m_next++;
    }

    void add(std::uint64_t seed, const simulation::DayResult &day, const simulation::Tally &tally)
    {
        const std::lock_guard lock(m_mutex);
        m_cancels += day.tickets;
        m_arrivals += day.arrivals;
        for (const auto &[what, times] : tally.all())
            m_tally.count(what.c_str(), times);
        if (day.wrong.isEmpty())
            return;
        m_hasFailed = true;
        for (const QString &line : day.story)
            std::printf("%s\n", qPrintable(line));
        std::printf("seed %llu, after %lld cancels: %s\n", static_cast<unsigned long long>(seed), m_cancels,
                    qPrintable(day.wrong));
    }

    std::mutex m_mutex;
    long long m_wanted;
    std::uint64_t m_first;
    std::uint64_t m_next;
    long long m_cancels = 0;
    long long m_arrivals = 0;
    double m_memory = 0;
    simulation::Tally m_tally;
    bool m_hasFailed = false;
};

} // namespace

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication application(argc, argv);
    const long long wanted = argc > 1 ? std::max(1LL, QByteArray(argv[1]).toLongLong()) : 1'000'000;
    const std::uint64_t first = argc > 2 ? QByteArray(argv[2]).toULongLong() : 1;
    const int threads = argc > 3 ? std::max(1, QByteArray(argv[3]).toInt()) : QThread::idealThreadCount();

    const base::SystemClock clock;
    Days days(wanted, first);
    const double took = bench::millisecondsOf(clock, [&] {
        std::vector<std::jthread> workers;
        for (int i = 0; i < threads; ++i)
            workers.emplace_back([&days] { days.work(); });
    });
    return days.print(took / 1000) ? 0 : 1;
}
