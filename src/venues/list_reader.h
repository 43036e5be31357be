// SPDX-License-Identifier: Apache-2.0
// Reads one list of one account, never twice at a time: a read asked for meanwhile begins afterwards. Large
// replies are parsed and compared with the one before on a worker. A list that was full and is empty is read
// a second time before it is believed (rulings.md 6). How it is asked for and read is the family's. Engine
// thread only.
#pragma once

#include "base/worker.h"
#include "venues/venue.h"

#include <QObject>

#include <functional>

namespace venues {

/// A reply of so many bytes is read well within a frame; longer ones are for a worker.
inline constexpr qsizetype parsedAtOnce = 48 * 1024;

/// What came of one request for a list.
struct ListReply
{
    std::optional<base::Error> error; // set: there is nothing to read
    qsizetype size = 0;               // of the reply; decides where it is read
    std::function<base::Result<orders::Listing>()> parse; // pure: may run on another thread
    std::function<void(const base::Error &)> noteFailure; // called before failed() is emitted; may be empty
};

/// Where the requests wait for their turn.
struct ListRequests
{
    using HasLeft = std::function<void()>;
    using Done = std::function<void(const ListReply &)>;

    /// Asks for the list, calling back when the request leaves and when it ends. Returns a number for withdraw.
    std::function<int(net::RequestClass, HasLeft, Done)> submit;
    std::function<void(int)> withdraw;
};

class ListReader : public QObject
{
    Q_OBJECT

public:
    explicit ListReader(ListRequests requests, QObject *parent = nullptr);

    void read(net::RequestClass why);
    /// A new sign-in: whatever is under way is dropped.
    void reset();

Q_SIGNALS:
    void listRead(const venues::Reading &reading);
    void failed(const base::Error &error);

private:
    struct Parsed
    {
        base::Result<Reading> reading;
        ListReply reply;
    };

    void send(net::RequestClass why);
    void takeReply(const ListReply &reply);
    void takeParsed(const Parsed &parsed, int generation);
    void fail(const ListReply &reply, const base::Error &error);
    void finish(int generation);
    [[nodiscard]] static Parsed parse(const ListReply &reply, orders::ListingPtr before);

    ListRequests m_requests;
    base::Worker m_worker;
    orders::ListingPtr m_before;
    std::optional<net::RequestClass> m_next;
    net::RequestClass m_current = net::RequestClass::Poll;
    int m_generation = 0; // of the sign-in: answers to an earlier one are dropped
    int m_number = 0;     // of the request
    bool m_isReading = false;
    bool m_hasLeft = false;
    bool m_sawEmpty = false;
};

} // namespace venues
