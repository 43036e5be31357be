// SPDX-License-Identifier: Apache-2.0
#include "support/tradelab_lab.h"

#include "support/lab_scene.h"

namespace support::lab {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct BookRow
{
    const char *id;
    const char *kind;
    const char *leg;
    const char *type;
    const char *status;
    int filled = 0;
};

constexpr BookRow bookRows[] = {
    {"101", "REGULAR", "", "LIMIT", "CONFIRMED"},
    {"102", "AMO", "", "LIMIT", "AMO_REQ_RECEIVED"},
    {"103", "CO", "ENTRY", "LIMIT", "CONFIRMED"},
    {"103", "CO", "THIRD", "SLM", "TRIGGER_PENDING"},
    {"104", "CO", "ENTRY", "LIMIT", "COMPLETE", 100},
    {"104", "CO", "THIRD", "SLM", "TRIGGER_PENDING"},
    {"105", "BO", "ENTRY", "LIMIT", "MODIFY_CONFIRMED"},
    {"105", "BO", "SECOND", "LIMIT", "PENDING"},
    {"105", "BO", "THIRD", "SL", "PENDING"},
    {"106", "BO", "ENTRY", "LIMIT", "COMPLETE", 100},
    {"106", "BO", "SECOND", "LIMIT", "CONFIRMED"},
    {"106", "BO", "THIRD", "SL", "TRIGGER_PENDING"},
    {"107", "BO", "ENTRY", "LIMIT", "COMPLETE", 100},
    {"107", "BO", "SECOND", "LIMIT", "CONFIRMED"},
    {"107", "BO", "THIRD", "SL", "TRIGGER_PENDING"},
    {"108", "SPD", "ENTRY", "SPREAD", "CONFIRMED"},
    {"109", "REGULAR", "", "LIMIT", "CONFIRMED", 40},
    {"110", "BO", "ENTRY", "LIMIT", "CONFIRMED", 40},
    {"110", "BO", "SECOND", "LIMIT", "PENDING"},
    {"110", "BO", "THIRD", "SL", "PENDING"},
    {"111", "REGULAR", "", "SLM", "TRIGGER_PENDING"},
};

class TradelabScene : public Scene
{
public:
    TradelabScene(const Fault &fault, const std::vector<std::size_t> &asked, Broker broker, bool isEncrypted)
        : Scene(fault, asked, optionsFor(broker, isEncrypted))
        , m_broker(broker)
    {
    }

private:
    static FlowOptions optionsFor(Broker broker, bool isEncrypted);
    void placeOrders() override;
    void useConnections() override;
    void breakTransport() override;
    void hide(bool isHidden, bool all) override;
    void readVenue(std::size_t kind, Outcome &outcome) override;
    [[nodiscard]] bool isBystanderWell() const override;

    [[nodiscard]] QString nameOf(std::size_t kind) const override
    {
        return idText(tradelabKinds()[kind].name);
    }
    [[nodiscard]] orders::OrderPtr rowOf(std::size_t kind) const override
    {
        return flow().row(idText(tradelabKinds()[kind].id), idText(tradelabKinds()[kind].leg));
    }
    [[nodiscard]] Truth expectedOf(std::size_t kind) const override
    {
        return truthOf(fault(), tradelabKinds()[kind]);
    }
    [[nodiscard]] int cancels() const override { return flow().cancels(); }
    [[nodiscard]] int unread() const override { return flow().venue->server().unreadCount(); }
    [[nodiscard]] bool isUnmarked(std::size_t kind) const override { return nameOf(kind) == "AMO"_L1; }
    [[nodiscard]] std::deque<practice::PracticeOrder> &book() const
    {
        return flow().venue->market(m_broker).book().orders();
    }
    static QString idText(const char *text) { return QString::fromLatin1(text); }

    Broker m_broker;
};

FlowOptions TradelabScene::optionsFor(Broker broker, bool isEncrypted)
{
    FlowOptions options;
    options.isEncrypted = isEncrypted;
    options.step = 100ms;
    options.connections = {practice::profileOf(broker).name};
    return options;
}

void TradelabScene::placeOrders()
{
    for (const BookRow &row : bookRows) {
        practice::PracticeOrder order =
            Flow::order(QLatin1StringView(row.id), QLatin1StringView(row.kind), QLatin1StringView(row.leg));
        order.type = QLatin1StringView(row.type);
        order.status = QLatin1StringView(row.status);
        const bool isLeg = !order.leg.isEmpty() && order.leg != "ENTRY"_L1;
        order.side = isLeg ? u"SELL"_s : u"BUY"_s;
        order.triggerPrice = order.type.startsWith("SL"_L1) ? 1100 : 0;
        order.filled = row.filled;
        order.averagePrice = row.filled > 0 ? order.price : 0;
        flow().place(order, m_broker);
    }
    flow().placeAll({u"900"_s}, m_broker); // nobody asks for it
}

// As many as there are connections, so that each has answered a cancel before.
void TradelabScene::useConnections()
{
    QStringList ids;
    for (int i = 0; i < 6; ++i)
        ids << u"80%1"_s.arg(i);
    flow().placeAll(ids, m_broker);
    flow().engine->desk.refresh();
    if (!flow().runUntil([&] { return flow().row(ids.back()) != nullptr; }))
        qFatal("The orders did not come");
    std::vector<orders::OrderPtr> rows;
    for (const QString &id : ids)
        rows.push_back(flow().row(id));
    const auto batch = flow().ask(rows);
    for (const cancel::TicketPtr &each : batch->tickets) {
        if (!flow().runUntilState(each->id, cancel::TicketState::Proved))
            qFatal("The connections could not be used");
    }
    noteUsed();
    flow().jump(61s); // the limits of a minute are free again
}

void TradelabScene::breakTransport()
{
    practice::HttpServer &server = flow().venue->server();
    if (fault().deed == Deed::RefuseConnections) {
        server.close();
    } else if (fault().deed == Deed::WrongCertificate) {
        server.setEncryption(strangersCertificate());
        server.dropConnections();
    } else if (fault().deed == Deed::LeaveUnread) {
        server.dropUnread("DELETE");
    }
}

void TradelabScene::hide(bool isHidden, bool all)
{
    for (practice::PracticeOrder &order : book())
        order.isHidden = isHidden && (all || order.orderId != "900"_L1);
}

void TradelabScene::readVenue(std::size_t kind, Outcome &outcome)
{
    const QString id = idText(tradelabKinds()[kind].id);
    const practice::PracticeOrder &order =
        *flow().market(m_broker).book().find(id, idText(tradelabKinds()[kind].leg));
    outcome.arrivals = flow().cancelsOf(id);
    if (order.isDone())
        outcome.truth = order.status == "COMPLETE"_L1 ? Truth::Filled : Truth::Cancelled;
    for (const practice::PracticeOrder &each : book()) {
        const bool isLeg = order.isEntry() && each.orderId == id && &each != &order;
        outcome.liveLegs += isLeg && !each.isDone() ? 1 : 0;
    }
}

bool TradelabScene::isBystanderWell() const
{
    const orders::OrderPtr row = flow().row(u"900"_s);
    const auto found =
        std::find_if(book().begin(), book().end(), [](const auto &each) { return each.orderId == "900"_L1; });
    return row && row->isAlive() && found->status == "CONFIRMED"_L1;
}

} // namespace

SceneOutcome runTradelab(const Fault &fault, const std::vector<std::size_t> &asked, Broker broker,
                         bool isEncrypted)
{
    return TradelabScene(fault, asked, broker, isEncrypted).run();
}

} // namespace support::lab
