// SPDX-License-Identifier: Apache-2.0
#include "commands/engine.h"

#include "base/redactor.h"
#include "commands/secrets_input.h"
#include "desk/connection_store.h"

#include <algorithm>

namespace commands {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds loadTime = 15s;

bool isSettled(const desk::ConnectionView &view)
{
    return view.bookAge || view.book == desk::BookState::Failed ||
           view.venue == venues::VenueState::SignedOut || view.venue == venues::VenueState::Unreachable;
}

// What keeps a sender from sending is exit code 5; whatever else is broken is the program's own trouble.
ExitCode codeOf(const base::Error &error, Door door)
{
    const bool isNotSent = error.kind == base::ErrorKind::Busy || error.kind == base::ErrorKind::Storage;
    return door != Door::Reader && isNotSent ? ExitCode::NotSent : ExitCode::Failed;
}

} // namespace

Engine::Engine(const Context &context, std::unique_ptr<app::Wiring> wiring)
    : m_context(context)
    , m_wiring(std::move(wiring))
    , m_waiting(m_wiring->clock(), context.interrupts)
{
    QObject::connect(&desk(), &desk::Desk::connectionChanged, &m_waiting, &Waiting::look);
    QObject::connect(&desk(), &desk::Desk::connectionsChanged, &m_waiting, &Waiting::look);
    QObject::connect(&desk(), &desk::Desk::ordersChanged, &m_waiting, &Waiting::look);
    QObject::connect(&desk(), &desk::Desk::noticed, &m_waiting,
                     [this](const QString &name, const QString &text) {
                         m_context.terminal.say(name.isEmpty() ? text : u"%1: %2"_s.arg(name, text));
                     });
    QObject::connect(&desk(), &desk::Desk::codeAsked, &m_waiting,
                     [this](const QString &name, const QString &kind) {
                         m_codesWanted[name] = kind;
                         m_waiting.look();
                     });
    m_context.terminal.useRedactor(&m_wiring->redactor());
}

Engine::~Engine()
{
    desk().stop();
    m_context.terminal.useRedactor(nullptr);
}

std::unique_ptr<Engine> Engine::open(const Context &context, Door door, ExitCode &code)
{
    const Arguments &arguments = context.arguments;
    app::WiringOptions options;
    options.configDir = arguments.value("config-dir"_L1);
    options.practice = arguments.has("practice"_L1);
    options.practiceStands = arguments.has("still"_L1);
    options.usesKeychain = !arguments.has("secrets"_L1);
    options.role = door == Door::Reader ? app::EngineRole::Reader : app::EngineRole::Sender;
    if (options.practiceStands && !options.practice) {
        code = wrongUsage(context, u"--still goes with --practice"_s);
        return nullptr;
    }
    auto wiring = app::Wiring::make(options);
    std::optional<QString> holder;
    if (!wiring && door == Door::Guest && wiring.error().kind == base::ErrorKind::Busy) {
        holder = wiring.error().text;
        options.role = app::EngineRole::Reader;
        wiring = app::Wiring::make(options);
    }
    if (!wiring) {
        context.terminal.say(wiring.error());
        code = codeOf(wiring.error(), door);
        return nullptr;
    }
    for (const base::Error &broken : (*wiring)->brokenFiles()) {
        context.terminal.say(broken);
        code = ExitCode::Failed;
    }
    if (!(*wiring)->brokenFiles().empty())
        return nullptr;
    for (const base::Error &warning : (*wiring)->warnings())
        context.terminal.say(warning);
    std::unique_ptr<Engine> engine(new Engine(context, std::move(*wiring)));
    engine->m_holder = holder;
    if (arguments.has("secrets"_L1)) {
        code = engine->takeSecrets(arguments.value("secrets"_L1));
        if (code != ExitCode::Good)
            return nullptr;
    }
    return engine;
}

