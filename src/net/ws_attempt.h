// SPDX-License-Identifier: Apache-2.0
// One attempt at a WebSocket connection and the connection that came of it: a QWebSocket used once, and our
// own words for what went wrong with it. Made by WsChannel alone, which keeps the time. It never follows a
// redirect, never ignores a TLS error, never sends anything twice and never shows Qt's own error text, which
// may hold the whole URL. Destroying it cuts the connection without a signal.
#pragma once

#include "base/error.h"

#include <QAbstractSocket>
#include <QObject>
#include <QSslConfiguration>
#include <QStringList>
#include <QUrl>

#include <optional>

class QWebSocket;

namespace net {

class WsAttempt final : public QObject
{
    Q_OBJECT

public:
    /// Begins at once. `largestMessage` in bytes.
    WsAttempt(const QUrl &url, qint64 largestMessage, const QSslConfiguration &tls,
              QObject *parent = nullptr);
    ~WsAttempt() override;

    /// "127.0.0.1:8443"
    [[nodiscard]] static QString hostOf(const QUrl &url);

    /// SHA-256 of the other side's certificate in hex; empty without TLS.
    [[nodiscard]] QString certificateDigest() const;
    /// Once it is open. False: not one byte was handed over.
    [[nodiscard]] bool send(const QString &text);
    void ping();
    /// Says goodbye to the other side; to be destroyed next.
    void takeLeave();

Q_SIGNALS:
    void opened();
    void heard(); // whatever it was that came in
    void received(const QString &text);
    /// Once, and the last signal; from the event loop, never from inside a call. Its text is not redacted.
    void failed(const base::Error &error);

private:
    void listen();
    void noteError(QAbstractSocket::SocketError code);
    void noteClose();
    void note(base::ErrorKind kind, const QString &text, int httpStatus = 0);
    void note(base::Error error);

    QString m_host;
    QWebSocket *m_socket;
    QStringList m_tlsErrors;
    std::optional<base::Error> m_trouble; // the first sign of it; the rest are its consequences
    bool m_isOpen = false;
};

} // namespace net
