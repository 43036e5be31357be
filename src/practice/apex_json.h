// SPDX-License-Identifier: Apache-2.0
// APEX orders, trades, refused cancels and instruments as JSON, with the fields and the order of the captured
// samples. Numbers stand as the market holds them, never through a double. Used by the reads and the events.
#pragma once

#include "practice/apex_order.h"

namespace practice {

/// Whose orders these are, for the fields that name a person.
struct ApexOwner
{
    qint64 omsId = 1;
    qint64 userId = 0;
    QString userName;
};

void appendApexOrder(QByteArray &out, const ApexOrder &order, const ApexOwner &owner);
[[nodiscard]] QByteArray apexTradeJson(const ApexTrade &trade, const ApexOwner &owner);
[[nodiscard]] QByteArray apexCancelRejectJson(const ApexOrder &order, const QString &reason,
                                              const ApexOwner &owner);
void appendApexInstrument(QByteArray &out, const ApexInstrument &instrument, const ApexOwner &owner);

} // namespace practice
