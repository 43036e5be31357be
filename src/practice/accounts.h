// SPDX-License-Identifier: Apache-2.0
// The three accounts of the practice venue, each with its own market, book and movement. An account is seeded
// when it is first asked for, so that a big book costs only whoever uses it. Shared by the routes;
// PracticeVenue owns it.
#pragma once

#include "practice/movement.h"

#include <array>
#include <optional>

namespace practice {

struct SeedOptions
{
    int orders = 40;
    quint64 seed = 1;
    bool still = false;
    MarketOptions market;
};

class Accounts
{
public:
    Accounts(base::Clock &clock, Agenda &agenda, SeedOptions options);
    ~Accounts();

    [[nodiscard]] Market &market(Broker broker);
    [[nodiscard]] bool isSeeded(Broker broker) const;
    [[nodiscard]] static std::optional<Broker> withClientId(const QString &clientId);

private:
    struct Account;

    base::Clock &m_clock;
    Agenda &m_agenda;
    SeedOptions m_options;
    std::unique_ptr<Instruments> m_instruments;
    std::array<std::unique_ptr<Account>, brokers.size()> m_accounts;
};

} // namespace practice
