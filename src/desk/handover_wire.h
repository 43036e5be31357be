// SPDX-License-Identifier: Apache-2.0
// What two programs of one user say to each other when one hands its cancels over to the other, which holds
// the engine, or asks it for those that have no end: one JSON object a line over a local socket. The holder
// speaks first: whoever does not hear it has sent nothing, so that a holder that hangs cannot act later on
// what its asker has given up.
//
//   holder: {"hello": "pullcord (process 1)"}
//   asker:  {"cancel": {"orders": [...], "consent": {...}}}      asker: {"stop": BATCH}
//   holder: {"batch": ID, "tickets": [ID ...]} or {"refused": {"kind", "text"}}
//   asker:  {"unresolved": true}
//   holder: {"unresolved": [ID ...], "keys": [KEY ...]}           after a first {"ticket"} for each
//   holder: {"ticket": ENTRY}                                     for every change of one of these tickets
//
// An entry is a journal entry that holds all of a ticket, as the journal's own files begin with; the legs and
// links that live on stand beside it.
#pragma once

#include "cancel/cancel_desk.h"

#include <QJsonObject>

class QLocalSocket;

namespace desk {

struct HandedOrders
{
    std::vector<cancel::Request> requests;
    cancel::Consent consent;
};

/// Where the holder of this folder listens.
[[nodiscard]] QString handoverSocket(const QString &configDir);
/// The program at the other end belongs to the user that runs this one.
[[nodiscard]] bool isSameUser(const QLocalSocket &socket);

/// One line, taken off the socket; nullopt while none is complete. An empty object for a line that is no
/// object, or longer than anything that is said here.
[[nodiscard]] std::optional<QJsonObject> readLine(QLocalSocket &socket);
void writeLine(QLocalSocket &socket, const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const HandedOrders &orders);
/// Usage error for what is not complete.
[[nodiscard]] base::Result<HandedOrders> ordersFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const cancel::Ticket &ticket);
/// nullptr for what is no ticket.
[[nodiscard]] cancel::TicketPtr ticketFromJson(const QJsonObject &object);

} // namespace desk
