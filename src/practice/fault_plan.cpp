// SPDX-License-Identifier: Apache-2.0
#include "practice/fault_plan.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

struct FaultName
{
    QLatin1StringView name;
    Fault::Kind kind;
    bool acts;
};

constexpr std::array names{
    FaultName{"delay"_L1, Fault::Kind::Delay, true},
    FaultName{"drop_before"_L1, Fault::Kind::DropBefore, false},
    FaultName{"drop_after"_L1, Fault::Kind::DropAfter, true},
    FaultName{"half_status_line"_L1, Fault::Kind::HalfStatusLine, true},
    FaultName{"half_reply"_L1, Fault::Kind::HalfReply, true},
    FaultName{"half_body"_L1, Fault::Kind::HalfBody, true},
    FaultName{"slow_drip"_L1, Fault::Kind::SlowDrip, true},
    FaultName{"long_length"_L1, Fault::Kind::LongLength, true},
    FaultName{"short_length"_L1, Fault::Kind::ShortLength, true},
    FaultName{"garbage"_L1, Fault::Kind::Garbage, true},
    FaultName{"silence"_L1, Fault::Kind::Silence, false},
    FaultName{"status"_L1, Fault::Kind::Status, false},
    FaultName{"html"_L1, Fault::Kind::Html, false},
    FaultName{"wrong_json"_L1, Fault::Kind::WrongJson, true},
    FaultName{"truncated_json"_L1, Fault::Kind::TruncatedJson, true},
    FaultName{"empty"_L1, Fault::Kind::Empty, true},
    FaultName{"error_code"_L1, Fault::Kind::ErrorCode, false},
    FaultName{"foreign_id"_L1, Fault::Kind::ForeignId, true},
    FaultName{"hollow_ok"_L1, Fault::Kind::HollowOk, false},
    FaultName{"receipt_then_fill"_L1, Fault::Kind::ReceiptThenFill, true},
    FaultName{"receipt_then_partial_then_cancel"_L1, Fault::Kind::ReceiptThenPartial, true},
    FaultName{"receipt_then_cancel"_L1, Fault::Kind::ReceiptThenCancelled, true},
    FaultName{"receipt_then_cancel_rejected"_L1, Fault::Kind::ReceiptThenRejected, true},
    FaultName{"receipt_then_nothing"_L1, Fault::Kind::ReceiptThenNothing, true},
    FaultName{"stale_list"_L1, Fault::Kind::StaleList, true},
    FaultName{"event_first"_L1, Fault::Kind::EventFirst, true},
    FaultName{"m5_text"_L1, Fault::Kind::M5Text, false},
};

constexpr std::array sections{"cancel"_L1, "list"_L1, "history"_L1, "user"_L1};

constexpr qsizetype largestPlan = 1024 * 1024;
constexpr qint64 day = 24 * 3600 * 1000;

struct Range
{
    QLatin1StringView name;
    qint64 least;
    qint64 most;
};

