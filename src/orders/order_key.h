// SPDX-License-Identifier: Apache-2.0
// What an order row is, for good: environment and canonical account, trading day, order id, leg. The
// exchange's order id is an attribute; it enters the key only to split two rows of one reply that agree in
// all the rest.
#pragma once

#include "base/clock.h"

#include <QHash>
#include <QString>

#include <cstdint>

namespace orders {

enum class Environment : unsigned char { Practice, Live };

/// The account as the venue confirmed it. Two connections with the same Account are two doors to one lane.
struct Account
{
    Environment environment = Environment::Live;
    QString family; // "tradelab", "alphapoint"
    QString host;   // with its port where that is not the scheme's own
    QString omsId;  // empty where the family has none
    QString id;     // client id or account id

    bool operator==(const Account &) const = default;
    /// One text for maps, files and the journal: "live|tradelab|trade.pocketful.in||DEMO1".
    [[nodiscard]] QString canonical() const;
};

/// The calendar day in India, yyyymmdd: the trading day of the families that have one.
[[nodiscard]] std::int32_t tradingDay(base::WallTime time);

struct OrderKey
{
    QString account;      // Account::canonical(), one shared string for a whole book
    std::int32_t day = 0; // yyyymmdd in India, of the order's entry; 0 where the family has no days
    QString orderId;
    QString leg;  // as the venue wrote it; empty for none
    QString twin; // the exchange order id, only where the rest did not suffice

    bool operator==(const OrderKey &) const = default;
    [[nodiscard]] bool isValid() const { return !orderId.isEmpty(); }
    /// One line for the journal; parse() reads it back.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static OrderKey parse(const QString &text);
    /// Whether a twin is named differs from one reply to the next.
    [[nodiscard]] OrderKey withoutTwin() const
    {
        OrderKey key = *this;
        key.twin.clear();
        return key;
    }
};

[[nodiscard]] inline std::size_t qHash(const OrderKey &key, std::size_t seed = 0)
{
    // The rest is the same for nearly all rows of a book: comparing it is enough.
    return qHashMulti(seed, key.orderId, key.leg);
}

} // namespace orders

template <> struct std::hash<orders::OrderKey>
{
    std::size_t operator()(const orders::OrderKey &key) const noexcept { return orders::qHash(key, 0); }
};
