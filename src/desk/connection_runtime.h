// SPDX-License-Identifier: Apache-2.0
// One open connection: its venue, and what is known of its lists. It keeps books of nothing and sends
// nothing; Desk owns it and listens to it.
#pragma once

#include "desk/connection.h"
#include "orders/order_book.h"

#include <QObject>

#include <map>
#include <set>
#include <memory>

namespace desk {

class ConnectionRuntime : public QObject
{
    Q_OBJECT

public:
    ConnectionRuntime(std::unique_ptr<venues::Venue> venue, base::Clock &clock);
    ~ConnectionRuntime() override;

    [[nodiscard]] venues::Venue &venue() const { return *m_venue; }
    [[nodiscard]] const QString &name() const { return m_venue->profile().name; }
    [[nodiscard]] ConnectionView view() const;
    /// Every list has been read since the last sign-in.
    [[nodiscard]] bool hasBook() const;

    void noteListRead(const orders::Listing &listing);
    void noteListFailed(orders::ListKind kind, const base::Error &error);
    void setHasSecret(bool has) { m_hasSecret = has; }
    void setProblem(std::optional<base::Error> problem) { m_problem = std::move(problem); }

    // The account that it was bound to after its last sign-in; the book is that of the account.
    QString account;
    orders::OrderBook *book = nullptr;
    bool isPrimary = false; // another connection to the same account only watches
    /// From now on the book is filled by this connection, whoever has filled it until now.
    void beginAsPrimary();
    /// True for the first list of each kind since then: what changed is not what it says.
    [[nodiscard]] bool takesOverList(orders::ListKind kind) { return m_takesOver.erase(kind) > 0; }
    bool isBound = false;   // since the present sign-in; it may become unreachable and come back
    venues::VenueState lastState = venues::VenueState::Idle;
    QString secretDigest; // of what it has signed in with last, by the SecretDigest of this run

private:
    struct ListState
    {
        std::optional<base::MonoTime> began;
        base::WallTime readAt{};
        std::optional<base::Error> error;
        int warnings = 0;
    };
    [[nodiscard]] BookState bookState(std::optional<base::milliseconds> age) const;

    base::Clock &m_clock;
    std::unique_ptr<venues::Venue> m_venue;
    std::map<orders::ListKind, ListState> m_lists;
    std::set<orders::ListKind> m_takesOver;
    std::optional<base::Error> m_problem;
    bool m_hasSecret = false;
};

} // namespace desk
