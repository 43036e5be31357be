// SPDX-License-Identifier: Apache-2.0
// An ApexSession on an ApexLine: an exchange that signs anybody in, until a test tells it otherwise.
#pragma once

#include "alphapoint/apex_session.h"
#include "support/apex_line.h"

namespace support {

inline const QByteArray apexWelcome =
    R"({"Authenticated":true,"SessionToken":"session-1","User":{"UserId":492,"UserName":"demo1",)"
    R"("AccountId":528,"OMSId":1},"Locked":false,"Requires2FA":false,"errormsg":null})";
inline const QByteArray apexShortWelcome =
    R"({"Authenticated":true,"SessionToken":"session-2","UserId":492,"errormsg":null})";
inline const QByteArray apexFailure =
    R"({"Authenticated":false,"SessionToken":null,"Locked":false,"Requires2FA":false,"User":{"UserId":0},)"
    R"("errormsg":"Invalid username or password"})";
inline const QByteArray apexNotAuthorized =
    R"({"result":false,"errormsg":"Not Authorized","errorcode":20,"detail":null})";

inline const QByteArray apexToken = "00000000-0000-4000-8000-000000000001";
inline const QByteArray apexKey = R"({"api_key":"key-of-mine","api_secret":"secret-of-mine"})";
inline const QByteArray apexPassword = R"({"user":"demo1","password":"hush-hush"})";

class ApexBench
{
public:
    explicit ApexBench(const QString &accountId = {}, const QString &omsId = {})
    {
        profile.name = QStringLiteral("mine");
        profile.broker = QStringLiteral("alphapoint");
        profile.url = line.peer.url();
        profile.accountId = accountId;
        profile.omsId = omsId;
        profile.userId = QStringLiteral("492");
        line.peer.answer(QStringLiteral("AuthenticateUser"), apexWelcome);
        line.peer.answer(QStringLiteral("WebAuthenticateUser"), apexShortWelcome);
        line.peer.answer(QStringLiteral("Authenticate2FA"), apexShortWelcome);
        line.peer.answer(QStringLiteral("GetUserAccounts"), "[528]");
        line.peer.answer(QStringLiteral("GetInstruments"),
                         R"([{"InstrumentId":8,"Symbol":"BTCUSD","Product2Symbol":"USD"}])");
        line.peer.answer(QStringLiteral("SubscribeAccountEvents"), R"({"Subscribe":true})");
        line.peer.answer(QStringLiteral("Ping"), R"({"msg":"PONG"})");
        session = std::make_unique<alphapoint::ApexSession>(profile, line.clock, line.redactor, line.channel,
                                                            *line.calls);
        QObject::connect(session.get(), &alphapoint::ApexSession::ready, [this] { ++readies; });
        QObject::connect(session.get(), &alphapoint::ApexSession::codeAsked,
                         [this](const QString &kind) { codes << kind; });
        QObject::connect(session.get(), &alphapoint::ApexSession::stateChanged,
                         [this] { states << venues::venueStateName(session->state()); });
    }

    /// What the exchange answers to that function from now on.
    void answer(const char *function, const QByteArray &payload)
    {
        line.peer.answerNothing(QLatin1StringView(function));
        line.peer.answer(QLatin1StringView(function), payload);
    }
    void answerNothing(const char *function) { line.peer.answerNothing(QLatin1StringView(function)); }
    [[nodiscard]] bool becomes(venues::VenueState state)
    {
        return QTest::qWaitFor([&] { return session->state() == state; }, 5000);
    }
    [[nodiscard]] bool signsIn(const QByteArray &secret)
    {
        const int before = readies;
        session->signIn(base::Secret(secret));
        return QTest::qWaitFor([&] { return readies > before; }, 5000) &&
               session->state() == venues::VenueState::SignedIn;
    }
    /// Time goes by, and what is sent meanwhile is answered.
    void pass(base::milliseconds time)
    {
        for (; time > base::milliseconds(0); time -= base::seconds(5)) {
            line.clock.advance(std::min<base::milliseconds>(time, base::seconds(5)));
            ApexLine::settle();
        }
    }
    /// The line that was lost is made anew, and somebody signs in on it.
    [[nodiscard]] bool comesBack()
    {
        const int before = readies;
        line.clock.advance(std::chrono::milliseconds(500));
        return QTest::qWaitFor([&] { return readies > before; }, 5000);
    }
    [[nodiscard]] bool asks(const char *function, int count)
    {
        return QTest::qWaitFor([&] { return countOf(function) >= count; }, 5000) && ApexLine::settle() &&
               countOf(function) == count;
    }
    [[nodiscard]] int countOf(const char *function) const
    {
        return line.peer.countOf(QLatin1StringView(function));
    }
    [[nodiscard]] QByteArray payloadOf(const char *function) const
    {
        return line.peer.latest(QLatin1StringView(function)).payload;
    }

    ApexLine line;
    venues::ConnectionProfile profile;
    std::unique_ptr<alphapoint::ApexSession> session;
    int readies = 0;
    QStringList codes;
    QStringList states;
};

} // namespace support
