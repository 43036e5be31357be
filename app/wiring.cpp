// SPDX-License-Identifier: Apache-2.0
#include "wiring.h"

#include "alphapoint/apex_venue.h"
#include "base/clock.h"
#include "base/redactor.h"
#include "desk/connection_store.h"
#include "desk/desk.h"
#include "desk/engine_lock.h"
#include "desk/handover_server.h"
#include "desk/settings.h"
#include "journal/journal.h"
#include "net/http_client.h"
#include "net/request_ledger.h"
#include "practice/practice_venue.h"
#include "run_record.h"
#include "tradelab/dialect.h"
#include "tradelab/tradelab_venue.h"
#include "vault/keychain_store.h"
#include "vault/memory_store.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace app {

using namespace Qt::StringLiterals;

namespace {

QString platformFolder(QStandardPaths::StandardLocation location)
{
    return QDir(QStandardPaths::writableLocation(location)).filePath(u"pullcord"_s);
}

base::Error brokenFile(const QString &text)
{
    return {base::ErrorKind::Storage, text, 0, {}, {}};
}

} // namespace

// In the order in which they need one another: the last one made is the first one to go.
class Wiring::Parts
{
public:
    explicit Parts(const WiringOptions &options)
        : http(clock, redactor)
        , ledger(clock)
        , record(clock, redactor)
    {
        configDir = options.configDir.isEmpty() ? platformFolder(QStandardPaths::GenericConfigLocation)
                                                : QDir(options.configDir).absolutePath();
    }

    base::Status startPractice(bool stands);
    base::Status openFiles(EngineRole role);
    void build(const WiringOptions &options);
    void openHandover();
    base::Result<std::unique_ptr<venues::Venue>> makeVenue(const venues::ConnectionProfile &profile);
    [[nodiscard]] QString path(const QString &name) const { return QDir(configDir).filePath(name); }

    base::SystemClock clock;
    base::Redactor redactor;
    QString configDir;
    std::unique_ptr<QTemporaryDir> practiceFolder;
    std::unique_ptr<practice::PracticeVenue> practiceVenue;
    net::HttpClient http;
    net::RequestLedger ledger;
    std::unique_ptr<desk::EngineLock> lock;
    journal::Journal record;
    std::unique_ptr<vault::SecretStore> secrets;
    std::unique_ptr<desk::ConnectionStore> connections;
    std::unique_ptr<desk::Settings> settings;
    std::unique_ptr<desk::Desk> engine;
    std::unique_ptr<desk::HandoverServer> handover;
    std::vector<base::Error> brokenFiles;
    std::vector<base::Error> warnings;
};

// The practice venue has a folder of its own that goes with it: the user's journal never sees its orders.
base::Status Wiring::Parts::startPractice(bool stands)
{
    practiceFolder = std::make_unique<QTemporaryDir>();
    if (!practiceFolder->isValid())
        return base::failure(base::ErrorKind::Storage, practiceFolder->errorString());
    configDir = practiceFolder->path();
    practice::PracticeOptions options;
    options.still = stands;
    options.apexConnection = true;
    practiceVenue = std::make_unique<practice::PracticeVenue>(clock, options);
    return practiceVenue->start();
}

base::Status Wiring::Parts::openFiles(EngineRole role)
{
    connections = std::make_unique<desk::ConnectionStore>(clock, practiceVenue ? QString()
                                                                               : path(u"connections.json"_s));
    settings = std::make_unique<desk::Settings>(clock, practiceVenue ? QString() : path(u"settings.json"_s));
    for (const base::Status &loaded : {connections->load(), settings->load()}) {
        if (!loaded)
            brokenFiles.push_back(loaded.error());
    }
    if (role == EngineRole::Reader) {
        // Before the first cancel there is no journal: a reader does without.
        [[maybe_unused]] const base::Status opened = record.openForReading(path(u"journal.db"_s));
        return {};
    }
    auto taken = desk::EngineLock::take(configDir);
    if (!taken)
        return base::failure(taken.error());
    lock = std::move(*taken);
    if (const auto opened = record.open(path(u"journal.db"_s)); !opened)
        return opened;
    if (record.setAside())
        brokenFiles.push_back(brokenFile(
            u"the journal was broken and lies at %1; a new one begins. Cancels that were open in it "
            u"are unknown now: look at the broker's book"_s.arg(*record.setAside())));
    if (record.rowsLost())
        brokenFiles.push_back(
            brokenFile(u"%1. Cancels may have left that it does not know: look at the broker's "
                       u"book"_s.arg(*record.rowsLost())));
    return noteStart(record, {path(u"connections.json"_s), path(u"settings.json"_s)});
}

