// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace support {

/// Whether another thread of this program is at work or waits for its turn at a processor. Linux tells it for
/// each thread (proc_pid_stat(5)); where nobody does, none is.
[[nodiscard]] bool areOtherThreadsBusy();

} // namespace support
