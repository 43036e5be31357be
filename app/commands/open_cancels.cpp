// SPDX-License-Identifier: Apache-2.0
#include "commands/open_cancels.h"

#include "commands/holder_answer.h"
#include "desk/key_text.h"

namespace commands {

using namespace Qt::StringLiterals;

namespace {

class OwnCancels : public OpenCancels
{
public:
    explicit OwnCancels(Engine &engine)
        : m_desk(engine.desk())
    {
        QObject::connect(&m_desk.cancels(), &cancel::CancelDesk::ticketChanged, &engine.waiting(),
                         &Waiting::look);
    }

    base::Status begin() override
    {
        m_desk.start(false);
        // What was open in the journal; nothing of it can have ended before the event loop runs.
        for (const cancel::TicketPtr &ticket : m_desk.cancels().unresolved())
            m_tickets << ticket->id;
        return {};
    }

    const QStringList &tickets() const override { return m_tickets; }

    cancel::TicketPtr ticket(const QString &id) const override { return m_desk.cancels().ticket(id); }

    QStringList keys() const override
    {
        const desk::KeyIndex index(m_desk.orders());
        QStringList keys;
        for (const QString &id : m_tickets)
            keys << index.textOf(*ticket(id)->latest);
        return keys;
    }

    bool isCutOff() const override { return false; }

private:
    desk::Desk &m_desk;
    QStringList m_tickets;
};

// The holder reads the lists; to sign in here as well would only spend the account's requests.
class CancelsOfAnother : public OpenCancels
{
public:
    explicit CancelsOfAnother(Engine &engine)
        : m_engine(engine)
        , m_client(engine.desk().clock(), engine.wiring().configDir())
    {
        QObject::connect(&m_client, &desk::HandoverClient::changed, &engine.waiting(), &Waiting::look);
    }

    base::Status begin() override
    {
        m_client.askForUnresolved();
        return awaitAnswer(m_engine, m_client);
    }

    const QStringList &tickets() const override { return m_client.tickets(); }

    cancel::TicketPtr ticket(const QString &id) const override { return m_client.ticket(id); }

    QStringList keys() const override
    {
        QStringList keys;
        for (const QString &id : m_client.tickets())
            keys << m_client.keyOf(id);
        return keys;
    }

    bool isCutOff() const override { return !m_client.isConnected(); }

private:
    Engine &m_engine;
    desk::HandoverClient m_client;
};

} // namespace

std::unique_ptr<OpenCancels> OpenCancels::make(Engine &engine)
{
    if (engine.holder())
        return std::make_unique<CancelsOfAnother>(engine);
    return std::make_unique<OwnCancels>(engine);
}

} // namespace commands
