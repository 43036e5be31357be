// SPDX-License-Identifier: Apache-2.0
// What the venues show, on its way into books and tickets: the reading half of desk.cpp.
#include "desk/connection_runtime.h"
#include "desk/desk.h"

namespace desk {

using namespace Qt::StringLiterals;
using orders::OrderKey;
using orders::OrderPtr;
using venues::VenueState;

void Desk::takeReading(ConnectionRuntime &runtime, const venues::Reading &reading)
{
    runtime.noteListRead(*reading.listing);
    for (const orders::RowWarning &warning : reading.listing->warnings)
        Q_EMIT noticed(runtime.name(), u"row %1 of the %2: %3"_s.arg(warning.row + 1)
                                           .arg(orders::listName(reading.listing->kind), warning.reason));
    if (runtime.isPrimary && runtime.book && reading.listing->account == runtime.account) {
        const orders::Listing &listing = *reading.listing;
        const orders::BookDiff diff =
            runtime.takesOverList(listing.kind)
                ? runtime.book->apply(listing, runtime.book->deltaTo(listing))
                : runtime.book->apply(listing, reading.delta);
        if (!diff.isEmpty())
            Q_EMIT ordersChanged(diff);
        m_cancels->takeReading(runtime.venue(), reading);
    }
    Q_EMIT connectionChanged(runtime.name());
}

void Desk::takePush(ConnectionRuntime &runtime, const venues::Push &push)
{
    if (!runtime.isPrimary || !runtime.book || push.rows.front()->key.account != runtime.account)
        return;
    const orders::BookDiff diff = runtime.book->applyRows(push.rows, orders::ListKind::Event, push.at);
    if (!diff.isEmpty())
        Q_EMIT ordersChanged(diff);
    m_cancels->takePush(runtime.venue(), push);
}

void Desk::takeOrderAnswer(ConnectionRuntime &runtime, const venues::OrderAnswer &answer)
{
    // How one order stands now goes into the book; a history has other ids and older revisions.
    if (answer.kind == orders::ListKind::Single && runtime.isPrimary && runtime.book) {
        const orders::BookDiff diff = runtime.book->applyRows(answer.rows, answer.kind, answer.began);
        if (!diff.isEmpty())
            Q_EMIT ordersChanged(diff);
    }
    m_cancels->takeOrderAnswer(runtime.venue(), answer);
    if (answer.notFound)
        finishHistory(answer.key,
                      base::failure(base::ErrorKind::NotFound, u"the broker has no history of this order"_s));
    else
        finishHistory(answer.key, answer.rows);
}

void Desk::note(const QString &kind, const QString &connection, const QString &text,
                std::vector<std::pair<QString, QString>> details)
{
    journal::Entry entry;
    entry.kind = kind;
    entry.connection = connection;
    entry.text = text;
    entry.details = std::move(details);
    note(entry);
}

void Desk::note(const journal::Entry &entry)
{
    if (!m_journal.isWritable())
        return;
    if (const auto written = m_journal.append(entry); !written)
        Q_EMIT noticed(entry.connection, written.error().text);
}

void Desk::noteSignIn(const ConnectionRuntime &runtime)
{
    const venues::Venue &venue = runtime.venue();
    const auto until = venue.signedInUntil();
    const auto skew = venue.clockSkew();
    note(u"signed in"_s, runtime.name(), u"signed in for %1"_s.arg(venue.account().id),
         {{u"account"_s, runtime.account},
          {u"until"_s, until ? base::isoUtc(*until) : QString()},
          {u"clock_skew_s"_s, skew ? QString::number(skew->count()) : QString()},
          {u"secret_hmac_sha256_key_of_this_run"_s, runtime.secretDigest}});
}

void Desk::dropHistoryWaiters(const QString &account)
{
    const QList<OrderKey> keys = m_historyWaiters.uniqueKeys();
    for (const OrderKey &key : keys) {
        if (key.account == account)
            finishHistory(key, base::failure(base::ErrorKind::SignedOut, u"the connection was signed out"_s));
    }
}

void Desk::finishHistory(const OrderKey &key, const base::Result<std::vector<OrderPtr>> &result)
{
    const QList<HistoryDone> waiting = m_historyWaiters.values(key);
    m_historyWaiters.remove(key);
    for (const HistoryDone &done : waiting)
        done(result);
}

void Desk::readHistory(const OrderKey &key, HistoryDone done)
{
    ConnectionRuntime *runtime = runtimeOf(key);
    const OrderPtr row = order(key);
    if (!runtime || !row) {
        done(base::failure(base::ErrorKind::NotFound, u"the order is in no book"_s));
        return;
    }
    if (runtime->venue().state() != VenueState::SignedIn) {
        done(base::failure(base::ErrorKind::SignedOut, u"the connection is not signed in"_s));
        return;
    }
    m_historyWaiters.insert(key, std::move(done));
    runtime->venue().readOrder(row, net::RequestClass::Refresh);
}

} // namespace desk
