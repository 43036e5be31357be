// SPDX-License-Identifier: Apache-2.0
// The APEX gateway of the practice venue: WebSockets at /WSGateway/ on the venue's port, each with its own
// sign-in and subscriptions, in front of one market. It is written from the vendor's documents, never from
// our own client. PracticeVenue owns it and hands it the sockets; frames go to ApexFunctions, events come
// from the market. Each frame of a client is an arrival too: method WS, path /WSGateway/<function>, and a
// connection id that counts the sockets of this gateway.
#pragma once

#include "practice/apex_fault_player.h"
#include "practice/apex_functions.h"
#include "practice/apex_movement.h"
#include "practice/arrival_log.h"

#include <QWebSocketServer>

class QTcpSocket;

namespace practice {

struct ApexOptions
{
    std::vector<qint64> accounts{ApexSeed::firstAccount}; // of the user
    bool namesAccount = true;                             // the sign-in's reply has the first account, else 0
    bool statusAsArray = false;                           // GetOrderStatus as the documents print it
    bool eventsEcho = false; // an event carries the i of its subscription, as the documents say
    bool losesIds = false;   // an order whose client id no double can hold is told with OrderId 0 (wire.md)
};

class ApexGateway : public QObject
{
    Q_OBJECT

public:
    static constexpr auto path = "/WSGateway";

    ApexGateway(base::Clock &clock, Agenda &agenda, ArrivalLog &arrivals, ApexIdentity identity,
                const ApexOptions &options, base::milliseconds cancelLatency, quint64 seed);

    [[nodiscard]] ApexMarket &market() { return m_market; }
    void setPlan(FaultPlan plan);
    /// The market moves from the first socket on.
    void setMoving(bool isMoving) { m_isMoving = isMoving; }
    /// Takes a socket that still holds its whole upgrade request.
    void take(QTcpSocket *socket);
    /// As many OrderStateEvents per second, until 0.
    void storm(int eventsPerSecond) { m_movement.storm(eventsPerSecond); }
    [[nodiscard]] QList<ApexSession *> sessions() const;
    /// Closes every socket as it stands and goes on.
    void dropConnections();
    /// Calls of this function are not taken note of from now on: the socket closes over them. Blank ends it.
    void dropUnread(const QString &function) { m_unreadFunction = function; }
    /// How many were dropped so.
    [[nodiscard]] int unreadCount() const { return m_unreadCount; }

private:
    struct Event
    {
        qint64 accountId = 0;
        QString name;
        QByteArray payload;
    };

    void takeSockets();
    [[nodiscard]] bool dropsUnread(ApexSession &session, const ApexRequest &request);
    void handle(ApexSession &session, const QString &frame);
    void noteArrival(const ApexSession &session, const ApexRequest &request, const QString &orderId);
    void broadcast(const Event &event);
    void send(const Event &event);
    void sendHeld();
    [[nodiscard]] QByteArray asTold(QByteArray payload) const;
    [[nodiscard]] bool isWatched(qint64 accountId) const;

    Agenda &m_agenda;
    ArrivalLog &m_arrivals;
    ApexIdentity m_identity;
    ApexOwner m_owner;
    bool m_eventsEcho;
    bool m_losesIds;
    bool m_isMoving = false;
    ApexMarket m_market;
    ApexSeed m_seed;
    ApexMovement m_movement;
    ApexFunctions m_functions;
    ApexFaultPlayer m_player;
    FaultPlan m_plan;
    QWebSocketServer m_server;
    std::uint64_t m_lastSession = 0;
    QString m_unreadFunction;
    int m_unreadCount = 0;
    std::vector<Event> m_held; // until they leave in the opposite order
};

} // namespace practice
