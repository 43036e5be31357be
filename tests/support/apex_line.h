// SPDX-License-Identifier: Apache-2.0
// A line to an APEX exchange that a test scripts: channel, limiter and calls on a clock that the test turns.
#pragma once

#include "alphapoint/call_queue.h"
#include "support/apex_peer.h"
#include "support/manual_clock.h"

#include <QTest>

namespace support {

// A day without a ping of the channel's: a clock turned by hand would outrun the answer.
[[nodiscard]] inline net::WsOptions quietOptions()
{
    net::WsOptions options;
    options.idleBefore = std::chrono::hours(24);
    options.handshakeWithin = std::chrono::hours(24);
    return options;
}

class ApexLine
{
public:
    explicit ApexLine(net::RateLimits limits = {1000, 0, 0, 0, 1000, 1000})
        : limiter(clock, limits, QStringLiteral("test"), nullptr)
        , channel(clock, redactor, peer.url(), quietOptions())
        , calls(std::make_unique<alphapoint::CallQueue>(clock, channel, limiter))
    {
        QObject::connect(&channel, &net::WsChannel::received, &channel, [this](const QString &text) {
            const auto frame = alphapoint::decodeFrame(text.toUtf8());
            if (frame && frame->kind != alphapoint::FrameKind::Event)
                calls->take(*frame);
        });
    }

    [[nodiscard]] bool opens()
    {
        channel.open();
        return becomes(net::WsState::Open);
    }
    [[nodiscard]] bool becomes(net::WsState state)
    {
        return QTest::qWaitFor([&] { return channel.state() == state; }, 5000);
    }
    /// Waits until so many frames have arrived, and a little to see that there are no more.
    [[nodiscard]] bool arrives(int count)
    {
        return QTest::qWaitFor([&] { return peer.count() >= count; }, 5000) && settle() &&
               peer.count() == count;
    }
    /// Whatever is on its way arrives.
    static bool settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        return true;
    }

    ManualClock clock;
    base::Redactor redactor;
    ApexPeer peer;
    net::RateLimiter limiter;
    net::WsChannel channel;
    std::unique_ptr<alphapoint::CallQueue> calls;
};

} // namespace support
