// SPDX-License-Identifier: Apache-2.0
#include "desk/handover_server.h"

#include "desk/desk.h"
#include "desk/handover_wire.h"

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
    connect(&desk.cancels(), &cancel::CancelDesk::ticketChanged, this,
            [this](const cancel::TicketPtr &ticket) {
                for (const auto &[socket, tickets] : m_askers) {
                    if (tickets.contains(ticket->id))
                        writeLine(*socket, {{u"ticket"_s, toJson(*ticket)}});
                }
            });
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
        return std::any_of(asker.second.begin(), asker.second.end(),
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
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        writeLine(*socket, {{u"hello"_s, m_holder}});
    }
}

void HandoverServer::read(QLocalSocket *socket)
{
    while (const auto line = readLine(*socket)) {
        if (line->contains(u"cancel"_s)) {
            take(socket, (*line)[u"cancel"].toObject());
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
    QJsonArray ids;
    for (const cancel::TicketPtr &ticket : batch->tickets) {
        ids.append(ticket->id);
        m_askers[socket] << ticket->id;
    }
    writeLine(*socket, {{u"batch"_s, batch->batch}, {u"tickets"_s, ids}});
    for (const cancel::TicketPtr &ticket : batch->tickets)
        writeLine(*socket, {{u"ticket"_s, toJson(*m_desk.cancels().ticket(ticket->id))}});
}

} // namespace desk
