// SPDX-License-Identifier: Apache-2.0
#include "brokers.h"

#include "tradelab/dialect.h"

namespace app {

ui::BrokerChoices brokerChoices()
{
    ui::BrokerChoices choices;
    for (const tradelab::Dialect &dialect : tradelab::dialects())
        choices.push_back({dialect.id, dialect.title, QUrl(QString(dialect.defaultUrl)), true, false});
    return choices;
}

} // namespace app
