// SPDX-License-Identifier: Apache-2.0
// `pullcord-cli connections list|add|remove|check`: keeps the connections and their secrets, and tries them.
#include "commands/connection_form.h"
#include "commands/engine.h"
#include "commands/text_table.h"
#include "desk/connection_store.h"
#include "vault/secret_store.h"
#include "json/json_writer.h"

#include <QPointer>

#include <map>
#include <memory>

namespace commands {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using venues::ConnectionProfile;

constexpr base::milliseconds vaultTime = 20s; // the store's own deadlines are shorter
constexpr base::milliseconds checkTime = 30s;

base::Error noAnswer(const QString &who)
{
    return {base::ErrorKind::Timeout, u"%1 did not answer in time"_s.arg(who), 0, {}, {}};
}

// One job of the vault, waited for.
base::Status waitFor(Engine &engine, const std::function<void(vault::SecretStore::DoneCallback)> &job)
{
    // Shared: the answer may come after the wait was given up.
    const auto answer = std::make_shared<std::optional<base::Status>>();
    const QPointer<Waiting> waiting(&engine.waiting());
    job([answer, waiting](base::Status done) {
        *answer = std::move(done);
        if (waiting)
            waiting->look();
    });
    if (engine.waiting().until([&] { return answer->has_value(); }, vaultTime) != WaitEnd::Done)
        return base::failure(noAnswer(u"the keychain"_s));
    return **answer;
}

bool hasSecret(const Context &context, Engine &engine, const QString &name)
{
    if (engine.hasSessionSecret(name))
        return true;
    bool has = false;
    const auto read = waitFor(engine, [&](vault::SecretStore::DoneCallback done) {
        engine.wiring().secrets().read(name, [&has, done](base::Result<std::optional<base::Secret>> secret) {
            has = secret && *secret && !(*secret)->isEmpty();
            done(secret ? base::Status() : base::failure(secret.error()));
        });
    });
    if (!read)
        context.terminal.say(u"%1: the keychain could not be asked: %2"_s.arg(name, read.error().text));
    return has;
}

ExitCode list(const Context &context, Engine &engine, bool isTable)
{
    TextTable table({u"NAME"_s, u"BROKER"_s, u"ADDRESS"_s, u"CLIENT"_s, u"ACCOUNT"_s, u"SECRET"_s});
    json::Writer writer;
    writer.beginArray();
    for (const ConnectionProfile &profile : engine.wiring().connections().profiles()) {
        const bool has = hasSecret(context, engine, profile.name);
        const QString url = profile.url.toString();
        table.addRow({profile.name, profile.broker, url, profile.clientId, profile.accountId,
                      has ? u"yes"_s : u"no"_s});
        writer.beginObject();
        writer.member(u"name", profile.name);
        writer.member(u"broker", profile.broker);
        writer.member(u"url", url);
        writer.memberOrNull(u"client_id", profile.clientId);
        writer.memberOrNull(u"account_id", profile.accountId);
        writer.name(u"has_secret").boolean(has);
        writer.endObject();
    }
    writer.endArray();
    context.terminal.print(isTable ? table.toText() : writer.bytes() + '\n');
    return ExitCode::Good;
}

ExitCode add(const Context &context, Engine &engine, const QString &name)
{
    const auto profile = readProfile(name, context.arguments);
    if (!profile)
        return reportError(context, profile.error());
    if (engine.wiring().connections().find(name))
        return wrongUsage(context, u"there is a connection \"%1\" already; remove it first"_s.arg(name));
    const auto secret = context.terminal.readSecret(u"Secret of %1:"_s.arg(name));
    if (!secret)
        return reportError(context, secret.error());
    engine.wiring().redactor().protect(*secret);
    if (const auto kept = engine.wiring().connections().put(*profile); !kept)
        return reportError(context, kept.error());
    if (secret->isEmpty()) {
        context.terminal.say(u"%1 is kept without a secret: standard input was empty"_s.arg(name));
        return ExitCode::Good;
    }
    const auto written = waitFor(engine, [&](vault::SecretStore::DoneCallback done) {
        engine.wiring().secrets().write(name, *secret, std::move(done));
    });
    const bool isInMemory = engine.wiring().secrets().kind() == vault::StoreKind::Memory;
    if (!written || isInMemory)
        context.terminal.say(
            u"Warning: %1 is kept without its secret, for there is no keychain to keep it in%2. Give it "
            u"with --secrets at each run."_s.arg(name,
                                                 written ? QString() : u" (%1)"_s.arg(written.error().text)));
    else
        context.terminal.say(u"%1 is kept; its secret is in the system keychain"_s.arg(name));
    return ExitCode::Good;
}

ExitCode remove(const Context &context, Engine &engine, const QString &name)
{
    const auto removed = engine.wiring().connections().remove(name);
    if (!removed && removed.error().kind == base::ErrorKind::NotFound)
        return wrongUsage(context, removed.error().text);
    if (!removed)
        return reportError(context, removed.error());
    const auto forgotten = waitFor(engine, [&](vault::SecretStore::DoneCallback done) {
        engine.wiring().secrets().remove(name, std::move(done));
    });
    if (!forgotten)
        context.terminal.say(u"Warning: %1 is removed, but its secret may still be in the keychain: %2"_s.arg(
            name, forgotten.error().text));
    return ExitCode::Good;
}

// 6 where nothing could be reached, 5 where nobody could sign in or a secret is missing, 1 for what else is
// wrong.
ExitCode codeOf(const std::vector<desk::CheckLine> &lines)
{
    std::map<QString, bool> found;
    for (const desk::CheckLine &line : lines)
        found[line.what] = line.ok;
    const auto isBad = [&](const QString &what) { return found.contains(what) && !found[what]; };
    if (isBad(u"address"_s))
        return ExitCode::BookFailed;
    if (isBad(u"sign-in"_s) || isBad(u"secret"_s))
        return ExitCode::NotSent;
    if (isBad(u"book"_s))
        return ExitCode::BookFailed;
    return isBad(u"clock"_s) ? ExitCode::Failed : ExitCode::Good;
}

ExitCode check(const Context &context, Engine &engine, const QString &name, bool isTable)
{
    if (const ExitCode code = engine.restrictTo(name.isEmpty() ? QStringList() : QStringList{name});
        code != ExitCode::Good)
        return code;
    engine.desk().start(false);
    const auto answers = std::make_shared<std::map<QString, std::vector<desk::CheckLine>>>();
    const QPointer<Waiting> waiting(&engine.waiting());
    const auto views = engine.desk().connections();
    for (const desk::ConnectionView &view : views)
        engine.desk().checkConnection(view.profile.name,
                                      [answers, waiting, each = view.profile.name](auto lines) {
                                          (*answers)[each] = std::move(lines);
                                          if (waiting)
                                              waiting->look();
                                      });
    if (engine.waiting().until([&] { return answers->size() == views.size(); }, checkTime) ==
        WaitEnd::Interrupted)
        return ExitCode::Failed;

    ExitCode code = ExitCode::Good;
    TextTable table({u"NAME"_s, u"CHECK"_s, u"OK"_s, u"DETAIL"_s});
    json::Writer writer;
    writer.beginArray();
    for (const desk::ConnectionView &view : views) {
        const QString &each = view.profile.name;
        if (!answers->contains(each))
            (*answers)[each] = {{u"address"_s, false, noAnswer(each).text}};
        writer.beginObject().member(u"name", each).name(u"checks").beginArray();
        for (const desk::CheckLine &line : (*answers)[each]) {
            table.addRow({each, line.what, line.ok ? u"ok"_s : u"NO"_s, line.detail});
            writer.beginObject().member(u"what", line.what).name(u"ok").boolean(line.ok);
            writer.memberOrNull(u"detail", line.detail).endObject();
        }
        writer.endArray().endObject();
        code = graver(code, codeOf((*answers)[each]));
    }
    writer.endArray();
    context.terminal.print(isTable ? table.toText() : writer.bytes() + '\n');
    return code;
}

} // namespace

