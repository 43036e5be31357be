// SPDX-License-Identifier: Apache-2.0
#include "journal/entry.h"

#include <algorithm>

namespace journal {

QString Entry::detail(QStringView name) const
{
    const auto found =
        std::find_if(details.begin(), details.end(), [name](const auto &pair) { return pair.first == name; });
    return found == details.end() ? QString() : found->second;
}

} // namespace journal
