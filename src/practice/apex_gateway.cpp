// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_gateway.h"

#include "practice/apex_masking.h"
#include "practice/apex_replies.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestInDouble = 1LL << 53;

} // namespace

ApexGateway::ApexGateway(base::Clock &clock, Agenda &agenda, ArrivalLog &arrivals, ApexIdentity identity,
                         const ApexOptions &options, base::milliseconds cancelLatency, quint64 seed)
    : m_agenda(agenda)
    , m_arrivals(arrivals)
    , m_identity(std::move(identity))
    , m_owner{m_identity.omsId, m_identity.userId, m_identity.user}
    , m_eventsEcho(options.eventsEcho)
    , m_losesIds(options.losesIds)
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
        broadcast({order.accountId, u"OrderStateEvent"_s, payload});
    });
    connect(&m_market, &ApexMarket::traded, this, [this](const ApexTrade &trade) {
        broadcast({trade.order->accountId, u"OrderTradeEvent"_s, apexTradeJson(trade, m_owner)});
    });
    connect(&m_market, &ApexMarket::cancelRejected, this, [this](const ApexOrder &order, const QString &why) {
        broadcast({order.accountId, u"CancelOrderRejectEvent"_s, apexCancelRejectJson(order, why, m_owner)});
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
        const auto wires = findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly);
        const auto wire = std::find_if(wires.begin(), wires.end(), [socket](const QTcpSocket *each) {
            return each->peerPort() == socket->peerPort();
        });
        auto *session = new ApexSession(++m_lastSession, socket, wire == wires.end() ? nullptr : *wire, this);
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
    if (dropsUnread(session, *request))
        return;
    const QString orderId = m_functions.orderId(*request);
    noteArrival(session, *request, orderId);
    if (ApexFunctions::needsSignIn(*request) && !session.login().isSignedIn) {
        session.reply(*request, apex_replies::notAuthorized());
        return;
    }
    const std::optional<Fault> fault = ApexFunctions::takeFault(m_plan, *request, orderId);
    m_player.play(fault, session, *request, [&] {
        ApexReply reply = m_functions.call(*request, session.login(), fault);
        reply.payload = asTold(reply.payload);
        return reply;
    });
}

bool ApexGateway::dropsUnread(ApexSession &session, const ApexRequest &request)
{
    if (m_unreadFunction.isEmpty() || request.function != m_unreadFunction)
        return false;
    ++m_unreadCount;
    session.drop();
    return true;
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

void ApexGateway::broadcast(const Event &event)
{
    const QJsonObject plan = m_plan.feed()["events"_L1].toObject();
    const base::milliseconds wait(plan["reversed_ms"_L1].toInteger(0));
    if (wait.count() == 0)
        return send(event);
    m_held.push_back(event);
    if (m_held.size() == 1)
        m_agenda.after(wait, [this] { sendHeld(); });
}

void ApexGateway::send(const Event &event)
{
    const bool isTwice = m_plan.feed()["events"_L1].toObject()["twice"_L1].toBool(false);
    const QByteArray payload = asTold(event.payload);
    const QList<ApexSession *> all = sessions();
    for (ApexSession *session : all) {
        for (int i = 0; i < (isTwice ? 2 : 1); ++i)
            session->sendEvent(event.accountId, event.name, payload, m_eventsEcho);
    }
}

void ApexGateway::sendHeld()
{
    const std::vector<Event> held = std::exchange(m_held, {});
    std::for_each(held.rbegin(), held.rend(), [this](const Event &each) { send(each); });
}

QByteArray ApexGateway::asTold(QByteArray payload) const
{
    for (const ApexOrder &order : m_market.orders()) {
        if (m_losesIds && order.clientOrderId > longestInDouble)
            payload.replace("\"OrderId\":" + QByteArray::number(order.orderId), "\"OrderId\":0");
    }
    return payload;
}

bool ApexGateway::isWatched(qint64 accountId) const
{
    const QList<ApexSession *> all = sessions();
    return std::any_of(all.begin(), all.end(), [accountId](ApexSession *session) {
        return session->login().subscriptions.contains(accountId);
    });
}

} // namespace practice
