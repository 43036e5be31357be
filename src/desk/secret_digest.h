// SPDX-License-Identifier: Apache-2.0
// Tells in the journal whether two sign-ins used the same secret, and nothing else about it: a digest under a
// key that is made anew for each run of the program and kept nowhere. Without the key nobody can try out
// secrets against it; digests of different runs do not compare. Engine thread only.
#pragma once

#include "base/secret.h"

namespace desk {

class SecretDigest
{
public:
    SecretDigest();

    /// HMAC-SHA-256 in hex; empty for no secret.
    [[nodiscard]] QString of(const base::Secret &secret) const;

private:
    base::Secret m_key;
};

} // namespace desk
