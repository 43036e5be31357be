// SPDX-License-Identifier: Apache-2.0
// What the program does with files: secrets that others can read, files that are broken, places that cannot
// be written to. It must lose nothing, and send nothing that the journal does not hold.
#include "cli/cli_bench.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::Finished;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCliFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void refusesOpenSecrets_data();
    void refusesOpenSecrets();
    void refusesWhatIsNoSecretsFile_data();
    void refusesWhatIsNoSecretsFile();
    void takesSecretsFromStandardInput();
    void keepsBrokenFilesAside_data();
    void keepsBrokenFilesAside();
    void readsWhereItCannotWrite();
    void sendsNothingWithoutJournal();
    void sendsNothingOnAFullDisk();
    void makesItsFolder();
    void filesAreTheOwnersAlone();

private:
    [[nodiscard]] QStringList brokenFiles() const
    {
        return QDir(m_bench->configDir()).entryList({u"*.broken-*"_s}, QDir::Files);
    }

    std::unique_ptr<cli::PracticeProcess> m_venue;
    std::unique_ptr<cli::Bench> m_bench;
};

void TestCliFiles::initTestCase()
{
    m_venue = std::make_unique<cli::PracticeProcess>();
}

void TestCliFiles::init()
{
    m_bench = std::make_unique<cli::Bench>();
    m_bench->connectTo(*m_venue);
}

void TestCliFiles::refusesOpenSecrets_data()
{
    QTest::addColumn<int>("permission");
    QTest::newRow("group reads") << int(QFileDevice::ReadGroup);
    QTest::newRow("group writes") << int(QFileDevice::WriteGroup);
    QTest::newRow("group runs") << int(QFileDevice::ExeGroup);
    QTest::newRow("others read") << int(QFileDevice::ReadOther);
    QTest::newRow("others write") << int(QFileDevice::WriteOther);
    QTest::newRow("others run") << int(QFileDevice::ExeOther);
}

void TestCliFiles::refusesOpenSecrets()
{
    QFETCH(int, permission);
    QFile file(m_bench->secretsFile());
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                QFileDevice::Permission(permission)));
    const Finished finished = m_bench->with({u"orders"_s});
    QVERIFY2(finished.code == 5 && finished.out.isEmpty(), finished.story());
    QVERIFY2(finished.err.contains("chmod 600"), finished.story());
}

void TestCliFiles::refusesWhatIsNoSecretsFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a token") << "some.token\n"_ba;
    QTest::newRow("a list") << R"(["some.token"])"_ba;
    QTest::newRow("a number for a secret") << R"({"pocketful": 7})"_ba;
    QTest::newRow("cut") << R"({"pocketful": "some.tok)"_ba;
}

void TestCliFiles::refusesWhatIsNoSecretsFile()
{
    QFETCH(QByteArray, content);
    QVERIFY(write(m_bench->secretsFile(), content)); // its permissions stay
    const Finished finished = m_bench->with({u"orders"_s});
    QVERIFY2(finished.code == 2 && finished.out.isEmpty(), finished.story());
    QVERIFY2(!finished.err.contains("some.tok"), finished.story());
    const Finished missing = m_bench->run({u"--secrets"_s, u"/nowhere/s.json"_s, u"orders"_s});
    QCOMPARE(missing.code, 2);
}

void TestCliFiles::takesSecretsFromStandardInput()
{
    const Finished finished = m_bench->run({u"--secrets"_s, u"-"_s, u"orders"_s, u"--format"_s, u"json"_s},
                                           contentOf(m_bench->secretsFile()));
    QVERIFY2(finished.code == 0, finished.story());
    QCOMPARE(finished.object()[u"orders"_s].toArray().size(), 40);
}

void TestCliFiles::keepsBrokenFilesAside_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("connections cut") << u"connections.json"_s
                                     << R"({"version": 1, "connections": [{"name": "a")"_ba;
    QTest::newRow("connections of another kind") << u"connections.json"_s << R"({"version": 1})"_ba;
    QTest::newRow("connections with a bad address")
        << u"connections.json"_s
        << R"({"version":1,"connections":[{"name":"a","broker":"pace","url":"http://example.com"}]})"_ba;
    QTest::newRow("settings") << u"settings.json"_s << "not JSON"_ba;
}

