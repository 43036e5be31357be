// SPDX-License-Identifier: Apache-2.0
// The envelope of every APEX message: {"m", "i", "n", "o"}, its payload a JSON text inside the JSON (wire.md
// B1). Values only; knows no function by name.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace alphapoint {

enum class FrameKind { Request = 0, Reply = 1, Subscribe = 2, Event = 3, Unsubscribe = 4, Error = 5 };

struct Frame
{
    FrameKind kind = FrameKind::Request;
    QString number;     // i, as text: a server may write what it likes
    QString function;   // n
    QByteArray payload; // JSON; with FrameKind::Error it may be plain words
};

[[nodiscard]] QString encodeFrame(FrameKind kind, qint64 number, const QString &function,
                                  const QByteArray &payload);
/// Takes `o` as a text, as a JSON value, or absent. BadReply where it is no frame.
[[nodiscard]] base::Result<Frame> decodeFrame(const QByteArray &text);

} // namespace alphapoint
