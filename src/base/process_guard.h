// SPDX-License-Identifier: Apache-2.0
// What a program does first: it sees to it that its memory, which holds secrets, is in no core dump and in no
// other process of the same user that is not root. It knows nothing of what the program is for.
#pragma once

namespace base {

/// False where the system refused, or knows nothing of it.
bool guardProcess();

} // namespace base
