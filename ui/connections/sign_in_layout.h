// SPDX-License-Identifier: Apache-2.0
// What every question of a sign-in looks like: words, one field, perhaps what went wrong, "Not now" and "Sign in".
#pragma once

class QDialog;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// Lays the parts out in the dialog. "Not now" rejects it; what "Sign in" does is the caller's, and it can be pressed
/// once something was typed. `notice` may be null.
[[nodiscard]] QPushButton *layOutSignIn(QDialog &dialog, QLabel *words, QLineEdit *field, QLabel *notice);

} // namespace ui
