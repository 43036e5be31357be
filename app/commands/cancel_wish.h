// SPDX-License-Identifier: Apache-2.0
// What a person asked of `cancel`, read from the command line and checked before anything is opened.
#pragma once

#include "commands/filter_argument.h"
#include "desk/key_text.h"

#include <vector>

namespace commands {

struct CancelWish
{
    std::vector<desk::KeyText> keys; // else: everything open that the filter lets through
    orders::OrderFilter filter;
    QStringList connections; // to open; empty for all
    base::milliseconds timeout{0};
    QString format;
    bool allowsTrade = false;
    bool isDryRun = false;
    bool asksNothing = false; // --yes

    [[nodiscard]] bool isByName() const { return !keys.empty(); }
    [[nodiscard]] static base::Result<CancelWish> read(const Arguments &arguments);
};

/// --timeout, 30 s where it is not given.
[[nodiscard]] base::Result<base::milliseconds> readTimeout(const Arguments &arguments);

} // namespace commands
