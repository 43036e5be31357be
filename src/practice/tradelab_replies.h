// SPDX-License-Identifier: Apache-2.0
// The answers of the Tradelab family, each in the very shape of its document (wire.md A4, A7; the fixtures).
// Pure functions from values to a reply; the routes decide which one is sent.
#pragma once

#include "practice/broker.h"
#include "practice/http_message.h"

namespace practice::replies {

/// {"data":DATA,"message":"","status":"success"}
[[nodiscard]] HttpReply success(const QByteArray &data);
[[nodiscard]] HttpReply regularCancel(const QString &orderId);
[[nodiscard]] HttpReply kartCancel(const QString &basketId);
[[nodiscard]] HttpReply shortKartCancel();
/// Success that a wrong route was once seen to give (wire.md A7.6).
[[nodiscard]] HttpReply hollowSuccess();

[[nodiscard]] HttpReply error(int code, const QString &message);
/// 45000 around a number of the order system: "Error from backend: (16344)-order cannot be cancelled".
[[nodiscard]] HttpReply backendError(int number, const QString &text);
[[nodiscard]] HttpReply alreadyTraded();
[[nodiscard]] HttpReply notFound(NotFoundShape shape);
[[nodiscard]] HttpReply invalid(const QString &field);
[[nodiscard]] HttpReply blank(const QString &field);
/// Whatever text belongs to this code; the numbers of the order system come inside 45000.
[[nodiscard]] HttpReply errorWithCode(int code, bool isList);

/// A status alone, with the body that goes with it; 3xx needs a location.
[[nodiscard]] HttpReply withStatus(int status, int retryAfter, const QString &location);
[[nodiscard]] HttpReply loginPage();
[[nodiscard]] HttpReply unknownRoute();
[[nodiscard]] HttpReply wrongMethod(const QByteArray &allowed);

} // namespace practice::replies
