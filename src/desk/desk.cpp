// SPDX-License-Identifier: Apache-2.0
#include "desk/desk.h"

#include "desk/cancel_planner.h"
#include "desk/connection_runtime.h"
#include "desk/user_name.h"

#include <QPointer>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::OrderKey;
using orders::OrderPtr;
using venues::VenueState;

namespace {

constexpr base::MonoTime refreshJoins = 2s; // a second press within this time serves both

} // namespace

Desk::Desk(base::Clock &clock, base::Redactor &redactor, journal::Journal &journal,
           vault::SecretStore &secrets, ConnectionStore &connections, VenueFactory makeVenue, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_journal(journal)
    , m_secrets(secrets)
    , m_store(connections)
    , m_makeVenue(std::move(makeVenue))
    , m_cancels(std::make_unique<cancel::CancelDesk>(clock, journal))
{
    connect(
        m_cancels.get(), &cancel::CancelDesk::ticketChanged, this,
        [this] { dropRetired([this](const auto &each) { return openCancelsOf(each.account) == 0; }); },
        Qt::QueuedConnection); // it may come from inside of what goes
}

Desk::~Desk()
{
    stop();
}

void Desk::start(bool polling)
{
    m_isPolling = polling;
    if (m_journal.isOpen())
        restoreCancels();
    for (const venues::ConnectionProfile &profile : m_store.profiles()) {
        if (m_onlyThese.isEmpty() || m_onlyThese.contains(profile.name))
            openConnection(profile);
    }
    Q_EMIT connectionsChanged();
}

// Whoever does not know what has left already may not send.
void Desk::restoreCancels()
{
    const auto restored = m_cancels->restore();
    if (restored)
        return;
    base::Error error = restored.error();
    error.text =
        u"the journal cannot be read, so nobody knows which cancels were open, and none may leave: %1"_s.arg(
            error.text);
    Q_EMIT noticed({}, error.text);
    if (!m_cancelsForbidden)
        forbidCancels(error);
}

void Desk::stop()
{
    for (const auto *runtimes : {&m_runtimes, &m_retired}) {
        for (const auto &runtime : *runtimes) {
            m_cancels->detach(runtime->venue());
            runtime->venue().stop();
        }
    }
}

void Desk::setSessionSecret(const QString &connection, const base::Secret &secret)
{
    m_redactor.protect(secret);
    m_sessionSecrets[connection] = secret;
}

void Desk::restrictTo(const QStringList &names)
{
    m_onlyThese = names;
}

void Desk::forbidCancels(std::optional<base::Error> reason)
{
    m_cancelsForbidden = std::move(reason);
}

std::optional<base::Error> Desk::cancelsForbidden() const
{
    return m_cancelsForbidden;
}

void Desk::openConnection(const venues::ConnectionProfile &profile)
{
    auto venue = m_makeVenue(profile);
    if (!venue) {
        Q_EMIT noticed(profile.name, venue.error().text);
        return;
    }
    m_runtimes.push_back(std::make_unique<ConnectionRuntime>(std::move(*venue), m_clock));
    ConnectionRuntime &runtime = *m_runtimes.back();
    connect(&runtime.venue(), &venues::Venue::stateChanged, &runtime,
            [this, &runtime] { bindAccount(runtime); });
    connect(&runtime.venue(), &venues::Venue::listRead, &runtime,
            [this, &runtime](const venues::Reading &reading) { takeReading(runtime, reading); });
    connect(&runtime.venue(), &venues::Venue::listFailed, &runtime,
            [this, &runtime](orders::ListKind kind, const base::Error &error) {
                runtime.noteListFailed(kind, error);
                Q_EMIT noticed(runtime.name(),
                               u"the %1 could not be read: %2"_s.arg(orders::listName(kind), error.text));
                Q_EMIT connectionChanged(runtime.name());
            });
    connect(&runtime.venue(), &venues::Venue::codeAsked, &runtime,
            [this, &runtime](const QString &kind) { Q_EMIT codeAsked(runtime.name(), kind); });
    connect(&runtime.venue(), &venues::Venue::pushed, &runtime,
            [this, &runtime](const venues::Push &push) { takePush(runtime, push); });
    connect(&runtime.venue(), &venues::Venue::cancelRejected, &runtime,
            [this, &runtime](const OrderKey &key, const QString &reason) {
                m_cancels->takeCancelReject(runtime.venue(), key, reason);
            });
    connect(&runtime.venue(), &venues::Venue::tradesRead, &runtime,
            [this, &runtime](const orders::TradeList &trades) {
                m_cancels->takeTrades(runtime.venue(), trades);
            });
    connect(&runtime.venue(), &venues::Venue::orderRead, &runtime,
            [this, &runtime](const venues::OrderAnswer &answer) { takeOrderAnswer(runtime, answer); });
    connect(
        &runtime.venue(), &venues::Venue::orderReadFailed, &runtime,
        [this](const OrderKey &key, const base::Error &error) { finishHistory(key, base::failure(error)); });
    signInFromVault(runtime);
}

void Desk::signInFromVault(ConnectionRuntime &runtime)
{
    const base::Error noSecret{
        base::ErrorKind::SignedOut, u"no secret is stored for it, or the keychain is locked"_s, 0, {}, {}};
    const auto session = m_sessionSecrets.find(runtime.name());
    if (session != m_sessionSecrets.end() && session->second.isEmpty()) { // it was forgotten
        runtime.setProblem(noSecret);
        Q_EMIT connectionChanged(runtime.name());
        return;
    }
    if (session != m_sessionSecrets.end())
        return signInWith(runtime, session->second);
    m_secrets.read(runtime.name(), [this, noSecret, name = runtime.name(), asker = QPointer(&runtime)](
                                       base::Result<std::optional<base::Secret>> secret) {
        ConnectionRuntime *found = runtimeOf(name);
        const bool isSuperseded = m_sessionSecrets.contains(name); // by one that a person gave meanwhile
        if (!found || found != asker || isSuperseded)
            return; // the connection may lead elsewhere now
        if (secret && *secret) {
            found->setProblem(std::nullopt);
            signInWith(*found, **secret);
            return;
        }
        found->setProblem(secret ? noSecret : secret.error());
        Q_EMIT connectionChanged(name);
    });
}

void Desk::signInWith(ConnectionRuntime &runtime, const base::Secret &secret)
{
    runtime.setHasSecret(true);
    runtime.secretDigest = m_secretDigest.of(secret);
    runtime.venue().signIn(secret);
}

void Desk::closeConnection(const QString &name)
{
    const auto found = std::find_if(m_runtimes.begin(), m_runtimes.end(),
                                    [&](const auto &each) { return each->name() == name; });
    if (found == m_runtimes.end())
        return;
    releaseAccount(**found);
    (*found)->venue().stop();
    m_runtimes.erase(found);
}

std::vector<ConnectionView> Desk::connections() const
{
    std::vector<ConnectionView> views;
    for (const auto &runtime : m_runtimes)
        views.push_back(runtime->view());
    return views;
}

std::optional<ConnectionView> Desk::connection(const QString &name) const
{
    const ConnectionRuntime *runtime = runtimeOf(name);
    return runtime ? std::optional(runtime->view()) : std::nullopt;
}

void Desk::saveConnection(const venues::ConnectionProfile &profile, const base::Secret &secret,
                          std::function<void(base::Status)> done)
{
    const std::optional<venues::ConnectionProfile> before = m_store.find(profile.name);
    if (const auto saved = m_store.put(profile); !saved) {
        done(saved);
        return;
    }
    // What was given for one host goes to no other.
    const bool forgetsSecret = secret.isEmpty() && before && !venues::sameOrigin(before->url, profile.url);
    note(u"connection"_s, profile.name, u"the connection was saved"_s,
         {{u"broker"_s, profile.broker},
          {u"url"_s, profile.url.toString()},
          {u"client_id"_s, profile.clientId},
          {u"account_id"_s, profile.accountId},
          {u"secret"_s, forgetsSecret      ? u"forgotten"_s
                        : secret.isEmpty() ? u"kept"_s
                                           : u"new"_s}});
    if (ConnectionRuntime *old = runtimeOf(profile.name); old && namesAnotherAccount(*old, profile))
        retire(*old);
    else
        closeConnection(profile.name);
    if (!secret.isEmpty())
        setSessionSecret(profile.name, secret);
    else if (forgetsSecret)
        m_sessionSecrets[profile.name] = {}; // nor what the keychain may still hold
    openConnection(profile);
    Q_EMIT connectionsChanged();
    if (forgetsSecret)
        m_secrets.remove(profile.name, std::move(done));
    else if (secret.isEmpty())
        done({});
    else
        m_secrets.write(profile.name, secret, std::move(done));
}

void Desk::removeConnection(const QString &name, std::function<void(base::Status)> done)
{
    if (const auto removed = m_store.remove(name); !removed) {
        done(removed);
        return;
    }
    note(u"connection"_s, name, u"the connection was removed"_s);
    closeConnection(name);
    m_sessionSecrets.erase(name);
    Q_EMIT connectionsChanged();
    m_secrets.remove(name, std::move(done));
}

void Desk::checkConnection(const QString &name, std::function<void(std::vector<CheckLine>)> done)
{
    if (ConnectionRuntime *runtime = runtimeOf(name)) {
        // One that works is only read again: a new sign-in would take back what waits in its queue.
        if (runtime->venue().state() == VenueState::SignedIn) {
            for (const orders::ListKind kind : runtime->venue().lists())
                runtime->venue().readList(kind, net::RequestClass::Refresh);
        } else if (runtime->venue().state() != VenueState::SigningIn) {
            signInFromVault(*runtime);
        }
    }
    new ConnectionCheck(*this, m_clock, name, std::move(done));
}

void Desk::signIn(const QString &name, const base::Secret &secret)
{
    ConnectionRuntime *runtime = runtimeOf(name);
    if (!runtime)
        return;
    setSessionSecret(name, secret);
    signInWith(*runtime, secret);
    m_secrets.write(name, secret, [this, name](const base::Status &written) {
        if (!written)
            Q_EMIT noticed(name, u"the secret is kept in memory only: %1"_s.arg(written.error().text));
    });
}

void Desk::submitCode(const QString &name, const base::Secret &code)
{
    if (ConnectionRuntime *runtime = runtimeOf(name))
        runtime->venue().submitCode(code);
}

void Desk::refresh()
{
    const base::MonoTime now = m_clock.monotonic();
    if (m_lastRefresh && now - *m_lastRefresh < refreshJoins)
        return;
    m_lastRefresh = now;
    for (const auto &runtime : m_runtimes) {
        for (const orders::ListKind kind : runtime->venue().lists())
            runtime->venue().readList(kind, net::RequestClass::Refresh);
    }
}

CancelPlan Desk::planCancel(const std::vector<OrderKey> &keys) const
{
    return desk::planCancel(
        keys, [this](const OrderKey &key) { return runtimeOf(key); }, *m_cancels, m_clock.wall());
}

base::Result<cancel::BatchResult> Desk::cancelOrders(const CancelPlan &plan, const cancel::Consent &consent)
{
    std::vector<cancel::Request> requests;
    for (const PlannedCancel &planned : plan.orders) {
        if (planned.isChosen)
            requests.push_back({planned.row, planned.effect});
    }
    cancel::Consent complete = consent;
    complete.bookAge = plan.bookAge;
    complete.estimate = plan.estimate;
    complete.shownAt = plan.madeAt;
    complete.givenAt = m_clock.wall();
    return cancelRows(requests, complete);
}

base::Result<cancel::BatchResult> Desk::cancelRows(const std::vector<cancel::Request> &requests,
                                                   const cancel::Consent &consent)
{
    if (m_cancelsForbidden)
        return base::failure(*m_cancelsForbidden);
    return m_cancels->ask(requests, consent);
}

void Desk::noteAlarmSeen(const QString &connection, const QString &words, const cancel::TicketPtr &ticket)
{
    journal::Entry entry;
    entry.kind = u"alarm seen"_s;
    entry.connection = connection;
    entry.text = u"%1 has put away: %2"_s.arg(userName(), words);
    entry.details = {{u"user"_s, userName()}, {u"words"_s, words}};
    if (ticket) {
        entry.key = ticket->key.toText();
        entry.ticket = ticket->id;
    }
    note(entry);
}

ConnectionRuntime *Desk::runtimeOf(const QString &name) const
{
    const auto found = std::find_if(m_runtimes.begin(), m_runtimes.end(),
                                    [&](const auto &each) { return each->name() == name; });
    return found == m_runtimes.end() ? nullptr : found->get();
}

ConnectionRuntime *Desk::runtimeOf(const OrderKey &key) const
{
    const auto found = std::find_if(m_runtimes.begin(), m_runtimes.end(), [&](const auto &each) {
        return each->isPrimary && each->account == key.account;
    });
    return found == m_runtimes.end() ? nullptr : found->get();
}

} // namespace desk
