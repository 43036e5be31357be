// SPDX-License-Identifier: Apache-2.0
// A Pocketful that shows whatever rows a test gives it, for books that the practice venue does not make: ids
// that repeat, odd letters, rows that change between two runs. Lives in the test's own process.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace cli {

class FixtureBroker : public QTcpServer
{
public:
    FixtureBroker()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
        });
    }

    QJsonArray pending;
    QJsonArray completed;
    QStringList cancelled; // paths of the DELETEs that came
    int booksRead = 0;     // how often both lists were read

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    /// An open order of the regular kind; more fields change it.
    [[nodiscard]] static QJsonObject row(const QString &orderId, const QJsonObject &fields = {})
    {
        QJsonObject row{{QStringLiteral("oms_order_id"), orderId},
                        {QStringLiteral("exchange_order_id"), QStringLiteral("1100000000000001")},
                        {QStringLiteral("order_status"), QStringLiteral("CONFIRMED")},
                        {QStringLiteral("execution_type"), QStringLiteral("REGULAR")},
                        {QStringLiteral("leg_order_indicator"), QJsonValue::Null},
                        {QStringLiteral("order_side"), QStringLiteral("BUY")},
                        {QStringLiteral("order_type"), QStringLiteral("LIMIT")},
                        {QStringLiteral("product"), QStringLiteral("MIS")},
                        {QStringLiteral("validity"), QStringLiteral("DAY")},
                        {QStringLiteral("exchange"), QStringLiteral("NSE")},
                        {QStringLiteral("trading_symbol"), QStringLiteral("INFY-EQ")},
                        {QStringLiteral("client_id"), QStringLiteral("DEMO1")},
                        {QStringLiteral("quantity"), 10},
                        {QStringLiteral("filled_quantity"), 0},
                        {QStringLiteral("price"), 1500.05},
                        {QStringLiteral("trigger_price"), 0},
                        {QStringLiteral("order_entry_time"), 1768966200}, // 2026-01-21 09:00 in India
                        {QStringLiteral("last_activity_reference"), qint64(1768966200000000001)}};
        for (auto field = fields.begin(); field != fields.end(); ++field)
            row[field.key()] = field.value();
        return row;
    }

private:
    void answer(QTcpSocket &socket)
    {
        QByteArray &read = m_read[&socket];
        read += socket.readAll();
        for (qsizetype end = read.indexOf("\r\n\r\n"); end >= 0; end = read.indexOf("\r\n\r\n")) {
            const QByteArray line = read.left(read.indexOf("\r\n"));
            read.remove(0, end + 4);
            const QByteArray body = QJsonDocument(reply(line)).toJson(QJsonDocument::Compact);
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                         QByteArray::number(body.size()) + "\r\n\r\n" + body);
        }
    }

    QJsonObject reply(const QByteArray &line)
    {
        QJsonObject data;
        if (line.startsWith("DELETE "))
            cancelled << QString::fromUtf8(line.split(' ').value(1));
        else if (line.contains("trading_info"))
            data[QStringLiteral("client_id")] = QStringLiteral("DEMO1");
        else
            data[QStringLiteral("orders")] = listOf(line.contains("type=pending"));
        return {{QStringLiteral("data"), data},
                {QStringLiteral("message"), QString()},
                {QStringLiteral("status"), QStringLiteral("success")}};
    }

    QJsonArray listOf(bool isPending)
    {
        booksRead += isPending ? 0 : 1; // the pending list is read first
        return isPending ? pending : completed;
    }

    QHash<QTcpSocket *, QByteArray> m_read;
};

} // namespace cli
