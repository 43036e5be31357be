// SPDX-License-Identifier: Apache-2.0
// What every broker family is to the rest of the program: it signs in, reads books, asks after single orders
// and hands over cancels. A Venue is one connection. It reports what it saw and never decides what became of
// a cancel. Engine thread only. Readings and answers come from the event loop; stateChanged may come from
// inside a call.
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "net/rate_limiter.h"
#include "orders/trade_list.h"
#include "venues/cancel_exchange.h"
#include "venues/connection_profile.h"

#include <QObject>

namespace venues {

enum class VenueState {
    Idle, // not started, or stopped
    SigningIn,
    SignedIn,
    SignedOut,   // the venue refused the secret, or there is none
    Unreachable, // no answer; it tries again by itself
};

[[nodiscard]] QString venueStateName(VenueState state);

/// A list of orders arrived. `delta` is against the listing of the same kind before it.
struct Reading
{
    orders::ListingPtr listing;
    orders::ListingDelta delta;
};

/// What a read of one order brought.
struct OrderAnswer
{
    orders::OrderKey key;
    bool notFound = false;              // the venue does not know it: proves nothing
    std::vector<orders::OrderPtr> rows; // newest first; by exchange id where it is a history
    base::MonoTime began{0};
    base::MonoTime ended{0};
    orders::ListKind kind = orders::ListKind::History;
};

/// Orders that the venue told of by itself, oldest news first; several may be of one order.
struct Push
{
    std::vector<orders::OrderPtr> rows;
    base::MonoTime at{0}; // when they had arrived
};

class Venue : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const ConnectionProfile &profile() const = 0;
    /// The broker's name for people: "Pocketful".
    [[nodiscard]] virtual QString title() const = 0;
    /// As the venue confirmed it after sign-in; before that, as the profile says.
    [[nodiscard]] virtual orders::Account account() const = 0;
    [[nodiscard]] virtual VenueState state() const = 0;
    /// When the present sign-in ends at the latest; nullopt = not known.
    [[nodiscard]] virtual std::optional<base::WallTime> signedInUntil() const = 0;
    /// How far the venue's clock is ahead of ours, to a second; nullopt before the first answer.
    [[nodiscard]] virtual std::optional<base::seconds> clockSkew() const = 0;
    [[nodiscard]] virtual net::RateLimiter &limiter() = 0;
    /// Why it is SignedOut or Unreachable; nullopt in the other states.
    [[nodiscard]] virtual std::optional<base::Error> problem() const = 0;

    /// When a venue that tells of changes by itself was last heard; nullopt where it does not, or not now.
    [[nodiscard]] virtual std::optional<base::MonoTime> heardAt() const = 0;

    virtual void signIn(const base::Secret &secret) = 0;
    /// The second factor, after codeAsked.
    virtual void submitCode(const base::Secret &code) = 0;
    virtual void stop() = 0;

    /// Reads the lists that a proof needs, in the order pending, completed. Reads never overlap per list: a
    /// read asked for while one is under way begins after it. The limiter's class decides when it leaves.
    virtual void readList(orders::ListKind kind, net::RequestClass why) = 0;
    /// The lists that make up this venue's book, in the order in which they must be read.
    [[nodiscard]] virtual std::vector<orders::ListKind> lists() const = 0;
    /// The order's own history or status.
    virtual void readOrder(const orders::OrderPtr &order, net::RequestClass why) = 0;
    /// The executions of the account's day. A failure is silent: who needs them asks again.
    virtual void readTrades(net::RequestClass why) = 0;
    /// Polls by itself at the dialect's pace while on.
    virtual void setPolling(bool on) = 0;
    /// How often the open list is read while polling is on.
    [[nodiscard]] virtual base::milliseconds pollEvery() const = 0;
    /// While a batch runs its proof reads are the polls (lifecycle.md (c)).
    virtual void suspendPolls(bool suspended) = 0;
    /// An order's open hours end about then (lifecycle.md R12); nullopt where the venue never closes.
    [[nodiscard]] virtual std::optional<base::WallTime> closeAfter(base::WallTime now) const = 0;
    /// After-market orders go to the exchange about now: cancels of them need a fresh book (lifecycle.md R2).
    [[nodiscard]] virtual bool isReleaseTime(base::WallTime now) const = 0;

    /// The request that would cancel this row, or why there can be none (a leg without its exchange order id
    /// ...).
    [[nodiscard]] virtual base::Result<CancelRequest> prepareCancel(const orders::Order &order) const = 0;
    /// Sends it, once, and counts it. The exchange is a child of `owner` and answers exactly once; after "too many
    /// requests" or "signed out" the venue has paused its limiter or changed its state by then.
    [[nodiscard]] virtual CancelExchange *sendCancel(const CancelRequest &request, QObject *owner) = 0;

Q_SIGNALS:
    void stateChanged();
    /// The sign-in waits for a second factor; `kind` is the venue's word for it ("Google").
    void codeAsked(const QString &kind);
    void listRead(const venues::Reading &reading);
    void listFailed(orders::ListKind kind, const base::Error &error);
    void pushed(const venues::Push &push);
    /// The venue says that a cancel of this order has failed. It may be working, or be over already: ask.
    void cancelRejected(const orders::OrderKey &key, const QString &reason);
    void orderRead(const venues::OrderAnswer &answer);
    void orderReadFailed(const orders::OrderKey &key, const base::Error &error);
    void tradesRead(const orders::TradeList &trades);
};

} // namespace venues
