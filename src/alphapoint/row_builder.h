// SPDX-License-Identifier: Apache-2.0
// Builds orders from the fields of APEX order objects, in Pascal or camel case. One reply each; order_rows
// owns it for as long as that takes.
#pragma once

#include "alphapoint/order_rows.h"
#include "base/string_pool.h"
#include "json/record_reader.h"

namespace alphapoint {

class RowBuilder final : public json::RecordVisitor
{
public:
    explicit RowBuilder(const RowContext &context);

    [[nodiscard]] static json::RecordLayout layout();

    void beginRecord() override;
    void readField(const json::Field &field) override;
    void endRecord(qsizetype offset, qsizetype length) override;
    void skipRecord(json::Kind kind) override;

    [[nodiscard]] OrderRows take() { return std::move(m_rows); }

private:
    [[nodiscard]] QString textOf(const json::Field &field);
    void complete(orders::Order &order) const;

    const RowContext &m_context;
    QString m_account;
    base::StringPool m_pool;
    OrderRows m_rows;
    std::shared_ptr<orders::Order> m_order;
    QString m_accountId; // as the row has it
    QString m_cancelReason;
    QString m_replacedClientId;
    base::Decimal m_quantity; // what remains, by the venue
    int m_index = -1;
};

} // namespace alphapoint
