// SPDX-License-Identifier: Apache-2.0
#include "practice/practice_order.h"

#include <array>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

template <std::size_t Size>
bool isOneOf(const QString &text, const std::array<QLatin1StringView, Size> &words)
{
    return std::any_of(words.begin(), words.end(), [&text](QLatin1StringView word) { return text == word; });
}

} // namespace

bool isDoneStatus(const QString &status)
{
    static constexpr std::array done{"COMPLETE"_L1,
                                     "CANCEL_CONFIRMED"_L1,
                                     "AMO_CANCEL_CONFIRMED"_L1,
                                     "BATCH_CANCEL_CONFIRMED"_L1,
                                     "BRACKET_ORDER_CANCELLED"_L1,
                                     "BRACKET_ORDER_COMPLETE_TRADE"_L1,
                                     "BRACKET_ORDER_REJECTED"_L1,
                                     "REJECTED"_L1,
                                     "UNACCEPTED"_L1,
                                     "FILLED"_L1,
                                     "EXECUTED"_L1};
    return isOneOf(status, done);
}

bool isKartType(const QString &executionType)
{
    static constexpr std::array kart{"CO"_L1, "BO"_L1, "SPD"_L1};
    return isOneOf(executionType, kart);
}

bool PracticeOrder::isDone() const
{
    return isDoneStatus(status);
}

bool PracticeOrder::isAmo() const
{
    return executionType == "AMO"_L1;
}

bool PracticeOrder::isKart() const
{
    return isKartType(executionType);
}

bool PracticeOrder::isEntry() const
{
    return leg == "ENTRY"_L1;
}

qint64 PracticeOrder::shownRemaining() const
{
    if (status == "AMO_REQ_RECEIVED"_L1)
        return 0;
    if (status == "REJECTED"_L1 && isKart())
        return quantity;
    return isDone() ? 0 : quantity - filled;
}

} // namespace practice