void TestCliFiles::keepsBrokenFilesAside()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const QString path = m_bench->configDir() + u'/' + name;
    QVERIFY(write(path, content));
    const Finished finished = m_bench->with({u"orders"_s});
    QVERIFY2(finished.code == 1 && finished.out.isEmpty(), finished.story());
    QCOMPARE(brokenFiles().size(), 1);
    QVERIFY(brokenFiles()[0].startsWith(name));
    QVERIFY2(finished.err.contains(brokenFiles()[0].toUtf8()), finished.story());
    QCOMPARE(contentOf(m_bench->configDir() + u'/' + brokenFiles()[0]), content);
    QCOMPARE(m_bench->with({u"orders"_s}).code, 0); // it goes on without the file
}

// A folder that is a file cannot be written to, not even by root, whom permissions do not stop.
void TestCliFiles::readsWhereItCannotWrite()
{
    const QString notAFolder = m_bench->path(u"file"_s);
    QVERIFY(write(notAFolder, "x"));
    const auto run = [&](const QStringList &words) {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(m_bench->environment);
        process->start(QStringLiteral(PULLCORD_CLI),
                       QStringList{u"--config-dir"_s, notAFolder + u"/deep"_s} + words);
        process->closeWriteChannel();
        return cli::finish(*process);
    };
    QCOMPARE(run({u"orders"_s}).code, 0);
    QCOMPARE(run({u"journal"_s, u"list"_s}).code, 0);
    const Finished added = run({u"connections"_s, u"add"_s, u"a"_s, u"--broker"_s, u"pace"_s});
    QVERIFY2(added.code == 1, added.story());
    const Finished cancel = run({u"cancel"_s, u"--all"_s, u"--yes"_s});
    QVERIFY2(cancel.code == 5, cancel.story());
    QCOMPARE(contentOf(notAFolder), "x"_ba);
}

void TestCliFiles::sendsNothingWithoutJournal()
{
    QVERIFY(QDir(m_bench->configDir()).mkdir(u"journal.db"_s));
    const int before = m_venue->cancelCount();
    const Finished finished = m_bench->with({u"cancel"_s, u"--filter"_s, u"symbol:IDEA*"_s, u"--yes"_s});
    QVERIFY2(finished.code == 5, finished.story());
    QVERIFY(!finished.err.isEmpty());
    QCOMPARE(m_venue->cancelCount(), before);
    QCOMPARE(m_bench->with({u"orders"_s}).code, 0);
}

void TestCliFiles::sendsNothingOnAFullDisk()
{
    // No file of this run may grow beyond a few kilobytes: what the journal needs to set aside is not there.
    QProcess process;
    process.setProcessEnvironment(m_bench->environment);
    const QString call =
        u"trap '' XFSZ; ulimit -f 64; exec \"$0\" --config-dir \"$1\" --secrets \"$2\" cancel --filter "
        u"'symbol:YESBANK*' --yes --format json"_s;
    const int before = m_venue->cancelCount();
    process.start(u"bash"_s, {u"-c"_s, call, QStringLiteral(PULLCORD_CLI), m_bench->configDir(),
                              m_bench->secretsFile()});
    const Finished finished = cli::finish(process);
    QVERIFY2(finished.code == 5, finished.story());
    QCOMPARE(m_venue->cancelCount(), before);
    const QJsonValue result = finished.object()[u"results"_s][0];
    QCOMPARE(result[u"outcome"_s].toString(), u"not_sent"_s);
    QCOMPARE(result[u"why"_s].toString(), u"journal"_s);
}

void TestCliFiles::makesItsFolder()
{
    QDir(m_bench->configDir()).removeRecursively();
    QCOMPARE(m_bench->run({u"connections"_s, u"add"_s, u"a"_s, u"--broker"_s, u"pace"_s}).code, 0);
    QVERIFY(QFile::exists(m_bench->configDir() + u"/connections.json"_s));
}

void TestCliFiles::filesAreTheOwnersAlone()
{
    QCOMPARE(m_bench->with({u"cancel"_s, u"--filter"_s, u"symbol:IDEA*"_s, u"--yes"_s}).code, 0);
    QCOMPARE(m_bench->run({u"connections"_s, u"add"_s, u"another"_s, u"--broker"_s, u"pace"_s}).code, 0);
    const QDir folder(m_bench->configDir());
    QVERIFY(folder.exists(u"journal.db"_s));
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
        const auto others = file.permissions() & (QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                  QFileDevice::ReadOther | QFileDevice::WriteOther);
        QVERIFY2(others == QFileDevice::Permissions(), qPrintable(file.fileName()));
    }
}

QTEST_GUILESS_MAIN(TestCliFiles)
#include "test_cli_files.moc"
