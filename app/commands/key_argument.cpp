// SPDX-License-Identifier: Apache-2.0
#include "commands/key_argument.h"

namespace commands {

using namespace Qt::StringLiterals;

namespace {

QString listed(const desk::KeyIndex &keys, const std::vector<orders::OrderPtr> &rows)
{
    QStringList texts;
    for (const orders::OrderPtr &row : rows)
        texts << u"%1 (%2, %3)"_s.arg(keys.textOf(*row), row->symbol, orders::stateName(row->state));
    return texts.join("; "_L1);
}

} // namespace

FoundOrder findOrder(const Engine &engine, const desk::KeyIndex &keys, const desk::KeyText &key)
{
    const std::vector<orders::OrderPtr> fitting = keys.find(key);
    if (fitting.size() == 1)
        return {fitting.front(), {}, false};
    const QString text = key.toText();
    if (fitting.size() > 1)
        return {nullptr, u"%1 fits several orders: %2"_s.arg(text, listed(keys, fitting)), false};
    const auto book = engine.book(key.connection);
    if (book && !book->isLoaded)
        return {nullptr, u"%1 was not looked for: the book of %2 could not be loaded"_s.arg(text, book->name),
                true};
    const std::vector<orders::OrderPtr> family = keys.family(key);
    if (!family.empty())
        return {nullptr, u"%1 fits no order; there are: %2"_s.arg(text, listed(keys, family)), false};
    return {nullptr, u"%1 is in no list of %2"_s.arg(text, key.connection), false};
}

} // namespace commands
