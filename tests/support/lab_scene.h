// SPDX-License-Identifier: Apache-2.0
// One run in the fault laboratory: a venue with one order of each kind, a program, a fault, and a cancel for
// each of the orders. What is the same for both families; the families' own scenes say how orders are placed,
// hidden and read at their venue. Kinds go by their place in the family's table.
#pragma once

#include "support/fault_lab.h"
#include "support/fault_server.h"

namespace support::lab {

class Scene
{
public:
    Scene(const Fault &fault, std::vector<std::size_t> asked, FlowOptions options);
    virtual ~Scene() = default;

    [[nodiscard]] SceneOutcome run();

protected:
    virtual void placeOrders() = 0;
    /// Called for a fault on a connection that is to have answered before.
    virtual void useConnections() {}
    virtual void breakTransport() = 0;
    virtual void hide(bool isHidden, bool all) = 0;
    [[nodiscard]] virtual QString nameOf(std::size_t kind) const = 0;
    [[nodiscard]] virtual orders::OrderPtr rowOf(std::size_t kind) const = 0;
    [[nodiscard]] virtual Truth expectedOf(std::size_t kind) const = 0;
    [[nodiscard]] virtual cancel::TicketState endOf(std::size_t kind) const
    {
        return endFor(m_fault, expectedOf(kind));
    }
    /// Its truth, arrivals, live legs and links at the venue.
    virtual void readVenue(std::size_t kind, Outcome &outcome) = 0;
    /// Cancels of any order that the venue knows of, and how many requests it left unread.
    [[nodiscard]] virtual int cancels() const = 0;
    [[nodiscard]] virtual int unread() const = 0;
    [[nodiscard]] virtual bool isBystanderWell() const = 0;
    /// A row whose marker never changes: nothing tells its old states from its new ones.
    [[nodiscard]] virtual bool isUnmarked(std::size_t) const { return false; }

    [[nodiscard]] Flow &flow() { return m_flow; }
    [[nodiscard]] const Flow &flow() const { return m_flow; }
    [[nodiscard]] const Fault &fault() const { return m_fault; }
    [[nodiscard]] const FaultServer &stranger() const { return m_stranger; }
    void noteUsed() { m_used = cancels(); }

private:
    void setPlan();
    void doBefore();
    void ask();
    void doInFlight();
    void doAfterAnswer();
    void showOldLists();
    void stayOut();
    void jumpWall(base::milliseconds by);
    void readAll();
    [[nodiscard]] bool areAll(const std::function<bool(std::size_t, cancel::TicketState)> &holds) const;
    [[nodiscard]] QString trouble() const;

    const Fault &m_fault;
    std::vector<std::size_t> m_asked;
    FaultServer m_stranger;
    Flow m_flow;
    quint16 m_port;
    std::map<std::size_t, QString> m_tickets;
    std::map<QString, QStringList> m_told; // before the journal began a new file
    QString m_trouble;
    int m_used = 0; // cancels that went through before
};

} // namespace support::lab
