// SPDX-License-Identifier: Apache-2.0
#include "commands/command.h"
#include "commands/filter_argument.h"
#include "commands/secrets_input.h"
#include "commands/text_table.h"
#include "commands/usage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using commands::Arguments;

namespace {

base::Result<Arguments> parsed(const QStringList &words)
{
    const commands::Command *command = commands::findCommand(commands::commandName(words));
    return Arguments::parse(words, command ? command->options : std::span<const commands::OptionSpec>());
}

} // namespace

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheCommand_data();
    void findsTheCommand();
    void takesOptionsAnywhere();
    void refusesWrongWords_data();
    void refusesWrongWords();
    void readsTimes_data();
    void readsTimes();
    void emptyFilterIsNoFilter();
    void everyCommandHasAPage();
    void readsSecrets();
    void tableCannotBeSteered();
};

void TestArguments::findsTheCommand_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("command");
    QTest::newRow("nothing") << QStringList{} << QString();
    QTest::newRow("alone") << QStringList{u"orders"_s} << u"orders"_s;
    QTest::newRow("behind an option with a value")
        << QStringList{u"--config-dir"_s, u"cancel"_s, u"orders"_s} << u"orders"_s;
    QTest::newRow("behind one with =") << QStringList{u"--secrets=-"_s, u"watch"_s} << u"watch"_s;
    QTest::newRow("behind a flag") << QStringList{u"--practice"_s, u"cancel"_s, u"--all"_s} << u"cancel"_s;
}

void TestArguments::findsTheCommand()
{
    QFETCH(QStringList, words);
    QTEST(commands::commandName(words), "command");
}

void TestArguments::takesOptionsAnywhere()
{
    const auto arguments = parsed({u"--practice"_s, u"orders"_s, u"--connection"_s, u"a"_s, u"--config-dir"_s,
                                   u"d"_s, u"--connection=b"_s, u"--filter"_s, u"-side:sell"_s});
    QVERIFY(arguments);
    QVERIFY(arguments->has("practice"_L1));
    QCOMPARE(arguments->values("connection"_L1), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(arguments->value("config-dir"_L1), u"d"_s);
    QCOMPARE(arguments->value("filter"_L1), u"-side:sell"_s);
    QVERIFY(arguments->positional().isEmpty());
    QCOMPARE(parsed({u"cancel"_s, u"A:1"_s, u"--yes"_s, u"A:2"_s})->positional(),
             QStringList({u"A:1"_s, u"A:2"_s}));
    QCOMPARE(parsed({u"cancel"_s, u"--"_s, u"-x:1"_s})->positional(), QStringList{u"-x:1"_s});
}

void TestArguments::refusesWrongWords_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("unknown option") << QStringList{u"orders"_s, u"--al"_s};
    QTest::newRow("another command's option") << QStringList{u"orders"_s, u"--yes"_s};
    QTest::newRow("value missing") << QStringList{u"orders"_s, u"--filter"_s};
    QTest::newRow("value for a flag") << QStringList{u"cancel"_s, u"--all=yes"_s};
    QTest::newRow("stands twice") << QStringList{u"cancel"_s, u"--filter"_s, u"a"_s, u"--filter"_s, u"b"_s};
}

void TestArguments::refusesWrongWords()
{
    QFETCH(QStringList, words);
    const auto arguments = parsed(words);
    QVERIFY(!arguments);
    QCOMPARE(arguments.error().kind, base::ErrorKind::Usage);
}

void TestArguments::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1: refused
    QTest::newRow("UTC") << u"2026-01-31T03:45:00Z"_s << qint64(1'769'831'100'000);
    QTest::newRow("as this program prints it") << u"2026-01-31T03:45:00.250Z"_s << qint64(1'769'831'100'250);
    QTest::newRow("another zone") << u"2026-01-31T09:15:00+05:30"_s << qint64(1'769'831'100'000);
    QTest::newRow("no zone is UTC") << u"2026-01-31T03:45:00"_s << qint64(1'769'831'100'000);
    QTest::newRow("a day") << u"2026-01-31"_s << qint64(1'769'817'600'000);
    QTest::newRow("words") << u"yesterday"_s << qint64(-1);
    QTest::newRow("nothing") << QString() << qint64(-1);
}

void TestArguments::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const auto since = commands::readSince(*parsed({u"journal"_s, u"list"_s, u"--since"_s, text}));
    QCOMPARE(since ? since->time_since_epoch().count() : -1, milliseconds);
}

void TestArguments::emptyFilterIsNoFilter()
{
    for (const QString &text : {QString(), u"  "_s, u"nosuchfield:1"_s, u"price>x"_s}) {
        const auto filter = commands::readFilter(*parsed({u"orders"_s, u"--filter"_s, text}));
        QVERIFY2(!filter, qPrintable(text));
        QCOMPARE(filter.error().kind, base::ErrorKind::Usage);
    }
    QVERIFY(commands::readFilter(*parsed({u"orders"_s})));
}

void TestArguments::everyCommandHasAPage()
{
    for (const commands::Command &command : commands::allCommands()) {
        const QString page = commands::commandUsage(command.name);
        QVERIFY2(page.startsWith(u"pullcord-cli "_s + command.name), command.name.data());
        QVERIFY(commands::programUsage().contains(command.name));
        for (const commands::OptionSpec &option : command.options)
            QVERIFY2(page.contains(u"--"_s + option.name), option.name.data());
    }
}

void TestArguments::readsSecrets()
{
    const auto secrets =
        commands::parseSecrets(base::Secret(R"({"a": "plain", "b": {"token": "t", "api_key": "k"}})"));
    QVERIFY(secrets);
    QCOMPARE(secrets->size(), std::size_t(2));
    QCOMPARE((*secrets)[0].second.reveal(), "plain");
    QCOMPARE((*secrets)[1].second.reveal(), R"({"api_key":"k","token":"t"})");
    for (const char *text : {"", "plain", "[]", R"({"a": 7})", R"({"a": "x")"}) {
        const auto refused = commands::parseSecrets(base::Secret(text));
        QVERIFY2(!refused, text);
        QVERIFY(!refused.error().text.contains(u"plain"_s));
    }
}

void TestArguments::tableCannotBeSteered()
{
    commands::TextTable table({u"A"_s, u">B"_s});
    table.addRow({u"x\x1b[2J\ny"_s, u"1"_s});
    table.addRow({u"\u202Eevil"_s, u"22"_s});
    const QByteArray text = table.toText();
    QCOMPARE(text.count('\n'), 3);
    QVERIFY(!text.contains('\x1b'));
    QVERIFY(!QString::fromUtf8(text).contains(QChar(0x202E)));
    QVERIFY(text.contains(" 1\n"));
    QVERIFY(text.contains("22\n"));
}

QTEST_GUILESS_MAIN(TestArguments)
#include "test_arguments.moc"
