// SPDX-License-Identifier: Apache-2.0
#include "commands/exit_code.h"

#include <algorithm>
#include <array>

namespace commands {

ExitCode graver(ExitCode a, ExitCode b)
{
    static constexpr std::array byGravity{ExitCode::Unresolved, ExitCode::Refused, ExitCode::NotSent,
                                          ExitCode::BookFailed, ExitCode::Usage,   ExitCode::Failed,
                                          ExitCode::Good};
    return *std::find_if(byGravity.begin(), byGravity.end(),
                         [&](ExitCode each) { return each == a || each == b; });
}

} // namespace commands
