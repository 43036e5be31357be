// SPDX-License-Identifier: Apache-2.0
// The engine as a front end sees it: connections, orders, cancels, in one place. The window and the terminal
// program are built on this and nothing below it. Engine thread only; nothing here blocks.
#pragma once

#include "cancel/cancel_desk.h"
#include "desk/account_books.h"
#include "desk/cancel_plan.h"
#include "desk/connection.h"
#include "desk/connection_check.h"
#include "desk/connection_store.h"
#include "desk/secret_digest.h"
#include "vault/secret_store.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace desk {

class ConnectionRuntime;

/// Makes the venue of a profile; wiring knows the families. Usage error for a broker that nobody knows.
using VenueFactory =
    std::function<base::Result<std::unique_ptr<venues::Venue>>(const venues::ConnectionProfile &profile)>;

class Desk : public QObject
{
    Q_OBJECT

public:
    Desk(base::Clock &clock, base::Redactor &redactor, journal::Journal &journal, vault::SecretStore &secrets,
         ConnectionStore &connections, VenueFactory makeVenue, QObject *parent = nullptr);
    ~Desk() override;

    /// Opens every connection of the store. With `polling` the books keep themselves fresh.
    void start(bool polling);
    /// Nothing is sent after it.
    void stop();
    /// A secret for this run alone, taken before the vault's.
    void setSessionSecret(const QString &connection, const base::Secret &secret);
    /// Only these connections are opened by start(); empty = all of them.
    void restrictTo(const QStringList &names);
    /// Cancels are refused with this error (another program holds the engine's lock); nullopt = allowed.
    void forbidCancels(std::optional<base::Error> reason);
    [[nodiscard]] std::optional<base::Error> cancelsForbidden() const;

    // Connections
    [[nodiscard]] std::vector<ConnectionView> connections() const;
    [[nodiscard]] std::optional<ConnectionView> connection(const QString &name) const;
    /// Kept in the store, its secret in the vault; then opened. An empty secret keeps the one there is.
    void saveConnection(const venues::ConnectionProfile &profile, const base::Secret &secret,
                        std::function<void(base::Status)> done);
    void removeConnection(const QString &name, std::function<void(base::Status)> done);
    /// Signs in, reads a list, compares clocks; every line says what was found.
    void checkConnection(const QString &name, std::function<void(std::vector<CheckLine>)> done);
    /// Signs in anew with this secret, and keeps it.
    void signIn(const QString &name, const base::Secret &secret);
    /// The second factor that codeAsked asked for. It is good once and kept nowhere.
    void submitCode(const QString &name, const base::Secret &code);

    // Orders
    /// F5: a second press within 2 s joins the first.
    void refresh();
    [[nodiscard]] std::vector<orders::OrderPtr> orders() const { return m_books.rows(); }
    [[nodiscard]] orders::OrderPtr order(const orders::OrderKey &key) const { return m_books.find(key); }
    [[nodiscard]] std::vector<orders::OrderPtr> legsOf(const orders::OrderKey &parent) const
    {
        return m_books.legsOf(parent);
    }
    [[nodiscard]] std::vector<orders::OrderPtr> withOrderId(const QString &orderId) const
    {
        return m_books.withOrderId(orderId);
    }
    /// The broker's own history of an order, newest first.
    void readHistory(const orders::OrderKey &key,
                     std::function<void(base::Result<std::vector<orders::OrderPtr>>)> done);

    // Cancels
    /// What cancelling these rows would do and cost. Frozen: later changes do not reach into it.
    [[nodiscard]] CancelPlan planCancel(const std::vector<orders::OrderKey> &keys) const;
    /// Sends the chosen rows of the plan. Busy/Storage/... errors: nothing was sent.
    [[nodiscard]] base::Result<cancel::BatchResult> cancelOrders(const CancelPlan &plan,
                                                                 const cancel::Consent &consent);
    /// The same for rows that another program has planned and asked for.
    [[nodiscard]] base::Result<cancel::BatchResult> cancelRows(const std::vector<cancel::Request> &requests,
                                                               const cancel::Consent &consent);
    [[nodiscard]] cancel::CancelDesk &cancels() { return *m_cancels; }
    [[nodiscard]] const cancel::CancelDesk &cancels() const { return *m_cancels; }
    /// A person has read these words of an alarm and put it away; without a ticket it is about the
    /// connection.
    void noteAlarmSeen(const QString &connection, const QString &words, const cancel::TicketPtr &ticket);

