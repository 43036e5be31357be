// SPDX-License-Identifier: Apache-2.0
// `pullcord-cli orders`: what is in the books now.
#include "commands/filter_argument.h"
#include "commands/order_output.h"
#include "commands/row_order.h"
#include "orders/order_filter.h"
#include "json/json_writer.h"

#include <algorithm>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

struct Wish
{
    QString format;
    QString state;
    orders::OrderFilter filter;
};

base::Result<Wish> readWish(const Arguments &arguments)
{
    const auto format = arguments.choice("format"_L1, {u"table"_s, u"json"_s, u"csv"_s});
    if (!format)
        return base::failure(format.error());
    const auto state = arguments.choice("state"_L1, {u"open"_s, u"closed"_s, u"all"_s});
    if (!state)
        return base::failure(state.error());
    if (!arguments.positional().isEmpty())
        return base::failure(base::ErrorKind::Usage, u"\"orders\" takes options alone"_s);
    const auto filter = readFilter(arguments);
    if (!filter)
        return base::failure(filter.error());
    return Wish{*format, *state, *filter};
}

std::vector<orders::OrderPtr> chosenRows(const std::vector<orders::OrderPtr> &rows, const Wish &wish,
                                         base::WallTime now)
{
    std::vector<orders::OrderPtr> chosen;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(chosen), [&](const orders::OrderPtr &row) {
        const bool isWanted = wish.state == "all"_L1 || row->isAlive() == (wish.state == "open"_L1);
        return isWanted && wish.filter.matches(*row, now);
    });
    return chosen;
}

QByteArray ordersJson(Engine &engine, const OrderOutput &output, const std::vector<orders::OrderPtr> &rows)
{
    json::Writer writer;
    writer.beginObject();
    writer.member(u"as_of", base::isoUtc(engine.now()));
    writer.name(u"connections").beginArray();
    for (const BookReport &book : engine.books())
        writeBook(writer, book);
    writer.endArray();
    writer.name(u"orders").beginArray();
    for (const orders::OrderPtr &row : rows)
        output.writeRow(writer, *row);
    writer.endArray();
    writer.endObject();
    return writer.bytes() + '\n';
}

// An empty table says too little: no order, or none that the filter shows?
void sayCount(const Context &context, Engine &engine, std::size_t shown, std::size_t all)
{
    QStringList loaded;
    for (const BookReport &book : engine.books()) {
        if (book.isLoaded)
            loaded << book.name;
    }
    if (!loaded.isEmpty())
        context.terminal.say(u"%1 of %2 orders at %3, as of %4"_s.arg(shown).arg(all).arg(
            loaded.join(", "_L1), base::isoUtc(engine.now())));
}

} // namespace

ExitCode runOrders(const Context &context)
{
    const auto wish = readWish(context.arguments);
    if (!wish)
        return reportError(context, wish.error());
    ExitCode code = ExitCode::Good;
    const auto engine = Engine::open(context, Door::Reader, code);
    if (!engine)
        return code;
    code = engine->restrictTo(context.arguments.values("connection"_L1));
    if (code != ExitCode::Good)
        return code;
    if (!engine->loadBooks(false))
        return ExitCode::Failed;

    std::vector<orders::OrderPtr> all = engine->desk().orders();
    sortRows(all);
    const desk::KeyIndex keys(all);
    const OrderOutput output(keys, engine->desk());
    const auto rows = chosenRows(all, *wish, engine->now());
    if (wish->format == "json"_L1) {
        context.terminal.print(ordersJson(*engine, output, rows));
    } else if (wish->format == "csv"_L1) {
        context.terminal.print(output.csv(rows));
    } else {
        if (!rows.empty())
            context.terminal.print(output.table(rows));
        sayCount(context, *engine, rows.size(), all.size());
    }
    return engine->hasFailedBook() ? ExitCode::BookFailed : ExitCode::Good;
}

} // namespace commands
