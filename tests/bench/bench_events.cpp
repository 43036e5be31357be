// SPDX-License-Identifier: Apache-2.0
// An APEX exchange that sends 10,000 order events a second at the whole program, window included: whether each
// one arrives, how late the window's event loop is meanwhile, and whether memory grows. The exchange is the
// practice venue on a thread of its own. bench_events [SECONDS]; needs no screen.
#include "alphapoint/apex_venue.h"
#include "base/redactor.h"
#include "desk/desk.h"
#include "desk/settings.h"
#include "measure.h"
#include "practice/practice_venue.h"
#include "ui/main_window.h"
#include "vault/memory_store.h"

#include <QApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int eventsPerSecond = 10'000;
constexpr int ordersOpen = 1'000;

// The practice venue with a thousand orders, on its own thread.
class Exchange : public QThread
{
public:
    Exchange() { start(); }
    ~Exchange() override
    {
        quit();
        wait();
    }

    [[nodiscard]] practice::PracticeConnection connection() { return m_ready.get_future().get(); }
    void storm(int perSecond)
    {
        QMetaObject::invokeMethod(m_gateway, [this, perSecond] { m_gateway->storm(perSecond); });
    }
    [[nodiscard]] long long sent() const { return m_sent; }

protected:
    void run() override
    {
        base::SystemClock clock;
        practice::PracticeOptions options;
        options.still = true;
        options.orders = 0;
        options.apexConnection = true;
        practice::PracticeVenue venue(clock, options);
        if (!venue.start())
            return;
        for (int i = 0; i < ordersOpen; ++i) {
            practice::ApexOrder order;
            order.instrument = venue.apex().instrument(u"BTC-USD"_s);
            order.price = QByteArray::number(19'000 + i);
            venue.apex().add(order);
        }
        m_gateway = &venue.apexGateway();
        // The others' orders are told to nobody here.
        QObject::connect(&venue.apex(), &practice::ApexMarket::orderChanged, m_gateway,
                         [this](const practice::ApexOrder &order) {
                             m_sent += order.accountId == practice::ApexSeed::firstAccount ? 1 : 0;
                         });
        m_ready.set_value(venue.connections().back());
        exec();
    }

private:
    std::promise<practice::PracticeConnection> m_ready;
    practice::ApexGateway *m_gateway = nullptr;
    std::atomic<long long> m_sent = 0;
};

void waitUntil(base::Clock &clock, base::milliseconds longest, const std::function<bool()> &holds)
{
    for (base::milliseconds waited{0}; waited < longest && !holds(); waited += 20ms) {
        QEventLoop loop;
        base::Timer timer(clock, [&loop] { loop.quit(); });
        timer.start(20ms);
        loop.exec();
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const base::seconds duration(argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 60);
    Exchange exchange;
    const practice::PracticeConnection there = exchange.connection();

    base::SystemClock clock;
    base::Redactor redactor;
    const QTemporaryDir folder;
    journal::Journal journal(clock, redactor);
    if (!journal.open(folder.filePath(u"journal.db"_s)))
        return 1;
    vault::MemoryStore secrets;
    desk::ConnectionStore store(clock, {});
    desk::Settings settings(clock, {});
    venues::ConnectionProfile profile;
    profile.name = there.name;
    profile.broker = there.broker;
    profile.url = there.url;
    if (!store.put(profile))
        return 1;
    long long received = 0;
    desk::Desk desk(clock, redactor, journal, secrets, store,
                    [&](const venues::ConnectionProfile &each) -> base::Result<std::unique_ptr<venues::Venue>> {
                        auto venue = std::make_unique<alphapoint::ApexVenue>(each, clock, redactor, nullptr);
                        QObject::connect(venue.get(), &venues::Venue::pushed, venue.get(),
                                         [&received](const venues::Push &push) {
                                             received += static_cast<long long>(push.rows.size());
                                         });
                        return venue;
                    });
    desk.setSessionSecret(there.name, there.secret);
    ui::MainWindow window(desk, settings, {});
    window.show();
    desk.start(true);
    waitUntil(clock, 10s, [&] { return desk.orders().size() >= ordersOpen; });

    std::printf("%d order events a second for %lld s, %zu orders in the table\n", eventsPerSecond,
                static_cast<long long>(duration.count()), desk.orders().size());
    exchange.storm(eventsPerSecond);
    waitUntil(clock, 5s, [] { return false; }); // caches fill
    const double before = bench::residentMegabytes();
    {
        const bench::LatenessProbe probe(clock);
        waitUntil(clock, duration, [] { return false; });
        const auto late = [&](double share) { return bench::percentile(probe.milliseconds(), share); };
        std::printf("  loop late p50 %.2f, p99 %.2f, p99.9 %.2f, worst %.2f ms\n", late(0.5), late(0.99),
                    late(0.999), late(1.0));
    }
    const double after = bench::residentMegabytes();
    exchange.storm(0);
    waitUntil(clock, 10s, [&] { return received == exchange.sent(); });
    std::printf("  sent %lld, received %lld, lost %lld; memory %.0f MB before, %.0f MB after (with the exchange)\n",
                exchange.sent(), received, exchange.sent() - received, before, after);
    return 0;
}
