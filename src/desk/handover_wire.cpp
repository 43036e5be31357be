// SPDX-License-Identifier: Apache-2.0
#include "desk/handover_wire.h"

#include "cancel/order_snapshot.h"
#include "cancel/ticket_fold.h"
#include "cancel/ticket_record.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QStandardPaths>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSocketPath = 100; // the system allows 107 bytes
constexpr qint64 longestLine = 256 * 1024 * 1024;

QJsonArray toJson(const cancel::Details &details)
{
    QJsonArray pairs;
    for (const auto &[name, value] : details)
        pairs.append(QJsonArray{name, value});
    return pairs;
}

cancel::Details detailsFrom(const QJsonValue &pairs)
{
    cancel::Details details;
    const QJsonArray array = pairs.toArray();
    for (const QJsonValue &pair : array)
        details.emplace_back(pair[0].toString(), pair[1].toString());
    return details;
}

QJsonArray toJson(const std::vector<orders::OrderPtr> &rows)
{
    QJsonArray array;
    for (const orders::OrderPtr &row : rows) {
        cancel::Details details;
        cancel::appendSnapshot(details, *row);
        array.append(toJson(details));
    }
    return array;
}

orders::OrderPtr rowFrom(const QJsonValue &details, const QString &raw = {})
{
    journal::Entry entry;
    entry.details = detailsFrom(details);
    auto row = std::make_shared<orders::Order>(*cancel::readSnapshot(entry));
    const auto text = std::make_shared<const QByteArray>(raw.toUtf8());
    row->raw = {text, 0, text->size()};
    return row;
}

std::vector<orders::OrderPtr> rowsFrom(const QJsonValue &value)
{
    std::vector<orders::OrderPtr> rows;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &each : array)
        rows.push_back(rowFrom(each));
    return rows;
}

QString millisecondsOf(base::WallTime time)
{
    return QString::number(time.time_since_epoch().count());
}

base::WallTime wallFrom(const QJsonValue &text)
{
    return base::WallTime(base::milliseconds(text.toString().toLongLong()));
}

base::milliseconds spanFrom(const QJsonValue &text)
{
    return base::milliseconds(text.toString().toLongLong());
}

} // namespace

QString handoverSocket(const QString &configDir)
{
    const QString inside = QDir(configDir).absoluteFilePath(u"engine.sock"_s);
    if (QFile::encodeName(inside).size() <= longestSocketPath)
        return inside;
    const QByteArray folder = QFile::encodeName(QDir(configDir).canonicalPath());
    const QByteArray name = QCryptographicHash::hash(folder, QCryptographicHash::Blake2b_160).toHex();
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QDir(runtime).absoluteFilePath(u"pullcord-%1.sock"_s.arg(QLatin1StringView(name.first(24))));
}

bool isSameUser([[maybe_unused]] const QLocalSocket &socket)
{
#ifdef Q_OS_LINUX
    ucred peer = {};
    socklen_t size = sizeof peer;
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    return ::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::getuid();
#else
    return true; // the socket itself lets nobody else in
#endif
}

std::optional<QJsonObject> readLine(QLocalSocket &socket)
{
    if (!socket.canReadLine())
        return socket.bytesAvailable() > longestLine ? std::optional(QJsonObject()) : std::nullopt;
    return QJsonDocument::fromJson(socket.readLine(longestLine)).object();
}

void writeLine(QLocalSocket &socket, const QJsonObject &object)
{
    socket.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    socket.flush();
}

QJsonObject toJson(const HandedOrders &orders)
{
    QJsonArray rows;
    for (const cancel::Request &each : orders.requests) {
        cancel::Details details;
        cancel::appendSnapshot(details, *each.row);
        rows.append(QJsonObject{{u"effect"_s, static_cast<int>(each.effect)},
                                {u"row"_s, toJson(details)},
                                {u"raw"_s, QString::fromUtf8(each.row->raw.view())}});
    }
    const cancel::Consent &consent = orders.consent;
    return {{u"orders"_s, rows},
            {u"consent"_s, QJsonObject{{u"given"_s, consent.given},
                                       {u"shown"_s, consent.shown},
                                       {u"locale"_s, consent.locale},
                                       {u"book_age_ms"_s, QString::number(consent.bookAge.count())},
                                       {u"estimate_ms"_s, QString::number(consent.estimate.count())},
                                       {u"shown_ms"_s, millisecondsOf(consent.shownAt)},
                                       {u"given_ms"_s, millisecondsOf(consent.givenAt)}}}};
}

base::Result<HandedOrders> ordersFromJson(const QJsonObject &object)
{
    HandedOrders orders;
    const QJsonArray rows = object[u"orders"].toArray();
    for (const QJsonValue &each : rows) {
        cancel::Request request{rowFrom(each[u"row"], each[u"raw"].toString()), {}};
        const int effect = each[u"effect"].toInt(-1);
        const bool isEffect = effect >= 0 && effect <= static_cast<int>(orders::Effect::MayTrade);
        if (!request.row->key.isValid() || !isEffect)
            return base::failure(base::ErrorKind::Usage, u"an order that was handed over cannot be read"_s);
        request.effect = static_cast<orders::Effect>(effect);
        orders.requests.push_back(std::move(request));
    }
    if (orders.requests.empty())
        return base::failure(base::ErrorKind::Usage, u"no order was handed over"_s);
    const QJsonObject consent = object[u"consent"].toObject();
    orders.consent.given = consent[u"given"].toString();
    orders.consent.shown = consent[u"shown"].toString();
    orders.consent.locale = consent[u"locale"].toString();
    orders.consent.bookAge = spanFrom(consent[u"book_age_ms"]);
    orders.consent.estimate = spanFrom(consent[u"estimate_ms"]);
    orders.consent.shownAt = wallFrom(consent[u"shown_ms"]);
    orders.consent.givenAt = wallFrom(consent[u"given_ms"]);
    return orders;
}

QJsonObject toJson(const cancel::Ticket &ticket)
{
    cancel::TrackedTicket tracked;
    tracked.ticket = ticket;
    tracked.account = ticket.key.account;
    const journal::Entry entry = cancel::record::carried(tracked);
    return {{u"kind"_s, entry.kind},
            {u"connection"_s, entry.connection},
            {u"key"_s, entry.key},
            {u"ticket"_s, entry.ticket},
            {u"details"_s, toJson(entry.details)},
            {u"live_legs"_s, toJson(ticket.liveLegs)},
            {u"live_links"_s, toJson(ticket.liveLinks)}};
}

cancel::TicketPtr ticketFromJson(const QJsonObject &object)
{
    journal::Row row;
    row.entry.kind = object[u"kind"].toString();
    row.entry.connection = object[u"connection"].toString();
    row.entry.key = object[u"key"].toString();
    row.entry.ticket = object[u"ticket"].toString();
    row.entry.details = detailsFrom(object[u"details"]);
    cancel::TicketFold fold;
    fold.take(row);
    if (fold.tickets().empty())
        return nullptr;
    auto ticket = std::make_shared<cancel::Ticket>(fold.tickets().front().ticket);
    ticket->liveLegs = rowsFrom(object[u"live_legs"]);
    ticket->liveLinks = rowsFrom(object[u"live_links"]);
    return ticket;
}

} // namespace desk
