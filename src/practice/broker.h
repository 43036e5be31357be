// SPDX-License-Identifier: Apache-2.0
// The three brokers of the Tradelab family that the practice venue plays, and what tells them apart on the
// wire. Every difference between them that is plain data stands in one row here; routes and writers read it.
#pragma once

#include <QByteArray>
#include <QString>

#include <array>

namespace practice {

enum class Broker { Pocketful, Pace, HdfcSky };
inline constexpr std::array brokers{Broker::Pocketful, Broker::Pace, Broker::HdfcSky};

enum class HistoryShape { Array, NestedKey };
enum class NotFoundShape { Error, Failed, Code };

struct BrokerProfile
{
    Broker broker;
    QString name; // of its connection
    QString clientId;
    QByteArray prefix;
    HistoryShape history;
    NotFoundShape notFound; // how an order that is not there is told
    bool newerRows;         // Pocketful's field set, else the older one
    bool shortKartReply;    // BO cancels are answered without data
};

[[nodiscard]] const BrokerProfile &profileOf(Broker broker);

} // namespace practice
