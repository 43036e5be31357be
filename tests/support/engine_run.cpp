// SPDX-License-Identifier: Apache-2.0
// The program's side of the fixture: one run of the engine.
#include "alphapoint/apex_venue.h"
#include "support/engine_fixture.h"
#include "tradelab/tradelab_venue.h"

#include <QNetworkReply>

namespace support {

using namespace Qt::StringLiterals;

Engine::Engine(ManualClock &clock, const QString &folder)
    : journal(clock, redactor)
    , http(clock, redactor)
    , connections(clock, {})
    , desk(clock, redactor, journal, secrets, connections,
           [this](const venues::ConnectionProfile &profile)
               -> base::Result<std::unique_ptr<venues::Venue>> { return makeVenue(profile); })
    , m_clock(clock)
{
    if (const auto opened = journal.open(folder + u"/journal.db"_s); !opened)
        qFatal("%s", qPrintable(opened.error().text));
    listen();
}

Engine::~Engine() = default;

std::unique_ptr<venues::Venue> Engine::makeVenue(const venues::ConnectionProfile &profile)
{
    if (profile.broker == "alphapoint"_L1) {
        hasLine = true;
        auto venue = std::make_unique<alphapoint::ApexVenue>(profile, m_clock, redactor, nullptr);
        venue->trustAlso(m_certificates);
        return venue;
    }
    return std::make_unique<tradelab::TradelabVenue>(*tradelab::findDialect(profile.broker), profile, m_clock,
                                                     redactor, http, nullptr);
}

void Engine::trustAlso(const QList<QSslCertificate> &certificates)
{
    m_certificates = certificates;
    http.trustAlso(certificates);
}

void Engine::listen()
{
    QObject::connect(&desk, &desk::Desk::noticed, &desk,
                     [this](const QString &, const QString &text) { texts << text; });
    QObject::connect(&desk.cancels(), &cancel::CancelDesk::alarmRaised, &desk,
                     [this](const cancel::TicketPtr &, const QString &text) { alarms << text; });
    QObject::connect(&desk.cancels(), &cancel::CancelDesk::journalFailed, &desk,
                     [this](const base::Error &error) { texts << error.text; });
    QObject::connect(&desk.cancels(), &cancel::CancelDesk::ticketChanged, &desk,
                     [this](const cancel::TicketPtr &ticket) {
                         ++changes;
                         texts << ticket->detail << ticket->venueMessage << ticket->venueCode << ticket->why;
                     });
}

void Engine::connectTo(practice::PracticeVenue &venue, const QStringList &names)
{
    for (const practice::PracticeConnection &each : venue.connections()) {
        for (const QString &name : names) {
            // "pace" and "pace-2" are two connections to one account.
            if (name.section(u'-', 0, 0) != each.name)
                continue;
            venues::ConnectionProfile profile;
            profile.name = name;
            profile.broker = each.broker;
            profile.url = each.url;
            profile.clientId = each.clientId;
            if (each.accountId != 0)
                profile.accountId = QString::number(each.accountId);
            if (const auto kept = connections.put(profile); !kept)
                qFatal("%s", qPrintable(kept.error().text));
            desk.setSessionSecret(name, each.secret);
        }
    }
}

bool Engine::hasReadsUnderWay() const
{
    const auto replies = http.findChildren<QNetworkReply *>();
    return std::any_of(replies.begin(), replies.end(),
                       [](const QNetworkReply *reply) { return !reply->isFinished(); });
}

} // namespace support
