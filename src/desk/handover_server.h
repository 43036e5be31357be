// SPDX-License-Identifier: Apache-2.0
// Takes cancels from other programs of the same user: this one holds the engine, so that what they ask for
// goes through the same lanes, journal and duplicates as what is asked for here. Tells them of those that
// have no end, too. Made by the wiring of a
// program that may send. It gives nobody more than a front end of this program has. Engine thread only.
#pragma once

#include "base/result.h"
#include "cancel/ticket.h"

#include <QJsonObject>
#include <QLocalServer>
#include <QSet>

#include <map>

class QLocalSocket;

namespace desk {

class Desk;

class HandoverServer : public QObject
{
    Q_OBJECT

public:
    HandoverServer(Desk &desk, QString holder, QObject *parent = nullptr);

    /// The lock of the folder is held: a socket that lies there is a dead program's.
    [[nodiscard]] base::Status listen(const QString &configDir);
    /// Somebody who is still there waits for the end of a cancel.
    [[nodiscard]] bool isServing() const;

private:
    /// The tickets that somebody wants to hear of.
    struct Asker
    {
        QSet<QString> handedOver;
        QSet<QString> watched; // not by its wish: nobody waits here for their end
    };
    void greet();
    void read(QLocalSocket *socket);
    void take(QLocalSocket *socket, const QJsonObject &orders);
    void tellUnresolved(QLocalSocket *socket);
    void tellAll(const cancel::TicketPtr &ticket);
    void tell(QLocalSocket *socket, const QString &ticket);

    Desk &m_desk;
    QString m_holder;
    std::map<QLocalSocket *, Asker> m_askers;
    QLocalServer m_server; // the first to go: its sockets leave the askers when it takes them down
};

} // namespace desk
