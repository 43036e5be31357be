// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_fault_player.h"

#include "practice/apex_replies.h"

#include <QPointer>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

using Kind = Fault::Kind;

constexpr base::milliseconds usualDrip{100};
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
        if (fault.status == 401 || fault.status == 403)
            return apex_replies::notAuthorized();
        return fault.status == 404 ? apex_replies::notFound() : apex_replies::error(102);
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

// One unmasked text frame, its head saying that it has so many bytes.
QByteArray rawFrame(const QByteArray &text, qsizetype announced)
{
    constexpr qsizetype longestShortForm = 125;
    constexpr char announcesTwoBytes = 126;
    QByteArray head(1, '\x81');
    if (announced > longestShortForm) {
        head += announcesTwoBytes;
        head += static_cast<char>(announced >> 8);
    }
    return head + static_cast<char>(announced & 0xff) + text;
}

// The bytes that leave, where they are no whole frame any more.
std::optional<QByteArray> brokenBytes(Kind kind, const QString &frame)
{
    const QByteArray text = frame.toUtf8();
    const QByteArray whole = rawFrame(text, text.size());
    switch (kind) {
    case Kind::HalfStatusLine:
        return whole.first(1);
    case Kind::HalfBody:
        return whole.first(whole.size() / 2);
    case Kind::LongLength:
        return rawFrame(text, text.size() + 10);
    case Kind::ShortLength:
        return rawFrame(text, text.size() / 2);
    case Kind::Garbage:
        return "\xff\xfe\x05 what is this?"_ba;
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
    if (fault->kind == Kind::SlowDrip)
        return drip(frame, fault->after.count() > 0 ? fault->after : usualDrip, session);
    const QString text = garbage(*fault, frame).value_or(frame);
    const std::optional<QByteArray> broken = brokenBytes(fault->kind, frame);
    const bool isCut = fault->kind == Kind::HalfReply || fault->kind == Kind::HalfBody ||
                       fault->kind == Kind::HalfStatusLine;
    // For a receipt after_ms is the time until what follows; the receipt itself comes at once.
    later(fault->isReceipt() ? base::milliseconds(0) : fault->after, session,
          [text, broken, isCut](ApexSession &client) {
              if (broken)
                  client.sendBytes(*broken);
              else
                  client.sendText(text);
              if (isCut && broken)
                  client.breakOff();
              else if (isCut)
                  client.close();
          });
}

// In pieces of one letter, which WebSockets allow: pings and pongs may pass between them.
void ApexFaultPlayer::drip(const QString &text, base::milliseconds every, ApexSession &session) const
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isLast = i + 1 == text.size();
        later(every * i, session, [letter = text[i], isFirst = i == 0, isLast](ApexSession &client) {
            client.drip(letter, isFirst, isLast);
        });
    }
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
