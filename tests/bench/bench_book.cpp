// SPDX-License-Identifier: Apache-2.0
// From the bytes of a broker's list to the book: parsing, comparing with the list before, merging the first
// one, an equal one, and one of which every hundredth row has changed; and the memory that it takes.
#include "list_writer.h"
#include "measure.h"
#include "orders/order_book.h"
#include "pending_list.h"

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

// Of the processor, not of the wall clock: all of it is computing, and other programs may run.
template <typename Call> double cpuMillisecondsOf(Call call)
{
    const std::clock_t start = std::clock();
    call();
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Figures of several rounds; the median is printed.
struct Figures
{
    std::vector<double> parse;
    std::vector<double> parseAgain; // and sharing what has not changed
    std::vector<double> firstApply;
    std::vector<double> compareEqual;
    std::vector<double> applyEqual;
    std::vector<double> compareChanged;
    std::vector<double> applyChanged;
};

orders::ListingPtr parsed(const QByteArray &bytes, std::vector<double> *times,
                          const orders::ListingPtr &before)
{
    QByteArray body(bytes.constData(), bytes.size()); // a copy of its own, as from the network
    orders::ListingPtr listing;
    const double time = cpuMillisecondsOf([&] {
        const auto list = bench::readPendingList(std::move(body));
        if (!list)
            return;
        orders::shareUnchanged(before, *list);
        listing = list;
    });
    if (times)
        times->push_back(time);
    return listing;
}

void runOnce(const QByteArray &bytes, const QByteArray &changedBytes, Figures &figures)
{
    orders::OrderBook book;
    orders::ListingDelta delta;
    const auto compare = [&](const orders::ListingPtr &before, const orders::Listing &after) {
        return cpuMillisecondsOf([&] { delta = orders::compareListings(before, after); });
    };
    const auto apply = [&](const orders::Listing &listing) {
        return cpuMillisecondsOf([&] { (void)book.apply(listing, delta); });
    };
    const auto first = parsed(bytes, &figures.parse, nullptr);
    (void)compare(nullptr, *first);
    figures.firstApply.push_back(apply(*first));
    const auto equal = parsed(bytes, &figures.parseAgain, first);
    figures.compareEqual.push_back(compare(first, *equal));
    figures.applyEqual.push_back(apply(*equal));
    const auto changed = parsed(changedBytes, &figures.parseAgain, equal);
    figures.compareChanged.push_back(compare(equal, *changed));
    figures.applyChanged.push_back(apply(*changed));
}

// What one list and its book hold, and what is held after twenty further lists with changes.
void printMemory(const QByteArray &bytes, const QByteArray &changedBytes)
{
    const double before = bench::residentMegabytes();
    orders::OrderBook book;
    orders::ListingPtr last;
    const auto read = [&](const QByteArray &list) {
        auto next = parsed(list, nullptr, last);
        (void)book.apply(*next, orders::compareListings(last, *next));
        last = std::move(next);
    };
    read(bytes);
    const double first = bench::residentMegabytes() - before;
    for (int i = 0; i < 10; ++i) {
        read(changedBytes);
        read(bytes);
    }
    std::printf("  memory: %.0f MB after the first list (%.0f MB of text), %.0f MB after 20 more\n", first,
                static_cast<double>(bytes.size()) / 1e6, bench::residentMegabytes() - before);
}

void run(int rows, int rounds)
{
    const bench::ListWriter list(rows);
    const QByteArray changed = list.changed();
    Figures figures;
    printMemory(list.bytes(), changed);
    for (int i = 0; i < rounds; ++i)
        runOnce(list.bytes(), changed, figures);
    const auto median = [](const std::vector<double> &values) { return bench::percentile(values, 0.5); };
    std::printf("  %6d rows, ms: parse %.1f, first apply %.1f; parse again %.1f; equal list: compare %.1f, "
                "apply %.2f; "
                "1 %% changed: compare %.1f, apply %.2f\n",
                rows, median(figures.parse), median(figures.firstApply), median(figures.parseAgain),
                median(figures.compareEqual), median(figures.applyEqual), median(figures.compareChanged),
                median(figures.applyChanged));
}

} // namespace

int main()
{
    std::printf("book: bytes -> listing -> book (milliseconds of the processor)\n");
    run(1'000, 21);
    run(10'000, 11);
    run(100'000, 7);
    return 0;
}
