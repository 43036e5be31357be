// SPDX-License-Identifier: Apache-2.0
// The profile that `connections add` describes, checked field by field. The secret is no part of it.
#pragma once

#include "commands/arguments.h"
#include "venues/connection_profile.h"

namespace commands {

/// Usage errors in words for people.
[[nodiscard]] base::Result<venues::ConnectionProfile> readProfile(const QString &name,
                                                                  const Arguments &arguments);

} // namespace commands
