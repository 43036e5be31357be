// SPDX-License-Identifier: Apache-2.0
#include "venues/venue.h"

namespace venues {

using namespace Qt::StringLiterals;

QString venueStateName(VenueState state)
{
    switch (state) {
    case VenueState::Idle:
        return u"idle"_s;
    case VenueState::SigningIn:
        return u"signing in"_s;
    case VenueState::SignedIn:
        return u"signed in"_s;
    case VenueState::SignedOut:
        return u"signed out"_s;
    case VenueState::Unreachable:
        return u"unreachable"_s;
    }
    Q_UNREACHABLE();
}

} // namespace venues
