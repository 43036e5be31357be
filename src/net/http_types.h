// SPDX-License-Identifier: Apache-2.0
// What goes into an HTTP exchange and what comes out. Values only.
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QString>
#include <QUrl>

namespace net {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// The largest answers that are taken. A hundred thousand orders are 135 MB; what a cancel is answered with
/// is less than a kilobyte.
inline constexpr qint64 largestRead = 256LL * 1024 * 1024;
inline constexpr qint64 largestAnswerToWrite = 1024LL * 1024;

struct HttpRequest
{
    QByteArray verb; // "GET", "DELETE", ...
    QUrl url;
    HeaderList headers;
    QByteArray body;
    base::milliseconds deadline{
        7000}; // total, from the call to the last byte (wire.md A2: the broker's own client waits 7 s)
    qint64 largestAnswer = largestRead; // bytes, unpacked; a write never takes more than largestAnswerToWrite
    /// Whom to trust besides the system's authorities, for this request alone.
    QList<QSslCertificate> privateRoots = {};
};

/// What is known after an exchange. Between NotSent and Answered there is no guessing: it is Unknown.
enum class HttpOutcome {
    NotSent, // not one byte left this machine: refused, no such host, TLS never came up
    // A whole answer arrived, whatever its status. Where it came in chunks Qt may miss that the last ones are
    // lacking: whoever reads the body must refuse one that does not parse to its end.
    Answered,
    Unknown, // anything else: bytes may have left, and no whole answer came
};

struct HttpResult
{
    HttpOutcome outcome = HttpOutcome::Unknown;
    int status = 0; // 0 unless Answered
    HeaderList headers;
    QByteArray body;
    base::Error error;       // set unless Answered; its text is redacted
    base::MonoTime began{0}; // when the call was made
    base::MonoTime ended{0};
    base::WallTime endedAt{};
    QString peer; // "127.0.0.1:8443", the host as the URL has it; empty where none is known to be reached
    bool wasHandedOver = false; // all its bytes went to the socket; false: not known
    QString certificateDigest;  // SHA-256 of the peer's certificate in hex, empty without TLS

    /// The first header of that name, case-blind; empty where there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

} // namespace net
