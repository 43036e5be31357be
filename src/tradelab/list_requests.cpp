// SPDX-License-Identifier: Apache-2.0
#include "tradelab/list_requests.h"

namespace tradelab {

namespace {

venues::ListReply replyOf(const net::HttpResult &result, ReplyContext context, const NoteFailure &noteFailure)
{
    venues::ListReply reply;
    net::HttpResult head = result;
    head.body.clear();
    reply.noteFailure = [noteFailure, head](const base::Error &error) { noteFailure(error, head); };
    if (result.outcome != net::HttpOutcome::Answered) {
        reply.error = result.error;
        return reply;
    }
    context.httpStatus = result.status;
    context.began = result.began;
    context.ended = result.ended;
    context.endedAt = result.endedAt;
    reply.size = result.body.size();
    // Handed over whole: a large body is not to be copied.
    reply.parse = [body = std::make_shared<QByteArray>(result.body), context = std::move(context)] {
        return readOrderList(std::move(*body), context);
    };
    return reply;
}

} // namespace

venues::ListRequests listRequests(orders::ListKind kind, ReadQueue &queue, ReadQueue::MakeRequest makeRequest,
                                  MakeContext makeContext, NoteFailure noteFailure)
{
    venues::ListRequests requests;
    requests.submit =
        [kind, &queue, makeRequest = std::move(makeRequest), makeContext = std::move(makeContext),
         noteFailure = std::move(noteFailure)](net::RequestClass why, venues::ListRequests::HasLeft hasLeft,
                                               venues::ListRequests::Done done) {
            return queue.submit(
                why,
                [makeRequest, hasLeft = std::move(hasLeft)] {
                    hasLeft();
                    return makeRequest();
                },
                [kind, makeContext, noteFailure, done = std::move(done)](const net::HttpResult &result) {
                    ReplyContext context = makeContext();
                    context.kind = kind;
                    done(replyOf(result, std::move(context), noteFailure));
                });
        };
    requests.withdraw = [&queue](int number) { queue.withdraw(number); };
    return requests;
}

} // namespace tradelab
