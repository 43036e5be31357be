// SPDX-License-Identifier: Apache-2.0
#include "commands/order_output.h"

#include "commands/text_table.h"
#include "orders/order_fields.h"
#include "json/json_writer.h"

namespace commands {

using namespace Qt::StringLiterals;

namespace {

// Until there are pins (the field is part of the contract).
constexpr bool isPinned = false;

QByteArray csvCell(QString text)
{
    const bool needsQuotes = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') ||
                             text.contains(u'\r') || text.startsWith(u' ') || text.endsWith(u' ');
    return (needsQuotes ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text).toUtf8();
}

void writeField(json::Writer &writer, const orders::FieldSpec &field, const orders::Order &row)
{
    writer.name(QString(field.name));
    const QString text = field.text(row);
    if (field.type == orders::FieldType::Flag)
        writer.boolean(text == "true"_L1);
    else
        writer.textOrNull(text);
}

} // namespace

QString OrderOutput::parentOf(const orders::Order &row) const
{
    if (!row.parent.isValid())
        return {};
    const orders::OrderPtr parent = m_desk.order(row.parent);
    return parent ? m_keys.textOf(*parent) : QString();
}

void OrderOutput::writeRow(json::Writer &writer, const orders::Order &row) const
{
    writer.beginObject();
    writer.member(u"key", m_keys.textOf(row));
    for (const orders::FieldSpec &field : orders::orderFields())
        writeField(writer, field, row);
    writer.name(u"pinned").boolean(isPinned);
    writer.memberOrNull(u"parent", parentOf(row));
    writer.endObject();
}

QByteArray OrderOutput::csv(const std::vector<orders::OrderPtr> &rows) const
{
    QByteArray text = "key";
    for (const orders::FieldSpec &field : orders::orderFields())
        text += ',' + QByteArray(field.name.data(), field.name.size());
    text += ",pinned,parent\n";
    for (const orders::OrderPtr &row : rows) {
        text += csvCell(m_keys.textOf(*row));
        for (const orders::FieldSpec &field : orders::orderFields())
            text += ',' + csvCell(field.text(*row));
        text += isPinned ? ",true," : ",false,";
        text += csvCell(parentOf(*row)) + '\n';
    }
    return text;
}

QByteArray OrderOutput::table(const std::vector<orders::OrderPtr> &rows) const
{
    TextTable table({u"KEY"_s, u"STATUS"_s, u"BROKER'S WORD"_s, u"SIDE"_s, u"SYMBOL"_s, u"EXCH"_s,
                     u"PRODUCT"_s, u"KIND"_s, u"LEG"_s, u"TYPE"_s, u">QTY"_s, u">FILLED"_s, u">LEFT"_s,
                     u">PRICE"_s, u">TRIGGER"_s, u"EFFECT"_s, u"PLACED (UTC)"_s});
    for (const orders::OrderPtr &row : rows) {
        table.addRow({m_keys.textOf(*row), orders::stateName(row->state), row->venueStatus,
                      orders::sideName(*row), row->symbol, row->exchange, row->product, row->kind, row->leg,
                      row->orderType, row->quantity.toText(), row->filled.toText(), row->remaining().toText(),
                      row->price.toText(), row->triggerPrice.toText(), orders::effectName(row->effect),
                      row->placedAt ? base::isoUtc(*row->placedAt).left(19).replace(u'T', u' ') : QString()});
    }
    return table.toText();
}

void writeBook(json::Writer &writer, const BookReport &book)
{
    writer.beginObject();
    writer.member(u"name", book.name);
    writer.member(u"broker", book.broker);
    writer.member(u"state", book.state);
    writer.memberOrNull(u"error", book.error);
    writer.name(u"age_ms");
    if (book.age)
        writer.number(book.age->count());
    else
        writer.null();
    writer.endObject();
}

} // namespace commands
