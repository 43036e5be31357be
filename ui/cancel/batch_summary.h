// SPDX-License-Identifier: Apache-2.0
// What became of a batch of cancels, counted: the line over the proof strips, "4 asked: 1 proved, 1 refused,
// 2 not proved yet", and the times from sending to proof in the status bar. Values; made anew from the
// tickets each time.
#pragma once

#include "cancel/ticket.h"
#include "ui/shell/tone.h"

#include <QList>

#include <span>

namespace ui {

struct BatchSummary
{
    QString batch; // its id; empty for none
    int asked = 0;
    int proved = 0;
    int filled = 0;
    int refused = 0;  // and not taken
    int waiting = 0;  // has not left yet
    int unproved = 0; // on the way, unknown, still live
    int notSent = 0;
    int other = 0; // ended by itself, acknowledged
    std::optional<base::WallTime> askedAt;

    void add(const cancel::Ticket &ticket);
    [[nodiscard]] bool isOpen() const { return waiting + unproved > 0; }
    /// "Batch 10:29:44 — 4 asked: 1 proved ..." as rich text in the tones' colours.
    [[nodiscard]] QString richText(const Theme &theme) const;
    [[nodiscard]] QString plainText() const;

private:
    struct Part
    {
        QString text;
        Tone tone;
    };
    [[nodiscard]] QList<Part> parts() const;
    [[nodiscard]] QString beginning() const;
};

/// The newest batch among the tickets, which come oldest first.
[[nodiscard]] BatchSummary newestBatch(std::span<const cancel::TicketPtr> tickets);

struct ProofTimes
{
    std::optional<base::milliseconds> last;
    std::optional<base::milliseconds> median;
};
/// From sending to proof.
[[nodiscard]] ProofTimes proofTimes(std::span<const cancel::TicketPtr> tickets);

} // namespace ui
