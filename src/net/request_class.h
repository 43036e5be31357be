// SPDX-License-Identifier: Apache-2.0
// The five classes in which an account's requests are counted, the most urgent first.
#pragma once

namespace net {

enum class RequestClass {
    Session, // sign-in and what belongs to it
    Proof,   // reads that a cancel in flight waits for
    Write,   // the cancels
    Refresh, // a person pressed "refresh"
    Poll,    // reads by the clock
};
inline constexpr int requestClassCount = 5;

} // namespace net
