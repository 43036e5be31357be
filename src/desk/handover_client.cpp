// SPDX-License-Identifier: Apache-2.0
#include "desk/handover_client.h"

#include <QJsonArray>

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

void HandoverClient::handOver(const HandedOrders &orders)
{
    ask({{u"cancel"_s, toJson(orders)}});
}

void HandoverClient::askForUnresolved()
{
    ask({{u"unresolved"_s, true}});
}

void HandoverClient::ask(const QJsonObject &request)
{
    m_request = request;
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
    if (line.contains(u"hello"_s) && !m_hasAsked) {
        if (!isSameUser(m_socket)) {
            m_socket.abort();
            return;
        }
        m_patience.stop();
        m_hasAsked = true;
        writeLine(m_socket, m_request);
    } else if (line.contains(u"batch"_s)) {
        m_batch = line[u"batch"].toString();
        m_tickets = line[u"tickets"].toVariant().toStringList();
        finish({});
    } else if (line.contains(u"unresolved"_s)) {
        m_tickets = line[u"unresolved"].toVariant().toStringList();
        const QJsonArray keys = line[u"keys"].toArray();
        for (qsizetype i = 0; i < m_tickets.size(); ++i)
            m_keys.insert(m_tickets[i], keys[i].toString());
        finish({});
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
    if (m_hasAsked)
        finish(base::failure(base::ErrorKind::Network, u"the program that holds the engine broke off"_s));
    else
        finish(base::failure(base::ErrorKind::Busy, u"it does not answer, so it was asked for nothing"_s));
    m_socket.abort();
}

void HandoverClient::finish(const base::Status &answer)
{
    if (!m_answer)
        m_answer = answer;
    Q_EMIT changed();
}

void HandoverClient::stopBatch()
{
    if (isConnected())
        writeLine(m_socket, {{u"stop"_s, m_batch}});
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
