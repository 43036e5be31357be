// SPDX-License-Identifier: Apache-2.0
#include "practice/fault_player.h"

#include "practice/tradelab_replies.h"

namespace practice {

using namespace Qt::StringLiterals;

namespace {

using Kind = Fault::Kind;

constexpr base::milliseconds usualDrip{100};

HttpReply errorReply(const Fault &fault, const HttpRequest &request)
{
    if (!fault.message.isEmpty())
        return replies::error(fault.code, fault.message);
    return replies::errorWithCode(fault.code, request.method == "GET");
}

HttpReply statusReply(const Fault &fault, const HttpRequest &request)
{
    const QString location =
        fault.location.isEmpty() ? u"/moved"_s + QString::fromUtf8(request.path()) : fault.location;
    HttpReply reply = replies::withStatus(fault.status, fault.retryAfter, location);
    if (fault.isBare)
        reply.headers.removeIf([](const HttpHeader &header) { return header.first == "Retry-After"; });
    return reply;
}

// What becomes of the bytes; nullopt where they leave as they are.
std::optional<HttpSpoil> spoilOf(Kind kind)
{
    switch (kind) {
    case Kind::HalfStatusLine:
        return HttpSpoil::HalfStatusLine;
    case Kind::HalfReply:
        return HttpSpoil::Half;
    case Kind::HalfBody:
        return HttpSpoil::HalfBody;
    case Kind::LongLength:
        return HttpSpoil::LongLength;
    case Kind::ShortLength:
        return HttpSpoil::ShortLength;
    case Kind::Garbage:
        return HttpSpoil::Garbage;
    default:
        return {};
    }
}

HttpReply spoiled(const Fault &fault, const HttpRequest &request, HttpReply honest)
{
    switch (fault.kind) {
    case Kind::Status:
        return statusReply(fault, request);
    case Kind::Html:
        return replies::loginPage();
    case Kind::ErrorCode:
    case Kind::M5Text:
        return errorReply(fault, request);
    case Kind::HollowOk:
        return replies::hollowSuccess();
    case Kind::ForeignId:
        return replies::regularCancel(fault.orderId.isEmpty() ? u"202001010001"_s : fault.orderId);
    case Kind::WrongJson:
        honest.body = R"({"version":"1.4.2","uptime":[86400,12]})";
        return honest;
    case Kind::TruncatedJson:
        honest.body.truncate(honest.body.size() / 2);
        return honest;
    case Kind::Empty:
        honest.body.clear();
        return honest;
    default:
        return honest;
    }
}

} // namespace

void FaultPlayer::play(const std::optional<Fault> &fault, const HttpRequest &request, HttpResponder responder,
                       const Act &act) const
{
    if (!fault) {
        responder.send(act());
        return;
    }
    const HttpReply reply = spoiled(*fault, request, fault->acts ? act() : HttpReply());
    const std::optional<HttpSpoil> spoil = spoilOf(fault->kind);
    switch (fault->kind) {
    case Kind::DropBefore:
    case Kind::DropAfter:
        return later(fault->after, [responder] { responder.drop(); });
    case Kind::Silence:
        return;
    case Kind::SlowDrip:
        return responder.sendSpoiled(reply, HttpSpoil::Drip,
                                     fault->after.count() > 0 ? fault->after : usualDrip);
    default:
        break;
    }
    // For a receipt after_ms is the time until what follows; the receipt itself comes at once.
    later(fault->isReceipt() ? base::milliseconds(0) : fault->after, [responder, reply, spoil] {
        if (spoil)
            responder.sendSpoiled(reply, *spoil);
        else
            responder.send(reply);
    });
}

void FaultPlayer::later(base::milliseconds after, const std::function<void()> &action) const
{
    if (after.count() == 0)
        action();
    else
        m_agenda.after(after, action);
}

} // namespace practice
