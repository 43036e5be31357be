// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/order_words.h"

#include "ui/orders/cell_text.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct OrderWords
{
    Q_DECLARE_TR_FUNCTIONS(OrderWords)
};

QString kindTitle(const orders::Order &order)
{
    if (order.kind == order.orderType)
        return {}; // an exchange without kinds of its own: the type stands beside the price
    const QString kind = order.kind.toUpper();
    if (kind == "BO"_L1)
        return OrderWords::tr("bracket");
    if (kind == "CO"_L1)
        return OrderWords::tr("cover");
    if (kind == "AMO"_L1)
        return OrderWords::tr("after market");
    if (kind == "SPD"_L1)
        return OrderWords::tr("spread");
    if (kind == "REGULAR"_L1)
        return {};
    return order.kind;
}

QString legTitle(const orders::Order &order)
{
    switch (orders::legRole(order)) {
    case orders::LegRole::None: return {};
    case orders::LegRole::Entry: return OrderWords::tr("entry");
    case orders::LegRole::Stop: return OrderWords::tr("stop");
    case orders::LegRole::Target: return OrderWords::tr("target");
    case orders::LegRole::Other: return OrderWords::tr("leg");
    }
    return {};
}

} // namespace

QString sideGlyph(const orders::Order &order)
{
    switch (order.side) {
    case orders::Side::Buy: return u"▲"_s;
    case orders::Side::Sell:
    case orders::Side::Short: return u"▼"_s;
    case orders::Side::Unknown: break;
    }
    return u"?"_s;
}

Tone sideTone(const orders::Order &order)
{
    switch (order.side) {
    case orders::Side::Buy: return Tone::Buy;
    case orders::Side::Sell:
    case orders::Side::Short: return Tone::Sell;
    case orders::Side::Unknown: break;
    }
    return Tone::Plain;
}

QString kindWords(const orders::Order &order)
{
    QStringList words;
    for (const QString &word : {kindTitle(order), legTitle(order)}) {
        if (!word.isEmpty())
            words += word;
    }
    const orders::LegRole role = orders::legRole(order);
    const bool isPlain = role == orders::LegRole::None || role == orders::LegRole::Entry;
    const QString text = words.join(u' ');
    return isPlain || order.leg.isEmpty() ? text : u"%1 · %2"_s.arg(text, order.leg);
}

QString orderLine(const orders::Order &order)
{
    return u"%1 %2 %3"_s.arg(CellText::sideWord(order), numberText(order.quantity), order.symbol);
}

QString priceLine(const orders::Order &order)
{
    const bool hasPrice = order.price.isNumber() && !order.price.isZero();
    const bool hasTrigger = order.triggerPrice.isNumber() && !order.triggerPrice.isZero();
    QString text = order.orderType;
    if (hasPrice)
        text += u' ' + priceText(order.price);
    if (hasTrigger)
        text = OrderWords::tr("%1, trigger %2").arg(text, priceText(order.triggerPrice));
    return text;
}

} // namespace ui
