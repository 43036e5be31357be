// SPDX-License-Identifier: Apache-2.0
#include "practice/broker.h"

namespace practice {

using namespace Qt::StringLiterals;

const BrokerProfile &profileOf(Broker broker)
{
    static const std::array<BrokerProfile, brokers.size()> profiles{
        BrokerProfile{Broker::Pocketful, u"pocketful"_s, u"PKT1042"_s, "/api/v1"_ba, HistoryShape::Array,
                      NotFoundShape::Error, true, false},
        BrokerProfile{Broker::Pace, u"pace"_s, u"PAC7781"_s, "/api/v1"_ba, HistoryShape::NestedKey,
                      NotFoundShape::Failed, false, true},
        BrokerProfile{Broker::HdfcSky, u"hdfcsky"_s, u"48210937"_s, "/oapi/v1"_ba, HistoryShape::NestedKey,
                      NotFoundShape::Code, false, false},
    };
    return profiles[static_cast<std::size_t>(broker)];
}

} // namespace practice
