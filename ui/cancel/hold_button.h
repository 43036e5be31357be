// SPDX-License-Identifier: Apache-2.0
// The acting button of the confirm dialog. Where much is at stake a click is not enough: it has to be held for a
// second, by mouse or space bar, and fills up meanwhile. An auto-repeated key never counts.
#pragma once

#include "base/clock.h"
#include "ui/shared/theme.h"

#include <QPushButton>

namespace ui {

class HoldButton : public QPushButton
{
    Q_OBJECT

public:
    HoldButton(base::Clock &clock, const Theme &theme, QWidget *parent = nullptr);

    void setHoldRequired(bool required);
    [[nodiscard]] bool isHoldRequired() const { return m_isHoldRequired; }

    static constexpr base::milliseconds holdTime{1000};

Q_SIGNALS:
    /// Clicked, where a click is enough; else held for long enough.
    void confirmed(bool wasHeld);
    /// Clicked, where it has to be held.
    void heldTooShortly();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void goOn();
    void letGo();

    base::Clock &m_clock;
    const Theme &m_theme;
    base::Timer m_timer;
    base::MonoTime m_pressedAt{0};
    bool m_isHoldRequired = false;
    bool m_isHeld = false;
};

} // namespace ui
