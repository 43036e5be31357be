// SPDX-License-Identifier: Apache-2.0
// The samples in tests/fixtures, and the context in which a test reads a broker's reply.
#pragma once

#include "tradelab/order_rows.h"

#include <QFile>
#include <QtGlobal>

namespace support {

/// Ends the test program when there is no such sample.
[[nodiscard]] inline QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(PULLCORD_FIXTURES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return file.readAll();
}

[[nodiscard]] inline orders::Account demoAccount()
{
    return {orders::Environment::Live,
            QStringLiteral("tradelab"),
            QStringLiteral("trade.pocketful.in"),
            {},
            QStringLiteral("DEMO1")};
}

[[nodiscard]] inline tradelab::ReplyContext replyContext(int httpStatus = 200)
{
    tradelab::ReplyContext context;
    context.account = demoAccount();
    context.connection = QStringLiteral("mine");
    context.httpStatus = httpStatus;
    return context;
}

} // namespace support
