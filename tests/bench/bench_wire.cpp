// SPDX-License-Identifier: Apache-2.0
// From the call that a key press makes to the first byte of the cancel at the server: with the journal on a
// disk, where each intent is committed first, and with a journal in memory, where the same commit costs no
// disk.
#include "base/redactor.h"
#include "desk/desk.h"
#include "measure.h"
#include "net/http_client.h"
#include "tradelab/tradelab_venue.h"
#include "vault/memory_store.h"
#include "wire_server.h"
#include "json/json_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int cancels = 60;
constexpr base::milliseconds pause = 140ms; // under the broker's eight writes a second

// A pending list of so many plain orders, entered now.
QByteArray pendingList(const base::Clock &clock)
{
    const qint64 entered = std::chrono::duration_cast<base::seconds>(clock.wall().time_since_epoch()).count();
    json::Writer list;
    list.beginObject().name(u"data").beginObject().name(u"orders").beginArray();
    for (int i = 0; i < cancels; ++i) {
        list.beginObject()
            .member(u"oms_order_id", QString::number(202400000 + i))
            .member(u"exchange_order_id", QString::number(1'100'000'000 + i))
            .member(u"client_id", u"DEMO1"_s)
            .member(u"order_status", u"CONFIRMED"_s)
            .member(u"execution_type", u"REGULAR"_s)
            .member(u"exchange", u"NSE"_s)
            .member(u"trading_symbol", u"IDEA-EQ"_s)
            .member(u"order_side", u"BUY"_s)
            .name(u"quantity")
            .number(1)
            .name(u"filled_quantity")
            .number(0)
            .name(u"order_entry_time")
            .number(entered)
            .endObject();
    }
    list.endArray().endObject().member(u"status", u"success"_s).endObject();
    return list.bytes();
}

void waitFor(base::Clock &clock, base::milliseconds time)
{
    QEventLoop loop;
    base::Timer timer(clock, [&loop] { loop.quit(); });
    timer.start(time);
    loop.exec();
}

void waitUntil(base::Clock &clock, const std::function<bool()> &holds)
{
    for (int i = 0; i < 500 && !holds(); ++i)
        waitFor(clock, 10ms);
}

std::vector<double> measure(base::SystemClock &clock, const QString &journalFolder)
{
    bench::WireServer server(pendingList(clock));
    base::Redactor redactor;
    journal::Journal journal(clock, redactor);
    if (!journal.open(journalFolder + u"/journal.db"_s))
        return {};
    net::HttpClient http(clock, redactor);
    vault::MemoryStore secrets;
    desk::ConnectionStore store(clock, {});
    venues::ConnectionProfile profile;
    profile.name = u"bench"_s;
    profile.broker = u"pocketful"_s;
    profile.url = QUrl(u"http://127.0.0.1:%1"_s.arg(server.port()));
    if (!store.put(profile))
        return {};
    desk::Desk desk(
        clock, redactor, journal, secrets, store,
        [&](const venues::ConnectionProfile &each) -> base::Result<std::unique_ptr<venues::Venue>> {
            return std::make_unique<tradelab::TradelabVenue>(*tradelab::findDialect(each.broker), each, clock,
                                                             redactor, http, nullptr);
        });
    desk.setSessionSecret(profile.name, base::Secret("bench-token"));
    desk.start(false);
    waitUntil(clock, [&] { return desk.orders().size() == static_cast<std::size_t>(cancels); });

    std::vector<double> times;
    for (const orders::OrderPtr &row : desk.orders()) {
        const auto plan = desk.planCancel({row->key});
        const base::MonoTime pressed = clock.monotonic();
        if (!desk.cancelOrders(plan, {}))
            break;
        const std::size_t wanted = times.size() + 1;
        waitUntil(clock, [&] { return server.arrivals().size() >= wanted; });
        if (server.arrivals().size() < wanted)
            break;
        times.push_back(
            std::chrono::duration<double, std::milli>(server.arrivals().back() - pressed).count());
        waitFor(clock, pause);
    }
    return times;
}

void print(const char *name, const std::vector<double> &times)
{
    std::printf("  %-22s %3zu cancels  median %6.2f ms  p90 %6.2f ms  worst %6.2f ms\n", name, times.size(),
                bench::percentile(times, 0.5), bench::percentile(times, 0.9), bench::percentile(times, 1));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    base::SystemClock clock;
    std::printf("key press to first byte of the cancel at the server\n");
    const QTemporaryDir onDisk(QDir::currentPath() + u"/bench-wire-XXXXXX"_s);
    print("journal on disk", measure(clock, onDisk.path()));
    if (QDir(u"/dev/shm"_s).exists()) {
        const QTemporaryDir inMemory(u"/dev/shm/bench-wire-XXXXXX"_s);
        print("journal in memory", measure(clock, inMemory.path()));
    }
    return 0;
}
