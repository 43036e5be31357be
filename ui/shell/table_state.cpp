// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/table_state.h"

#include "ui/shell/connection_words.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using desk::BookState;
using desk::ConnectionView;

namespace {

struct TableWords
{
    Q_DECLARE_TR_FUNCTIONS(TableWords)
};

bool isLoaded(const ConnectionView &view)
{
    return view.readAt.has_value();
}

bool isStillComing(const ConnectionView &view)
{
    const bool isOnItsWay = view.venue == venues::VenueState::SignedIn || view.venue == venues::VenueState::SigningIn;
    return !isLoaded(view) && isOnItsWay && view.book != BookState::Failed;
}

EmptyState::Content noConnections(const TableWishes &wishes)
{
    return {u"noConnections"_s,
            TableWords::tr("No connection yet"),
            TableWords::tr("Add the broker whose orders you want to see, or try everything on the practice venue first."),
            {TableWords::tr("Add a connection…"), wishes.addConnection},
            {TableWords::tr("Open the practice venue"), wishes.openPractice}};
}

/// One sentence for each book that is not there.
EmptyState::Content notLoaded(const std::vector<ConnectionView> &missing, const TableWishes &wishes)
{
    QStringList lines;
    const ConnectionView *signedOut = nullptr;
    for (const ConnectionView &view : missing) {
        QString line = u"%1: %2"_s.arg(connectionTitle(view), bookWords(view));
        if (view.problem)
            line += u" — "_s + errorWords(*view.problem);
        lines += line;
        if (view.venue == venues::VenueState::SignedOut || !view.hasSecret)
            signedOut = &view;
    }
    EmptyState::Content content{u"notLoaded"_s, TableWords::tr("Not loaded"), lines.join(u'\n'), {}, {}};
    if (signedOut != nullptr) {
        content.title = TableWords::tr("Not loaded: signed out");
        content.first = {TableWords::tr("Sign in…"),
                         [signIn = wishes.signIn, name = signedOut->profile.name] { signIn(name); }};
    } else {
        content.first = {TableWords::tr("Try again"), wishes.refresh};
    }
    return content;
}

QString nothingWords(Category category, const QString &time)
{
    switch (category) {
    case Category::Open: return TableWords::tr("No open orders (as of %1)").arg(time);
    case Category::BeingCancelled: return TableWords::tr("Nothing is being cancelled (as of %1)").arg(time);
    case Category::Closed: return TableWords::tr("No closed orders (as of %1)").arg(time);
    case Category::Refused: return TableWords::tr("Nothing was refused (as of %1)").arg(time);
    case Category::All: return TableWords::tr("No orders (as of %1)").arg(time);
    }
    return {};
}

} // namespace

EmptyState::Content emptyContent(const TableFacts &facts, const TableWishes &wishes)
{
    if (facts.shown > 0)
        return {};
    if (facts.connections.empty())
        return noConnections(wishes);
    if (facts.hiddenBySearch > 0) {
        return {u"hidden"_s,
                TableWords::tr("The filter hides %n order(s)", nullptr, facts.hiddenBySearch),
                {},
                {TableWords::tr("Clear"), wishes.clearSearch},
                {}};
    }
    if (std::any_of(facts.connections.begin(), facts.connections.end(), isStillComing))
        return {u"loading"_s, TableWords::tr("Loading…"), {}, {}, {}};
    std::vector<ConnectionView> missing;
    std::optional<base::WallTime> oldest;
    for (const ConnectionView &view : facts.connections) {
        if (!isLoaded(view))
            missing.push_back(view);
        else if (!oldest || *view.readAt < *oldest)
            oldest = view.readAt;
    }
    if (!missing.empty())
        return notLoaded(missing, wishes);
    return {u"nothing"_s, nothingWords(facts.category, timeText(*oldest)), {}, {}, {}};
}

} // namespace ui
