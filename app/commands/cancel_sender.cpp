// SPDX-License-Identifier: Apache-2.0
#include "commands/cancel_sender.h"

#include "commands/holder_answer.h"

#include <algorithm>

namespace commands {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds stopTime = 2s;

class OwnEngine : public CancelSender
{
public:
    explicit OwnEngine(Engine &engine)
        : m_desk(engine.desk())
    {
    }

    base::Result<QString> send(const desk::CancelPlan &plan, cancel::Consent consent) override
    {
        const auto sent = m_desk.cancelOrders(plan, consent);
        if (!sent)
            return base::failure(sent.error());
        for (const cancel::TicketPtr &ticket : sent->tickets)
            m_tickets.insert(ticket->key, ticket->id);
        m_batch = sent->batch;
        return m_batch;
    }

    cancel::TicketPtr ticketOf(const orders::OrderKey &key) const override
    {
        return m_desk.cancels().ticket(m_tickets.value(key));
    }

    bool stop() override
    {
        m_desk.cancels().stop(m_batch);
        return true;
    }

    bool isCutOff() const override { return false; }

private:
    desk::Desk &m_desk;
    QHash<orders::OrderKey, QString> m_tickets;
    QString m_batch;
};

class EngineOfAnother : public CancelSender
{
public:
    explicit EngineOfAnother(Engine &engine)
        : m_engine(engine)
        , m_client(engine.desk().clock(), engine.wiring().configDir())
    {
        QObject::connect(&m_client, &desk::HandoverClient::changed, &engine.waiting(), &Waiting::look);
    }

    base::Result<QString> send(const desk::CancelPlan &plan, cancel::Consent consent) override
    {
        desk::HandedOrders orders;
        for (const desk::PlannedCancel &each : plan.orders) {
            if (each.isChosen)
                orders.requests.push_back({each.row, each.effect});
        }
        consent.bookAge = plan.bookAge;
        consent.estimate = plan.estimate;
        consent.shownAt = plan.madeAt;
        consent.givenAt = m_engine.now();
        orders.consent = std::move(consent);
        m_client.handOver(orders);
        if (const auto taken = awaitAnswer(m_engine, m_client); !taken)
            return base::failure(taken.error());
        for (qsizetype i = 0; i < m_client.tickets().size(); ++i)
            m_tickets.insert(orders.requests[static_cast<std::size_t>(i)].row->key, m_client.tickets().at(i));
        return m_client.batch();
    }

    cancel::TicketPtr ticketOf(const orders::OrderKey &key) const override
    {
        return m_client.ticket(m_tickets.value(key));
    }

    bool stop() override
    {
        m_client.stopBatch();
        const auto hasStopped = [this] {
            return std::none_of(m_tickets.begin(), m_tickets.end(), [this](const QString &id) {
                const cancel::TicketPtr ticket = m_client.ticket(id);
                return !ticket || ticket->state == cancel::TicketState::Queued;
            });
        };
        return m_engine.waiting().until([&] { return hasStopped() || isCutOff(); }, stopTime) ==
                   WaitEnd::Done &&
               hasStopped();
    }

    bool isCutOff() const override { return !m_client.isConnected(); }

private:
    Engine &m_engine;
    desk::HandoverClient m_client;
    QHash<orders::OrderKey, QString> m_tickets;
};

} // namespace

std::unique_ptr<CancelSender> CancelSender::make(Engine &engine)
{
    if (engine.holder())
        return std::make_unique<EngineOfAnother>(engine);
    return std::make_unique<OwnEngine>(engine);
}

} // namespace commands
