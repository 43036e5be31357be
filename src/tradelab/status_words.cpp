// SPDX-License-Identifier: Apache-2.0
#include "tradelab/status_words.h"

#include <QHash>
#include <QString>

namespace tradelab {

using namespace Qt::StringLiterals;
using orders::OrderState;

namespace {

const QHash<QString, OrderState> &words()
{
    static const auto table = [] {
        const std::pair<OrderState, QStringList> classes[] = {
            {OrderState::Open,
             {u"CONFIRMED"_s,
              u"MODIFY_CONFIRMED"_s,
              u"MODIFY_REJECTED"_s,
              u"CANCEL_REJECTED"_s,
              u"PENDING"_s,
              u"PARTIAL_TRADE"_s,
              u"SL_TRIGGER_CONFIRMED"_s,
              u"TRIGGER_PENDING"_s,
              u"AMO_REQ_RECEIVED"_s,
              u"AMO_REQ_CONFIRMED"_s,
              u"AMO_NEW_CONFIRMED"_s,
              u"AMO_REQ_MODIFIED"_s,
              u"AMO_MODIFY_CONFIRMED"_s,
              u"BRACKET_ORDER_CONFIRMED"_s,
              u"BRACKET_ORDER_MODIFIED"_s,
              u"OPEN"_s,
              u"MODIFIED"_s,
              u"NOT MODIFIED"_s,
              u"NOT CANCELLED"_s,
              u"TRIGGER PENDING"_s,
              u"AFTER MARKET ORDER REQ RECEIVED"_s,
              u"MODIFY AFTER MARKET ORDER REQ RECEIVED"_s}},
            {OrderState::BeingCancelled, {u"CANCEL_PENDING"_s, u"CANCEL_ACCEPTED"_s, u"CANCEL PENDING"_s}},
            {OrderState::InFlight,
             {u"ACCEPTED"_s, u"MODIFY_ACCEPTED"_s, u"MODIFY_PENDING"_s, u"RMS_VALIDATION_COMPLETED"_s,
              u"EXCHANGE_RESPONSE_PENDING"_s, u"RRM_PENDING_AT_EXCHANGE"_s, u"BASKET_ORDER_ACCEPTED"_s,
              u"OPEN PENDING"_s, u"VALIDATION PENDING"_s, u"PUT ORDER REQ RECEIVED"_s, u"MODIFY PENDING"_s,
              u"MODIFY VALIDATION PENDING"_s}},
            {OrderState::Cancelled,
             {u"CANCEL_CONFIRMED"_s, u"BATCH_CANCEL_CONFIRMED"_s, u"AMO_CANCEL_CONFIRMED"_s,
              u"BRACKET_ORDER_CANCELLED"_s, u"CANCELLED"_s, u"CANCELLED AFTER MARKET ORDER"_s}},
            {OrderState::Filled,
             {u"COMPLETE"_s, u"BRACKET_ORDER_COMPLETE_TRADE"_s, u"FILLED"_s, u"EXECUTED"_s}},
            {OrderState::Rejected, {u"REJECTED"_s, u"BRACKET_ORDER_REJECTED"_s, u"UNACCEPTED"_s}},
        };
        QHash<QString, OrderState> result;
        for (const auto &[state, names] : classes) {
            for (const QString &name : names)
                result.insert(name, state);
        }
        return result;
    }();
    return table;
}

} // namespace

OrderState stateOf(QStringView word)
{
    return words().value(word.trimmed().toString().toUpper(), OrderState::Unknown);
}

bool isCancelRejected(QStringView word)
{
    return word.trimmed().compare("CANCEL_REJECTED"_L1, Qt::CaseInsensitive) == 0 ||
           word.trimmed().compare("NOT CANCELLED"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace tradelab
