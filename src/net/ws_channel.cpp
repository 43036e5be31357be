// SPDX-License-Identifier: Apache-2.0
#include "net/ws_channel.h"

#include "net/private_roots.h"
#include "net/ws_attempt.h"

#include <QPointer>
#include <QRandomGenerator>
#include <QSslCertificate>

#include <algorithm>

namespace net {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::seconds steadyAfter{10};
// A timer served later than this: the program stood still, and the answer may lie unread.
constexpr base::seconds latenessAllowed{1};

QString secondsText(base::MonoTime time)
{
    return QString::number(std::chrono::duration<double>(time).count(), 'g', 3) + u" s"_s;
}

// 50 to 100 % of it, so that many programs do not come back at the same moment.
base::milliseconds jittered(base::milliseconds wait)
{
    const auto half = static_cast<qint64>((wait / 2).count());
    return wait - base::milliseconds(QRandomGenerator::global()->bounded(half + 1));
}

} // namespace

QString wsStateName(WsState state)
{
    switch (state) {
    case WsState::Closed:
        return u"closed"_s;
    case WsState::Connecting:
        return u"connecting"_s;
    case WsState::Open:
        return u"open"_s;
    case WsState::Waiting:
        break;
    }
    return u"waiting"_s;
}

WsChannel::WsChannel(base::Clock &clock, const base::Redactor &redactor, QUrl url, WsOptions options,
                     QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_url(std::move(url))
    , m_options(options)
    , m_wait(options.firstRetry)
    , m_timer(clock, [this] { checkTime(); })
{
}

WsChannel::~WsChannel() = default;

void WsChannel::open()
{
    if (m_state == WsState::Closed)
        connectNow();
}

void WsChannel::close()
{
    if (m_state == WsState::Closed)
        return;
    if (m_state == WsState::Open)
        m_attempt->takeLeave();
    drop();
    m_state = WsState::Closed;
    m_problem.reset();
    m_wait = m_options.firstRetry;
    Q_EMIT stateChanged();
}

void WsChannel::reconnect()
{
    if (m_state == WsState::Closed)
        return;
    const bool wasOpen = m_state == WsState::Open;
    drop();
    m_state = WsState::Connecting;
    if (wasOpen) {
        const base::Error error =
            redacted({base::ErrorKind::Network,
                      u"The connection to %1 was dropped for a new one"_s.arg(WsAttempt::hostOf(m_url)),
                      0,
                      {},
                      {}});
        m_problem = error;
        const QPointer<WsChannel> self(this);
        Q_EMIT lost(error);
        if (!self || m_state != WsState::Connecting || m_attempt)
            return; // the listener decided otherwise
    }
    connectNow();
}

bool WsChannel::send(const QString &text)
{
    return m_state == WsState::Open && m_attempt->send(text);
}

QString WsChannel::line() const
{
    if (m_state != WsState::Open)
        return {};
    const QString text =
        u"%1, open for %2"_s.arg(WsAttempt::hostOf(m_url), secondsText(m_clock.monotonic() - m_openedAt));
    const QString digest = m_attempt->certificateDigest();
    return digest.isEmpty() ? text : text + u", certificate sha-256 "_s + digest;
}

void WsChannel::trustAlso(const QList<QSslCertificate> &certificates)
{
    m_tls = trusting(m_tls, certificates);
}

void WsChannel::connectNow()
{
    m_state = WsState::Connecting;
    m_timer.start(m_options.handshakeWithin);
    QSslConfiguration tls = m_privateRoots.isEmpty()
                                ? m_tls.value_or(QSslConfiguration::defaultConfiguration())
                                : trusting(m_tls, m_privateRoots);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_attempt = std::make_unique<WsAttempt>(m_url, m_options.largestMessage, tls, this);
    connect(m_attempt.get(), &WsAttempt::opened, this, &WsChannel::becomeOpen);
    connect(m_attempt.get(), &WsAttempt::heard, this, &WsChannel::noteLife);
    connect(m_attempt.get(), &WsAttempt::received, this, &WsChannel::received);
    connect(m_attempt.get(), &WsAttempt::failed, this, &WsChannel::fail);
    Q_EMIT stateChanged();
}

void WsChannel::becomeOpen()
{
    m_state = WsState::Open;
    m_problem.reset();
    m_openedAt = m_clock.monotonic();
    noteLife();
    m_timer.start(m_options.idleBefore);
    const QPointer<WsChannel> self(this);
    Q_EMIT opened();
    if (self && m_state == WsState::Open)
        Q_EMIT stateChanged();
}

void WsChannel::noteLife()
{
    m_heardAt = m_clock.monotonic();
    m_pingedAt.reset();
}

void WsChannel::checkTime()
{
    switch (m_state) {
    case WsState::Connecting:
        fail({base::ErrorKind::Timeout,
              u"The handshake with %1 took longer than %2"_s.arg(WsAttempt::hostOf(m_url),
                                                                 secondsText(m_options.handshakeWithin)),
              0,
              {},
              {}});
        break;
    case WsState::Open:
        checkLife();
        break;
    case WsState::Waiting:
        connectNow();
        break;
    case WsState::Closed:
        break;
    }
}

// The timer is not started anew for each message: it finds out what came since.
void WsChannel::checkLife()
{
    const base::MonoTime now = m_clock.monotonic();
    const base::MonoTime silence = now - m_heardAt;
    if (silence < m_options.idleBefore) {
        m_timer.start(std::chrono::ceil<base::milliseconds>(m_options.idleBefore - silence));
    } else if (!m_pingedAt || now - *m_pingedAt > m_options.answerWithin + latenessAllowed) {
        m_pingedAt = now;
        m_timer.start(m_options.answerWithin);
        m_attempt->ping();
    } else {
        fail({base::ErrorKind::Timeout,
              u"%1 was silent for %2"_s.arg(WsAttempt::hostOf(m_url), secondsText(silence)),
              0,
              {},
              {}});
    }
}

void WsChannel::fail(base::Error error)
{
    const bool wasOpen = m_state == WsState::Open;
    drop();
    m_state = WsState::Waiting;
    error = redacted(std::move(error));
    m_problem = error;
    m_timer.start(jittered(m_wait));
    m_wait = std::min(m_wait * 2, m_options.longestRetry);
    const QPointer<WsChannel> self(this);
    if (wasOpen)
        Q_EMIT lost(error);
    if (self && m_state == WsState::Waiting)
        Q_EMIT stateChanged();
}

void WsChannel::drop()
{
    m_timer.stop();
    if (m_state == WsState::Open && m_clock.monotonic() - m_openedAt >= steadyAfter)
        m_wait = m_options.firstRetry;
    m_attempt.reset();
}

base::Error WsChannel::redacted(base::Error error) const
{
    error.text = m_redactor.redacted(error.text);
    error.venueText = m_redactor.redacted(error.venueText);
    return error;
}

} // namespace net
