// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_fault_player.h"

#include "practice/apex_replies.h"

#include <QPointer>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

using Kind = Fault::Kind;

constexpr auto foreignSequence = "999999998";
constexpr int firstTradelabCode = 40000; // such a code is meant for the other family

ApexReply spoiled(const Fault &fault, ApexReply honest)
{
    switch (fault.kind) {
    case Kind::ErrorCode:
        return apex_replies::error(fault.code < firstTradelabCode ? fault.code : 101, fault.message);
    case Kind::M5Text:
        return fault.message.isEmpty() ? apex_replies::unknownFunction()
                                       : apex_replies::plainError(fault.message);
    case Kind::Status:
        return fault.status == 401 || fault.status == 403 ? apex_replies::notAuthorized()
                                                          : apex_replies::error(102);
    case Kind::HollowOk:
        return apex_replies::success();
    default:
        return honest;
    }
}

// The whole text that leaves, where it is no frame any more.
std::optional<QString> garbage(const Fault &fault, const QString &frame)
{
    switch (fault.kind) {
    case Kind::Html:
        return u"<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>"_s;
    case Kind::WrongJson:
        return uR"({"version":"1.4.2","uptime":[86400,12]})"_s;
    case Kind::HalfReply:
    case Kind::TruncatedJson:
        return frame.first(frame.size() / 2);
    case Kind::Empty:
        return QString();
    case Kind::Status:
        return fault.status == 429 ? std::optional(u"TOO MANY REQUESTS"_s) : std::nullopt;
    default:
        return {};
    }
}

} // namespace

void ApexFaultPlayer::play(const std::optional<Fault> &fault, ApexSession &session,
                           const ApexRequest &request, const Act &act) const
{
    if (!fault) {
        session.reply(request, act());
        return;
    }
    const ApexReply reply = spoiled(*fault, fault->acts ? act() : ApexReply());
    if (fault->kind == Kind::Silence)
        return;
    if (fault->kind == Kind::DropBefore || fault->kind == Kind::DropAfter) {
        later(fault->after, session, [](ApexSession &client) { client.drop(); });
        return;
    }
    const QByteArray sequence =
        fault->kind == Kind::ForeignId ? QByteArray(foreignSequence) : request.sequence;
    const QString frame = apexFrame(reply.kind, sequence, request.function, reply.payload);
    const QString text = garbage(*fault, frame).value_or(frame);
    const bool isCut = fault->kind == Kind::HalfReply;
    // For a receipt after_ms is the time until what follows; the receipt itself comes at once.
    later(fault->isReceipt() ? base::milliseconds(0) : fault->after, session,
          [text, isCut](ApexSession &client) {
              client.sendText(text);
              if (isCut)
                  client.close();
          });
}

void ApexFaultPlayer::later(base::milliseconds after, ApexSession &session,
                            const std::function<void(ApexSession &)> &action) const
{
    if (after.count() == 0) {
        action(session);
        return;
    }
    m_agenda.after(after, [client = QPointer<ApexSession>(&session), action] {
        if (client)
            action(*client);
    });
}

} // namespace practice
