// SPDX-License-Identifier: Apache-2.0
#include "support/fault_lab.h"

#include "support/self_signed.h"

#include <QDir>

namespace support::lab {

using namespace Qt::StringLiterals;
using cancel::TicketState;

namespace {

QString nameOf(Truth truth)
{
    switch (truth) {
    case Truth::Open:
        return u"open"_s;
    case Truth::Cancelled:
        return u"cancelled"_s;
    case Truth::Filled:
        return u"filled"_s;
    case Truth::Unlisted:
        break;
    }
    return u"in no list"_s;
}

QByteArray journalOf(const Flow &flow)
{
    QByteArray bytes;
    const auto files = QDir(flow.folder()).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

// As it is, and as it looks in a URL and in base64.
QList<QByteArray> formsOf(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    return {bytes, bytes.toPercentEncoding(), bytes.toBase64(),
            bytes.toBase64(QByteArray::OmitTrailingEquals)};
}

QByteArray everythingSaid(const Flow &flow)
{
    QStringList said = flow.engine->texts + flow.engine->alarms;
    for (const cancel::TicketPtr &each : flow.engine->desk.cancels().tickets())
        said << each->detail << each->venueMessage << each->why << each->proof << each->venueCode;
    for (const desk::ConnectionView &view : flow.engine->desk.connections()) {
        if (view.problem)
            said << view.problem->text << view.problem->venueText;
    }
    return said.join(u'\n').toUtf8();
}

// The first step out of "sending", as the journal tells it.
QString answeredStep(const QStringList &story)
{
    for (const QString &line : story) {
        if (const qsizetype begin = line.indexOf("sending -> "_L1); begin >= 0)
            return line.mid(begin + 11);
    }
    return {};
}

class Complaints
{
public:
    void expect(bool holds, const QString &words)
    {
        if (!holds)
            m_words << words;
    }
    [[nodiscard]] QString text() const { return m_words.join(u"; "_s); }

private:
    QStringList m_words;
};

} // namespace

std::vector<std::size_t> groupOf(std::size_t kind, std::size_t kinds)
{
    static constexpr std::size_t most = 4;
    std::vector<std::size_t> group;
    for (std::size_t each = kind / most * most; each < kinds && group.size() < most; ++each)
        group.push_back(each);
    return group;
}

TicketState endFor(const Fault &fault, Truth truth)
{
    switch (truth) {
    case Truth::Cancelled:
        return TicketState::Proved;
    case Truth::Filled:
        return TicketState::FilledFirst;
    case Truth::Open:
    case Truth::Unlisted:
        break;
    }
    return fault.end;
}

QString complaint(const Fault &fault, Truth expected, const Outcome &outcome)
{
    const cancel::Ticket &ticket = *outcome.ticket;
    const TicketState end = endFor(fault, expected);
    const bool hasLeft = end != TicketState::NotSent;
    const bool isEvident = cancel::isFinal(ticket.state);
    Complaints wrong;
    wrong.expect(outcome.truth == expected,
                 u"at the venue it is %1, and should be %2"_s.arg(nameOf(outcome.truth), nameOf(expected)));
    wrong.expect(outcome.arrivals == fault.arrivals,
                 u"%1 arrivals instead of %2"_s.arg(outcome.arrivals).arg(fault.arrivals));
    wrong.expect(ticket.state == end, u"the ticket is %1 instead of %2"_s.arg(cancel::stateName(ticket.state),
                                                                              cancel::stateName(end)));
    wrong.expect(ticket.writes == (hasLeft ? 1 : 0), u"it counts %1 writes"_s.arg(ticket.writes));
    wrong.expect(ticket.attempt == 1, u"it is attempt %1"_s.arg(ticket.attempt));
    wrong.expect(isEvident == !ticket.proof.isEmpty() || ticket.state == TicketState::Refused,
                 u"its proof is \"%1\""_s.arg(ticket.proof));
    const bool wasReopened = !outcome.story.filter(u"(reopened)"_s).isEmpty();
    wrong.expect(ticket.wasCorrected == (fault.deed == Deed::OldLists && wasReopened),
                 u"its end was corrected"_s);
    // Evidence that comes before the answer ends the ticket at once.
    const bool comesFirst = fault.deed == Deed::EvidenceFirst || fault.answered == TicketState::Proved;
    const QString wanted = cancel::stateName(comesFirst ? end : fault.answered);
    const QString step = answeredStep(outcome.story);
    if (hasLeft)
        wrong.expect(step.startsWith(wanted), u"by the answer it became \"%1\""_s.arg(step));
    if (fault.why)
        wrong.expect(ticket.why == QLatin1StringView(fault.why), u"why is \"%1\""_s.arg(ticket.why));
    if (expected == Truth::Cancelled || expected == Truth::Filled)
        wrong.expect(!outcome.isRowAlive, u"its row is still alive"_s);
    if (expected == Truth::Open)
        wrong.expect(outcome.isRowAlive, u"its row is not alive"_s);
    wrong.expect((ticket.state == TicketState::StillLive) ==
                     !outcome.story.filter(u"the book still shows the order open"_s).isEmpty(),
                 u"the alarm is missing, or was raised for nothing"_s);
    if (ticket.state == TicketState::Proved)
        wrong.expect(static_cast<int>(ticket.liveLinks.size()) == outcome.liveLinks,
                     u"it names %1 live links of %2"_s.arg(ticket.liveLinks.size()).arg(outcome.liveLinks));
    // Legs that nobody promised to go may stay: those of a filled part guard what it bought.
    const int promised = ticket.consented == orders::Effect::CancelWithLegs ? outcome.liveLegs : 0;
    if (ticket.state == TicketState::Proved)
        wrong.expect(static_cast<int>(ticket.liveLegs.size()) == promised,
                     u"it names %1 live legs of %2"_s.arg(ticket.liveLegs.size()).arg(promised));
    const QString text = wrong.text();
    return text.isEmpty() ? text : text + u"\n  "_s + outcome.story.join(u"\n  "_s);
}

QString troubleOf(const Flow &flow)
{
    const auto verified = flow.engine->journal.verify();
    if (!verified || !verified->ok)
        return u"the journal does not verify"_s;
    const practice::PracticeCredentials credentials = flow.venue->credentials();
    const QByteArray journal = journalOf(flow);
    if (!journal.contains("asked"))
        return u"no journal was found to search"_s;
    const QByteArray haystack = journal + everythingSaid(flow);
    for (const QString &secret :
         {credentials.token, credentials.apiKey, credentials.apiSecret, credentials.password}) {
        for (const QByteArray &form : formsOf(secret)) {
            if (haystack.contains(form))
                return u"a secret was written down or said"_s;
        }
    }
    return {};
}

const SceneOutcome &Bench::outcome(const QString &name, const Run &run)
{
    if (m_name != name) {
        m_name = name;
        m_last = run();
    }
    return m_last;
}

QSslConfiguration strangersCertificate()
{
    static const SelfSigned made = makeSelfSigned();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(made.certificate);
    tls.setPrivateKey(made.key);
    return tls;
}

} // namespace support::lab
