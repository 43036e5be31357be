// SPDX-License-Identifier: Apache-2.0
// What a trader waits for: from the last byte of a broker's list to the sorted table on the screen, parsing,
// merging, sorting and painting together, on one thread. Needs no screen.
#include "bench/list_writer.h"
#include "bench/measure.h"
#include "bench/pending_list.h"
#include "orders/order_book.h"
#include "ui/orders/order_view.h"

#include <QApplication>

namespace {

struct Shares
{
    std::vector<double> whole;
    std::vector<double> parse;
    std::vector<double> merge;
    std::vector<double> show; // sorted into the table, and painted
};

void showOnce(base::SystemClock &clock, const QByteArray &bytes, Shares &shares)
{
    ui::OrderViewModel model(clock);
    ui::OrderView view(model, clock, ui::makeTheme(ui::ThemeKind::Light, {}));
    view.resize(1600, 900);
    view.sortByColumn(ui::columnNumber(ui::ColumnId::Symbol), Qt::AscendingOrder);
    view.show();
    QApplication::processEvents();

    QByteArray body(bytes.constData(), bytes.size()); // a copy of its own, as from the network
    std::shared_ptr<orders::Listing> listing;
    orders::OrderBook book;
    orders::BookDiff diff;
    shares.parse.push_back(
        bench::millisecondsOf(clock, [&] { listing = bench::readPendingList(std::move(body)); }));
    shares.merge.push_back(bench::millisecondsOf(
        clock, [&] { diff = book.apply(*listing, orders::compareListings(nullptr, *listing)); }));
    shares.show.push_back(bench::millisecondsOf(clock, [&] {
        model.apply(diff);
        QApplication::processEvents();
        view.viewport()->repaint();
    }));
    shares.whole.push_back(shares.parse.back() + shares.merge.back() + shares.show.back());
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::makeTheme(ui::ThemeKind::Light, application.palette()));
    base::SystemClock clock;
    std::printf("from bytes to a sorted table painted (milliseconds, medians)\n");
    for (const auto &[rows, rounds] : {std::pair(1'000, 21), std::pair(10'000, 11), std::pair(100'000, 5)}) {
        const bench::ListWriter list(rows);
        Shares shares;
        for (int i = 0; i < rounds; ++i)
            showOnce(clock, list.bytes(), shares);
        const auto median = [](const std::vector<double> &times) { return bench::percentile(times, 0.5); };
        std::printf("  %6d orders: %.1f = parse %.1f, merge %.1f, sort and paint %.1f\n", rows,
                    median(shares.whole), median(shares.parse), median(shares.merge), median(shares.show));
    }
    return 0;
}
