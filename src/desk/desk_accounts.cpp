// SPDX-License-Identifier: Apache-2.0
// Which connection speaks for which account: one of them fills the book and sends, the others stand by; and
// one whose address or account was changed stays until its cancels have ended (lifecycle.md R6). The rest of
// the desk is in desk.cpp.
#include "desk/connection_runtime.h"
#include "desk/desk.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using venues::VenueState;

namespace {

bool isSignedIn(const ConnectionRuntime &runtime)
{
    return runtime.isBound && runtime.lastState != VenueState::SignedOut;
}

} // namespace

void Desk::bindAccount(ConnectionRuntime &runtime)
{
    runtime.lastState = runtime.venue().state();
    const bool beginsAnew =
        runtime.lastState == VenueState::Idle || runtime.lastState == VenueState::SigningIn;
    if (beginsAnew || runtime.lastState == VenueState::SignedOut)
        unbindAccount(runtime, beginsAnew);
    if (runtime.lastState == VenueState::SignedIn && !std::exchange(runtime.isBound, true)) {
        const QString account = runtime.venue().account().canonical();
        if (runtime.account != account)
            releaseAccount(runtime);
        runtime.account = account;
        runtime.book = &m_books.of(account);
        dropRetired([&](const ConnectionRuntime &each) { return each.account == account; });
        const bool isFirst = std::none_of(m_runtimes.begin(), m_runtimes.end(), [&](const auto &each) {
            return each.get() != &runtime && each->account == account && each->isPrimary;
        });
        runtime.setProblem(std::nullopt);
        noteSignIn(runtime);
        if (isFirst)
            makePrimary(runtime);
        else
            runtime.venue().setPolling(false);
    }
    const bool isClosed =
        runtime.lastState == VenueState::SignedOut || runtime.lastState == VenueState::SigningIn;
    if (isClosed)
        dropHistoryWaiters(runtime.account);
    Q_EMIT connectionChanged(runtime.name());
}

// Whose account it is has to be shown again: nothing is sent for the old one meanwhile. Another connection
// that is signed in to it goes on in its place.
void Desk::unbindAccount(ConnectionRuntime &runtime, bool beginsAnew)
{
    const bool wasBound = runtime.isBound;
    if (beginsAnew)
        runtime.isBound = false;
    if (runtime.isPrimary && handOverAccount(runtime))
        runtime.isBound = false;
    else if (beginsAnew && wasBound)
        m_cancels->detach(runtime.venue());
}

void Desk::makePrimary(ConnectionRuntime &runtime)
{
    runtime.beginAsPrimary();
    runtime.venue().limiter().catchUp();
    m_cancels->attach(runtime.venue(), *runtime.book);
    runtime.venue().setPolling(m_isPolling);
}

bool Desk::handOverAccount(ConnectionRuntime &runtime)
{
    const auto heir = std::find_if(m_runtimes.begin(), m_runtimes.end(), [&](const auto &each) {
        return each.get() != &runtime && each->account == runtime.account && isSignedIn(*each);
    });
    if (heir == m_runtimes.end())
        return false;
    runtime.isPrimary = false;
    m_cancels->detach(runtime.venue());
    makePrimary(**heir);
    return true;
}

void Desk::releaseAccount(ConnectionRuntime &runtime)
{
    m_cancels->detach(runtime.venue());
    if (runtime.isPrimary && !handOverAccount(runtime))
        Q_EMIT ordersChanged(runtime.book->clear());
    runtime.isPrimary = false;
    runtime.account.clear();
    runtime.book = nullptr;
}

bool Desk::namesAnotherAccount(const ConnectionRuntime &runtime,
                               const venues::ConnectionProfile &profile) const
{
    const venues::ConnectionProfile &old = runtime.venue().profile();
    return old.broker != profile.broker || old.url.host() != profile.url.host() ||
           old.url.port() != profile.url.port() || old.clientId != profile.clientId ||
           old.accountId != profile.accountId || old.omsId != profile.omsId;
}

void Desk::retire(ConnectionRuntime &runtime)
{
    m_cancels->holdBack(runtime.venue());
    const auto open = openCancelsOf(runtime.account);
    if (!runtime.isPrimary || open == 0)
        return closeConnection(runtime.name());
    note(u"connection"_s, runtime.name(),
         u"its address or account was changed: as it was it stays until %1 cancels have ended"_s.arg(open));
    const auto found = std::find_if(m_runtimes.begin(), m_runtimes.end(),
                                    [&](const auto &each) { return each.get() == &runtime; });
    m_retired.push_back(std::move(*found));
    m_runtimes.erase(found);
}

void Desk::dropRetired(const std::function<bool(const ConnectionRuntime &)> &isOver)
{
    for (auto each = m_retired.begin(); each != m_retired.end();) {
        if (!isOver(**each)) {
            ++each;
            continue;
        }
        releaseAccount(**each);
        (*each)->venue().stop();
        each = m_retired.erase(each);
    }
}

std::ptrdiff_t Desk::openCancelsOf(const QString &account) const
{
    const auto open = m_cancels->unresolved();
    return std::count_if(open.begin(), open.end(),
                         [&](const cancel::TicketPtr &each) { return each->key.account == account; });
}

} // namespace desk
