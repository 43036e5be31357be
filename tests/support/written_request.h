// SPDX-License-Identifier: Apache-2.0
// A request as one text, as it would stand on a wire: for comparing it byte for byte.
#pragma once

#include "net/http_types.h"

namespace support {

/// "DELETE https://...", a line per header, an empty line, the body.
[[nodiscard]] inline QByteArray written(const net::HttpRequest &request)
{
    QByteArray text = request.verb + ' ' + request.url.toEncoded() + '\n';
    for (const auto &[name, value] : request.headers)
        text += name + ": " + value + '\n';
    return text + '\n' + request.body;
}

} // namespace support
