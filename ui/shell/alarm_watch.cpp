// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/alarm_watch.h"

#include "ui/cancel/cancel_words.h"
#include "ui/cancel/order_words.h"
#include "ui/shell/banner_area.h"
#include "ui/shell/connection_words.h"
#include "ui/shell/words.h"

#include <QApplication>

namespace ui {

using namespace Qt::StringLiterals;
using cancel::TicketState;

namespace {

constexpr int warnAtMinutes[] = {1, 5, 15, 30};

/// "SOLD 50 of INFY-EQ while cancelling"
QString fillWords(const cancel::Ticket &ticket)
{
    const orders::Order &order = *ticket.latest;
    const QString quantity = numberText(ticket.filledMeanwhile);
    const bool isBuy = order.side == orders::Side::Buy;
    return (isBuy ? AlarmWatch::tr("BOUGHT %1 %2 while cancelling")
                  : AlarmWatch::tr("SOLD %1 %2 while cancelling"))
        .arg(quantity, order.symbol);
}

QString alarmWords(const cancel::Ticket &ticket)
{
    const bool hasFilled = ticket.filledMeanwhile.isNumber() && !ticket.filledMeanwhile.isZero();
    const QString order = AlarmWatch::tr("%1 at %2").arg(orderLine(*ticket.latest), ticket.connection);
    QStringList parts;
    if (hasFilled)
        parts += fillWords(ticket);
    if (ticket.state == TicketState::Contradicted && ticket.liveSuccessors().empty())
        parts += AlarmWatch::tr("OPEN AGAIN after its end");
    parts += u"%1: %2"_s.arg(order, ticketWords(ticket));
    return parts.join(u" — "_s);
}

} // namespace

AlarmWatch::AlarmWatch(desk::Desk &desk, BannerArea &banners, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_banners(banners)
{
    connect(&desk.cancels(), &cancel::CancelDesk::alarmRaised, this, &AlarmWatch::tellAlarm);
    connect(&desk.cancels(), &cancel::CancelDesk::journalFailed, this, [this](const base::Error &error) {
        show({u"journal"_s, Tone::Refused,
              tr("The journal cannot be written: nothing is sent until it can. %1").arg(errorWords(error))},
             {});
        sound();
    });
    connect(&desk, &desk::Desk::connectionChanged, this, &AlarmWatch::tellSignedOut);
}

void AlarmWatch::tellAlarm(const cancel::TicketPtr &ticket)
{
    Banner banner{u"ticket:"_s + ticket->id, Tone::Refused, alarmWords(*ticket), tr("Show the order"), {}};
    banner.action = [this, key = ticket->key] { Q_EMIT orderAsked(key); };
    show(std::move(banner), ticket->connection, ticket);
    sound();
}

void AlarmWatch::show(Banner alarm, const QString &connection, const cancel::TicketPtr &ticket)
{
    alarm.dismissed = [this, words = alarm.text, connection, ticket] {
        m_desk.noteAlarmSeen(connection, words, ticket);
    };
    m_banners.show(alarm);
}

void AlarmWatch::tellSignedOut(const QString &connection)
{
    const auto view = m_desk.connection(connection);
    const QString key = u"signedOut:"_s + connection;
    const bool isOut = view && view->venue == venues::VenueState::SignedOut;
    if (!isOut) {
        m_banners.dismiss(key);
        m_toldSignedOut.remove(connection);
        return;
    }
    if (m_toldSignedOut.contains(connection))
        return; // once each time, also where it has been put away
    m_toldSignedOut.insert(connection);
    QString text =
        tr("%1 is signed out: its book grows old and nothing is sent.").arg(connectionTitle(*view));
    if (view->problem)
        text += u' ' + errorWords(*view->problem);
    Banner banner{key, Tone::Refused, text, tr("Sign in…"), {}};
    banner.action = [this, connection] { Q_EMIT signInAsked(connection); };
    show(std::move(banner), connection);
}

void AlarmWatch::checkSignIns()
{
    const base::WallTime now = m_desk.clock().wall();
    for (const desk::ConnectionView &view : m_desk.connections()) {
        int &told = m_told.try_emplace(view.profile.name, 1000).first->second;
        if (!view.signedInUntil || view.venue != venues::VenueState::SignedIn)
            continue;
        const auto left = std::chrono::ceil<std::chrono::minutes>(*view.signedInUntil - now).count();
        if (left > warnAtMinutes[3]) {
            told = 1000;
            m_banners.dismiss(u"signInEnds:"_s + view.profile.name);
            continue;
        }
        for (const int minutes : warnAtMinutes) {
            if (left > minutes)
                continue;
            if (minutes < told)
                tellSignInEnding(view, minutes);
            told = std::min(told, minutes);
            break;
        }
    }
}

void AlarmWatch::tellSignInEnding(const desk::ConnectionView &view, int minutes)
{
    const QString text = tr("The sign-in to %1 ends in %n minute(s) at the latest.", nullptr, minutes)
                             .arg(connectionTitle(view));
    Banner banner{u"signInEnds:"_s + view.profile.name,
                  minutes <= 5 ? Tone::Refused : Tone::Waiting,
                  text,
                  tr("Sign in…"),
                  {}};
    banner.action = [this, connection = view.profile.name] { Q_EMIT signInAsked(connection); };
    show(std::move(banner), view.profile.name);
}

void AlarmWatch::tellFailure(const QString &text)
{
    m_banners.show({u"failure:%1"_s.arg(++m_failures), Tone::Refused, text});
}

void AlarmWatch::sound()
{
    QApplication::beep();
}

} // namespace ui
