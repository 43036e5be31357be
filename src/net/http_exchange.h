// SPDX-License-Identifier: Apache-2.0
// An HttpCall on a QNetworkReply: its deadline, its body, and the verdict on what became of it. Made by
// HttpClient alone. It never retries, never follows a redirect, never ignores a TLS error, and never shows
// Qt's own error text, which holds the whole URL.
#pragma once

#include "base/redactor.h"
#include "net/http_call.h"

#include <QNetworkReply>
#include <QPointer>
#include <QStringList>

namespace net {

class OneShotBody;

class HttpExchange final : public HttpCall
{
    Q_OBJECT

public:
    HttpExchange(base::Clock &clock, const base::Redactor &redactor, const HttpRequest &request,
                 QObject *owner);
    ~HttpExchange() override;

    /// `body` is the reply's own one-shot body and lives as long as the reply; null for a read.
    void follow(QNetworkReply *reply, const OneShotBody *body);
    /// Nothing was handed to the network: finishes as NotSent, from the event loop.
    void fail(base::ErrorKind kind, const QString &text);

private:
    void noteCertificate();
    void readAnswer();
    [[nodiscard]] bool takeBody();
    [[nodiscard]] QString tooLarge() const;
    void giveUp(base::ErrorKind kind, const QString &text);
    void conclude();
    void finish(HttpOutcome outcome, base::ErrorKind kind, const QString &text);
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] bool isCut() const;
    [[nodiscard]] bool isProvedUnsent() const;
    [[nodiscard]] base::ErrorKind errorKind() const;
    [[nodiscard]] QString errorWords() const;

    base::Clock &m_clock;
    const base::Redactor &m_redactor;
    QString m_host;      // "127.0.0.1:8443"
    qint64 m_largest;    // bytes of the body
    bool m_head = false; // an answer to HEAD announces a body and brings none
    QPointer<QNetworkReply> m_reply;
    const OneShotBody *m_body = nullptr;
    HttpResult m_result;
    QStringList m_tlsErrors;
    bool m_encrypted = false;
    bool m_sent = false;
    bool m_finished = false;
    base::Timer m_deadline;
};

} // namespace net
