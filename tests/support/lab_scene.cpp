// SPDX-License-Identifier: Apache-2.0
#include "support/lab_scene.h"

namespace support::lab {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using enum cancel::TicketState;

Scene::Scene(const Fault &fault, std::vector<std::size_t> asked, FlowOptions options)
    : m_fault(fault)
    , m_asked(std::move(asked))
    , m_flow(std::move(options))
    , m_port(static_cast<quint16>(m_flow.venue->url().port()))
{
}

SceneOutcome Scene::run()
{
    placeOrders();
    m_flow.start();
    if (m_fault.isOnUsedConnection)
        useConnections();
    setPlan();
    doBefore();
    ask();
    doInFlight();
    const auto isAnswered = [](std::size_t, TicketState state) {
        return state != Queued && state != Sending;
    };
    static_cast<void>(m_flow.runUntil([&] { return areAll(isAnswered); }, 20s));
    doAfterAnswer();
    const auto hasEnded = [this](std::size_t kind, TicketState state) { return state == endOf(kind); };
    static_cast<void>(m_flow.runUntil([&] { return areAll(hasEnded); }, 90s));
    if (m_fault.deed == Deed::RefuseConnections && !m_flow.venue->server().listen(m_port))
        qFatal("The venue cannot come back");
    m_flow.run(3s); // nothing comes after it
    readAll();

    SceneOutcome result;
    for (const auto &[kind, ticket] : m_tickets) {
        Outcome &outcome = result.kinds[nameOf(kind)];
        outcome.ticket = m_flow.ticket(ticket);
        outcome.story = m_told[ticket] + m_flow.story(ticket);
        readVenue(kind, outcome);
        const orders::OrderPtr row = rowOf(kind);
        outcome.isRowAlive = row && row->isAlive();
    }
    result.trouble = trouble();
    return result;
}

void Scene::setPlan()
{
    QByteArray fault = m_fault.plan;
    if (fault.isEmpty() && m_fault.rest[0] == '\0')
        return;
    if (m_fault.deed == Deed::Redirect && !fault.isEmpty())
        fault += R"(,"location":")" + m_stranger.url(u"/api/v1/orders/101"_s).toEncoded() + '"';
    const QByteArray cancels = fault.isEmpty() ? QByteArray("{}") : R"({"*":{)" + fault + "}}";
    m_flow.plan(R"({"cancel":)" + cancels + m_fault.rest + '}');
}

void Scene::doBefore()
{
    switch (m_fault.deed) {
    case Deed::RefuseConnections:
    case Deed::WrongCertificate:
    case Deed::Redirect:
    case Deed::LeaveUnread:
        return breakTransport();
    case Deed::EmptyBefore:
        hide(true, true);
        readAll();
        m_flow.run(3s);
        return readAll();
    default:
        return;
    }
}

void Scene::ask()
{
    std::vector<orders::OrderPtr> rows;
    for (const std::size_t kind : m_asked) {
        rows.push_back(rowOf(kind));
        if (!rows.back())
            qFatal("No row for %s", qPrintable(nameOf(kind)));
    }
    const auto batch = m_flow.ask(rows);
    if (!batch)
        qFatal("%s", qPrintable(batch.error().text));
    for (std::size_t i = 0; i < m_asked.size(); ++i)
        m_tickets[m_asked[i]] = batch->tickets.at(i)->id;
}

void Scene::doInFlight()
{
    if (m_fault.deed != Deed::EvidenceFirst && m_fault.deed != Deed::SleepInFlight)
        return;
    if (!m_flow.runUntil([&] { return cancels() > m_used; }))
        qFatal("Nothing arrived");
    if (m_fault.deed == Deed::SleepInFlight)
        return m_flow.clock.sleep(10min);
    m_flow.run(500ms); // the venue is done with it
    m_flow.engine->desk.cancels().askForProof();
}

void Scene::doAfterAnswer()
{
    switch (m_fault.deed) {
    case Deed::VanishFor10s:
    case Deed::EmptyFor10s:
        hide(true, m_fault.deed == Deed::EmptyFor10s);
        m_flow.run(10s);
        if (areAll([](std::size_t, TicketState state) { return cancel::isFinal(state) || state == Refused; }))
            m_trouble = u"an absence was taken for an end"_s;
        return hide(false, true);
    case Deed::EmptyBefore:
        return hide(false, true);
    case Deed::OldLists:
        return showOldLists();
    case Deed::SignedOut:
        return stayOut();
    case Deed::WallForward:
        return jumpWall(1h);
    case Deed::WallBack:
        return jumpWall(-1h);
    case Deed::WallNextDay:
        return jumpWall(24h);
    case Deed::SleepAfter:
        return m_flow.clock.sleep(10min);
    case Deed::StallAfter:
        return m_flow.clock.stall(20s);
    default:
        return;
    }
}

// Where no marker tells an old row from one that lives again, a person has to hear of it. The others stay
// proved all the while.
void Scene::showOldLists()
{
    for (int i = 0; i < 4; ++i) {
        m_flow.run(3s);
        m_flow.engine->desk.refresh();
    }
    const bool areKept = areAll([this](std::size_t kind, TicketState state) {
        return isUnmarked(kind) ? state == Contradicted : cancel::isFinal(state);
    });
    if (!areKept)
        m_trouble = u"by old lists the tickets are not what they should be"_s;
    m_flow.plan("{}");
    m_flow.run(3s);
    readAll();
}

// Nobody can read the truth now, so nobody may know it.
void Scene::stayOut()
{
    m_flow.run(20s);
    if (!areAll([](std::size_t, TicketState state) { return state == Unknown; }))
        m_trouble = u"without a sign-in a ticket came to an end"_s;
    m_flow.plan("{}");
    for (const practice::PracticeConnection &each : m_flow.venue->connections()) {
        if (m_flow.options.connections.contains(each.name))
            m_flow.engine->desk.signIn(each.name, each.secret);
    }
}

void Scene::jumpWall(base::milliseconds by)
{
    for (const auto &[kind, ticket] : m_tickets) {
        if (by >= 24h)
            m_told[ticket] = m_flow.story(ticket);
    }
    m_flow.clock.setWall(m_flow.clock.wall() + by);
}

void Scene::readAll()
{
    m_flow.engine->desk.refresh();
    m_flow.run(500ms);
}

bool Scene::areAll(const std::function<bool(std::size_t, TicketState)> &holds) const
{
    return std::all_of(m_tickets.begin(), m_tickets.end(),
                       [&](const auto &each) { return holds(each.first, m_flow.stateOf(each.second)); });
}

QString Scene::trouble() const
{
    if (!m_trouble.isEmpty())
        return m_trouble;
    const int asked = static_cast<int>(m_asked.size());
    if (cancels() != m_used + asked * m_fault.arrivals)
        return u"%1 cancels arrived, instead of %2"_s.arg(cancels()).arg(m_used + asked * m_fault.arrivals);
    const int expectedUnread = m_fault.deed == Deed::LeaveUnread ? asked : 0;
    if (unread() != expectedUnread)
        return u"%1 requests were left unread, instead of %2"_s.arg(unread()).arg(expectedUnread);
    if (m_stranger.connectionCount() != 0)
        return u"another host was visited"_s;
    if (!isBystanderWell())
        return u"the order that nobody asked for is not what it was"_s;
    return troubleOf(m_flow);
}

} // namespace support::lab
