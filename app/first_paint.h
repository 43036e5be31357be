// SPDX-License-Identifier: Apache-2.0
// Says once in the log (category pullcord.start, off unless QT_LOGGING_RULES turns it on) that the window has been
// painted for the first time, and with how many orders. The start benchmark waits for that line.
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace app {

class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget &window, std::function<std::size_t()> countOrders);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell() const;

    std::function<std::size_t()> m_countOrders;
};

} // namespace app
