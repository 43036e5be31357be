// SPDX-License-Identifier: Apache-2.0
// A push button with its key at the right, in a small box, as keyboards are drawn. The key is only shown: whoever
// owns the button owns the shortcut.
#pragma once

#include <QPushButton>

namespace ui {

class KeyHintButton : public QPushButton
{
    Q_OBJECT

public:
    using QPushButton::QPushButton;

    void setKeyHint(const QString &key);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont hintFont() const;
    [[nodiscard]] int hintWidth() const;

    QString m_key;
};

} // namespace ui
