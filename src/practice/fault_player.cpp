// SPDX-License-Identifier: Apache-2.0
#include "practice/fault_player.h"

#include "practice/tradelab_replies.h"

namespace practice {

using namespace Qt::StringLiterals;

namespace {

using Kind = Fault::Kind;

HttpReply errorReply(const Fault &fault, const HttpRequest &request)
{
    if (!fault.message.isEmpty())
        return replies::error(fault.code, fault.message);
    return replies::errorWithCode(fault.code, request.method == "GET");
}

HttpReply spoiled(const Fault &fault, const HttpRequest &request, HttpReply honest)
{
    switch (fault.kind) {
    case Kind::Status:
        return replies::withStatus(fault.status, fault.retryAfter,
                                   fault.location.isEmpty() ? u"/moved"_s + QString::fromUtf8(request.path())
                                                            : fault.location);
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
    HttpReply reply = spoiled(*fault, request, fault->acts ? act() : HttpReply());
    switch (fault->kind) {
    case Kind::DropBefore:
    case Kind::DropAfter:
        answer(responder, {}, Manner::Drop, fault->after);
        break;
    case Kind::HalfReply:
        answer(responder, std::move(reply), Manner::Half, fault->after);
        break;
    case Kind::Silence:
        answer(responder, {}, Manner::Never, fault->after);
        break;
    default:
        // For a receipt after_ms is the time until what follows; the receipt itself comes at once.
        answer(responder, std::move(reply), Manner::Whole,
               fault->isReceipt() ? base::milliseconds(0) : fault->after);
        break;
    }
}

void FaultPlayer::answer(HttpResponder responder, HttpReply reply, Manner manner,
                         base::milliseconds after) const
{
    const auto send = [responder, reply = std::move(reply), manner] {
        switch (manner) {
        case Manner::Whole:
            responder.send(reply);
            break;
        case Manner::Half:
            responder.sendHalf(reply);
            break;
        case Manner::Drop:
            responder.drop();
            break;
        case Manner::Never:
            break;
        }
    };
    if (after.count() == 0)
        send();
    else
        m_agenda.after(after, send);
}

} // namespace practice
