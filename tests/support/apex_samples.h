// SPDX-License-Identifier: Apache-2.0
// The APEX samples in tests/fixtures, and the context in which a test reads an exchange's rows.
#pragma once

#include "alphapoint/order_rows.h"
#include "alphapoint/standard_reply.h"
#include "json/json_writer.h"

#include <QFile>

namespace support {

/// The sample's text. Ends the test program when there is none.
[[nodiscard]] inline QByteArray apexSample(const QString &name)
{
    QFile file(QStringLiteral(PULLCORD_FIXTURES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return file.readAll();
}

/// A sample that is one frame, as it would come in.
[[nodiscard]] inline alphapoint::Frame apexFrame(const QString &name)
{
    const auto frame = alphapoint::decodeFrame(apexSample(name));
    if (!frame)
        qFatal("%s is no frame", qPrintable(name));
    return *frame;
}

/// A JSON text without the blanks between its tokens.
[[nodiscard]] inline QByteArray compactJson(const QByteArray &text)
{
    const auto value = json::parse(text);
    if (!value)
        qFatal("no JSON: %s", text.constData());
    return json::Writer().value(*value).bytes();
}

[[nodiscard]] inline alphapoint::Frame replyFrame(const QByteArray &payload,
                                                  alphapoint::FrameKind kind = alphapoint::FrameKind::Reply)
{
    return {kind, QStringLiteral("10"), QStringLiteral("CancelOrder"), payload};
}

[[nodiscard]] inline orders::Account apexAccount(const QString &id = QStringLiteral("449"))
{
    return {orders::Environment::Live, QStringLiteral("alphapoint"), QStringLiteral("api.ndax.io"),
            QStringLiteral("1"), id};
}

/// Rows of that account, at an exchange that trades BTCUSD as instrument 8.
[[nodiscard]] inline alphapoint::RowContext apexContext(const QString &account = QStringLiteral("449"))
{
    auto instruments = std::make_shared<alphapoint::Instruments>();
    const auto loaded =
        instruments->load(R"([{"OMSId":1,"InstrumentId":8,"Symbol":"BTCUSD","Product2Symbol":"USD"}])");
    if (!loaded)
        qFatal("no instruments");
    return {apexAccount(account), QStringLiteral("mine"), std::move(instruments)};
}

} // namespace support
