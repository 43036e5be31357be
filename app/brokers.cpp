// SPDX-License-Identifier: Apache-2.0
#include "brokers.h"

#include "tradelab/dialect.h"

namespace app {

using namespace Qt::StringLiterals;

ui::BrokerChoices brokerChoices()
{
    ui::BrokerChoices choices;
    for (const tradelab::Dialect &dialect : tradelab::dialects())
        choices.push_back({dialect.id, dialect.title, QUrl(QString(dialect.defaultUrl)), true, false});
    choices.push_back({u"alphapoint"_s, u"AlphaPoint"_s, {}, false, true});
    return choices;
}

} // namespace app
