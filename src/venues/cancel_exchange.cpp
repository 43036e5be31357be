// SPDX-License-Identifier: Apache-2.0
#include "venues/cancel_exchange.h"

namespace venues {

using namespace Qt::StringLiterals;

QString answerName(AnswerClass answer)
{
    switch (answer) {
    case AnswerClass::NotSent:
        return u"not sent"_s;
    case AnswerClass::Receipt:
        return u"receipt"_s;
    case AnswerClass::NotTaken:
        return u"not taken"_s;
    case AnswerClass::PendingElsewhere:
        return u"pending elsewhere"_s;
    case AnswerClass::Refused:
        return u"refused"_s;
    case AnswerClass::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

} // namespace venues
