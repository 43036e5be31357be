// SPDX-License-Identifier: Apache-2.0
// The only place where a ticket changes. Each change is committed to the journal, together with what caused
// it, before anybody sees it; when the commit fails nothing has changed and nothing may be sent. Engine
// thread only.
#pragma once

#include "cancel/tracked_ticket.h"
#include "journal/journal.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace cancel {

class Transitions
{
public:
    struct Listener
    {
        std::function<void(const TicketPtr &)> changed;
        std::function<void(const TicketPtr &, const QString &text)> alarm;
        std::function<void(const base::Error &)> journalFailed;
    };
    using Amend = std::function<void(TrackedTicket &)>;

    /// What changes while it lives is committed at once and shown then: one list may end a thousand tickets,
    /// and each commit waits for the disk. When that one fails, none of the tickets has changed. Not nested.
    class Together
    {
    public:
        explicit Together(Transitions &transitions);
        Together(const Together &) = delete;
        Together &operator=(const Together &) = delete;
        ~Together();

        /// False: the journal failed. Once.
        bool commit();

    private:
        Transitions *m_transitions;
    };

    Transitions(base::Clock &clock, journal::Journal &journal, Listener listener);

    /// Applies the event. `causes` are journaled before it in the same commit; `amend` sets what the event
    /// brings besides the state. nullopt: the journal failed. An event that the table does not list changes
    /// nothing. `then` follows at once: nobody sees the state between.
    std::optional<Step> apply(TrackedTicket &tracked, TicketEvent event,
                              std::vector<journal::Entry> causes = {}, const Amend &amend = {},
                              std::optional<TicketEvent> then = {});
    /// What stands beside the table, and that a person must hear of. False: the journal failed.
    bool alarm(TrackedTicket &tracked, const journal::Entry &cause, const QString &text);
    /// For what stands beside the table: joined askers, conflicts, notes.
    bool note(const journal::Entry &entry);
    /// The same, of a ticket that changes by it.
    bool note(TrackedTicket &tracked, const journal::Entry &entry);
    /// Shows a ticket whose rows are in the journal already.
    void publish(TrackedTicket &tracked);

    [[nodiscard]] journal::Journal &journal() { return m_journal; }
    [[nodiscard]] base::Clock &clock() { return m_clock; }

private:
    // What is shown, or taken back, when the common commit is made.
    struct Change
    {
        TrackedTicket *tracked;
        std::optional<TrackedTicket> before;
        QString alarm;
    };

    [[nodiscard]] bool write(std::span<const journal::Entry> entries);
    void keepAsItWas(TrackedTicket &tracked);
    void raise(TrackedTicket &tracked, const QString &alarm);
    [[nodiscard]] QString alarmText(const TrackedTicket &before, const TrackedTicket &after,
                                    TicketEvent event) const;

    base::Clock &m_clock;
    journal::Journal &m_journal;
    Listener m_listener;
    bool m_isTogether = false;
    std::vector<journal::Entry> m_entries; // of the changes that are made together
    std::vector<Change> m_changes;
};

} // namespace cancel
