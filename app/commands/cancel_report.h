// SPDX-License-Identifier: Apache-2.0
// Cancel results as the contract's JSON and as a table: `cancel`, `unresolved` and `watch` print through it.
#pragma once

#include "commands/cancel_outcome.h"
#include "commands/terminal.h"

#include <QByteArray>

#include <vector>

namespace json {
class Writer;
}

namespace commands {

/// One result as an object; with "batch" where `withBatch`.
void writeResult(json::Writer &writer, const CancelResult &result, bool withBatch);
/// {"batch", "results", "summary"} and a newline.
[[nodiscard]] QByteArray cancelJson(const QString &batch, const std::vector<CancelResult> &results);
/// {"tickets": [...]} and a newline.
[[nodiscard]] QByteArray ticketsJson(const std::vector<CancelResult> &results);
/// A line for each, and what they add up to.
[[nodiscard]] QByteArray cancelTable(const std::vector<CancelResult> &results);

/// What people should know of a result besides, on standard error.
void sayDetails(Terminal &terminal, const std::vector<CancelResult> &results);

[[nodiscard]] ExitCode exitCodeOf(const std::vector<CancelResult> &results);

} // namespace commands
