// SPDX-License-Identifier: Apache-2.0
#include "desk/handover_client.h"

#include <QJsonArray>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds patience = 2s; // rulings.md 9

} // namespace

HandoverClient::HandoverClient(base::Clock &clock, QString configDir, QObject *parent)
    : QObject(parent)
    , m_path(handoverSocket(configDir))
    , m_patience(clock, [this] { breakOff(); })
{
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] { read(); });
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] { breakOff(); });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] { breakOff(); });
}

void HandoverClient::handOver(const HandedOrders &orders,
                              std::function<void(const base::Result<QString> &)> done)
{
    m_orders = orders;
    m_done = std::move(done);
    m_patience.start(patience);
    m_socket.connectToServer(m_path);
}

void HandoverClient::read()
{
    while (const auto line = readLine(m_socket))
        take(*line);
}

void HandoverClient::take(const QJsonObject &line)
{
    if (line.contains(u"hello"_s) && !m_isHandedOver) {
        if (!isSameUser(m_socket)) {
            m_socket.abort();
            return;
        }
        m_patience.stop();
        m_isHandedOver = true;
        writeLine(m_socket, {{u"cancel"_s, toJson(m_orders)}});
    } else if (line.contains(u"batch"_s)) {
        const QJsonArray ids = line[u"tickets"].toArray();
        for (const QJsonValue &id : ids)
            m_tickets << id.toString();
        finish(line[u"batch"].toString());
    } else if (line.contains(u"refused"_s)) {
        const QJsonObject refused = line[u"refused"].toObject();
        const auto kind = static_cast<base::ErrorKind>(refused[u"kind"].toInt());
        finish(base::failure(kind, refused[u"text"].toString()));
    } else if (const cancel::TicketPtr ticket = ticketFromJson(line[u"ticket"].toObject())) {
        m_known[ticket->id] = ticket;
        Q_EMIT changed();
    }
}

void HandoverClient::breakOff()
{
    m_patience.stop();
    if (m_isHandedOver)
        finish(base::failure(base::ErrorKind::Network, u"the program that holds the engine broke off"_s));
    else
        finish(
            base::failure(base::ErrorKind::Busy, u"it does not answer, so nothing was handed over to it"_s));
    m_socket.abort();
    Q_EMIT changed();
}

void HandoverClient::finish(const base::Result<QString> &batch)
{
    if (const auto done = std::exchange(m_done, {}))
        done(batch);
}

void HandoverClient::stop(const QString &batch)
{
    if (isConnected())
        writeLine(m_socket, {{u"stop"_s, batch}});
}

cancel::TicketPtr HandoverClient::ticket(const QString &id) const
{
    const auto found = m_known.find(id);
    return found == m_known.end() ? nullptr : found->second;
}

bool HandoverClient::isConnected() const
{
    return m_socket.state() == QLocalSocket::ConnectedState;
}

} // namespace desk
