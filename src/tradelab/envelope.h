// SPDX-License-Identifier: Apache-2.0
// What every Tradelab reply is wrapped in, and how its many forms say yes and no (wire.md A4, C15, C16).
#pragma once

#include "base/error.h"
#include "json/json_value.h"

namespace tradelab {

enum class Verdict {
    Success,
    Error,   // the venue's own envelope says no
    Unclear, // JSON, but nothing we know
};

struct EnvelopeReading
{
    Verdict verdict = Verdict::Unclear;
    bool isStated = false; // it says so itself: a status is there. Books may lack it, receipts not
    QString message;       // the venue's words
    QString code;          // error_code, empty for none
    QString backendCode;   // N of "Error from backend: (N)-text", empty for none
};

[[nodiscard]] EnvelopeReading readEnvelope(const json::Value &envelope, int httpStatus);

/// The error that a failed read or sign-in shows: 401, 403 signed out, 429 throttled, 40000 not allowed ...
[[nodiscard]] base::Error errorOf(const EnvelopeReading &reading, int httpStatus);
/// The same for a reply that is no JSON at all.
[[nodiscard]] base::Error errorOf(const base::Error &parseError, int httpStatus);

} // namespace tradelab
