// SPDX-License-Identifier: Apache-2.0
// One client's TCP or TLS connection: reads requests, hands them to the server's hooks one at a time, writes
// the answers in the order of the requests. Made and owned by HttpServer; it deletes itself when the client
// has left. It must never read the next request while one is unanswered, nor hold more than its read buffer.
//   Idle -head-> Reading -body-> Busy -answer-> Idle;  any -error-> Draining (answered, rest thrown away) ->
//   gone
#pragma once

#include "base/clock.h"
#include "practice/http_responder.h"
#include "practice/request_parser.h"

#include <QObject>

class QTcpSocket;

namespace practice {

struct HttpHooks;

class HttpConnection : public QObject
{
    Q_OBJECT

public:
    HttpConnection(std::uint64_t id, QTcpSocket *socket, const HttpHooks &hooks, base::Clock &clock,
                   QObject *parent);
    ~HttpConnection() override;

    /// For HttpResponder, which checks awaitsAnswer() first.
    [[nodiscard]] bool awaitsAnswer(std::uint64_t serial) const;
    void answer(const HttpReply &reply);
    void answerSpoiled(const HttpReply &reply, HttpSpoil spoil, base::milliseconds every);
    void drop();

private:
    void readMore();
    [[nodiscard]] bool takeRequest();
    [[nodiscard]] bool dropsUnread();
    [[nodiscard]] bool waitsForHead() const;
    [[nodiscard]] bool handOverUpgrade();
    void noteHead();
    void dispatch();
    void refuse(int status);
    void drip();
    void finishAnswer(bool keepAlive);
    [[nodiscard]] QByteArray date() const;

    enum class State { Reading, Busy, Draining, Gone };

    std::uint64_t m_id;
    QTcpSocket *m_socket;
    const HttpHooks &m_hooks;
    base::Clock &m_clock;
    base::Timer m_drainDeadline;
    base::Timer m_dripTimer;
    base::milliseconds m_dripEvery{0};
    QByteArray m_dripping;
    State m_state = State::Reading;
    bool m_isInLoop = false;
    bool m_isHeadNoted = false;
    bool m_keepAlive = true;
    std::uint64_t m_arrival = 0;
    std::uint64_t m_serial = 0;
    QByteArray m_method;
    QByteArray m_input;
    RequestParser m_parser;
};

} // namespace practice
