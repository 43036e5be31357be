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

venues::ConnectionProfile SimEngine::door(int number)
{
    venues::ConnectionProfile profile;
    profile.name = number == 0 ? u"sim"_s : u"sim%1"_s.arg(number + 1);
    profile.broker = u"sim"_s;
    profile.url = QUrl(u"http://127.0.0.1:1"_s);
    profile.clientId = u"SIM"_s;
    return profile;
}

QString SimEngine::open(const QString &folder, int doors)
{
    if (const auto opened = journal.open(folder + u"/journal.db"_s); !opened)
        return u"the journal cannot be opened: "_s + opened.error().text;
    if (journal.setAside())
        return u"the journal was taken for a broken one"_s;
    for (int number = 0; number < doors; ++number) {
        if (const auto kept = connections.put(door(number)); !kept)
            return kept.error().text;
        desk.setSessionSecret(door(number).name, base::Secret("a secret of the simulation"));
    }
    return {};
}

} // namespace simulation
