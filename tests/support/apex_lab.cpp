// SPDX-License-Identifier: Apache-2.0
#include "support/apex_lab.h"

#include "support/lab_scene.h"

#include <QTcpSocket>

namespace support::lab {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using practice::ApexOrder;
using practice::ApexState;
using venues::VenueState;

namespace {

constexpr qint64 longClientId = (1LL << 53) + 1; // the exchange tells such an order with OrderId 0

class ApexScene : public Scene
{
public:
    ApexScene(const Fault &fault, const std::vector<std::size_t> &asked, bool isEncrypted)
        : Scene(fault, asked, optionsFor(isEncrypted))
    {
    }

private:
    static FlowOptions optionsFor(bool isEncrypted);
    void placeOrders() override;
    void breakTransport() override;
    void redirect();
    void hide(bool isHidden, bool all) override;
    void readVenue(std::size_t kind, Outcome &outcome) override;
    [[nodiscard]] orders::OrderPtr rowOf(std::size_t kind) const override;
    [[nodiscard]] bool isBystanderWell() const override;

    [[nodiscard]] QString nameOf(std::size_t kind) const override
    {
        return QString::fromLatin1(apexKinds()[kind].name);
    }
    [[nodiscard]] Truth expectedOf(std::size_t) const override { return fault().truth; }
    [[nodiscard]] cancel::TicketState endOf(std::size_t kind) const override
    {
        return endFor(apexFaultFor(fault(), apexKinds()[kind]), fault().truth);
    }
    [[nodiscard]] int cancels() const override
    {
        return flow().calls("CancelOrder") + flow().calls("CancelAllOrders");
    }
    [[nodiscard]] int unread() const override { return flow().venue->apexGateway().unreadCount(); }
    [[nodiscard]] ApexOrder &orderAt(std::size_t kind) const { return *m_orders.at(kind); }
    ApexOrder *place(const ApexOrder &order);

    std::vector<ApexOrder *> m_orders; // by kind; as the market holds them
    ApexOrder *m_other = nullptr;      // of the pair
    ApexOrder *m_bystander = nullptr;
};

FlowOptions ApexScene::optionsFor(bool isEncrypted)
{
    FlowOptions options = FlowOptions::onApex();
    options.isEncrypted = isEncrypted;
    options.step = 250ms;
    options.venue.apex.losesIds = true;
    return options;
}

ApexOrder *ApexScene::place(const ApexOrder &order)
{
    ApexOrder made = order;
    made.instrument = flow().venue->apex().instrument(u"BTC-USD"_s);
    return &flow().venue->apex().add(made);
}

void ApexScene::placeOrders()
{
    for (const ApexKind &kind : apexKinds()) {
        ApexOrder order;
        order.type = QString::fromLatin1(kind.type);
        order.price = kind.price;
        order.stopPrice = kind.stopPrice;
        order.clientOrderId = kind.hasNoId ? longClientId : 0;
        order.executed = practice::apexDecimal(kind.filled);
        m_orders.push_back(place(order));
        if (!kind.isOfPair)
            continue;
        order.ocoOrderId = m_orders.back()->orderId;
        m_other = place(order);
        m_orders.back()->ocoOrderId = m_other->orderId;
    }
    ApexOrder order;
    order.price = "17000";
    m_bystander = place(order);
}

void ApexScene::breakTransport()
{
    practice::PracticeVenue &venue = *flow().venue;
    if (fault().deed == Deed::LeaveUnread)
        return venue.apexGateway().dropUnread(u"CancelOrder"_s);
    if (fault().deed == Deed::RefuseConnections)
        venue.server().close();
    else if (fault().deed == Deed::WrongCertificate)
        venue.server().setEncryption(strangersCertificate());
    else
        redirect();
    venue.apexGateway().dropConnections();
    const bool isLost = flow().runUntil(
        [this] { return flow().engine->desk.connection(u"apex"_s)->venue == VenueState::Unreachable; });
    if (!isLost)
        qFatal("The line was not lost");
}

void ApexScene::redirect()
{
    const QByteArray elsewhere = stranger().url(u"/WSGateway/"_s).toEncoded();
    for (const QByteArray path : {"/WSGateway", "/wsgateway"}) {
        flow().venue->server().addUpgrade(path, [elsewhere](QTcpSocket *socket) {
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            socket->readAll();
            socket->write("HTTP/1.1 307 Temporary Redirect\r\nLocation: " + elsewhere +
                          "\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    }
}

void ApexScene::hide(bool isHidden, bool all)
{
    for (ApexOrder &order : flow().venue->apex().orders())
        order.isHidden = isHidden && (all || &order != m_bystander);
}

orders::OrderPtr ApexScene::rowOf(std::size_t kind) const
{
    if (!apexKinds()[kind].hasNoId)
        return flow().row(QString::number(orderAt(kind).orderId));
    const auto rows = flow().engine->desk.orders();
    const auto found = std::find_if(rows.begin(), rows.end(), [](const orders::OrderPtr &row) {
        return row->clientOrderId == QString::number(longClientId);
    });
    return found == rows.end() ? nullptr : *found;
}

void ApexScene::readVenue(std::size_t kind, Outcome &outcome)
{
    const ApexOrder &order = orderAt(kind);
    outcome.arrivals = flow().calls("CancelOrder", QString::number(order.orderId));
    if (order.isDone())
        outcome.truth = order.state == ApexState::FullyExecuted ? Truth::Filled : Truth::Cancelled;
    outcome.liveLinks = apexKinds()[kind].isOfPair && !m_other->isDone() ? 1 : 0;
}

bool ApexScene::isBystanderWell() const
{
    const orders::OrderPtr row = flow().row(QString::number(m_bystander->orderId));
    return row && row->isAlive() && !m_bystander->isDone();
}

} // namespace

SceneOutcome runApex(const Fault &fault, const std::vector<std::size_t> &asked, bool isEncrypted)
{
    return ApexScene(fault, asked, isEncrypted).run();
}

} // namespace support::lab
