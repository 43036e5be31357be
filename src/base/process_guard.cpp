// SPDX-License-Identifier: Apache-2.0
#include "base/process_guard.h"

#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace base {

bool guardProcess()
{
    // Programs that we start inherit the limit; whether they may be dumped is their own affair.
    const rlimit none{0, 0};
    bool isGuarded = ::setrlimit(RLIMIT_CORE, &none) == 0;
#ifdef __linux__
    // A core that goes through a pipe (systemd-coredump) knows no limit; and nobody may attach to read.
    isGuarded = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && isGuarded;
#endif
    return isGuarded;
}

} // namespace base
