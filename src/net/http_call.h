// SPDX-License-Identifier: Apache-2.0
// One exchange under way. Emits finished exactly once, from the event loop, then deletes itself. Destroying
// it earlier aborts the exchange without a signal; an aborted write may still have arrived.
#pragma once

#include "net/http_types.h"

#include <QObject>

namespace net {

class HttpCall : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void finished(const net::HttpResult &result);
};

} // namespace net
