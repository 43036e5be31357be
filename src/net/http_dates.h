// SPDX-License-Identifier: Apache-2.0
// The times in the headers of an answer. Pure.
#pragma once

#include "net/http_types.h"

#include <optional>

namespace net {

/// "Fri, 15 Mar 2024 05:30:00 GMT"; nullopt for what is no such date.
[[nodiscard]] std::optional<base::WallTime> httpDate(const QByteArray &text);
/// How long Retry-After asks to wait, in seconds or until a date, which is taken by the server's own clock.
/// Ten seconds where it says nothing that can be read.
[[nodiscard]] base::seconds retryAfter(const HttpResult &result);

} // namespace net
