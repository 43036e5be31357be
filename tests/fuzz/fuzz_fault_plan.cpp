// SPDX-License-Identifier: Apache-2.0
// Fault plans of the practice venue: what is no plan is a wrong use, and a fault comes as often as it says.
#include "practice/fault_plan.h"

#include "fuzz/must.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using fuzz::must;
using practice::FaultPlan;
using Section = practice::FaultPlan::Section;

namespace {

constexpr int asked = 40;

void takeAll(FaultPlan &plan, Section section, const QString &key, const QJsonValue &entry)
{
    const QJsonArray written = entry.isArray() ? entry.toArray() : QJsonArray{entry};
    qint64 most = 0;
    for (const QJsonValue &fault : written)
        most += fault[u"times"].isUndefined() ? asked : std::max(fault[u"times"].toInt(asked), -1);
    int taken = 0;
    for (int i = 0; i < asked; ++i) {
        const auto fault = plan.take(section, {key});
        taken += fault ? 1 : 0;
        if (!fault)
            break;
        must(fault->after >= base::milliseconds(0), "nothing is late by less than nothing");
        must(fault->status >= 100 && fault->status <= 599, "a status is one of HTTP's");
        must(fault->retryAfter >= 0 && fault->quantity >= 0,
             "a wait and a quantity are no less than nothing");
    }
    const bool isEndless = std::any_of(written.begin(), written.end(), [](const QJsonValue &fault) {
        return fault[u"times"].toInt(-1) == -1;
    });
    must(isEndless || key == u"*" || taken <= most, "a fault comes no more often than it says");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    auto plan = FaultPlan::fromJson(bytes);
    if (!plan) {
        must(plan.error().kind == base::ErrorKind::Usage, "what is no plan is a wrong use");
        must(!plan.error().text.isEmpty(), "an error has words");
        return 0;
    }
    (void)plan->hasStaleList();
    const QJsonObject written = QJsonDocument::fromJson(bytes).object();
    const std::pair<QString, Section> sections[] = {{u"cancel"_s, Section::Cancel},
                                                    {u"list"_s, Section::List},
                                                    {u"history"_s, Section::History},
                                                    {u"user"_s, Section::User}};
    for (auto section = written.begin(); section != written.end(); ++section) {
        must(section->isObject(), "a section is an object");
        must(section.key() == u"feed" ||
                 std::any_of(std::begin(sections), std::end(sections),
                             [&](const auto &known) { return known.first == section.key(); }),
             "there are these sections and no others");
    }
    for (const auto &[name, section] : sections) {
        const QJsonObject entries = written[name].toObject();
        if (entries.contains(u"*"_s))
            continue; // it serves all keys: another count
        for (auto entry = entries.begin(); entry != entries.end(); ++entry)
            takeAll(*plan, section, entry.key(), entry.value());
    }
    return 0;
}