    // State of the house
    [[nodiscard]] journal::Journal &journal() { return m_journal; }
    [[nodiscard]] vault::StoreKind secretsKind() const { return m_secrets.kind(); }
    [[nodiscard]] base::Clock &clock() { return m_clock; }

Q_SIGNALS:
    void ordersChanged(const orders::BookDiff &diff);
    /// A connection came, went, or its state, age or problem changed.
    void connectionChanged(const QString &name);
    void connectionsChanged();
    /// Something that people should read: a row that could not be read, a list that failed, a secret not
    /// kept.
    void noticed(const QString &connection, const QString &text);
    /// The sign-in waits for a second factor; `kind` is the venue's word for it.
    void codeAsked(const QString &connection, const QString &kind);

private:
    void openConnection(const venues::ConnectionProfile &profile);
    void closeConnection(const QString &name);
    void restoreCancels();
    void signInFromVault(ConnectionRuntime &runtime);
    void signInWith(ConnectionRuntime &runtime, const base::Secret &secret);
    void bindAccount(ConnectionRuntime &runtime);
    void unbindAccount(ConnectionRuntime &runtime, bool beginsAnew);
    void makePrimary(ConnectionRuntime &runtime);
    /// False where no other connection to its account is signed in.
    bool handOverAccount(ConnectionRuntime &runtime);
    void releaseAccount(ConnectionRuntime &runtime);
    [[nodiscard]] bool namesAnotherAccount(const ConnectionRuntime &runtime,
                                           const venues::ConnectionProfile &profile) const;
    void retire(ConnectionRuntime &runtime);
    void dropRetired(const std::function<bool(const ConnectionRuntime &)> &isOver);
    [[nodiscard]] std::ptrdiff_t openCancelsOf(const QString &account) const;
    void takeReading(ConnectionRuntime &runtime, const venues::Reading &reading);
    void takePush(ConnectionRuntime &runtime, const venues::Push &push);
    void takeOrderAnswer(ConnectionRuntime &runtime, const venues::OrderAnswer &answer);
    /// A row about a connection; nothing where another program writes the journal.
    void note(const QString &kind, const QString &connection, const QString &text,
              std::vector<std::pair<QString, QString>> details = {});
    void note(const journal::Entry &entry);
    void noteSignIn(const ConnectionRuntime &runtime);
    void dropHistoryWaiters(const QString &account);
    void finishHistory(const orders::OrderKey &key,
                       const base::Result<std::vector<orders::OrderPtr>> &result);
    [[nodiscard]] ConnectionRuntime *runtimeOf(const QString &name) const;
    [[nodiscard]] ConnectionRuntime *runtimeOf(const orders::OrderKey &key) const;

    using HistoryDone = std::function<void(base::Result<std::vector<orders::OrderPtr>>)>;

    base::Clock &m_clock;
    base::Redactor &m_redactor;
    journal::Journal &m_journal;
    vault::SecretStore &m_secrets;
    ConnectionStore &m_store;
    VenueFactory m_makeVenue;
    AccountBooks m_books;
    std::vector<std::unique_ptr<ConnectionRuntime>> m_runtimes;
    std::vector<std::unique_ptr<ConnectionRuntime>> m_retired; // changed since, and still owed answers
    std::unique_ptr<cancel::CancelDesk> m_cancels;
    std::map<QString, base::Secret> m_sessionSecrets;
    SecretDigest m_secretDigest;
    QStringList m_onlyThese;
    std::optional<base::Error> m_cancelsForbidden;
    QMultiHash<orders::OrderKey, HistoryDone> m_historyWaiters;
    std::optional<base::MonoTime> m_lastRefresh;
    bool m_isPolling = false;
};

} // namespace desk
