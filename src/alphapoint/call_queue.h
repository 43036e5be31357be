// SPDX-License-Identifier: Apache-2.0
// Calls of one APEX connection: numbers them, sends each at most once, and hands each its own reply. Reads
// wait until the limiter lets their class go; a write leaves at once or not at all. What is open when the
// line is lost ends as unknown, and nothing is sent again. A write that is answered after its deadline is
// told of: the answer says what the books may not show. Engine thread only.
#pragma once

#include "alphapoint/frame.h"
#include "net/rate_limiter.h"
#include "net/ws_channel.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>

namespace alphapoint {

enum class CallOutcome {
    Answered,
    NotSent, // not a byte was handed to the line
    Late,    // a write that left, with no answer by its deadline: Done is called once more, with its end
    Unknown, // it left, and no answer came
};

struct CallResult
{
    CallOutcome outcome = CallOutcome::Unknown;
    Frame frame;       // with Answered
    base::Error error; // with the others
    base::MonoTime began{0};
    base::MonoTime ended{0};
    base::WallTime endedAt{};
};

class CallQueue : public QObject
{
    Q_OBJECT

public:
    using Make = std::function<QByteArray()>;
    using Done = std::function<void(const CallResult &)>;

    CallQueue(base::Clock &clock, net::WsChannel &channel, net::RateLimiter &limiter,
              QObject *parent = nullptr);

    /// The payload is made when the call leaves. Done is called once, from the event loop, unless the call is
    /// withdrawn or the queue cleared. Returns a number for withdraw().
    int read(net::RequestClass why, const QString &function, Make make, Done done);
    /// Counted by the caller. Done is called once, from the event loop; after Late once more, with the answer
    /// or with the end of the line.
    void write(const QString &function, const QByteArray &payload, Done done);
    /// Ends as a write does for which there is no line.
    void refuseWrite(Done done);
    /// Takes back a read that has not left.
    void withdraw(int number);
    /// A reply or an error frame; anything that nobody waits for is dropped.
    void take(const Frame &frame);
    /// The line is lost: whatever waits or is open ends.
    void fail(const base::Error &error);
    /// Forgets reads without a word; an open write ends as unknown.
    void clear();
    /// The limiter's rules have changed: what waits may leave earlier.
    void reconsider() { sendWhatMayLeave(); }
    [[nodiscard]] base::MonoTime lastSent() const { return m_lastSent; }

private:
    struct Waiting
    {
        int number;
        net::RequestClass why;
        QString function;
        Make make;
        Done done;
    };
    struct Open
    {
        base::MonoTime began{0};
        base::MonoTime deadline{0};
        bool isWrite = false;
        Done done;
        int number = 0; // of a read
    };
    struct Ending
    {
        Open open;
        CallOutcome outcome;
        base::Error error;
    };

    void sendWhatMayLeave();
    [[nodiscard]] bool send(const QString &function, const QByteArray &payload, Open open);
    void end(const Ending &ending);
    void endSoon(Ending ending);
    [[nodiscard]] std::optional<Open> takeOpen(const QString &number);
    [[nodiscard]] std::vector<Open> takeAllOpen();
    void endFirst();
    [[nodiscard]] CallResult resultOf(const Ending &ending) const;
    void watchDeadlines();
    void passDeadlines();

    base::Clock &m_clock;
    net::WsChannel &m_channel;
    net::RateLimiter &m_limiter;
    base::Timer m_turn;
    base::Timer m_deadlines;
    std::deque<Waiting> m_waiting; // the most urgent class first
    QHash<QString, Open> m_open;   // by the frame's number
    QHash<QString, Open> m_late;   // writes whose deadline has passed
    std::deque<Ending> m_ending;   // to be told from the event loop
    base::MonoTime m_lastSent{0};
    int m_lastNumber = 0;
    qint64 m_lastFrame = 0; // even, from 2
};

} // namespace alphapoint
