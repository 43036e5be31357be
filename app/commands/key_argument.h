// SPDX-License-Identifier: Apache-2.0
// Finds the row that a KEY names, or says why there is none: unknown, ambiguous (with the candidates), or in
// a book that could not be loaded. Used by cancel and history.
#pragma once

#include "commands/engine.h"
#include "desk/key_text.h"

namespace commands {

struct FoundOrder
{
    orders::OrderPtr row; // nullptr: see problem
    QString problem;
    bool isBookMissing = false; // the KEY may be right: its book could not be loaded
};

[[nodiscard]] FoundOrder findOrder(const Engine &engine, const desk::KeyIndex &keys,
                                   const desk::KeyText &key);

} // namespace commands
