// SPDX-License-Identifier: Apache-2.0
// Whether a hand is on the table: a mouse button or a key goes down in it and has not come up. The view feeds
// it with its events and passes the answer to the model; it ends when the focus goes, wherever the release
// went.
#pragma once

#include <QSet>

class QEvent;

namespace ui {

class HoldWatch
{
public:
    /// True where the answer has changed.
    bool follow(const QEvent &event);
    [[nodiscard]] bool isHeld() const { return m_isButtonDown || !m_keys.isEmpty(); }

private:
    bool m_isButtonDown = false;
    QSet<int> m_keys;
};

} // namespace ui