base::Result<std::unique_ptr<venues::Venue>>
Wiring::Parts::makeVenue(const venues::ConnectionProfile &profile)
{
    if (const tradelab::Dialect *dialect = tradelab::findDialect(profile.broker))
        return std::make_unique<tradelab::TradelabVenue>(*dialect, profile, clock, redactor, http, &ledger);
    if (profile.broker == "alphapoint"_L1)
        return std::make_unique<alphapoint::ApexVenue>(profile, clock, redactor, &ledger);
    return base::failure(base::ErrorKind::Usage, u"no broker is called \"%1\""_s.arg(profile.broker));
}

void Wiring::Parts::build(const WiringOptions &options)
{
    // The brokers count by account, whichever folder the account's connection lies in.
    const QDir counters(practiceVenue ? configDir : platformFolder(QStandardPaths::GenericDataLocation));
    counters.mkpath(u"."_s);
    if (const auto counted = ledger.open(counters.filePath(u"requests.db"_s)); !counted)
        warnings.push_back(counted.error());
    if (practiceVenue || !options.usesKeychain)
        secrets = std::make_unique<vault::MemoryStore>();
    else
        secrets = std::make_unique<vault::KeychainStore>(clock);
    engine = std::make_unique<desk::Desk>(
        clock, redactor, record, *secrets, *connections,
        [this](const venues::ConnectionProfile &profile) { return makeVenue(profile); });
    if (options.role == EngineRole::Reader)
        engine->forbidCancels(base::Error{base::ErrorKind::Busy, u"this program only reads"_s, 0, {}, {}});
    else
        openHandover();
    if (!practiceVenue)
        return;
    for (const practice::PracticeConnection &each : practiceVenue->connections()) {
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
        // Kept in memory alone: the store has no file.
        [[maybe_unused]] const base::Status kept = connections->put(profile);
        secrets->write(each.name, each.secret, [](const base::Status &) {});
    }
}

void Wiring::Parts::openHandover()
{
    handover = std::make_unique<desk::HandoverServer>(*engine, desk::EngineLock::nameOfThisProgram());
    if (const auto listening = handover->listen(configDir); !listening)
        warnings.push_back(listening.error());
}

Wiring::Wiring(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Wiring::~Wiring()
{
    m_parts->handover.reset();
    m_parts->engine.reset(); // it may have something to say to the last
    noteStop(m_parts->record);
}

base::Result<std::unique_ptr<Wiring>> Wiring::make(const WiringOptions &options)
{
    auto parts = std::make_unique<Parts>(options);
    if (options.practice) {
        if (const auto started = parts->startPractice(options.practiceStands); !started)
            return base::failure(started.error());
    }
    if (const auto opened = parts->openFiles(options.role); !opened)
        return base::failure(opened.error());
    parts->build(options);
    return std::unique_ptr<Wiring>(new Wiring(std::move(parts)));
}

base::Clock &Wiring::clock()
{
    return m_parts->clock;
}

base::Redactor &Wiring::redactor()
{
    return m_parts->redactor;
}

desk::Desk &Wiring::desk()
{
    return *m_parts->engine;
}

desk::ConnectionStore &Wiring::connections()
{
    return *m_parts->connections;
}

desk::Settings &Wiring::settings()
{
    return *m_parts->settings;
}

vault::SecretStore &Wiring::secrets()
{
    return *m_parts->secrets;
}

journal::Journal &Wiring::journal()
{
    return m_parts->record;
}

practice::PracticeVenue *Wiring::practice()
{
    return m_parts->practiceVenue.get();
}

QString Wiring::configDir() const
{
    return m_parts->configDir;
}

QString Wiring::journalPath() const
{
    return m_parts->path(u"journal.db"_s);
}

bool Wiring::servesOthers() const
{
    return m_parts->handover && m_parts->handover->isServing();
}

const std::vector<base::Error> &Wiring::brokenFiles() const
{
    return m_parts->brokenFiles;
}

const std::vector<base::Error> &Wiring::warnings() const
{
    return m_parts->warnings;
}

} // namespace app
