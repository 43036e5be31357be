// SPDX-License-Identifier: Apache-2.0
// The short answers of an APEX gateway: the standard response, its error codes in the documents' words
// (wire.md B4), and the frame of an error. Plain values, for the functions and the fault player.
#pragma once

#include "practice/apex_frame.h"

namespace practice::apex_replies {

[[nodiscard]] ApexReply success();
/// With the code's own text, or another.
[[nodiscard]] ApexReply error(int code, const QString &text = {});
[[nodiscard]] ApexReply notAuthorized();
[[nodiscard]] ApexReply invalidRequest();
[[nodiscard]] ApexReply notFound();
/// m 5 with a plain text.
[[nodiscard]] ApexReply plainError(const QString &text);
[[nodiscard]] ApexReply unknownFunction();

} // namespace practice::apex_replies