constexpr std::array ranges{
    Range{"after_ms"_L1, 0, day},       Range{"times"_L1, -1, 1'000'000},
    Range{"status"_L1, 100, 599},       Range{"quantity"_L1, 0, 1'000'000'000'000},
    Range{"retry_after"_L1, 0, 86'400},
};

/// What is wrong with its numbers, or nothing.
QString wrongNumberIn(const QJsonObject &fault)
{
    for (const Range &range : ranges) {
        const QJsonValue value = fault[range.name];
        // Two defaults that differ tell a whole number from everything else.
        const qint64 number = value.toInteger(range.least);
        const bool isWhole = number == value.toInteger(range.least + 1);
        if (!value.isUndefined() && (!isWhole || number < range.least || number > range.most))
            return u"\"%1\" is a whole number from %2 to %3"_s.arg(range.name)
                .arg(range.least)
                .arg(range.most);
    }
    return {};
}

base::Result<Fault> faultFrom(const QJsonObject &object)
{
    if (const QString wrong = wrongNumberIn(object); !wrong.isEmpty())
        return base::failure(base::ErrorKind::Usage, wrong);
    const QString name = object["do"_L1].toString();
    const auto *found =
        std::find_if(names.begin(), names.end(), [&name](const FaultName &row) { return name == row.name; });
    if (found == names.end())
        return base::failure(base::ErrorKind::Usage, u"No fault is called \"%1\""_s.arg(name));
    Fault fault;
    fault.kind = found->kind;
    fault.acts = object["acts"_L1].toBool(found->acts);
    fault.after = base::milliseconds(object["after_ms"_L1].toInteger(0));
    fault.times = object["times"_L1].toInt(fault.times);
    fault.status = object["status"_L1].toInt(fault.status);
    fault.code = object["code"_L1].toInt(fault.code);
    fault.message = object["message"_L1].toString();
    fault.orderId = object["order_id"_L1].toString();
    fault.quantity = object["quantity"_L1].toInteger(0);
    fault.retryAfter = object["retry_after"_L1].toInt(fault.retryAfter);
    fault.isBare = object["bare"_L1].toBool(false);
    fault.location = object["location"_L1].toString();
    return fault;
}

} // namespace

bool Fault::isReceipt() const
{
    return kind >= Kind::ReceiptThenFill && kind <= Kind::ReceiptThenNothing;
}

base::Result<FaultPlan> FaultPlan::fromJson(const QByteArray &json)
{
    if (json.size() > largestPlan)
        return base::failure(base::ErrorKind::Usage, u"A fault plan is no larger than 1 MiB"_s);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return base::failure(base::ErrorKind::Usage, u"A fault plan is a JSON object"_s);
    const QJsonObject plan = document.object();
    FaultPlan result;
    for (auto section = plan.begin(); section != plan.end(); ++section) {
        const auto *known = std::find(sections.begin(), sections.end(), section.key());
        if (!section.value().isObject())
            return base::failure(base::ErrorKind::Usage,
                                 u"The section \"%1\" of a fault plan is an object"_s.arg(section.key()));
        if (section.key() == "feed"_L1) {
            result.m_feed = section.value().toObject();
            continue;
        }
        if (known == sections.end())
            return base::failure(base::ErrorKind::Usage,
                                 u"A fault plan has no section \"%1\""_s.arg(section.key()));
        const QJsonObject entries = section.value().toObject();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            const QJsonArray faults = entry->isArray() ? entry->toArray() : QJsonArray{*entry};
            for (const QJsonValue &value : faults) {
                const base::Result<Fault> fault = faultFrom(value.toObject());
                if (!fault)
                    return base::failure(fault.error());
                result.add(static_cast<Section>(known - sections.begin()), entry.key(), *fault);
            }
        }
    }
    return result;
}

void FaultPlan::add(Section section, const QString &key, Fault fault)
{
    m_sections[static_cast<std::size_t>(section)][key].append(std::move(fault));
}

std::optional<Fault> FaultPlan::take(Section section, const QStringList &keys)
{
    auto &entries = m_sections[static_cast<std::size_t>(section)];
    const QStringList all = keys + QStringList{u"*"_s};
    for (const QString &key : all) {
        const auto found = entries.find(key);
        if (found == entries.end())
            continue;
        for (Fault &fault : *found) {
            if (fault.times == 0)
                continue;
            if (fault.times > 0)
                --fault.times;
            return fault;
        }
    }
    return {};
}

bool FaultPlan::hasStaleList() const
{
    const auto &lists = m_sections[static_cast<std::size_t>(Section::List)];
    return std::any_of(lists.cbegin(), lists.cend(), [](const QList<Fault> &faults) {
        return std::any_of(faults.cbegin(), faults.cend(),
                           [](const Fault &fault) { return fault.kind == Fault::Kind::StaleList; });
    });
}

} // namespace practice
