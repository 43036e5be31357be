// SPDX-License-Identifier: Apache-2.0
// Large batches within a broker's windows (25 a second, 250 a minute, 1,000 an hour, 8 writes a second and
// segment), polls going on before and after: how long they take, what was told beforehand, and how soon each
// cancel is proved. All times are the venue's own, by the clock that the test turns.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::milliseconds;
using base::WallTime;
using cancel::TicketState;
using practice::Arrival;
using support::Flow;
using support::FlowOptions;

namespace {

constexpr milliseconds step = 100ms;
constexpr milliseconds slack = 2 * step; // between a request's leaving and its arrival
constexpr milliseconds provedWithin = 9s;
constexpr milliseconds hourOfPolls = 3700s;

FlowOptions polling()
{
    FlowOptions options;
    options.polls = true;
    options.step = step;
    return options;
}

bool isWrite(const Arrival &arrival)
{
    return arrival.method == "DELETE";
}

bool isRead(const Arrival &arrival)
{
    return arrival.method == "GET";
}

bool isListRead(const Arrival &arrival)
{
    return isRead(arrival) && arrival.path.endsWith("/orders");
}

bool isAny(const Arrival &)
{
    return true;
}

using Wanted = bool (*)(const Arrival &);

// One batch of so many orders, all at one segment.
struct Batch
{
    explicit Batch(int size, milliseconds before = 0ms)
        : count(size)
    {
        flow.placeAll({u"77"_s});
        flow.start();
        flow.options.step = 1s;
        flow.run(before); // with a book of one order: its polls cost no real time
        flow.options.step = step;
        flow.options.isLarge = true;
        for (int i = 1; i < count; ++i)
            flow.placeAll({QString::number(10'000 + i)});
        flow.engine->desk.refresh();
        const bool isRead =
            flow.runUntil([this] { return static_cast<int>(flow.openRows().size()) == count; });
        if (!isRead)
            qFatal("The orders were not read");
        std::vector<orders::OrderKey> keys;
        for (const orders::OrderPtr &each : flow.openRows())
            keys.push_back(each->key);
        plan = flow.engine->desk.planCancel(keys);
    }

    void ask(std::optional<milliseconds> estimate = {})
    {
        began = flow.clock.wall();
        desk::CancelPlan shown = plan;
        shown.estimate = estimate.value_or(plan.estimate);
        const auto asked = flow.engine->desk.cancelOrders(shown, cancel::Consent());
        if (!asked)
            qFatal("%s", qPrintable(asked.error().text));
        tickets = asked->tickets;
    }

    [[nodiscard]] int in(TicketState state) const
    {
        return static_cast<int>(std::count_if(tickets.begin(), tickets.end(), [&](const auto &each) {
            return flow.stateOf(each->id) == state;
        }));
    }

    [[nodiscard]] std::vector<milliseconds> times(Wanted isWanted, milliseconds from = 0ms) const
    {
        std::vector<milliseconds> found;
        for (const Arrival &each : flow.venue->arrivals().arrivals()) {
            if (isWanted(each) && each.at - began >= from)
                found.push_back(each.at - began);
        }
        return found;
    }

    [[nodiscard]] milliseconds slowestProof() const
    {
        milliseconds slowest{0};
        for (const cancel::TicketPtr &each : tickets) {
            const cancel::TicketPtr now = flow.ticket(each->id);
            if (now->state == TicketState::Proved)
                slowest = std::max(slowest, *now->endedAt - *now->sentAt);
        }
        return slowest;
    }

    Flow flow{polling()};
    int count;
    desk::CancelPlan plan;
    WallTime began{};
    std::vector<cancel::TicketPtr> tickets;
};

int countBetween(const std::vector<milliseconds> &times, milliseconds begin, milliseconds end)
{
    return static_cast<int>(
        std::count_if(times.begin(), times.end(), [&](milliseconds at) { return begin <= at && at < end; }));
}

// The most that lie within so long a time, wherever it begins.
int mostWithin(const std::vector<milliseconds> &times, milliseconds length)
{
    std::size_t first = 0;
    std::size_t most = 0;
    for (std::size_t last = 0; last < times.size(); ++last) {
        while (times[last] - times[first] >= length)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return static_cast<int>(most);
}

milliseconds longestGap(const std::vector<milliseconds> &times, milliseconds begin, milliseconds end)
{
    milliseconds longest{0};
    milliseconds last = begin;
    for (const milliseconds at : times) {
        if (begin <= at && at <= end) {
            longest = std::max(longest, at - last);
            last = at;
        }
    }
    return std::max(longest, end - last);
}

} // namespace

class TestCancelBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAsLongAsTold_data();
    void takesAsLongAsTold();
    void whatTheHourCannotHold_leavesWhenItRolls();
    void whatTheHourCannotHold_isNotSentWithoutConsent();

private:
    static void expectTheVenuesWindows(const Batch &batch);
    static void expectPolls(Batch &batch, milliseconds after);
};

// Whatever was asked for, none of the broker's windows was ever broken.
void TestCancelBudget::expectTheVenuesWindows(const Batch &batch)
{
    const auto all = batch.times(isAny, -2 * hourOfPolls);
    QVERIFY(mostWithin(batch.times(isWrite), 1s - slack) <= 8);
    QVERIFY(mostWithin(all, 1s - slack) <= 25);
    QVERIFY(mostWithin(all, 60s) <= 250);
    QVERIFY(mostWithin(all, 3600s) <= 1000);
    // The proofs' share with that of the polls; a refresh may have been before it.
    QVERIFY(mostWithin(batch.times(isRead), 60s - slack) <= 24);
}

// Every 15 s the open list, every minute the other.
void TestCancelBudget::expectPolls(Batch &batch, milliseconds after)
{
    Flow &flow = batch.flow;
    flow.options.step = 1s;
    flow.run(after);
    const int pending = flow.reads("type=pending");
    const int completed = flow.reads("type=completed");
    flow.run(120s);
    QVERIFY(std::abs(flow.reads("type=pending") - pending - 8) <= 1);
    QVERIFY(std::abs(flow.reads("type=completed") - completed - 2) <= 1);
}

void TestCancelBudget::takesAsLongAsTold_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("secondsNeeded");
    QTest::newRow("210") << 210 << 26;
    QTest::newRow("500: the minute binds") << 500 << 128;
}

void TestCancelBudget::takesAsLongAsTold()
{
    QFETCH(int, count);
    QFETCH(int, secondsNeeded);
    Batch batch(count, 60s);
    Flow &flow = batch.flow;
    QCOMPARE(batch.plan.chosenCount(), count);
    QCOMPARE(batch.plan.estimate / base::seconds(1), secondsNeeded);
    batch.ask();
    QVERIFY(flow.runUntil([&] { return batch.in(TicketState::Proved) == count; }, 300s));
    const auto writes = batch.times(isWrite);
    QCOMPARE(static_cast<int>(writes.size()), count);
    QVERIFY(writes.back() > batch.plan.estimate - 2s && writes.back() < batch.plan.estimate + 2s);
    const int early = countBetween(writes, 0s, 10s);
    QVERIFY2(early >= 76 && early <= 88, qPrintable(QString::number(early)));
    expectTheVenuesWindows(batch);

    // Reads are shared, spread over the time, and soon enough that hardly an order is asked for by itself.
    QVERIFY2(batch.slowestProof() < provedWithin, qPrintable(QString::number(batch.slowestProof().count())));
    const auto reads = batch.times(isRead);
    QVERIFY(longestGap(reads, 0s, 26s) < 5s);
    QVERIFY(flow.reads("/history") <= 8);
    QCOMPARE(flow.engine->alarms, QStringList());
    // Polls are suspended while the batch waits for the minute: all that has left is proved by then.
    if (writes.back() > 60s) {
        QCOMPARE(countBetween(writes, 28s, 59s), 0);
        const auto lists = batch.times(isListRead);
        QCOMPARE(countBetween(lists, 40s, 59s), 0);
    }
    expectPolls(batch, 20s);
}

void TestCancelBudget::whatTheHourCannotHold_leavesWhenItRolls()
{
    Batch batch(640, hourOfPolls);
    Flow &flow = batch.flow;
    QVERIFY(batch.plan.leftThisHour < 640 && batch.plan.leftThisHour > 600); // told beforehand
    batch.ask();
    flow.run(300s);
    const auto early = batch.times(isWrite).size();
    QVERIFY2(early >= 585 && early < 620, qPrintable(QString::number(early)));
    QVERIFY2(batch.slowestProof() < provedWithin, qPrintable(QString::number(batch.slowestProof().count())));
    QVERIFY2(flow.runUntil([&] { return batch.in(TicketState::Proved) == 640; }, 3600s),
             qPrintable(QString::number(batch.in(TicketState::Proved))));
    const auto writes = batch.times(isWrite);
    QCOMPARE(static_cast<int>(writes.size()), 640);
    QVERIFY2(writes.back() > batch.plan.estimate * 3 / 4 && writes.back() < batch.plan.estimate + 30s,
             qPrintable(u"%1 told, %2 needed"_s.arg(batch.plan.estimate.count()).arg(writes.back().count())));
    expectTheVenuesWindows(batch);
    QVERIFY(batch.slowestProof() < provedWithin);
    QCOMPARE(flow.engine->alarms, QStringList());
    expectPolls(batch, 20s);
}

void TestCancelBudget::whatTheHourCannotHold_isNotSentWithoutConsent()
{
    Batch batch(640, hourOfPolls);
    Flow &flow = batch.flow;
    batch.ask(150s); // and thirty to spare
    flow.run(178s);
    const int left = static_cast<int>(batch.times(isWrite).size());
    QVERIFY(left >= 585);
    QCOMPARE(batch.in(TicketState::NotSent), 0);
    QCOMPARE(batch.in(TicketState::Queued), 640 - left);
    flow.run(4s);
    QCOMPARE(batch.in(TicketState::NotSent), 640 - left);
    for (const cancel::TicketPtr &each : batch.tickets) {
        const cancel::TicketPtr now = flow.ticket(each->id);
        if (now->state == TicketState::NotSent) {
            QCOMPARE(now->why, u"consent_expired"_s);
            QCOMPARE(now->writes, 0);
        }
    }
    flow.run(60s);
    QCOMPARE(batch.in(TicketState::Proved), left);
    QCOMPARE(static_cast<int>(batch.times(isWrite).size()), left);
    QCOMPARE(flow.engine->alarms, QStringList());
    expectTheVenuesWindows(batch);
    expectPolls(batch, 15min); // their share was lent to the cancels until the hour has rolled on
}

QTEST_GUILESS_MAIN(TestCancelBudget)
#include "test_cancel_budget.moc"
