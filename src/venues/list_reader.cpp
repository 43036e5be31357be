// SPDX-License-Identifier: Apache-2.0
#include "venues/list_reader.h"

namespace venues {

ListReader::ListReader(ListRequests requests, QObject *parent)
    : QObject(parent)
    , m_requests(std::move(requests))
{
}

void ListReader::read(net::RequestClass why)
{
    if (m_isReading && (m_hasLeft || why >= m_current)) {
        // One that has not left yet will do for a less urgent asker too.
        if (m_hasLeft)
            m_next = std::min(m_next.value_or(why), why);
        return;
    }
    send(why);
}

void ListReader::reset()
{
    ++m_generation;
    m_requests.withdraw(m_number);
    m_next.reset();
    m_isReading = false;
    m_hasLeft = false;
    m_sawEmpty = false;
}

void ListReader::send(net::RequestClass why)
{
    // A more urgent asker takes the place of a read that still waits for its turn.
    m_requests.withdraw(m_number);
    const int generation = m_generation;
    m_isReading = true;
    m_hasLeft = false;
    m_current = why;
    // It may leave at once, inside of submit.
    m_number = m_requests.submit(
        why, [this, generation] { m_hasLeft = generation == m_generation; },
        [this, generation](const ListReply &reply) {
            if (generation == m_generation)
                takeReply(reply);
        });
}

void ListReader::takeReply(const ListReply &reply)
{
    if (reply.error) {
        const int generation = m_generation;
        fail(reply, *reply.error);
        finish(generation);
        return;
    }
    m_worker.run(
        reply.size <= parsedAtOnce, [reply, before = m_before] { return parse(reply, before); },
        [this, generation = m_generation](const Parsed &parsed) { takeParsed(parsed, generation); });
}

void ListReader::fail(const ListReply &reply, const base::Error &error)
{
    if (reply.noteFailure)
        reply.noteFailure(error);
    Q_EMIT failed(error);
}

ListReader::Parsed ListReader::parse(const ListReply &reply, orders::ListingPtr before)
{
    auto listing = reply.parse();
    if (!listing)
        return {base::failure(listing.error()), reply};
    if (before && before->account != listing->account)
        before = nullptr; // somebody else's list is nothing to compare with
    orders::shareUnchanged(before, *listing);
    auto shared = std::make_shared<const orders::Listing>(std::move(*listing));
    auto delta = orders::compareListings(before, *shared);
    return {Reading{std::move(shared), std::move(delta)}, reply};
}

void ListReader::takeParsed(const Parsed &parsed, int generation)
{
    if (generation != m_generation)
        return;
    if (!parsed.reading) {
        fail(parsed.reply, parsed.reading.error());
        finish(generation);
        return;
    }
    const Reading &reading = *parsed.reading;
    if (m_before && m_before->account != reading.listing->account)
        m_before = nullptr;
    const bool becameEmpty = reading.listing->rows.empty() && m_before && !m_before->rows.empty();
    if (becameEmpty && !m_sawEmpty) {
        m_sawEmpty = true;
        m_next = std::min(m_next.value_or(m_current), m_current);
        finish(generation);
        return;
    }
    m_sawEmpty = false;
    m_before = reading.listing;
    Q_EMIT listRead(reading);
    finish(generation);
}

void ListReader::finish(int generation)
{
    if (generation != m_generation)
        return; // whoever heard of it has begun anew meanwhile
    m_isReading = false;
    m_hasLeft = false;
    if (m_next)
        send(*std::exchange(m_next, std::nullopt));
}

} // namespace venues
