// SPDX-License-Identifier: Apache-2.0
// What the tests of HttpClient's writes share: a client on a clock that stands still, and a request full of
// secrets.
#pragma once

#include "net/http_client.h"
#include "support/fault_server.h"
#include "support/http_wait.h"
#include "support/manual_clock.h"
#include "support/self_signed.h"

#include <QTest>

namespace support {

class HttpFixture
{
public:
    inline static const QByteArray ok = httpAnswer(R"({"status":"success"})");
    inline static const QByteArray smallBody = R"({"oms_order_id":"20240315-1","execution_type":"BO"})";

    /// False when openssl made no certificate.
    [[nodiscard]] bool prepare()
    {
        m_tls = makeSelfSigned();
        return !m_tls.certificate.isNull();
    }
    void renew() { m_client = std::make_unique<net::HttpClient>(m_clock, m_redactor); }

    [[nodiscard]] ManualClock &clock() { return m_clock; }
    [[nodiscard]] net::HttpClient &client() { return *m_client; }
    [[nodiscard]] const SelfSigned &tls() const { return m_tls; }

    /// The server speaks TLS and the client trusts it.
    void useTls(FaultServer &server)
    {
        server.useTls(m_tls.certificate, m_tls.key);
        m_client->trustAlso({m_tls.certificate});
    }

    [[nodiscard]] static net::HttpRequest request(const FaultServer &server, const QByteArray &body)
    {
        return {"DELETE",
                server.url(QStringLiteral("/orders/1?api_key=secret")),
                {{"Authorization", "Bearer secret"}, {"Content-Type", "application/json"}},
                body,
                base::seconds(3)};
    }

    [[nodiscard]] net::HttpResult write(const FaultServer &server, const QByteArray &body,
                                        int *times = nullptr)
    {
        return waitFor(m_client->write(request(server, body), m_client.get()), times);
    }

    /// The result of a call whose deadline (3 s) comes once the condition holds.
    [[nodiscard]] net::HttpResult atDeadline(net::HttpCall *call, const std::function<bool()> &condition)
    {
        net::HttpResult result;
        QObject::connect(call, &net::HttpCall::finished, m_client.get(),
                         [&](const net::HttpResult &got) { result = got; });
        if (QTest::qWaitFor(condition, 5000))
            m_clock.advance(base::seconds(3));
        return result;
    }

private:
    ManualClock m_clock;
    base::Redactor m_redactor;
    SelfSigned m_tls;
    std::unique_ptr<net::HttpClient> m_client;
};

} // namespace support
