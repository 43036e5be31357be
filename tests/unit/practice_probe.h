// SPDX-License-Identifier: Apache-2.0
// A client that knows nothing but sockets: sends bytes as they are and reads answers, for the tests of the
// practice venue. It must not use the program's own HTTP client, or both could share a mistake.
#pragma once

#include "practice/practice_venue.h"
#include "support/manual_clock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

namespace probe {

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;
using Qt::StringLiterals::operator""_L1;

struct Answer
{
    int status = 0; // 0: nothing, or no whole answer, before the connection was closed
    QByteArray head;
    QByteArray body;
    bool isClosed = false;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        const QList<QByteArray> lines = head.split('\n');
        for (const QByteArray &line : lines) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
};

class Client
{
public:
    explicit Client(quint16 port)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        static_cast<void>(
            QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }));
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    void leave() { m_socket.abort(); }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] QByteArray unread()
    {
        m_read += m_socket.readAll();
        return m_read;
    }

    /// Waits for one whole answer, or for the end of the connection.
    [[nodiscard]] Answer read()
    {
        Answer answer;
        static_cast<void>(QTest::qWaitFor([&] {
            const bool isClosedNow = isClosed(); // before reading: what came with the end still counts
            m_read += m_socket.readAll();
            answer.isClosed = isClosedNow;
            return takeAnswer(answer) || isClosedNow;
        }));
        if (answer.status == 0)
            answer.head = m_read;
        return answer;
    }

private:
    bool takeAnswer(Answer &answer)
    {
        const qsizetype end = m_read.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        answer.head = m_read.first(end);
        const qsizetype size = answer.header("content-length").toLongLong();
        const bool isInterim = answer.head.startsWith("HTTP/1.1 100");
        if (m_read.size() < end + 4 + size)
            return false;
        answer.status = answer.head.mid(9, 3).toInt();
        answer.body = m_read.mid(end + 4, isInterim ? 0 : size);
        m_read.remove(0, end + 4 + answer.body.size());
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_read;
};

/// A request as text, with Host and, where there is a body, its length.
inline QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &headers = {},
                          const QByteArray &body = {})
{
    QByteArray bytes =
        method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: probe\r\n" + headers;
    if (!body.isEmpty())
        bytes +=
            "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

/// A still venue on a clock turned by hand.
struct Venue
{
    explicit Venue(practice::PracticeOptions options = stillOptions())
        : venue(clock, std::move(options))
    {
        const base::Status started = venue.start();
        if (!started)
            qFatal("%s", qPrintable(started.error().text));
        token = venue.credentials().token.toUtf8();
        apiKey = venue.credentials().apiKey.toUtf8();
    }

    static practice::PracticeOptions stillOptions()
    {
        practice::PracticeOptions options;
        options.still = true;
        return options;
    }

    [[nodiscard]] quint16 port() const { return static_cast<quint16>(venue.url().port()); }
    [[nodiscard]] QByteArray bearer() const { return "Authorization: Bearer " + token + "\r\n"; }
    [[nodiscard]] QByteArray headersFor(practice::Broker broker) const
    {
        switch (broker) {
        case practice::Broker::Pocketful:
            return bearer();
        case practice::Broker::Pace:
            return "x-authorization-token: " + token + "\r\n";
        case practice::Broker::HdfcSky:
            return "Authorization: " + token + "\r\n";
        }
        return {};
    }

    [[nodiscard]] Answer ask(const QByteArray &bytes) const
    {
        Client client(port());
        client.send(bytes);
        return client.read();
    }
    [[nodiscard]] Answer get(const QByteArray &target,
                             practice::Broker broker = practice::Broker::Pocketful) const
    {
        return ask(request("GET", target, headersFor(broker)));
    }
    [[nodiscard]] Answer cancel(const QByteArray &target, const QByteArray &body = {},
                                practice::Broker broker = practice::Broker::Pocketful) const
    {
        return ask(request("DELETE", target, headersFor(broker), body));
    }
    /// The rows of one of the lists of an account.
    [[nodiscard]] QJsonArray rows(const QByteArray &type,
                                  practice::Broker broker = practice::Broker::Pocketful) const
    {
        const QByteArray prefix = practice::profileOf(broker).prefix;
        const Answer answer = get(prefix + "/orders?type=" + type, broker);
        return answer.json()["data"_L1]["orders"_L1].toArray();
    }
    [[nodiscard]] bool isListed(const QByteArray &type, const QString &orderId, const QString &leg = {}) const
    {
        return !row(type, orderId, leg).isEmpty();
    }
    [[nodiscard]] QJsonObject row(const QByteArray &type, const QString &orderId,
                                  const QString &leg = {}) const
    {
        const QJsonArray all = rows(type);
        for (const QJsonValue &value : all) {
            if (value["oms_order_id"_L1] == orderId && value["leg_order_indicator"_L1].toString() == leg)
                return value.toObject();
        }
        return {};
    }

    support::ManualClock clock;
    practice::PracticeVenue venue;
    QByteArray token;
    QByteArray apiKey;
};

/// A share to place test orders in.
inline std::shared_ptr<const practice::Instrument> share()
{
    return practice::Instruments(QDate(2024, 3, 15)).find(u"IDEA-EQ"_s);
}

inline practice::PracticeOrder order(const QString &id, const QString &type = u"REGULAR"_s,
                                     const QString &leg = {}, const QString &exchangeOrderId = {},
                                     const QString &status = u"CONFIRMED"_s)
{
    practice::PracticeOrder order;
    order.instrument = share();
    order.orderId = id;
    order.executionType = type;
    order.leg = leg;
    order.exchangeOrderId = exchangeOrderId;
    order.status = status;
    order.quantity = 100;
    order.price = 1190;
    return order;
}

inline QJsonDocument fixture(const char *name)
{
    QFile file(QStringLiteral(PULLCORD_FIXTURES "/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("No fixture %s", name);
    return QJsonDocument::fromJson(file.readAll());
}

} // namespace probe
