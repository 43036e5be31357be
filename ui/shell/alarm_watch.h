// SPDX-License-Identifier: Apache-2.0
// Turns what the engine says into banners that nobody overlooks: a fill while cancelling, an order still live, a
// journal that cannot be written, a sign-in that ends. An alarm has a sound. It only tells; a person acts. That a
// person has put an alarm away goes into the journal.
#pragma once

#include "desk/desk.h"

#include <QObject>

#include <map>

namespace ui {

class BannerArea;
struct Banner;

class AlarmWatch : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    AlarmWatch(desk::Desk &desk, BannerArea &banners, QObject *parent);

    /// Sign-ins that end, once a second: at 30, 15, 5 and 1 minutes.
    void checkSignIns();
    /// Something the person asked for did not happen.
    void tellFailure(const QString &text);

Q_SIGNALS:
    void signInAsked(const QString &connection);
    void orderAsked(const orders::OrderKey &key);

private:
    void tellAlarm(const cancel::TicketPtr &ticket);
    void tellSignedOut(const QString &connection);
    /// About the connection; with a ticket about its order.
    void show(Banner alarm, const QString &connection, const cancel::TicketPtr &ticket = nullptr);
    void tellSignInEnding(const desk::ConnectionView &view, int minutes);
    static void sound();

    desk::Desk &m_desk;
    BannerArea &m_banners;
    std::map<QString, int> m_told; // the minutes that were told last, by connection
    QSet<QString> m_toldSignedOut; // connections that are signed out, and people have been told
    int m_failures = 0;
};

} // namespace ui
