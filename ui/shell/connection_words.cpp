// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/connection_words.h"

#include "ui/shell/words.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;
using desk::BookState;
using desk::ConnectionView;
using venues::VenueState;

namespace {

struct ConnectionWords
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionWords)
};

QString withAge(const QString &word, const ConnectionView &view)
{
    return view.bookAge ? u"%1 · %2"_s.arg(word, spanText(*view.bookAge)) : word;
}

} // namespace

QString connectionTitle(const ConnectionView &view)
{
    const bool isNamedAfterBroker = view.profile.name.compare(view.profile.broker, Qt::CaseInsensitive) == 0;
    return isNamedAfterBroker && !view.brokerTitle.isEmpty() ? view.brokerTitle : view.profile.name;
}

Tone lampTone(const ConnectionView &view)
{
    if (view.venue == VenueState::SignedOut || view.book == BookState::Failed)
        return Tone::Refused;
    if (view.venue != VenueState::SignedIn || view.book == BookState::Stale)
        return Tone::Waiting;
    return view.book == BookState::Loading ? Tone::Dim : Tone::Proved;
}

QString bookWords(const ConnectionView &view)
{
    switch (view.venue) {
    case VenueState::Idle: return ConnectionWords::tr("not started");
    case VenueState::SigningIn: return ConnectionWords::tr("signing in…");
    case VenueState::SignedOut: return ConnectionWords::tr("signed out");
    case VenueState::Unreachable:
        return view.readAt ? ConnectionWords::tr("not reachable, showing %1").arg(timeText(*view.readAt))
                           : ConnectionWords::tr("not reachable");
    case VenueState::SignedIn: break;
    }
    switch (view.book) {
    case BookState::Loading: return ConnectionWords::tr("loading…");
    case BookState::Live: return withAge(ConnectionWords::tr("live"), view);
    case BookState::Polling: return withAge(ConnectionWords::tr("polling"), view);
    case BookState::Stale:
        return view.bookAge ? ConnectionWords::tr("book %1 old").arg(spanText(*view.bookAge))
                            : ConnectionWords::tr("not loaded");
    case BookState::Failed:
        return view.readAt ? ConnectionWords::tr("load failed, showing %1").arg(timeText(*view.readAt))
                           : ConnectionWords::tr("load failed");
    }
    return {};
}

QString signInWords(const ConnectionView &view, base::WallTime now)
{
    if (!view.signedInUntil || view.venue != VenueState::SignedIn || *view.signedInUntil <= now)
        return {};
    return ConnectionWords::tr("%1 left").arg(spanText(*view.signedInUntil - now));
}

QString connectionSentence(const ConnectionView &view, base::WallTime now)
{
    QStringList parts{u"%1: %2"_s.arg(connectionTitle(view), bookWords(view))};
    if (!view.account.isEmpty())
        parts += ConnectionWords::tr("account %1").arg(view.account);
    const QString left = signInWords(view, now);
    if (!left.isEmpty())
        parts += ConnectionWords::tr("sign-in: %1").arg(left);
    if (view.problem)
        parts += errorWords(*view.problem);
    if (view.warnings > 0)
        parts += ConnectionWords::tr("%n row(s) could not be read", nullptr, view.warnings);
    return parts.join(u'\n');
}

} // namespace ui
