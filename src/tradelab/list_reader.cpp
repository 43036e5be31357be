// SPDX-License-Identifier: Apache-2.0
#include "tradelab/list_reader.h"

#include "tradelab/envelope.h"

namespace tradelab {

namespace {

constexpr qsizetype parsedAtOnce = 48 * 1024; // well under a frame

} // namespace

ListReader::ListReader(orders::ListKind kind, ReadQueue &queue, ReadQueue::MakeRequest makeRequest,
                       MakeContext makeContext, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_queue(queue)
    , m_makeRequest(std::move(makeRequest))
    , m_makeContext(std::move(makeContext))
{
    m_worker.setMaxThreadCount(1);
}

ListReader::~ListReader()
{
    m_worker.waitForDone(); // it posts to this object
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
    m_queue.withdraw(m_number);
    m_next.reset();
    m_isReading = false;
    m_hasLeft = false;
    m_sawEmpty = false;
}

void ListReader::send(net::RequestClass why)
{
    // A more urgent asker takes the place of a read that still waits for its turn.
    m_queue.withdraw(m_number);
    const int generation = m_generation;
    m_isReading = true;
    m_hasLeft = false;
    m_current = why;
    // The queue may send at once, inside of submit.
    m_number = m_queue.submit(
        why,
        [this, generation] {
            m_hasLeft = generation == m_generation;
            return m_makeRequest();
        },
        [this, generation](const net::HttpResult &result) {
            if (generation == m_generation)
                takeResult(result);
        });
}

void ListReader::takeResult(const net::HttpResult &result)
{
    if (result.outcome != net::HttpOutcome::Answered) {
        const int generation = m_generation;
        Q_EMIT failed(result.error, result);
        finish(generation);
        return;
    }
    ReplyContext context = m_makeContext();
    context.kind = m_kind;
    context.httpStatus = result.status;
    context.began = result.began;
    context.ended = result.ended;
    context.endedAt = result.endedAt;
    if (m_before && m_before->account != context.account.canonical())
        m_before = nullptr; // somebody else's list is nothing to compare with
    if (result.body.size() <= parsedAtOnce) {
        takeParsed(parse(result, context, m_before), m_generation);
        return;
    }
    m_worker.start([this, result, context, before = m_before, generation = m_generation] {
        auto parsed = std::make_shared<Parsed>(parse(result, context, before));
        QMetaObject::invokeMethod(
            this, [this, parsed, generation] { takeParsed(*parsed, generation); }, Qt::QueuedConnection);
    });
}

ListReader::Parsed ListReader::parse(net::HttpResult result, ReplyContext context, orders::ListingPtr before)
{
    auto listing = readOrderList(std::exchange(result.body, {}), context);
    if (!listing)
        return {base::failure(listing.error()), std::move(result)};
    orders::shareUnchanged(before, *listing);
    auto shared = std::make_shared<const orders::Listing>(std::move(*listing));
    auto delta = orders::compareListings(before, *shared);
    return {venues::Reading{std::move(shared), std::move(delta)}, std::move(result)};
}

void ListReader::takeParsed(const Parsed &parsed, int generation)
{
    if (generation != m_generation)
        return;
    if (!parsed.reading) {
        Q_EMIT failed(parsed.reading.error(), parsed.result);
        finish(generation);
        return;
    }
    const venues::Reading &reading = *parsed.reading;
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

} // namespace tradelab
