// SPDX-License-Identifier: Apache-2.0
// The frame of an AlphaPoint APEX gateway, {"m", "i", "n", "o"}, in both directions (wire.md B1). Reading is
// generous: keys in any case of letters, o as a string, an object or plain text. Writing is what the venues
// do: o is JSON inside a string. It knows no function and no order.
#pragma once

#include "json/json_value.h"

#include <optional>

namespace practice {

enum class ApexKind { Request = 0, Reply = 1, Subscribe = 2, Event = 3, Unsubscribe = 4, Error = 5 };

struct ApexRequest
{
    ApexKind kind = ApexKind::Request;
    QByteArray sequence = "0"; // i as it stood there, echoed so
    QString function;
    QString text;        // o when it was a string
    json::Value payload; // an object where o was left out; a string where o was no JSON
};

/// An answer without its sequence and function, which are the request's.
struct ApexReply
{
    ApexKind kind = ApexKind::Reply;
    QByteArray payload;
};

/// nullopt for anything that is no frame of a client.
[[nodiscard]] std::optional<ApexRequest> readApexRequest(const QString &frame);
[[nodiscard]] QString apexFrame(ApexKind kind, const QByteArray &sequence, const QString &function,
                                const QByteArray &payload);
/// The member of that name in any case of letters, or a missing value.
[[nodiscard]] const json::Value &apexMember(const json::Value &object, QStringView name);

} // namespace practice
