// SPDX-License-Identifier: Apache-2.0
#include "kill_bench.h"

#include "desk/connection_store.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace kills {

using namespace Qt::StringLiterals;

namespace {

constexpr int ordersPerFamily = 5;
constexpr int patience = 30'000; // milliseconds

constexpr const char *faults[] = {
    R"({"do":"delay","after_ms":40})",
    R"({"do":"drop_before"})",
    R"({"do":"drop_after"})",
    R"({"do":"half_reply"})",
    R"({"do":"receipt_then_fill","after_ms":30})",
    R"({"do":"receipt_then_cancel","after_ms":200})",
    R"({"do":"receipt_then_nothing"})",
    R"({"do":"error_code","code":44000})",
};

practice::PracticeOptions options()
{
    practice::PracticeOptions made;
    made.still = true;
    made.orders = 0;
    made.apexConnection = true;
    return made;
}

} // namespace

KillBench::KillBench()
    : m_venue(m_clock, options())
{
    if (const auto started = m_venue.start(); !started)
        qFatal("%s", qPrintable(started.error().text));
}

QStringList KillBench::placeOrders(QRandomGenerator &dice)
{
    static const practice::Instruments instruments(QDate(2024, 3, 15));
    QStringList ids;
    QJsonObject plan;
    const auto plant = [&](const QString &id) {
        ids << id;
        if (dice.bounded(2) == 0)
            return;
        QJsonObject fault =
            QJsonDocument::fromJson(faults[dice.bounded(static_cast<int>(std::size(faults)))]).object();
        fault[u"times"_s] = 1;
        plan[id] = fault;
    };
    for (int i = 0; i < ordersPerFamily; ++i) {
        practice::PracticeOrder order;
        order.instrument = instruments.find(u"IDEA-EQ"_s);
        order.orderId = u"T%1"_s.arg(++m_lastId);
        order.executionType = u"REGULAR"_s;
        order.quantity = 100;
        order.price = 1190;
        m_venue.market(practice::Broker::Pocketful).addOrder(order);
        plant(order.orderId);

        practice::ApexOrder apex;
        apex.instrument = m_venue.apex().instrument(u"BTC-USD"_s);
        apex.price = "19010";
        plant(QString::number(m_venue.apex().add(apex).orderId));
    }
    const QByteArray json = QJsonDocument(QJsonObject{{u"cancel"_s, plan}}).toJson();
    if (const auto set = m_venue.setFaults(json); !set)
        qFatal("%s", qPrintable(set.error().text));
    return ids;
}

int KillBench::arrivalsOf(const QString &id)
{
    const auto &all = m_venue.arrivals().arrivals();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const practice::Arrival &each) {
        const bool isCancel =
            each.method == "DELETE" || (each.method == "WS" && each.path.endsWith("/CancelOrder"));
        return isCancel && each.orderId == id;
    }));
}

int KillBench::arrivals(const QStringList &ids)
{
    int sum = 0;
    for (const QString &id : ids)
        sum += arrivalsOf(id);
    return sum;
}

bool KillBench::isCancelled(const QString &id)
{
    if (id.startsWith(u'T'))
        return m_venue.market(practice::Broker::Pocketful).book().find(id, {})->status ==
               "CANCEL_CONFIRMED"_L1;
    return m_venue.apex().find(id.toLongLong())->state == practice::ApexState::Canceled;
}

bool KillBench::isFilled(const QString &id)
{
    if (id.startsWith(u'T'))
        return m_venue.market(practice::Broker::Pocketful).book().find(id, {})->status == "COMPLETE"_L1;
    return m_venue.apex().find(id.toLongLong())->state == practice::ApexState::FullyExecuted;
}

bool KillBench::isLive(const QString &id)
{
    return !isCancelled(id) && !isFilled(id);
}

