// SPDX-License-Identifier: Apache-2.0
#include "practice/http_connection.h"

#include "practice/http_server.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpSocket>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readBuffer = 256 * 1024;
constexpr base::milliseconds drainTime{1000};
constexpr qsizetype longestMethod = 8; // with the blank after it

QByteArray withLength(QByteArray head, qsizetype length)
{
    const qsizetype begin = head.indexOf("Content-Length: ");
    return head.replace(begin, head.indexOf("\r\n", begin) - begin,
                        "Content-Length: " + QByteArray::number(length));
}

QByteArray withoutTrailingSlash(QByteArray path)
{
    if (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    return path;
}

} // namespace

HttpConnection::HttpConnection(std::uint64_t id, QTcpSocket *socket, const HttpHooks &hooks,
                               base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_socket(socket)
    , m_hooks(hooks)
    , m_clock(clock)
    , m_drainDeadline(clock, [this] { drop(); })
    , m_dripTimer(clock, [this] { drip(); })
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        m_state = State::Gone;
        deleteLater();
    });
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        deleteLater();
}

HttpConnection::~HttpConnection()
{
    if (m_socket != nullptr)
        m_socket->disconnect(this);
}

bool HttpConnection::awaitsAnswer(std::uint64_t serial) const
{
    return m_state == State::Busy && serial == m_serial;
}

void HttpConnection::answer(const HttpReply &reply)
{
    m_socket->write(headBytes(reply, date(), m_keepAlive));
    if (m_method != "HEAD")
        m_socket->write(reply.body); // apart from the head: a big body is not copied
    finishAnswer(m_keepAlive);
}

void HttpConnection::answerSpoiled(const HttpReply &reply, HttpSpoil spoil, base::milliseconds every)
{
    const QByteArray head = headBytes(reply, date(), m_keepAlive);
    const QByteArray whole = head + reply.body;
    const qsizetype size = reply.body.size();
    switch (spoil) {
    case HttpSpoil::HalfStatusLine:
        m_socket->write(head.first(head.indexOf("\r\n") / 2));
        return finishAnswer(false);
    case HttpSpoil::Half:
        m_socket->write(whole.first(whole.size() / 2));
        return finishAnswer(false);
    case HttpSpoil::HalfBody:
        m_socket->write(whole.first(head.size() + size / 2));
        return finishAnswer(false);
    case HttpSpoil::Drip:
        m_dripping = whole;
        m_dripEvery = every;
        return drip();
    case HttpSpoil::LongLength:
        m_socket->write(withLength(head, size + 10) + reply.body);
        return finishAnswer(m_keepAlive);
    case HttpSpoil::ShortLength:
        m_socket->write(withLength(head, size / 2) + reply.body);
        return finishAnswer(m_keepAlive);
    case HttpSpoil::Garbage:
        m_socket->write("\x05\x00\xff\xfe what is this?\r\n\r\n\x1b\x00"_ba);
        return finishAnswer(m_keepAlive);
    }
}

void HttpConnection::drop()
{
    if (m_state == State::Gone)
        return;
    m_state = State::Gone;
    m_socket->abort();
    deleteLater();
}

void HttpConnection::readMore()
{
    if (m_isInLoop)
        return;
    m_isInLoop = true;
    while (takeRequest()) {
    }
    m_isInLoop = false;
}

// One turn of reading; false when there is nothing more to do for now.
bool HttpConnection::takeRequest()
{
    if (m_state == State::Draining)
        m_socket->readAll();
    if (m_state != State::Reading || dropsUnread() || waitsForHead() || handOverUpgrade())
        return false;
    m_input += m_socket->readAll();
    while (!m_parser.hasStarted() && m_input.startsWith("\r\n")) // some clients end a body with a blank line
        m_input.remove(0, 2);
    if (m_input.isEmpty() || (!m_parser.hasStarted() && m_input == "\r"))
        return false;
    m_input.remove(0, m_parser.consume(m_input));
    if (m_parser.hasHead() && !m_isHeadNoted)
        noteHead();
    if (m_parser.errorStatus() != 0) {
        refuse(m_parser.errorStatus());
        return false;
    }
    if (!m_parser.isDone())
        return m_socket->bytesAvailable() > 0;
    dispatch();
    return true;
}