ExitCode runConnections(const Context &context)
{
    const QString what = context.arguments.positional().value(0);
    const QStringList names = context.arguments.positional().mid(1);
    const bool changes = what == "add"_L1 || what == "remove"_L1;
    const bool isCountRight = changes ? names.size() == 1 : names.size() <= (what == "check"_L1 ? 1 : 0);
    if (!(changes || what == "list"_L1 || what == "check"_L1) || !isCountRight)
        return wrongUsage(context, u"\"connections\" takes list, add NAME, remove NAME or check [NAME]"_s);
    const auto format = context.arguments.choice("format"_L1, {u"json"_s, u"table"_s});
    if (!format)
        return reportError(context, format.error());
    if (changes && context.arguments.has("practice"_L1))
        return wrongUsage(context, u"the practice venue's connections cannot be changed"_s);
    if (changes && context.arguments.has("secrets"_L1))
        return wrongUsage(context,
                          u"--secrets is for one run: \"add\" reads the secret from standard input"_s);
    ExitCode code = ExitCode::Good;
    const auto engine = Engine::open(context, Door::Reader, code);
    if (!engine)
        return code;
    if (what == "add"_L1)
        return add(context, *engine, names.front());
    if (what == "remove"_L1)
        return remove(context, *engine, names.front());
    if (what == "check"_L1)
        return check(context, *engine, names.value(0), *format == "table"_L1);
    return list(context, *engine, *format == "table"_L1);
}

} // namespace commands