ExitCode Engine::takeSecrets(const QString &source)
{
    const auto text =
        source == "-"_L1 ? m_context.terminal.readSecret(u"Secrets, as JSON:"_s) : readSecretsFile(source);
    if (!text) {
        m_context.terminal.say(text.error());
        return text.error().kind == base::ErrorKind::Keychain ? ExitCode::NotSent : ExitCode::Usage;
    }
    const auto secrets = parseSecrets(*text);
    if (!secrets)
        return wrongUsage(m_context, secrets.error().text);
    for (const auto &[name, secret] : *secrets) {
        m_wiring->redactor().protect(secret);
        desk().setSessionSecret(name, secret);
        m_withSecret << name;
    }
    return ExitCode::Good;
}

ExitCode Engine::restrictTo(const QStringList &names)
{
    for (const QString &name : names) {
        if (!m_wiring->connections().find(name))
            return wrongUsage(m_context, u"there is no connection \"%1\""_s.arg(name));
    }
    m_names = names;
    desk().restrictTo(names);
    return ExitCode::Good;
}

WaitEnd Engine::waitForBooks()
{
    return m_waiting.until(
        [this] {
            const auto views = desk().connections();
            return std::all_of(views.begin(), views.end(), [this](const desk::ConnectionView &view) {
                const QString &name = view.profile.name;
                return (!m_names.isEmpty() && !m_names.contains(name)) || m_codesWanted.contains(name) ||
                       isSettled(view);
            });
        },
        loadTime);
}

bool Engine::askForCodes()
{
    for (const auto &[name, kind] : std::exchange(m_codesWanted, {})) {
        if (!m_context.terminal.isInputTerminal()) {
            m_context.terminal.say(
                u"%1: its sign-in asks for a code (%2), and there is no terminal to type it "
                "at"_s.arg(name, kind));
            continue;
        }
        const auto code =
            m_context.terminal.ask(u"%1: the code from your second factor (%2):"_s.arg(name, kind));
        if (!code)
            return false;
        desk().submitCode(name, base::Secret(code->toUtf8()));
    }
    return true;
}

bool Engine::loadBooks(bool polling)
{
    desk().start(polling);
    WaitEnd end = waitForBooks();
    while (end == WaitEnd::Done && !m_codesWanted.empty() && m_context.terminal.isInputTerminal()) {
        if (!askForCodes())
            return false;
        end = waitForBooks();
    }
    if (end == WaitEnd::Interrupted || !askForCodes())
        return false;
    for (const BookReport &book : books()) {
        if (!book.isLoaded)
            m_context.terminal.say(
                u"%1: the order book could not be loaded: %2"_s.arg(book.name, book.error));
    }
    return true;
}

BookReport Engine::reportOf(const desk::ConnectionView &view) const
{
    BookReport report;
    report.name = view.profile.name;
    report.broker = view.profile.broker;
    report.age = view.bookAge;
    report.isLoaded = view.bookAge && view.book != desk::BookState::Failed;
    report.isAwaited = view.book == desk::BookState::Loading && !view.problem;
    report.state = desk::bookStateName(report.isLoaded ? view.book : desk::BookState::Failed);
    const bool lacksSecret = view.problem && (view.problem->kind == base::ErrorKind::SignedOut ||
                                              view.problem->kind == base::ErrorKind::Keychain);
    report.isSignedOut = !report.isLoaded && (view.venue == venues::VenueState::SignedOut || lacksSecret);
    if (view.problem)
        report.error = view.problem->text;
    else if (!report.isLoaded)
        report.error =
            u"not read within %1 s: no answer, or the account's request budget is used up for now"_s.arg(
                std::chrono::duration_cast<base::seconds>(loadTime).count());
    return report;
}

std::vector<BookReport> Engine::books() const
{
    std::vector<BookReport> books;
    for (const desk::ConnectionView &view : m_wiring->desk().connections()) {
        if (m_names.isEmpty() || m_names.contains(view.profile.name))
            books.push_back(reportOf(view));
    }
    return books;
}

std::optional<BookReport> Engine::book(const QString &connection) const
{
    const auto all = books();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const BookReport &report) { return report.name == connection; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

bool Engine::hasFailedBook() const
{
    const auto all = books();
    return std::any_of(all.begin(), all.end(), [](const BookReport &report) { return !report.isLoaded; });
}

} // namespace commands
