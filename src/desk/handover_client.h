// SPDX-License-Identifier: Apache-2.0
// Hands cancels over to the program that holds the engine of the same folder, or asks it for those that have
// no end, and hears what becomes of them. It sends nothing before the holder has spoken; from then on it
// cannot take back what it asked, and says so. Engine thread only.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/handover_wire.h"

#include <QHash>
#include <QJsonObject>
#include <QLocalSocket>

#include <map>
#include <optional>

namespace desk {

class HandoverClient : public QObject
{
    Q_OBJECT

public:
    HandoverClient(base::Clock &clock, QString configDir, QObject *parent = nullptr);

    /// One of the two, once.
    void handOver(const HandedOrders &orders);
    void askForUnresolved();
    /// What the holder said to it; nullopt before. Errors: Busy when there is nobody who listens or the
    /// holder does not speak within 2 s (it was asked for nothing), Network when the line broke after it was
    /// asked (what became of it is not known), else the holder's own.
    [[nodiscard]] const std::optional<base::Status> &answer() const { return m_answer; }

    /// Of what was handed over; empty before the answer, and for what was only asked about.
    [[nodiscard]] const QString &batch() const { return m_batch; }
    void stopBatch();
    /// The tickets, in the order of the orders, or the oldest first; empty before the answer.
    [[nodiscard]] const QStringList &tickets() const { return m_tickets; }
    /// How the holder names the order of a ticket that was asked about.
    [[nodiscard]] QString keyOf(const QString &ticket) const { return m_keys.value(ticket); }
    [[nodiscard]] cancel::TicketPtr ticket(const QString &id) const;
    /// False when nothing more will be heard.
    [[nodiscard]] bool isConnected() const;

Q_SIGNALS:
    void changed();

private:
    void ask(const QJsonObject &request);
    void read();
    void take(const QJsonObject &line);
    void finish(const base::Status &answer);
    void breakOff();

    QString m_path;
    QLocalSocket m_socket;
    base::Timer m_patience;
    QJsonObject m_request;
    bool m_hasAsked = false;
    std::optional<base::Status> m_answer;
    QString m_batch;
    QStringList m_tickets;
    QHash<QString, QString> m_keys;
    std::map<QString, cancel::TicketPtr> m_known;
};

} // namespace desk
