// SPDX-License-Identifier: Apache-2.0
// Waits for a call's one answer.
#pragma once

#include "net/http_call.h"

#include <QTestEventLoop>

namespace support {

/// How often it finished stands in `times`; the result of the last.
inline net::HttpResult waitFor(net::HttpCall *call, int *times = nullptr)
{
    net::HttpResult got;
    int count = 0;
    QTestEventLoop loop;
    QObject::connect(call, &net::HttpCall::finished, &loop, [&](const net::HttpResult &result) {
        got = result;
        ++count;
    });
    QObject::connect(call, &QObject::destroyed, &loop, [&] { loop.exitLoop(); });
    loop.enterLoop(20);
    if (times)
        *times = count;
    return got;
}

} // namespace support
