// SPDX-License-Identifier: Apache-2.0
#include "first_paint.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QWidget>

namespace app {

namespace {

Q_LOGGING_CATEGORY(startLog, "pullcord.start", QtWarningMsg)

} // namespace

FirstPaint::FirstPaint(QWidget &window, std::function<std::size_t()> countOrders)
    : QObject(&window), m_countOrders(std::move(countOrders))
{
    if (startLog().isDebugEnabled())
        window.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The window paints before its children; all of them are through when the loop turns again.
        QMetaObject::invokeMethod(this, &FirstPaint::tell, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void FirstPaint::tell() const
{
    qCDebug(startLog, "first paint, %zu orders", m_countOrders());
}

} // namespace app
