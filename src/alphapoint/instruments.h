// SPDX-License-Identifier: Apache-2.0
// What an exchange trades, by instrument id: orders name instruments by number alone. What an id was called
// first it is called until the connection is closed: a symbol is part of an order's identity. Shared with
// readers on other threads, so it is changed by making another one; copies know together which ids had no
// name.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QSet>
#include <QString>

#include <memory>

namespace alphapoint {

struct Instrument
{
    QString symbol;   // "BTCUSD"; "Instrument 8" where the exchange does not name it
    QString currency; // what prices are in: "USD"; empty where it does not say
};

class Instruments
{
public:
    /// The reply to GetInstruments; BadReply where it is no list.
    [[nodiscard]] base::Status load(const QByteArray &payload);
    [[nodiscard]] Instrument find(const QString &id) const;

private:
    struct Unnamed
    {
        QMutex lock;
        QSet<QString> ids; // called by their number, and so for good
    };

    QHash<QString, Instrument> m_byId;
    std::shared_ptr<Unnamed> m_unnamed = std::make_shared<Unnamed>();
};

} // namespace alphapoint
