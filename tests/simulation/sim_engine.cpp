// SPDX-License-Identifier: Apache-2.0
#include "sim_engine.h"

namespace simulation {

using namespace Qt::StringLiterals;

SimEngine::SimEngine(base::Clock &clock, MakeVenue makeVenue)
    : journal(clock, redactor)
    , connections(clock, {})
    , desk(clock, redactor, journal, secrets, connections,
           [makeVenue = std::move(makeVenue)](const venues::ConnectionProfile &profile)
               -> base::Result<std::unique_ptr<venues::Venue>> { return makeVenue(profile); })
{
}

QString SimEngine::open(const QString &folder)
{
    if (const auto opened = journal.open(folder + u"/journal.db"_s); !opened)
        return u"the journal cannot be opened: "_s + opened.error().text;
    if (journal.setAside())
        return u"the journal was taken for a broken one"_s;
    venues::ConnectionProfile profile;
    profile.name = u"sim"_s;
    profile.broker = u"sim"_s;
    profile.url = QUrl(u"http://127.0.0.1:1"_s);
    profile.clientId = u"SIM"_s;
    if (const auto kept = connections.put(profile); !kept)
        return kept.error().text;
    desk.setSessionSecret(profile.name, base::Secret("a secret of the simulation"));
    return {};
}

} // namespace simulation
