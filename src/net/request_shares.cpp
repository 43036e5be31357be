// SPDX-License-Identifier: Apache-2.0
#include "net/request_shares.h"

#include <algorithm>

namespace net {

namespace {

// The table was made for these; other limits get the same proportions.
constexpr int tableMinute = 245;
constexpr int tableHour = 980;

int scaled(int share, int ceiling, int table)
{
    return static_cast<int>(static_cast<long long>(share) * ceiling / table);
}

int countOf(const RequestCounts &used, RequestClass kind)
{
    return used[static_cast<std::size_t>(kind)];
}

} // namespace

RequestShares RequestShares::ofMinute(int ceiling)
{
    const auto part = [ceiling](int share) { return scaled(share, ceiling, tableMinute); };
    RequestShares shares;
    shares.m_ceiling = ceiling;
    shares.m_session = part(4);
    shares.m_proofs = part(20);
    shares.m_proofsInBatch = part(24);
    shares.m_writes = part(215);
    shares.m_polls = part(15);
    shares.m_pollsInBatch = part(2);
    shares.m_writesAtMost = shares.m_writes;
    return shares;
}

RequestShares RequestShares::ofHour(int ceiling)
{
    const auto part = [ceiling](int share) { return scaled(share, ceiling, tableHour); };
    RequestShares shares;
    shares.m_ceiling = ceiling;
    shares.m_session = part(20);
    shares.m_proofs = part(120);
    shares.m_proofsInBatch = shares.m_proofs;
    shares.m_writes = part(500);
    shares.m_polls = part(340);
    shares.m_pollsInBatch = shares.m_polls;
    shares.m_keptFromWrites = part(20) + part(40); // sign-in, and the proofs of what was sent
    shares.m_keptFromPolls = part(40);
    shares.m_pollsYieldToWrites = true;
    return shares;
}

// A day holds more polls than its hours' shares could use up in trading hours; a program that runs all night
// must still leave an hour's worth to everything else.
RequestShares RequestShares::ofDay(int ceiling, int hourCeiling)
{
    const RequestShares hour = ofHour(hourCeiling);
    RequestShares shares = ofSecond(ceiling);
    shares.m_polls = std::max(0, ceiling - hour.m_session - hour.m_proofs - hour.m_writes);
    shares.m_pollsInBatch = shares.m_polls;
    return shares;
}

RequestShares RequestShares::ofSecond(int ceiling)
{
    RequestShares shares;
    shares.m_ceiling = ceiling;
    shares.m_polls = ceiling;
    shares.m_pollsInBatch = ceiling;
    return shares;
}

int RequestShares::mostWrites() const
{
    const int rest = m_ceiling - m_keptFromWrites;
    return m_writesAtMost > 0 ? std::min(m_writesAtMost, rest) : rest;
}

Excess RequestShares::excess(RequestClass kind, const RequestCounts &used, bool isBatchRunning) const
{
    const int session = countOf(used, RequestClass::Session);
    const int proofs = countOf(used, RequestClass::Proof);
    const int writes = countOf(used, RequestClass::Write);
    const int polls = countOf(used, RequestClass::Refresh) + countOf(used, RequestClass::Poll);
    const int proofShare = isBatchRunning ? m_proofsInBatch : m_proofs;
    // A class that has not spent its guarantee counts as if it had.
    const int sessionKept = std::max(session, m_session);
    const int writesKept = std::max(writes, m_writes);
    const auto beyond = [](int sum, int most) { return std::max(0, sum + 1 - most); };

    switch (kind) {
    case RequestClass::Session:
        return {beyond(session + proofs + writes + polls, m_ceiling)};
    case RequestClass::Proof: // above its share it ranks below the cancels
        return {
            beyond(sessionKept + proofs + (proofs < proofShare ? writes : writesKept) + polls, m_ceiling)};
    case RequestClass::Write:
        if (m_writesAtMost > 0 && writes >= m_writesAtMost)
            return {beyond(writes, m_writesAtMost), {RequestClass::Write}};
        if (m_keptFromWrites > 0)
            return {beyond(session + proofs + writes + polls, m_ceiling - m_keptFromWrites)};
        return {beyond(sessionKept + std::max(proofs, m_proofs) + writes + polls, m_ceiling)};
    case RequestClass::Refresh:
    case RequestClass::Poll:
        break;
    }
    const int pollsAtMost = isBatchRunning ? m_pollsInBatch : m_polls;
    if (polls >= pollsAtMost)
        return {beyond(polls, pollsAtMost), {RequestClass::Refresh, RequestClass::Poll}};
    return {beyond(sessionKept + std::max(proofs, proofShare) + (m_pollsYieldToWrites ? writesKept : writes) +
                       polls,
                   m_ceiling)};
}

} // namespace net
