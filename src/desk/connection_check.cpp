// SPDX-License-Identifier: Apache-2.0
#include "desk/connection_check.h"

#include "desk/desk.h"

#include <QDateTime>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using venues::VenueState;

namespace {

constexpr base::milliseconds longest = 10s;
constexpr base::seconds tolerableSkew = 5s;

QString describe(const base::Error &error)
{
    QString text = error.text;
    if (!error.venueText.isEmpty())
        text += u": \"%1\""_s.arg(error.venueText);
    return error.venueCode.isEmpty() ? text : u"%1 (%2)"_s.arg(text, error.venueCode);
}

CheckLine addressLine(const ConnectionView &view)
{
    const QString address = view.profile.url.toString();
    if (view.venue == VenueState::Unreachable)
        return {u"address"_s, false,
                u"%1: %2"_s.arg(address, view.problem ? describe(*view.problem) : u"no answer"_s)};
    return {u"address"_s, true, address};
}

CheckLine signInLine(const ConnectionView &view)
{
    if (view.venue != VenueState::SignedIn)
        return {u"sign-in"_s, false,
                view.problem ? describe(*view.problem) : venues::venueStateName(view.venue)};
    QString detail = u"as %1"_s.arg(view.account);
    if (view.signedInUntil)
        detail += u", until %1"_s.arg(base::isoUtc(*view.signedInUntil));
    return {u"sign-in"_s, true, detail};
}

CheckLine bookLine(const ConnectionView &view)
{
    if (view.book == BookState::Failed || !view.bookAge)
        return {u"book"_s, false, view.problem ? describe(*view.problem) : u"not read"_s};
    const QString detail =
        view.warnings == 0 ? u"read"_s : u"read, %1 rows could not be understood"_s.arg(view.warnings);
    return {u"book"_s, view.warnings == 0, detail};
}

CheckLine clockLine(std::optional<base::seconds> skew)
{
    if (!skew)
        return {u"clock"_s, true, u"the broker does not tell its time"_s};
    return {u"clock"_s, std::chrono::abs(*skew) <= tolerableSkew,
            u"%1 s from the broker's"_s.arg(skew->count())};
}

CheckLine secretLine(const ConnectionView &view, vault::StoreKind kind)
{
    if (!view.hasSecret)
        return {u"secret"_s, false, u"none stored, or the keychain is locked"_s};
    const bool isKept = kind == vault::StoreKind::Keychain;
    return {u"secret"_s, true, isKept ? u"in the keychain"_s : u"in memory until the program ends"_s};
}

} // namespace

ConnectionCheck::ConnectionCheck(Desk &desk, base::Clock &clock, QString name, Done done)
    : QObject(&desk)
    , m_desk(desk)
    , m_name(std::move(name))
    , m_done(std::move(done))
    , m_deadline(clock, [this] { finish(); })
    , m_soon(clock, [this] { lookAgain(); })
{
    connect(&desk, &Desk::connectionChanged, this, [this](const QString &changed) {
        if (changed == m_name)
            m_soon.start(0ms);
    });
    m_deadline.start(longest);
    m_soon.start(0ms);
}

void ConnectionCheck::lookAgain()
{
    const auto view = m_desk.connection(m_name);
    const bool isUnderWay =
        view && !view->problem && (view->venue == VenueState::SigningIn || !view->bookAge);
    if (!isUnderWay)
        finish();
}

void ConnectionCheck::finish()
{
    m_deadline.stop();
    m_soon.stop();
    std::vector<CheckLine> lines;
    if (const auto view = m_desk.connection(m_name)) {
        lines = {addressLine(*view), signInLine(*view), bookLine(*view), clockLine(view->clockSkew),
                 secretLine(*view, m_desk.secretsKind())};
    } else {
        lines = {{u"connection"_s, false, u"there is no connection of this name"_s}};
    }
    const Done done = std::move(m_done);
    deleteLater();
    done(std::move(lines));
}

} // namespace desk
