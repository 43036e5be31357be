// SPDX-License-Identifier: Apache-2.0
// The answer that most APEX functions give: {"result", "errormsg", "errorcode", "detail"} (wire.md B4), and
// what it means as an error of ours. Pure.
#pragma once

#include "alphapoint/frame.h"
#include "base/error.h"
#include "json/json_value.h"

namespace alphapoint {

enum class Verdict { Success, Refused, Throttled, Unclear };

struct StandardReply
{
    Verdict verdict = Verdict::Unclear;
    int code = 0;    // 20, 100, 101, 102, 104, 106; 0 for none
    QString message; // "Resource Not Found"
    QString detail;
};

namespace code {
inline constexpr int notAuthorized = 20;
inline constexpr int invalidRequest = 100;
inline constexpr int operationFailed = 101;
inline constexpr int serverError = 102;
inline constexpr int resourceNotFound = 104;
inline constexpr int operationNotSupported = 106;
} // namespace code

/// Of a reply or an error frame. Success is "result": true alone; whatever says nothing of a result is
/// Unclear.
[[nodiscard]] StandardReply readStandardReply(const Frame &frame);
/// The same of a reply that is wanted for its content: an object or array without "result": false is Success.
[[nodiscard]] StandardReply readContentReply(const Frame &frame, const json::Value &payload);
/// The documented name where the venue's own words are missing: "Not Authorized".
[[nodiscard]] QString codeName(int code);
/// In words: the message, the detail, the code.
[[nodiscard]] base::Error errorOf(const StandardReply &reply);

/// The member of that name, whatever the case of its letters.
[[nodiscard]] const json::Value &member(const json::Value &object, QStringView name);

} // namespace alphapoint