KillRound::KillRound(KillBench &bench)
    : m_bench(bench)
{
    for (const auto &name : {u"config"_s, u"home"_s, u"synced"_s}) {
        QDir().mkpath(m_folder.filePath(name));
        QFile::setPermissions(m_folder.filePath(name),
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    writeConnections();
}

void KillRound::writeConnections()
{
    desk::ConnectionStore store(m_bench.m_clock, m_folder.filePath(u"config/connections.json"_s));
    QJsonObject secrets;
    for (const practice::PracticeConnection &each : m_bench.m_venue.connections()) {
        if (each.name != "pocketful"_L1 && each.name != "apex"_L1)
            continue;
        venues::ConnectionProfile profile;
        profile.name = each.name;
        profile.broker = each.broker;
        profile.url = each.url;
        profile.clientId = each.clientId;
        if (each.accountId != 0) {
            profile.accountId = QString::number(each.accountId);
            profile.omsId = QString::number(each.omsId);
            profile.userId = QString::number(each.userId);
        }
        if (!store.put(profile))
            qFatal("The connection was not kept");
        const QByteArray &secret = each.secret.reveal();
        const QJsonDocument object = QJsonDocument::fromJson(secret);
        secrets[each.name] =
            object.isObject() ? QJsonValue(object.object()) : QJsonValue(QString::fromUtf8(secret));
    }
    QFile file(m_folder.filePath(u"secrets.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(secrets).toJson()) < 0)
        qFatal("The secrets were not written");
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

std::unique_ptr<QProcess> KillRound::start(const QStringList &words, [[maybe_unused]] bool keepsAside)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    for (const auto &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, m_folder.filePath(u"home"_s));
#ifdef PULLCORD_SYNCED_COPY
    if (keepsAside) {
        environment.insert(u"LD_PRELOAD"_s, QStringLiteral(PULLCORD_SYNCED_COPY));
        environment.insert(u"PULLCORD_SYNCED_COPY_DIR"_s, m_folder.filePath(u"synced"_s));
    }
#endif
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(PULLCORD_CLI),
                   QStringList{u"--config-dir"_s, m_folder.filePath(u"config"_s), u"--secrets"_s,
                               m_folder.filePath(u"secrets.json"_s)} +
                       words);
    return process;
}

bool KillRound::runAndKill(QRandomGenerator &dice, const QStringList &ids, bool losesUnsynced)
{
    const auto process = start({u"cancel"_s, u"--all"_s, u"--yes"_s, u"--timeout"_s, u"20"_s}, losesUnsynced);
    const bool isOver = dice.bounded(4) == 0;
    const int arrived = isOver ? 0 : dice.bounded(static_cast<int>(ids.size()) + 1);
    const auto hasEnded = [&] { return process->state() == QProcess::NotRunning; };
    if (!QTest::qWaitFor([&] { return m_bench.arrivals(ids) >= arrived || hasEnded(); }, patience))
        return false;
    // Somewhere between this arrival and the next, or anywhere from the start on.
    base::Timer moment(m_bench.m_clock, [] {});
    moment.start(base::milliseconds(dice.bounded(isOver ? 400 : 60)));
    if (!QTest::qWaitFor([&] { return !moment.isActive() || hasEnded(); }, patience))
        return false;
    process->kill();
    const bool hasGone = QTest::qWaitFor(hasEnded, patience);
    m_said = process->readAllStandardError();
    if (losesUnsynced)
        cutPower();
    return hasGone;
}

// Nothing of the journal stays but what was flushed.
void KillRound::cutPower()
{
    const QDir config(m_folder.filePath(u"config"_s));
    for (const QString &name : config.entryList({u"journal.*"_s}, QDir::Files))
        QFile::remove(config.filePath(name));
    const QDir synced(m_folder.filePath(u"synced"_s));
    for (const QString &name : synced.entryList(QDir::Files)) {
        if (!name.endsWith(".part"_L1))
            QFile::copy(synced.filePath(name), config.filePath(name));
    }
}

QByteArray KillRound::askForUnresolved()
{
    const auto process = start({u"unresolved"_s, u"--format"_s, u"json"_s, u"--timeout"_s, u"1"_s}, false);
    if (!QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, patience))
        return {};
    m_said = process->readAllStandardError();
    return process->readAllStandardOutput();
}

} // namespace kills
