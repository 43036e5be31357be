// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_gateway.h"

#include "practice/apex_masking.h"
#include "practice/apex_replies.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;

ApexGateway::ApexGateway(base::Clock &clock, Agenda &agenda, ArrivalLog &arrivals, ApexIdentity identity,
                         const ApexOptions &options, base::milliseconds cancelLatency, quint64 seed)
    : m_arrivals(arrivals)
    , m_identity(std::move(identity))
    , m_owner{m_identity.omsId, m_identity.userId, m_identity.user}
    , m_eventsEcho(options.eventsEcho)
    , m_market(clock, agenda, cancelLatency)
    , m_seed(m_market, clock.wall(), seed * 1000 + 300)
    , m_movement(m_market, m_seed, agenda, clock, seed * 1000 + 800)
    , m_functions(m_market, m_identity, agenda, options.statusAsArray)
    , m_player(agenda)
    , m_server(u"apex"_s, QWebSocketServer::NonSecureMode) // the socket itself may be encrypted
{
    m_seed.fill();
    connect(&m_server, &QWebSocketServer::newConnection, this, &ApexGateway::takeSockets);
    connect(&m_market, &ApexMarket::orderChanged, this, [this](const ApexOrder &order) {
        if (!isWatched(order.accountId))
            return;
        QByteArray payload;
        appendApexOrder(payload, order, m_owner);
        broadcast(order.accountId, u"OrderStateEvent"_s, payload);
    });
    connect(&m_market, &ApexMarket::traded, this, [this](const ApexTrade &trade) {
        broadcast(trade.order->accountId, u"OrderTradeEvent"_s, apexTradeJson(trade, m_owner));
    });
    connect(&m_market, &ApexMarket::cancelRejected, this, [this](const ApexOrder &order, const QString &why) {
        broadcast(order.accountId, u"CancelOrderRejectEvent"_s, apexCancelRejectJson(order, why, m_owner));
    });
}

void ApexGateway::setPlan(FaultPlan plan)
{
    m_plan = std::move(plan);
    if (m_plan.hasStaleList())
        m_functions.keepCopy();
}

void ApexGateway::take(QTcpSocket *socket)
{
    socket->setParent(this); // a QWebSocket does not own what it speaks through
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    m_server.handleConnection(socket);
}

QList<ApexSession *> ApexGateway::sessions() const
{
    return findChildren<ApexSession *>(Qt::FindDirectChildrenOnly);
}

void ApexGateway::dropConnections()
{
    const QList<ApexSession *> all = sessions();
    for (ApexSession *session : all)
        session->drop();
}

void ApexGateway::takeSockets()
{
    while (QWebSocket *socket = m_server.nextPendingConnection()) {
        auto *session = new ApexSession(++m_lastSession, socket, this);
        connect(session, &ApexSession::received, this,
                [this, session](const QString &frame) { handle(*session, frame); });
    }
    if (m_isMoving)
        m_movement.start();
}

void ApexGateway::handle(ApexSession &session, const QString &frame)
{
    const std::optional<ApexRequest> request = readApexRequest(frame);
    if (!request) {
        session.reply({}, apex_replies::plainError(u"Invalid Request"_s));
        return;
    }
    const QString orderId = m_functions.orderId(*request);
    noteArrival(session, *request, orderId);
    if (ApexFunctions::needsSignIn(*request) && !session.login().isSignedIn) {
        session.reply(*request, apex_replies::notAuthorized());
        return;
    }
    const std::optional<Fault> fault = ApexFunctions::takeFault(m_plan, *request, orderId);
    m_player.play(fault, session, *request,
                  [&] { return m_functions.call(*request, session.login(), fault); });
}

void ApexGateway::noteArrival(const ApexSession &session, const ApexRequest &request, const QString &orderId)
{
    HttpRequest arrival;
    arrival.connectionId = session.id();
    arrival.method = "WS";
    arrival.target = QByteArray(path) + '/' + request.function.toUtf8();
    const std::uint64_t number = m_arrivals.note(arrival);
    m_arrivals.complete(number, maskedPayload(request));
    m_arrivals.setOrderId(number, orderId);
}

void ApexGateway::broadcast(qint64 accountId, const QString &name, const QByteArray &payload)
{
    const QList<ApexSession *> all = sessions();
    for (ApexSession *session : all)
        session->sendEvent(accountId, name, payload, m_eventsEcho);
}

bool ApexGateway::isWatched(qint64 accountId) const
{
    const QList<ApexSession *> all = sessions();
    return std::any_of(all.begin(), all.end(), [accountId](ApexSession *session) {
        return session->login().subscriptions.contains(accountId);
    });
}

} // namespace practice
