// SPDX-License-Identifier: Apache-2.0
#include "practice/http_responder.h"

#include "practice/http_connection.h"

namespace practice {

HttpResponder::HttpResponder(HttpConnection *connection, std::uint64_t serial)
    : m_connection(connection)
    , m_serial(serial)
{
}

void HttpResponder::send(const HttpReply &reply) const
{
    if (isAlive())
        m_connection->answer(reply);
}

void HttpResponder::sendSpoiled(const HttpReply &reply, HttpSpoil spoil, base::milliseconds every) const
{
    if (isAlive())
        m_connection->answerSpoiled(reply, spoil, every);
}

void HttpResponder::drop() const
{
    if (isAlive())
        m_connection->drop();
}

bool HttpResponder::isAlive() const
{
    return m_connection != nullptr && m_connection->awaitsAnswer(m_serial);
}

} // namespace practice
