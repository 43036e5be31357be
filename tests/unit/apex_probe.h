// SPDX-License-Identifier: Apache-2.0
// A WebSocket client that knows nothing but frames, and a still venue for it: for the tests of the APEX
// gateway. It must not use the program's own client, or both could share a mistake.
#pragma once

#include "practice_probe.h"

#include <QTestEventLoop>
#include <QWebSocket>

namespace probe {

struct Frame
{
    int kind = -1; // -1: none came
    qint64 sequence = -1;
    QString function;
    QByteArray payload; // the text inside o
    QString text;       // the whole frame

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(payload).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(payload).array(); }
    [[nodiscard]] bool isError(int code) const
    {
        return kind == 1 && json()["result"_L1] == false && json()["errorcode"_L1].toInt() == code;
    }
    [[nodiscard]] bool isSuccess() const
    {
        return kind == 1 && json()["result"_L1] == true && json()["errorcode"_L1].toInt() == 0;
    }
};

inline Frame frameFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    Frame frame;
    frame.kind = object["m"_L1].toInt(-1);
    frame.sequence = object["i"_L1].toInteger(-1);
    frame.function = object["n"_L1].toString();
    frame.payload = object["o"_L1].toString().toUtf8();
    frame.text = text;
    return frame;
}

inline Frame frameFixture(const char *name)
{
    return frameFrom(QString::fromUtf8(fixture(name).toJson()));
}

class Socket
{
public:
    explicit Socket(const QUrl &url)
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString &text) {
            texts.append(text);
            m_loop.exitLoop();
        });
        QObject::connect(&m_socket, &QWebSocket::stateChanged, &m_socket, [this] { m_loop.exitLoop(); });
        m_socket.open(url);
        waitUntil([this] { return isOpen(); });
    }

    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] int closeCode() const { return m_socket.closeCode(); }
    void sendText(const QString &text) { m_socket.sendTextMessage(text); }
    void leave() { m_socket.abort(); }

    /// Its i.
    qint64 send(const QString &function, const QByteArray &payload = "{}", int kind = 0)
    {
        m_last += 2;
        const QJsonObject frame{
            {u"m"_s, kind}, {u"i"_s, m_last}, {u"n"_s, function}, {u"o"_s, QString::fromUtf8(payload)}};
        sendText(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
        return m_last;
    }
    /// The answer to that i.
    [[nodiscard]] Frame answer(qint64 sequence)
    {
        Frame found;
        waitUntil([&] {
            for (const QString &text : std::as_const(texts)) {
                const Frame frame = frameFrom(text);
                if ((frame.kind == 1 || frame.kind == 5) && frame.sequence == sequence)
                    found = frame;
            }
            return found.kind != -1 || isClosed();
        });
        return found;
    }
    [[nodiscard]] Frame call(const QString &function, const QByteArray &payload = "{}", int kind = 0)
    {
        return answer(send(function, payload, kind));
    }
    /// Everything that was sent before is here when the answer is.
    [[nodiscard]] bool isInStep() { return call(u"Ping"_s).kind == 1; }
    [[nodiscard]] QList<Frame> events(const QString &name = {})
    {
        QList<Frame> found;
        if (isOpen() && !isInStep())
            return found;
        for (const QString &text : std::as_const(texts)) {
            const Frame frame = frameFrom(text);
            if (frame.kind == 3 && (name.isEmpty() || frame.function == name))
                found.append(frame);
        }
        return found;
    }
    [[nodiscard]] QStringList eventNames()
    {
        QStringList names;
        const QList<Frame> all = events();
        for (const Frame &frame : all)
            names.append(frame.function);
        return names;
    }
    [[nodiscard]] bool subscribe(qint64 account = 7)
    {
        return call(u"SubscribeAccountEvents"_s,
                    "{\"OMSId\":1,\"AccountId\":" + QByteArray::number(account) + '}')
                   .json()["Subscribe"_L1] == true;
    }

    QStringList texts; // every message, in the order of coming

private:
    // Wakes with every message; the loop of QTRY_* sleeps, and these tests wait a thousand times.
    void waitUntil(const std::function<bool()> &isTrue)
    {
        while (!isTrue() && !m_loop.timeout())
            m_loop.enterLoop(5);
    }

    QTestEventLoop m_loop;
    QWebSocket m_socket;
    qint64 m_last = 0;
};

inline QByteArray account(const QByteArray &more = {}, int id = 7)
{
    return "{\"OMSId\":1,\"AccountId\":" + QByteArray::number(id) + (more.isEmpty() ? "" : ",") + more + '}';
}

inline practice::PracticeOptions twoAccounts()
{
    practice::PracticeOptions options = Venue::stillOptions();
    options.apex.accounts = {7, 8};
    return options;
}

struct ApexVenue : Venue
{
    explicit ApexVenue(practice::PracticeOptions options = stillOptions())
        : Venue(std::move(options))
    {
    }

    [[nodiscard]] QUrl webSocketUrl() const { return QUrl(venue.credentials().webSocketUrl); }
    [[nodiscard]] practice::ApexMarket &market() { return venue.apex(); }
    [[nodiscard]] practice::ApexOrder order(qint64 id) { return *market().find(id); }
    /// A plain order with that id, in the first account unless told.
    practice::ApexOrder &add(qint64 id, qint64 accountId = 7, qint64 clientId = 0)
    {
        practice::ApexOrder order;
        order.orderId = id;
        order.accountId = accountId;
        order.clientOrderId = clientId;
        order.price = "19010";
        order.quantity = practice::apexDecimal("0.345");
        return market().add(order);
    }
    void setFaults(const QByteArray &plan)
    {
        const base::Status set = venue.setFaults(plan);
        if (!set)
            qFatal("%s", qPrintable(set.error().text));
    }
    [[nodiscard]] int count(const QByteArray &function)
    {
        return venue.arrivals().count("WS", "/WSGateway/" + function);
    }

    /// A socket that is signed in.
    [[nodiscard]] std::unique_ptr<Socket> signedIn()
    {
        auto socket = std::make_unique<Socket>(webSocketUrl());
        const Frame answer = socket->call(u"WebAuthenticateUser"_s, R"({"SessionToken":")" + token + R"("})");
        if (answer.json()["Authenticated"_L1] != true)
            qFatal("%s", qPrintable(answer.text));
        return socket;
    }
    /// One that gets the events of the first account, too.
    [[nodiscard]] std::unique_ptr<Socket> watching()
    {
        auto socket = signedIn();
        if (!socket->subscribe())
            qFatal("not subscribed");
        return socket;
    }
};

/// The cancel that the fault tests send, and a plan for it.
inline const QByteArray faultyCancel = account("\"OrderId\":77");

inline QByteArray planFor(const QByteArray &fault, const QByteArray &key = "77")
{
    return R"({"cancel":{")" + key + "\":" + fault + "}}";
}

// A venue with orders 77 and 78 open, and a plan.
struct FaultyApexVenue : ApexVenue
{
    explicit FaultyApexVenue(const QByteArray &plan)
    {
        add(77);
        add(78);
        setFaults(plan);
    }

    [[nodiscard]] practice::ApexState state(qint64 id = 77) { return order(id).state; }
};

} // namespace probe
