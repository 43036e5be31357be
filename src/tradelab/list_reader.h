// SPDX-License-Identifier: Apache-2.0
// Reads one list of one account, never twice at a time: a read asked for meanwhile begins afterwards. Large
// replies are parsed and compared with the one before on a worker. A list that was full and is empty is read
// a second time before it is believed (rulings.md 6). Engine thread only.
#pragma once

#include "orders/listing.h"
#include "tradelab/order_rows.h"
#include "tradelab/read_queue.h"
#include "venues/venue.h"

#include <QObject>
#include <QThreadPool>

namespace tradelab {

class ListReader : public QObject
{
    Q_OBJECT

public:
    using MakeContext = std::function<ReplyContext()>;

    ListReader(orders::ListKind kind, ReadQueue &queue, ReadQueue::MakeRequest makeRequest,
               MakeContext makeContext, QObject *parent = nullptr);
    ~ListReader() override;

    void read(net::RequestClass why);
    /// A new sign-in: whatever is under way is dropped.
    void reset();

Q_SIGNALS:
    void listRead(const venues::Reading &reading);
    void failed(const base::Error &error, const net::HttpResult &result);

private:
    struct Parsed
    {
        base::Result<venues::Reading> reading;
        net::HttpResult result; // without its body
    };

    void send(net::RequestClass why);
    void takeResult(const net::HttpResult &result);
    void takeParsed(const Parsed &parsed, int generation);
    void finish(int generation);
    [[nodiscard]] static Parsed parse(net::HttpResult result, ReplyContext context,
                                      orders::ListingPtr before);

    orders::ListKind m_kind;
    ReadQueue &m_queue;
    ReadQueue::MakeRequest m_makeRequest;
    MakeContext m_makeContext;
    QThreadPool m_worker;
    orders::ListingPtr m_before;
    std::optional<net::RequestClass> m_next;
    net::RequestClass m_current = net::RequestClass::Poll;
    int m_generation = 0; // of the sign-in: answers to an earlier one are dropped
    int m_number = 0;     // in the queue
    bool m_isReading = false;
    bool m_hasLeft = false;
    bool m_sawEmpty = false;
};

} // namespace tradelab
