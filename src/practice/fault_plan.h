// SPDX-License-Identifier: Apache-2.0
// What shall go wrong, and how often. Read from JSON (a file, or POST /practice/faults):
//   {"cancel": {ORDER_ID or ORDER_ID:LEG or "*": FAULT or [FAULT, ...]},
//    "list": {"pending" | "completed" | "all" | "trades" | "*": ...}, "history": {ORDER_ID or "*": ...},
//    "user": {"trading_info" | "profile" | "*": ...}, "feed": {...}}
// APEX takes "cancel" by OrderId ("CancelAllOrders" has no id), "history" by OrderId, "list" and "user" by
// the function's name ("GetOpenOrders", "AuthenticateUser"); each family counts "times" for itself.
//   FAULT = {"do": NAME, "after_ms", "times", "acts", "status", "code", "message", "order_id", "quantity",
//            "retry_after", "bare" (a 429 without Retry-After), "location"}; of several the first that has
//            times left is taken.
//   "feed": {"events": {"twice": true, "reversed_ms": N}}: every event of an APEX account leaves twice; those
//            of N ms are kept back, and the newest leaves first.
// The routes and the gateway ask it once per request that is signed in. It never sends anything itself. What
// shall go wrong before a request was read has no plan: HttpServer and ApexGateway have dropUnread() for it.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace practice {

struct Fault
{
    enum class Kind {
        Delay,                // the answer comes after_ms late
        DropBefore,           // closes without acting
        DropAfter,            // acts, then closes without answering
        HalfStatusLine,       // acts; half of the first line leaves, on APEX half of a frame's head
        HalfReply,            // acts, and half of the answer's bytes leave
        HalfBody,             // acts; the whole head and half of the body leave
        SlowDrip,             // acts; a byte of the answer leaves every after_ms (100 where none is named)
        LongLength,           // acts; the answer says that it is longer than it is
        ShortLength,          // acts; the answer says that it is shorter than it is
        Garbage,              // acts; what leaves is neither HTTP nor a frame
        Silence,              // never answers
        Status,               // another HTTP status; on APEX what it means there
        Html,                 // a login page
        WrongJson,            // good JSON that is no answer
        TruncatedJson,        // a whole HTTP answer around half of the JSON
        Empty,                // an answer without a body
        ErrorCode,            // the broker's error envelope
        ForeignId,            // a receipt that names another order; on APEX an answer with another i
        HollowOk,             // success that means nothing (wire.md A7.6)
        ReceiptThenFill,      // a receipt; the order fills after_ms later
        ReceiptThenPartial,   // a receipt; a part fills, then the rest is cancelled
        ReceiptThenCancelled, // a receipt; the cancel is confirmed only after_ms later
        ReceiptThenRejected,  // a receipt; the cancel is rejected after_ms later
        ReceiptThenNothing,   // a receipt, and the book stays as it is
        StaleList,            // the list as it was when the plan was set
        EventFirst,           // APEX: the cancel's event leaves before its receipt
        M5Text,               // APEX: an error frame with a plain text; elsewhere as ErrorCode
    };

    Kind kind = Kind::Delay;
    base::milliseconds after{0};
    int times = -1; // requests it is still for; -1 is all
    bool acts = false;
    int status = 500;
    int code = 45000;
    QString message;
    QString orderId;
    qint64 quantity = 0;
    int retryAfter = 1;
    bool isBare = false;
    QString location;

    [[nodiscard]] bool isReceipt() const;
};

class FaultPlan
{
public:
    enum class Section { Cancel, List, History, User };

    [[nodiscard]] static base::Result<FaultPlan> fromJson(const QByteArray &json);

    void add(Section section, const QString &key, Fault fault);
    /// The fault for a request that goes by any of these names, the first name first, then "*".
    [[nodiscard]] std::optional<Fault> take(Section section, const QStringList &keys);
    [[nodiscard]] bool hasStaleList() const;
    /// What the plan has for the feed, for whoever plays the feed.
    [[nodiscard]] const QJsonObject &feed() const { return m_feed; }

private:
    QHash<QString, QList<Fault>> m_sections[4];
    QJsonObject m_feed;
};

} // namespace practice
