// SPDX-License-Identifier: Apache-2.0
// How a connection is told in a few words: its name, a lamp, the state of its book with its age, and how long the
// sign-in still lasts. Chip, empty states and banners take their words from here. Pure functions.
#pragma once

#include "desk/connection.h"
#include "ui/shell/tone.h"

namespace ui {

/// The broker's title where the connection is named after it, else its own name.
[[nodiscard]] QString connectionTitle(const desk::ConnectionView &view);
[[nodiscard]] Tone lampTone(const desk::ConnectionView &view);
/// "live · 0.4 s", "polling · 3 s", "book 14 s old", "signed out", "load failed, showing 10:30:55"
[[nodiscard]] QString bookWords(const desk::ConnectionView &view);
/// "5 h 12 m left"; empty where it is not known.
[[nodiscard]] QString signInWords(const desk::ConnectionView &view, base::WallTime now);
/// What a tool tip and a screen reader say.
[[nodiscard]] QString connectionSentence(const desk::ConnectionView &view, base::WallTime now);

} // namespace ui
