// SPDX-License-Identifier: Apache-2.0
#include "desk/handover_server.h"

#include "desk/desk.h"
#include "desk/handover_wire.h"
#include "desk/key_text.h"

#include <QJsonArray>
#include <QLocalSocket>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

HandoverServer::HandoverServer(Desk &desk, QString holder, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_holder(std::move(holder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] { greet(); });
    connect(&desk.cancels(), &cancel::CancelDesk::ticketChanged, this, &HandoverServer::tellAll);
}

base::Status HandoverServer::listen(const QString &configDir)
{
    const QString path = handoverSocket(configDir);
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return base::failure(
            base::ErrorKind::Storage,
            u"other programs cannot hand their cancels over to this one: %1"_s.arg(m_server.errorString()));
    return {};
}

bool HandoverServer::isServing() const
{
    return std::any_of(m_askers.begin(), m_askers.end(), [this](const auto &asker) {
        const QSet<QString> &tickets = asker.second.handedOver;
        return std::any_of(tickets.begin(), tickets.end(),
                           [this](const QString &id) { return m_desk.cancels().ticket(id)->isOpen(); });
    });
}

void HandoverServer::greet()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            m_askers.erase(socket);
            socket->deleteLater();
        });
        if (!isSameUser(*socket)) {
            socket->abort();
            continue;
        }
        m_askers[socket] = {};
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        writeLine(*socket, {{u"hello"_s, m_holder}});
    }
}

void HandoverServer::read(QLocalSocket *socket)
{
    while (const auto line = readLine(*socket)) {
        if (line->contains(u"cancel"_s)) {
            take(socket, (*line)[u"cancel"].toObject());
        } else if (line->contains(u"unresolved"_s)) {
            tellUnresolved(socket);
        } else if (line->contains(u"stop"_s)) {
            m_desk.cancels().stop((*line)[u"stop"].toString());
        } else {
            socket->abort(); // another version, or no Pullcord at all
            return;
        }
    }
}

void HandoverServer::take(QLocalSocket *socket, const QJsonObject &object)
{
    const auto refuse = [socket](const base::Error &error) {
        writeLine(*socket, {{u"refused"_s, QJsonObject{{u"kind"_s, static_cast<int>(error.kind)},
                                                       {u"text"_s, error.text}}}});
    };
    const auto orders = ordersFromJson(object);
    if (!orders)
        return refuse(orders.error());
    const auto batch = m_desk.cancelRows(orders->requests, orders->consent);
    if (!batch)
        return refuse(batch.error());
    const auto asker = m_askers.find(socket);
    if (asker == m_askers.end())
        return; // gone meanwhile
    QJsonArray ids;
    for (const cancel::TicketPtr &ticket : batch->tickets) {
        ids.append(ticket->id);
        asker->second.handedOver << ticket->id;
    }
    writeLine(*socket, {{u"batch"_s, batch->batch}, {u"tickets"_s, ids}});
    for (const cancel::TicketPtr &ticket : batch->tickets)
        tell(socket, ticket->id);
}

void HandoverServer::tellUnresolved(QLocalSocket *socket)
{
    const auto asker = m_askers.find(socket);
    if (asker == m_askers.end())
        return;
    const std::vector<cancel::TicketPtr> tickets = m_desk.cancels().unresolved();
    const KeyIndex index(m_desk.orders());
    QJsonArray ids;
    QJsonArray keys;
    for (const cancel::TicketPtr &ticket : tickets) {
        ids.append(ticket->id);
        keys.append(index.textOf(*ticket->latest));
        asker->second.watched << ticket->id;
    }
    // The list comes last: who has heard it knows them all.
    for (const cancel::TicketPtr &ticket : tickets)
        tell(socket, ticket->id);
    writeLine(*socket, {{u"unresolved"_s, ids}, {u"keys"_s, keys}});
    m_desk.cancels().askForProof();
}

// Who is found gone by the writing leaves the askers at once.
void HandoverServer::tellAll(const cancel::TicketPtr &ticket)
{
    std::vector<QLocalSocket *> sockets;
    for (const auto &[socket, asker] : m_askers) {
        if (asker.handedOver.contains(ticket->id) || asker.watched.contains(ticket->id))
            sockets.push_back(socket);
    }
    for (QLocalSocket *socket : sockets)
        writeLine(*socket, {{u"ticket"_s, toJson(*ticket)}});
}

void HandoverServer::tell(QLocalSocket *socket, const QString &ticket)
{
    writeLine(*socket, {{u"ticket"_s, toJson(*m_desk.cancels().ticket(ticket))}});
}

} // namespace desk
