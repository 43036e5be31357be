// SPDX-License-Identifier: Apache-2.0
// The table of the rules about single lines. The test of this name runs each over its samples and over the
// tree.
#pragma once

#include "rules/line_rule.h"

#include <vector>

namespace rules {

const std::vector<LineRule> &lineRules();

} // namespace rules
