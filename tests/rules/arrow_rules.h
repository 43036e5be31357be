// SPDX-License-Identifier: Apache-2.0
// The arrows between folders: which file may include which of our headers.
// The engine's arrows come from src/layers.cmake; the window sees the desk and the values that the desk hands
// out; the programs in app and the tests may include everything. The test of this name calls it.
#pragma once

#include "rules/layer_map.h"
#include "rules/source_tree.h"

namespace rules {

// Every include in src, ui and app that goes against an arrow, or leaves its folder by "..".
QStringList brokenArrows(const SourceTree &tree, const LayerMap &layers);

// Every folder of src that layers.cmake does not name.
QStringList foldersWithoutLayer(const SourceTree &tree, const LayerMap &layers);

// What layers.cmake must never allow, however it is edited: the cancel desk knows no broker, and so on.
QStringList forbiddenReach(const LayerMap &layers);

} // namespace rules
