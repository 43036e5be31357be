// SPDX-License-Identifier: Apache-2.0
// One error as the engine hands it on: a kind for programs, a short English text, and what the venue said.
// Words for people are made in ui and app from the kind; nothing secret may ever stand in it.
#pragma once

#include <QString>

namespace base {

enum class ErrorKind {
    Internal,     // a broken promise inside the program
    Usage,        // the caller asked for something that cannot be
    Network,      // no connection, or it was lost
    Timeout,      // the deadline passed
    Tls,          // the encrypted connection could not be made
    SignedOut,    // 401, 403: the venue does not know us (any more)
    Throttled,    // 429: too many requests
    NotAllowed,   // the venue knows us and refuses the call (Tradelab 40000)
    VenueRefused, // any other refusal in the venue's words
    BadReply,     // an answer that is not what the protocol says (HTML, cut JSON, a redirect ...)
    Storage,      // disk, journal, settings
    Keychain,     // the system keychain
    NotFound,
    Busy, // somebody else holds it
};

struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString text;       // English, for logs and the terminal
    int httpStatus = 0; // 0 = no HTTP answer
    QString venueCode;  // "44000", empty where the venue gave none
    QString venueText;  // the venue's own words, redacted

    bool operator==(const Error &) const = default;
};

} // namespace base
