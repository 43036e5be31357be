// SPDX-License-Identifier: Apache-2.0
// How fast the order table is: first paint, sorting, searching, and how late the event loop is while the
// sorted column is hit by 10,000 changes a second. bench_table [SECONDS]; needs no screen.
#include "bench/generated_book.h"
#include "bench/measure.h"
#include "ui/orders/order_view.h"

#include <QApplication>
#include <QEventLoop>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int changesPerSecond = 10'000;
constexpr int changesPerTick = 50; // every 5 ms

class TableBench
{
public:
    explicit TableBench(int rows)
        : m_view(m_model, m_clock, ui::makeTheme(ui::ThemeKind::Light, {}))
    {
        m_view.resize(1600, 900);
        m_view.show();
        QApplication::processEvents();
        const double before = bench::residentMegabytes();
        m_book = m_generator.make(rows);
        const double orders = bench::residentMegabytes();
        std::printf("%d orders, %zu bytes each: %.0f MB in the book\n", rows, sizeof(orders::Order),
                    orders - before);
        print("fill to first paint", [this] { m_model.apply({m_book, {}, {}}); });
        std::printf("  %-28s %8.1f MB\n", "memory of the table", bench::residentMegabytes() - orders);
    }

    void run(base::seconds storm)
    {
        sortAndSearch();
        this->storm(storm, "changes of the sort column");
        m_view.selectAll();
        print("select all", [this] { m_view.selectAll(); });
        print("take one tick off", [this] {
            m_view.selectionModel()->select(m_model.index(5, 0),
                                            QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        });
        print("select one row", [this] {
            m_view.selectionModel()->select(m_model.index(5, 0),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        });
        print("read all selected", [this] {
            m_view.selectAll();
            m_keysRead = m_view.selectedKeys().size();
        });
        this->storm(storm, "the same, all rows selected");
    }

private:
    template <typename Call> void print(const char *what, Call call)
    {
        QApplication::processEvents();
        const double change = bench::millisecondsOf(m_clock, call);
        const double painted = bench::millisecondsOf(m_clock, [this] {
            QApplication::processEvents();
            m_view.viewport()->repaint();
        });
        std::printf("  %-28s %8.1f ms + %.1f ms to the paint\n", what, change, painted);
    }

    void sortAndSearch()
    {
        const auto sort = [this](ui::ColumnId column) {
            m_view.sortByColumn(ui::columnNumber(column), Qt::AscendingOrder);
        };
        const auto search = [this](const QString &text) {
            m_model.setFilter(*orders::OrderFilter::parse(text));
        };
        print("sort by symbol", [&] { sort(ui::ColumnId::Symbol); });
        print("sort by time", [&] { sort(ui::ColumnId::Time); });
        print("sort by order id", [&] { sort(ui::ColumnId::OrderId); });
        print("sort by side", [&] { sort(ui::ColumnId::Side); });
        print("sort by price", [&] { sort(ui::ColumnId::Price); });
        print("search: a word", [&] { search(u"reliance"_s); });
        print("search: cleared", [&] { search(u""_s); });
        print("search: side:sell", [&] { search(u"side:sell"_s); });
        print("search: symbol:NIFTY*", [&] { search(u"symbol:NIFTY*"_s); });
        print("search: price>5000", [&] { search(u"price>5000"_s); });
        print("search: cleared", [&] { search(u""_s); });
        print("category: closed", [&] { m_model.setCategory(ui::Category::Closed); });
        print("category: open", [&] { m_model.setCategory(ui::Category::Open); });
    }

    void storm(base::seconds duration, const char *what)
    {
        QEventLoop loop;
        base::Timer end(m_clock, [&] { loop.quit(); });
        const base::MonoTime start = m_clock.monotonic();
        long long made = 0;
        std::unique_ptr<base::Timer> tick;
        tick = std::make_unique<base::Timer>(m_clock, [&] {
            tick->start(5ms);
            const auto passed = std::chrono::duration<double>(m_clock.monotonic() - start).count();
            while (static_cast<double>(made) < passed * changesPerSecond) {
                changeSome();
                made += changesPerTick;
            }
        });
        tick->start(0ms);
        end.start(duration);
        const bench::LatenessProbe probe(m_clock);
        loop.exec();
        const auto late = [&](double share) { return bench::percentile(probe.milliseconds(), share); };
        std::printf("  %s: %lld in %lld s; loop late p50 %.2f, p99 %.2f, p99.9 %.2f, worst %.2f ms\n", what,
                    made, static_cast<long long>(duration.count()), late(0.5), late(0.99), late(0.999),
                    late(1.0));
    }

    void changeSome()
    {
        orders::BookDiff diff;
        for (int i = 0; i < changesPerTick; ++i) {
            orders::OrderPtr &order = m_book[m_random() % m_book.size()];
            order = m_generator.moved(*order);
            diff.changed.push_back(order);
        }
        m_model.apply(diff);
    }

    base::SystemClock m_clock;
    ui::OrderViewModel m_model{m_clock};
    ui::OrderView m_view;
    bench::GeneratedBook m_generator;
    std::mt19937 m_random{2};
    std::vector<orders::OrderPtr> m_book;
    std::size_t m_keysRead = 0;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::makeTheme(ui::ThemeKind::Light, application.palette()));
    const base::seconds storm(argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 5);
    for (const int rows : {1'000, 10'000, 100'000})
        TableBench(rows).run(storm);
    return 0;
}
