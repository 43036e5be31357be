// SPDX-License-Identifier: Apache-2.0
// Hands cancels over to the program that holds the engine of the same folder, and hears what becomes of them.
// It sends nothing before the holder has spoken; from then on it cannot take back what it asked, and says so.
// Engine thread only.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/handover_wire.h"

#include <QLocalSocket>

#include <functional>
#include <map>

namespace desk {

class HandoverClient : public QObject
{
    Q_OBJECT

public:
    HandoverClient(base::Clock &clock, QString configDir, QObject *parent = nullptr);

    /// Once. `done` gets the batch, or the error: Busy when there is nobody who listens or the holder does
    /// not speak within 2 s (nothing was handed over), Network when the line broke after it was (what became
    /// of it is not known), else the holder's own.
    void handOver(const HandedOrders &orders, std::function<void(const base::Result<QString> &batch)> done);
    void stop(const QString &batch);
    /// The tickets, in the order of the orders; empty before `done`.
    [[nodiscard]] const QStringList &tickets() const { return m_tickets; }
    [[nodiscard]] cancel::TicketPtr ticket(const QString &id) const;
    /// False when nothing more will be heard.
    [[nodiscard]] bool isConnected() const;

Q_SIGNALS:
    void changed();

private:
    void read();
    void take(const QJsonObject &line);
    void finish(const base::Result<QString> &batch);
    void breakOff();

    QString m_path;
    QLocalSocket m_socket;
    base::Timer m_patience;
    HandedOrders m_orders;
    bool m_isHandedOver = false;
    std::function<void(const base::Result<QString> &)> m_done;
    QStringList m_tickets;
    std::map<QString, cancel::TicketPtr> m_known;
};

} // namespace desk
