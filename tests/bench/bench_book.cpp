// SPDX-License-Identifier: Apache-2.0
// From the bytes of a broker's list to the book: parsing, comparing with the list before, merging the first
// one, an equal one, and one of which every hundredth row has changed; and the memory that it takes.
#include "measure.h"
#include "orders/order_book.h"
#include "tradelab/order_rows.h"

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

// A row as Pocketful writes it, all its fields; every twentieth order has two legs.
class ListWriter
{
public:
    explicit ListWriter(int rows)
    {
        m_list.reserve(rows * qsizetype(1300));
        m_list += R"({"data":{"orders":[)";
        for (int order = 0; m_rows < rows; ++order) {
            const bool hasLegs = order % 20 == 0 && m_rows + 3 <= rows;
            append(order, hasLegs ? R"("ENTRY")" : "null", hasLegs ? "BO" : "REGULAR");
            if (!hasLegs)
                continue;
            append(order, R"("SECOND")", "BO");
            append(order, R"("THIRD")", "BO");
        }
        m_list += R"(]},"message":"","status":"success"})";
    }

    [[nodiscard]] const QByteArray &bytes() const { return m_list; }
    /// Every hundredth row has been filled in part meanwhile.
    [[nodiscard]] QByteArray changed() const
    {
        QByteArray list = m_list;
        const QByteArray before = R"("filled_quantity":0)";
        qsizetype at = 0;
        for (int row = 0; (at = list.indexOf(before, at)) >= 0; ++row, at += before.size()) {
            if (row % 100 == 0)
                list[at + before.size() - 1] = '5';
        }
        return list;
    }

private:
    void append(int order, const QByteArray &leg, const QByteArray &kind)
    {
        const QByteArray symbol = m_symbols[order % m_symbols.size()].toUtf8();
        const QByteArray number = QByteArray::number(m_rows).rightJustified(8, '0');
        const QByteArray price =
            QByteArray::number(100 + order % 4000) + '.' + QByteArray::number(order % 20 * 5);
        m_list += m_rows++ == 0 ? "{" : ",{";
        m_list +=
            R"("mode":"NEW","exchange":"NFO","segment":"","login_id":"DEMO1","deposit":0,)"
            R"("order_status":"CONFIRMED","product":"NRML","order_type":"LIMIT","rejection_reason":"NONE",)"
            R"("order_side":"BUY","instrument_token":100803,"exchange_time":)" +
            QByteArray::number(1'710'480'000 + order % 20'000) +
            R"(,"nnf_id":333333333333100,"quantity":1500,"trading_symbol":")" + symbol +
            R"(","client_id":"DEMO1","average_trade_price":0,"underlying_token":null,"oms_order_id":"2403150)" +
            QByteArray::number(order).rightJustified(8, '0') +
            R"(","lot_size":150,"isin":"","disclosed_quantity":0,"execution_type":")" + kind +
            R"(","source":"trade","device":"android","exchange_order_id":"11000000)" + number +
            R"(","validity":"DAY","leg_order_indicator":)" + leg +
            R"(,"trade_price":0,"spread_token":null,"market_protection_percentage":0,"filled_quantity":0,)"
            R"("order_tag":"","sl_trigger_price":0.0,"square_off":false,"order_status_info":"",)"
            R"("square_off_value":0.0,"tags":null,"order_entry_time":)" +
            QByteArray::number(1'710'480'000 + order % 20'000) + R"(,"last_activity_reference":13949728)" +
            number +
            R"(718,"trigger_price":0,"sl_order_price":0.0,"stop_loss_value":0.0,"rejection_code":0,)"
            R"("average_price":0,"trailing_stop_loss":0.0,"price":)" +
            price + R"(,"user_order_id":")" + QByteArray::number(10'000 + order % 900) +
            R"(","symbol":"NIFTY",)"
            R"("is_trailing":false,"pro_cli":"CLIENT","remaining_quantity":1500,"contract_description":{},)"
            R"("series":"OPTIDX","target_price_type":"absolute","sl_order_quantity":0})";
    }

    static QStringList symbols()
    {
        QStringList names;
        for (int strike = 20'000; strike < 25'000; strike += 25)
            names << u"NIFTY24MAR%1CE"_s.arg(strike) << u"NIFTY24MAR%1PE"_s.arg(strike);
        return names;
    }

    QByteArray m_list;
    int m_rows = 0;
    const QStringList m_symbols = symbols();
};

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
    tradelab::ReplyContext context;
    context.account = {orders::Environment::Live, u"tradelab"_s, u"trade.pocketful.in"_s, {}, u"DEMO1"_s};
    context.connection = u"pocketful"_s;
    QByteArray body(bytes.constData(), bytes.size()); // a copy of its own, as from the network
    orders::ListingPtr listing;
    const double time = cpuMillisecondsOf([&] {
        auto list = tradelab::readOrderList(std::move(body), context);
        if (!list)
            return;
        orders::shareUnchanged(before, *list);
        listing = std::make_shared<const orders::Listing>(std::move(*list));
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
    const ListWriter list(rows);
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
