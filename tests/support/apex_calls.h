// SPDX-License-Identifier: Apache-2.0
// Calls over an ApexLine, their ends noted by name.
#pragma once

#include "support/apex_line.h"

namespace support {

class ApexCalls
{
public:
    explicit ApexCalls(net::RateLimits limits = {1000, 0, 0, 0, 1000, 1000})
        : line(limits)
    {
        QObject::connect(&line.channel, &net::WsChannel::lost, &line.channel,
                         [this](const base::Error &error) { line.calls->fail(error); });
    }

    int read(const QString &name, net::RequestClass why = net::RequestClass::Refresh)
    {
        return line.calls->read(
            why, name, [name] { return "{\"of\":\"" + name.toUtf8() + "\"}"; }, noting(name));
    }
    void write(const QString &name) { line.calls->write(name, "{}", noting(name)); }
    void refuseWrite(const QString &name) { line.calls->refuseWrite(noting(name)); }

    /// The end of that call in time; ends the test program where there is more after it than a late answer.
    [[nodiscard]] std::optional<alphapoint::CallResult> endOf(const QString &name) const
    {
        const auto found = m_ends.values(name); // the newest first
        const bool mayBeTwo = !found.isEmpty() && found.back().outcome == alphapoint::CallOutcome::Late;
        if (found.size() > (mayBeTwo ? 2 : 1))
            qFatal("%s ended %d times", qPrintable(name), static_cast<int>(found.size()));
        return found.isEmpty() ? std::nullopt : std::optional(found.back());
    }
    [[nodiscard]] QByteArray lateAnswerTo(const QString &name)
    {
        const auto found = m_ends.values(name);
        return found.size() == 2 && found.front().outcome == alphapoint::CallOutcome::Answered
                   ? found.front().frame.payload
                   : QByteArray("none");
    }
    [[nodiscard]] bool ends(const QString &name, alphapoint::CallOutcome outcome)
    {
        return QTest::qWaitFor([&] { return endOf(name).has_value(); }, 5000) &&
               endOf(name)->outcome == outcome;
    }
    /// What was answered to that call.
    [[nodiscard]] QByteArray answerTo(const QString &name)
    {
        return ends(name, alphapoint::CallOutcome::Answered) ? endOf(name)->frame.payload
                                                             : QByteArray("none");
    }
    [[nodiscard]] int endCount() const { return static_cast<int>(m_ends.size()); }
    [[nodiscard]] const std::vector<ApexArrival> &arrivals() const { return line.peer.arrivals(); }

    ApexLine line;

private:
    alphapoint::CallQueue::Done noting(const QString &name)
    {
        return [this, name](const alphapoint::CallResult &result) { m_ends.insert(name, result); };
    }

    QMultiMap<QString, alphapoint::CallResult> m_ends;
};

} // namespace support