// Only looks at what has come, so that it can leave it unread.
bool HttpConnection::dropsUnread()
{
    if (m_parser.hasStarted() || !m_input.isEmpty() || m_socket->bytesAvailable() == 0)
        return false;
    const QByteArray begin = m_socket->peek(longestMethod);
    if (!m_hooks.dropsUnread(begin.first(std::max<qsizetype>(0, begin.indexOf(' ')))))
        return false;
    drop();
    return true;
}

// An upgrade has to be seen before a byte of it is taken off the socket, so a GET is left there until its
// head is whole. Anything that no upgrade can begin with goes to the parser at once.
bool HttpConnection::waitsForHead() const
{
    if (m_parser.hasStarted() || !m_input.isEmpty() || m_hooks.upgrades.empty())
        return false;
    const QByteArray head = m_socket->peek(RequestParser::headLimit);
    return head.startsWith("GET ") && head.size() < RequestParser::headLimit && !head.contains("\r\n\r\n");
}

bool HttpConnection::handOverUpgrade()
{
    if (m_parser.hasStarted() || !m_input.isEmpty() || m_hooks.upgrades.empty())
        return false;
    const QByteArray bytes = m_socket->peek(RequestParser::headLimit);
    if (!bytes.startsWith("GET "))
        return false;
    RequestParser parser;
    static_cast<void>(parser.consume(bytes));
    if (!parser.hasHead() || parser.errorStatus() != 0)
        return false;
    HttpRequest request = parser.request();
    const auto found = m_hooks.upgrades.find(withoutTrailingSlash(request.path()));
    if (found == m_hooks.upgrades.end() || !request.header("upgrade").toLower().contains("websocket"))
        return false;
    request.connectionId = m_id;
    m_hooks.noteHead(request);
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    m_state = State::Gone;
    socket->disconnect(this);
    socket->setParent(nullptr);
    socket->setReadBufferSize(0);
    deleteLater();
    found->second(socket);
    return true;
}

void HttpConnection::noteHead()
{
    m_isHeadNoted = true;
    HttpRequest request = m_parser.request();
    request.connectionId = m_id;
    m_arrival = m_hooks.noteHead(request);
    if (request.header("expect").toLower() == "100-continue" && !m_parser.isDone())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

void HttpConnection::dispatch()
{
    HttpRequest request = m_parser.request();
    request.connectionId = m_id;
    request.arrival = m_arrival;
    m_method = request.method;
    m_keepAlive = m_parser.isKeepAlive();
    m_parser = RequestParser();
    m_isHeadNoted = false;
    m_state = State::Busy;
    m_hooks.handle(request, HttpResponder(this, ++m_serial));
}

// Answers what cannot be read as a request. The rest of it is thrown away for a while: closing over unread
// bytes would reset the connection and take the answer with it.
void HttpConnection::refuse(int status)
{
    HttpReply reply;
    reply.status = status;
    reply.body = R"({"status":"error","message":"The request cannot be read"})"_ba;
    m_socket->write(headBytes(reply, date(), false) + reply.body);
    m_input.clear();
    m_socket->readAll();
    m_state = State::Draining;
    m_drainDeadline.start(drainTime);
}

void HttpConnection::drip()
{
    m_socket->write(m_dripping.first(1));
    m_dripping.remove(0, 1);
    if (m_dripping.isEmpty())
        finishAnswer(m_keepAlive);
    else
        m_dripTimer.start(m_dripEvery);
}

void HttpConnection::finishAnswer(bool keepAlive)
{
    if (!keepAlive) {
        m_state = State::Draining;
        m_socket->disconnectFromHost(); // after what is written has left
        return;
    }
    m_state = State::Reading;
    if (!m_isInLoop)
        QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
}

QByteArray HttpConnection::date() const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.wall().time_since_epoch().count(), Qt::UTC);
    return QLocale::c().toString(now, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace practice
