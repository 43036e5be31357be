// SPDX-License-Identifier: Apache-2.0
// The engine as a command has it: built by the wiring, restricted to the connections that were asked for, its
// books loaded. Commands make one each and let it go at their end. It says on standard error what went wrong.
#pragma once

#include "commands/command.h"
#include "commands/waiting.h"
#include "desk/desk.h"
#include "wiring.h"

#include <map>
#include <memory>
#include <optional>

namespace commands {

enum class Door {
    Reader, // reads; another program may hold the engine
    Guest,  // holds the engine's lock and writes the journal where nobody else does; else a Reader that turns
            // to who does
};

/// What became of one connection's book.
struct BookReport
{
    QString name;
    QString broker;
    QString state; // "live", "polling", "stale", "failed"
    QString error;
    std::optional<base::milliseconds> age;
    bool isLoaded = false;
    bool isAwaited = false; // neither read nor failed yet: nothing can be said of it
    bool isSignedOut = false;
};

class Engine
{
public:
    /// nullptr: it could not be opened, which was said; `code` is the exit code then.
    [[nodiscard]] static std::unique_ptr<Engine> open(const Context &context, Door door, ExitCode &code);
    ~Engine();

    /// Says so and returns Usage where one of the names is no connection, else opens these alone (empty:
    /// all).
    [[nodiscard]] ExitCode restrictTo(const QStringList &names);
    /// Starts, and waits until every book is read or has failed; what failed is said. False: interrupted.
    [[nodiscard]] bool loadBooks(bool polling);

    [[nodiscard]] desk::Desk &desk() { return m_wiring->desk(); }
    [[nodiscard]] app::Wiring &wiring() { return *m_wiring; }
    [[nodiscard]] Waiting &waiting() { return m_waiting; }
    /// Who holds the engine of this folder, in words; nullopt: nobody else, or nobody that matters to a
    /// Reader.
    [[nodiscard]] const std::optional<QString> &holder() const { return m_holder; }
    /// --secrets has one for this connection.
    [[nodiscard]] bool hasSessionSecret(const QString &connection) const
    {
        return m_withSecret.contains(connection);
    }
    [[nodiscard]] base::WallTime now() { return desk().clock().wall(); }

    [[nodiscard]] std::vector<BookReport> books() const;
    /// nullopt for a name that is no connection.
    [[nodiscard]] std::optional<BookReport> book(const QString &connection) const;
    [[nodiscard]] bool hasFailedBook() const;

private:
    Engine(const Context &context, std::unique_ptr<app::Wiring> wiring);
    [[nodiscard]] ExitCode takeSecrets(const QString &source);
    [[nodiscard]] WaitEnd waitForBooks();
    /// False where a person gave up at the question.
    [[nodiscard]] bool askForCodes();
    [[nodiscard]] BookReport reportOf(const desk::ConnectionView &view) const;

    const Context &m_context;
    std::unique_ptr<app::Wiring> m_wiring;
    Waiting m_waiting;
    std::optional<QString> m_holder;
    QStringList m_names; // of the connections in use
    QStringList m_withSecret;
    std::map<QString, QString> m_codesWanted; // connection -> the venue's word for its second factor
};

} // namespace commands
