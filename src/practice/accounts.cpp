// SPDX-License-Identifier: Apache-2.0
#include "practice/accounts.h"

#include "practice/market_time.h"

namespace practice {

struct Accounts::Account
{
    Account(Broker broker, base::Clock &clock, Agenda &agenda, const SeedOptions &options,
            const Instruments &instruments)
        : market(profileOf(broker), clock, agenda, options.market)
        , seed(market, instruments, clock.wall(), options.seed * 1000 + static_cast<quint64>(broker))
        , movement(market, seed, agenda, options.seed * 1000 + 500 + static_cast<quint64>(broker))
    {
        seed.fill(options.orders);
        if (!options.still)
            movement.start();
    }

    Market market;
    SeedBook seed;
    Movement movement;
};

Accounts::Accounts(base::Clock &clock, Agenda &agenda, SeedOptions options)
    : m_clock(clock)
    , m_agenda(agenda)
    , m_options(options)
{
}

Accounts::~Accounts() = default;

Market &Accounts::market(Broker broker)
{
    auto &account = m_accounts[static_cast<std::size_t>(broker)];
    if (!account) {
        if (!m_instruments)
            m_instruments = std::make_unique<Instruments>(indianDate(m_clock.wall()));
        account = std::make_unique<Account>(broker, m_clock, m_agenda, m_options, *m_instruments);
    }
    return account->market;
}

bool Accounts::isSeeded(Broker broker) const
{
    return m_accounts[static_cast<std::size_t>(broker)] != nullptr;
}

std::optional<Broker> Accounts::withClientId(const QString &clientId)
{
    for (const Broker broker : brokers) {
        if (profileOf(broker).clientId == clientId)
            return broker;
    }
    return {};
}

} // namespace practice
