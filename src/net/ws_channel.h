// SPDX-License-Identifier: Apache-2.0
// One WebSocket connection that keeps itself open: it connects, watches that the other side lives, and
// connects anew when it does not. Knows no broker. It never repeats anything that was sent: whether that
// arrived before a loss is the caller's to find out. Binary messages count as life and go no further. A
// destroyed channel is silent, and any listener may destroy it. Engine thread only.
//
//   Closed --open()--> Connecting --handshake--> Open --lost, reconnect()--+
//                      ^    | failed                                       |
//                      |    v                                              |
//                      +-- Waiting <---------------------------------------+     close() leads back from all
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/redactor.h"

#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <memory>
#include <optional>

class QSslCertificate;

namespace net {

class WsAttempt;

enum class WsState {
    Closed, // not wanted
    Connecting,
    Open,
    Waiting, // for the next attempt
};
[[nodiscard]] QString wsStateName(WsState state);

struct WsOptions
{
    base::milliseconds handshakeWithin{10'000}; // from the first packet to the end of the handshake
    base::milliseconds idleBefore{10'000};      // silence before a ping
    base::milliseconds answerWithin{5'000};     // after the ping
    base::milliseconds firstRetry{500};
    base::milliseconds longestRetry{30'000};
    qint64 largestMessage = 64LL * 1024 * 1024; // bytes
};

class WsChannel : public QObject
{
    Q_OBJECT

public:
    /// `url` is ws or wss, and may hold secrets in its query.
    WsChannel(base::Clock &clock, const base::Redactor &redactor, QUrl url, WsOptions options = {},
              QObject *parent = nullptr);
    ~WsChannel() override;

    /// Connects, and keeps connected until close(): each failure doubles the wait before the next attempt,
    /// and a connection that was open for 10 s makes it short again.
    void open();
    /// For good, with a goodbye to the other side; nothing is told of a loss.
    void close();
    /// Drops what there is and connects anew at once: for a caller that distrusts it. Where it was open,
    /// lost() is emitted from inside. Does nothing in state Closed.
    void reconnect();

    [[nodiscard]] WsState state() const { return m_state; }
    /// Why it is Connecting or Waiting after a failure; nothing when it is Open or Closed.
    [[nodiscard]] std::optional<base::Error> problem() const { return m_problem; }

    /// False: not one byte was handed over, as always but in state Open. True is no proof that it arrived. An
    /// empty text is not sent. Emits nothing.
    [[nodiscard]] bool send(const QString &text);

    /// The open connection, for the journal: where to, for how long, whose certificate. Empty where none is
    /// open.
    [[nodiscard]] QString line() const;

    /// Certificates to trust besides the system's: the practice venue's own, and a test's. From the next
    /// attempt on.
    void trustAlso(const QList<QSslCertificate> &certificates);
    /// The connection's private authorities, in the place of those named before. From the next attempt on.
    void setPrivateRoots(const QList<QSslCertificate> &certificates) { m_privateRoots = certificates; }

Q_SIGNALS:
    void stateChanged(); // the last of the signals about a change
    void opened();       // each time
    /// It was Open and is not any more. Once per loss, before any new attempt.
    void lost(const base::Error &error);
    void received(const QString &text);

private:
    void connectNow();
    void becomeOpen();
    void noteLife();
    void checkTime();
    void checkLife();
    void fail(base::Error error);
    void drop();
    [[nodiscard]] base::Error redacted(base::Error error) const;

    base::Clock &m_clock;
    const base::Redactor &m_redactor;
    QUrl m_url;
    WsOptions m_options;
    std::optional<QSslConfiguration> m_tls; // set once there is more to trust than the system's
    QList<QSslCertificate> m_privateRoots;
    std::unique_ptr<WsAttempt> m_attempt; // another one for each connection
    WsState m_state = WsState::Closed;
    std::optional<base::Error> m_problem;
    base::milliseconds m_wait; // before the next attempt, without its jitter
    base::MonoTime m_openedAt{0};
    base::MonoTime m_heardAt{0};
    std::optional<base::MonoTime> m_pingedAt; // set while nothing was heard since
    base::Timer m_timer;                      // of the handshake, of the silence or of the wait, by the state
};

} // namespace net
