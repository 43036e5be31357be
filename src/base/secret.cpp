// SPDX-License-Identifier: Apache-2.0
#include "base/secret.h"

namespace base {

Secret::~Secret()
{
    // Only the last owner may wipe: detaching would make one more copy.
    if (m_bytes.isDetached() && !m_bytes.isEmpty()) {
        volatile char *bytes = m_bytes.data();
        for (qsizetype i = 0; i < m_bytes.size(); ++i)
            bytes[i] = 0;
    }
}

} // namespace base
