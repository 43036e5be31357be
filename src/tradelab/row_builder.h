// SPDX-License-Identifier: Apache-2.0
// Builds one Order from the fields of one row, in whatever shape the broker writes them: numbers as text, {}
// for none, "NONE", "--", "NA". Used by order_rows while it walks a reply; one builder a reply, one thread.
#pragma once

#include "base/string_pool.h"
#include "orders/listing.h"
#include "tradelab/order_rows.h"
#include "json/record_reader.h"

#include <array>
#include <span>

namespace tradelab {

/// The names that a row's fields have in one kind of reply. Several names may mean one field (wire.md C21,
/// C26).
enum class Wanted : unsigned char {
    OmsOrderId,
    ExchangeOrderId,
    UserOrderId,
    BasketId,
    ClientId,
    Status,
    ExecutionType,
    Leg,
    Mode,
    Side,
    OrderType,
    Product,
    Validity,
    Exchange,
    Segment,
    TradingSymbol,
    Symbol,
    InstrumentToken,
    Quantity,
    Filled,
    LotSize,
    Price,
    TriggerPrice,
    AveragePrice,
    EntryTime,
    ExchangeTime,
    Activity,
    RejectionReason,
};

struct WantedField
{
    std::string_view name;
    Wanted meaning;
};

class RowBuilder : public json::RecordVisitor
{
public:
    RowBuilder(const ReplyContext &context, std::span<const WantedField> fields);

    void beginRecord() override;
    void readField(const json::Field &field) override;
    void endRecord(qsizetype offset, qsizetype length) override;
    void skipRecord(json::Kind kind) override;

    /// The rows so far; their raw slices still lack the reply, which attachReply gives them.
    void attachReply(const std::shared_ptr<const QByteArray> &reply);
    [[nodiscard]] std::vector<std::shared_ptr<orders::Order>> &rows() { return m_rows; }
    [[nodiscard]] std::vector<orders::RowWarning> &warnings() { return m_warnings; }

private:
    [[nodiscard]] const QString &shared(const json::Field &field, std::string_view text);
    [[nodiscard]] QString textOf(const json::Field &field);
    [[nodiscard]] static QString idOf(const json::Field &field);
    [[nodiscard]] base::Decimal numberOf(const json::Field &field);
    void readTime(Wanted meaning, const json::Field &field);
    void complete(orders::Order &order);

    const ReplyContext &m_context;
    std::span<const WantedField> m_fields;
    QString m_account;
    base::StringPool m_pool;
    struct Last
    {
        std::string text;
        QString shared;
    };
    std::vector<Last> m_last; // per slot: most fields of a row have the value of the row before
    std::shared_ptr<orders::Order> m_order;
    QString m_shortSymbol;
    int m_index = -1;
    std::vector<std::shared_ptr<orders::Order>> m_rows;
    std::vector<orders::RowWarning> m_warnings;
};

} // namespace tradelab
