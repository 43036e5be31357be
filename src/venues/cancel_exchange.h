// SPDX-License-Identifier: Apache-2.0
// One cancel on its way to a venue: the request as it will stand in the journal, and the answer with the
// class that decides what it means (lifecycle.md R3).
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "orders/order_key.h"

#include <QObject>
#include <QStringList>

namespace venues {

/// So long an answer is waited for, from the sending to its last byte; after it the cancel is unknown
/// (lifecycle.md, state S).
inline constexpr base::milliseconds answerDeadline{7000};

struct CancelRequest
{
    orders::OrderKey key;
    QString segment; // whose write window it counts in
    QString method;  // "DELETE", or "CancelOrder" at APEX
    QString host;
    QString path;
    QString query; // without secrets
    QByteArray body;
    QStringList authHeaders; // names alone, for the journal
    QString line; // the open line that it will leave by: its age, whose it is; empty where it is chosen later
};

enum class AnswerClass {
    NotSent,          // no byte left
    Receipt,          // the venue took it; no proof of anything
    NotTaken,         // 401, 403, 429, 40000
    PendingElsewhere, // 200116: a cancel is already on its way
    Refused,          // a refusal in so many words; a read has to confirm it
    Unknown,          // everything else
};
[[nodiscard]] QString answerName(AnswerClass answer);

struct CancelAnswer
{
    AnswerClass answer = AnswerClass::Unknown;
    base::Error error; // set for every class but Receipt
    QString venueMessage;
    QString venueCode;
    base::milliseconds retryAfter{0}; // with 429
    bool isLate = false;              // it came after the deadline, when Unknown had been told
    bool isOrderUnknown = false;      // the venue does not know the order: ask for it before anything is said
    QString evidence; // status line, chosen headers and the redacted body's beginning, for the journal
    base::MonoTime ended{0};
    base::WallTime endedAt{};
};

class CancelExchange : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// Exactly once, from the event loop, at answerDeadline at the latest. The exchange deletes itself when
    /// no more can come.
    void answered(const venues::CancelAnswer &answer);
    /// After `answered` said Unknown because of the deadline, where a line is kept open: at most once.
    void answeredLate(const venues::CancelAnswer &answer);
};

} // namespace venues
