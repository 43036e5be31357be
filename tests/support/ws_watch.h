// SPDX-License-Identifier: Apache-2.0
// A WsChannel on a clock that the test turns, and all that it told.
#pragma once

#include "net/ws_channel.h"
#include "support/manual_clock.h"
#include "support/ws_peer.h"

#include <QTest>

#include <memory>

namespace support {

class WsWatch
{
public:
    explicit WsWatch(const QUrl &url, net::WsOptions options = {})
        : m_channel(std::make_unique<net::WsChannel>(clock, redactor, url, options))
    {
        QObject::connect(channel(), &net::WsChannel::stateChanged, channel(),
                         [this] { tell(net::wsStateName(channel()->state())); });
        QObject::connect(channel(), &net::WsChannel::opened, channel(),
                         [this] { tell(QStringLiteral("opened")); });
        QObject::connect(channel(), &net::WsChannel::lost, channel(), [this](const base::Error &error) {
            losses.push_back(error);
            tell(QStringLiteral("lost"));
        });
        QObject::connect(channel(), &net::WsChannel::received, channel(), [this](const QString &text) {
            texts << text;
            tell(QStringLiteral("received"));
        });
    }

    [[nodiscard]] net::WsChannel *channel() const { return m_channel.get(); }
    [[nodiscard]] net::WsState state() const { return m_channel->state(); }
    void destroy() { m_channel.reset(); }

    /// False: it did not get there in 5 s.
    [[nodiscard]] bool reaches(net::WsState wanted) const
    {
        return QTest::qWaitFor([this, wanted] { return state() == wanted; }, 5000);
    }
    [[nodiscard]] bool opens()
    {
        channel()->open();
        return reaches(net::WsState::Open);
    }
    /// From Waiting on: how long it took, at most `most`, until it connected again.
    [[nodiscard]] base::milliseconds waitOut(base::milliseconds most)
    {
        base::milliseconds waited{0};
        while (state() == net::WsState::Waiting && waited < most) {
            clock.advance(base::milliseconds(1));
            waited += base::milliseconds(1);
        }
        return waited;
    }

    ManualClock clock;
    base::Redactor redactor;
    QStringList told; // signals by their names, states by theirs
    QStringList texts;
    std::vector<base::Error> losses;
    QString destroyAt; // the word in `told` whose listener destroys the channel

private:
    void tell(const QString &word)
    {
        told << word;
        if (word == destroyAt)
            destroy();
    }

    std::unique_ptr<net::WsChannel> m_channel;
};

} // namespace support
