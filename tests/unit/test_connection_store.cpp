// SPDX-License-Identifier: Apache-2.0
#include "desk/config_file.h"
#include "desk/connection_store.h"
#include "support/manual_clock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using desk::ConnectionStore;
using venues::ConnectionProfile;

namespace {

ConnectionProfile pocketful(const QString &name = u"mine"_s)
{
    return {name, u"pocketful"_s, QUrl(u"https://trade.pocketful.in"_s), u"DEMO1"_s, {}, {}, {}};
}

ConnectionProfile alphapoint()
{
    return {u"apex"_s, u"alphapoint"_s, QUrl(u"wss://api.example.com:8443/WSGateway"_s), {}, u"7"_s,
            u"1"_s,    u"12"_s};
}

} // namespace

class TestConnectionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsEmpty();
    void keepsWhatItWasGiven();
    void replacesByName();
    void removesByName();
    void refusesBadProfiles_data();
    void refusesBadProfiles();
    void takesItBackWhenTheDiskFails();
    void theFileHasNoSecretAndIsReadable();
    void aBrokenFileIsPutAside_data();
    void aBrokenFileIsPutAside();
    void aFileThatIsTooLargeIsPutAside();
    void anEmptyFileIsNoConnections();
    void withoutAPathNothingIsWritten();

private:
    [[nodiscard]] ConnectionStore store() const { return {m_clock, m_path}; }

    support::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestConnectionStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(u"connections.json"_s);
}

void TestConnectionStore::startsEmpty()
{
    ConnectionStore first = store();
    QVERIFY(first.load().has_value());
    QVERIFY(first.profiles().empty());
    QVERIFY(!first.find(u"mine"_s));
    QVERIFY(!QFile::exists(m_path));
}

void TestConnectionStore::keepsWhatItWasGiven()
{
    ConnectionStore first = store();
    QVERIFY(first.put(pocketful()).has_value());
    QVERIFY(first.put(alphapoint()).has_value());
    ConnectionProfile inside = pocketful(u"inside"_s);
    inside.caFile = u"/etc/company/ca \"1\".pem"_s;
    QVERIFY(first.put(inside).has_value());
    ConnectionStore second = store();
    QVERIFY(second.load().has_value());
    QCOMPARE(second.profiles().size(), std::size_t(3));
    QCOMPARE(second.find(u"inside"_s), inside);
    QCOMPARE(second.profiles()[0], pocketful());
    QCOMPARE(second.find(u"apex"_s), alphapoint());
}

void TestConnectionStore::replacesByName()
{
    ConnectionStore first = store();
    QVERIFY(first.put(pocketful()).has_value());
    ConnectionProfile changed = pocketful();
    changed.clientId = u"DEMO2"_s;
    QVERIFY(first.put(changed).has_value());
    ConnectionStore second = store();
    QVERIFY(second.load().has_value());
    QCOMPARE(second.profiles().size(), std::size_t(1));
    QCOMPARE(second.profiles()[0].clientId, u"DEMO2"_s);
}

void TestConnectionStore::removesByName()
{
    ConnectionStore first = store();
    QVERIFY(first.put(pocketful()).has_value());
    QVERIFY(first.put(alphapoint()).has_value());
    QCOMPARE(first.remove(u"other"_s).error().kind, base::ErrorKind::NotFound);
    QVERIFY(first.remove(u"mine"_s).has_value());
    ConnectionStore second = store();
    QVERIFY(second.load().has_value());
    QCOMPARE(second.profiles().size(), std::size_t(1));
    QCOMPARE(second.profiles()[0], alphapoint());
}

void TestConnectionStore::refusesBadProfiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::newRow("name") << u"a b"_s << u"https://host"_s;
    QTest::newRow("no name") << QString() << u"https://host"_s;
    QTest::newRow("a secret in the address") << u"a"_s << u"https://me:hunter7@host"_s;
    QTest::newRow("not encrypted") << u"a"_s << u"http://host"_s;
}

void TestConnectionStore::refusesBadProfiles()
{
    QFETCH(QString, name);
    QFETCH(QString, url);
    ConnectionStore first = store();
    ConnectionProfile profile = pocketful(name);
    profile.url = QUrl(url);
    QCOMPARE(first.put(profile).error().kind, base::ErrorKind::Usage);
    QVERIFY(first.profiles().empty());
    QVERIFY(!QFile::exists(m_path));
}

void TestConnectionStore::takesItBackWhenTheDiskFails()
{
    ConnectionStore first = store();
    QVERIFY(first.put(pocketful()).has_value());
    QVERIFY(QFile::remove(m_path) && QDir().mkdir(m_path)); // nothing can be written there now
    QCOMPARE(first.put(alphapoint()).error().kind, base::ErrorKind::Storage);
    QCOMPARE(first.profiles().size(), std::size_t(1));
    QCOMPARE(first.remove(u"mine"_s).error().kind, base::ErrorKind::Storage);
    QVERIFY(first.find(u"mine"_s));
}

void TestConnectionStore::theFileHasNoSecretAndIsReadable()
{
    ConnectionStore first = store();
    QVERIFY(first.put(alphapoint()).has_value());
    const QByteArray expected =
        "{\"version\":1,\"connections\":[{\"name\":\"apex\",\"broker\":\"alphapoint\","
        "\"url\":\"wss://api.example.com:8443/"
        "WSGateway\",\"client_id\":\"\",\"account_id\":\"7\",\"oms_id\":\"1\","
        "\"user_id\":\"12\"}]}\n";
    QCOMPARE(desk::readConfigFile(m_path).value(), expected);
}

void TestConnectionStore::aBrokenFileIsPutAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{\"connections\":[");
    QTest::newRow("no list") << QByteArray("{\"connections\":{}}");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("a bad name") << QByteArray(
        "{\"connections\":[{\"name\":\"a b\",\"url\":\"https://host\"}]}");
    QTest::newRow("a bad address") << QByteArray(
        "{\"connections\":[{\"name\":\"a\",\"url\":\"http://host\"}]}");
    QTest::newRow("a name twice") << QByteArray(
        "{\"connections\":[{\"name\":\"a\",\"url\":\"https://b\"},{\"name\":\"a\",\"url\":\"https://c\"}]}");
    QTest::newRow("deep") << "{\"connections\":" + QByteArray(10'000, '[') + QByteArray(10'000, ']') + '}';
    QTest::newRow("a row that is none") << QByteArray("{\"connections\":[7]}");
}

void TestConnectionStore::aBrokenFileIsPutAside()
{
    QFETCH(QByteArray, text);
    QVERIFY(desk::writeConfigFile(m_path, text).has_value());
    ConnectionStore first = store();
    const auto status = first.load();
    QCOMPARE(status.error().kind, base::ErrorKind::Storage);
    QVERIFY(first.profiles().empty());
    const QStringList files = QDir(m_dir->path()).entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(files.first().startsWith(u"connections.json.broken-"));
    QVERIFY(status.error().text.contains(files.first()));
    QCOMPARE(desk::readConfigFile(m_dir->filePath(files.first())).value(), text);
    // It goes on with a new file.
    QVERIFY(first.put(pocketful()).has_value());
    QVERIFY(store().load().has_value());
}

void TestConnectionStore::aFileThatIsTooLargeIsPutAside()
{
    // 100 MB of blanks, of which the disk holds none.
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(100'000'000));
    file.close();
    ConnectionStore first = store();
    const auto status = first.load();
    QCOMPARE(status.error().kind, base::ErrorKind::Storage);
    QVERIFY2(status.error().text.contains(u"larger than 16 MiB"), qPrintable(status.error().text));
    QVERIFY(!QFile::exists(m_path));
    const QStringList files = QDir(m_dir->path()).entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QCOMPARE(QFileInfo(m_dir->filePath(files.first())).size(), 100'000'000);
    QVERIFY(first.put(pocketful()).has_value());
}

void TestConnectionStore::anEmptyFileIsNoConnections()
{
    QVERIFY(desk::writeConfigFile(m_path, {}).has_value());
    ConnectionStore first = store();
    QVERIFY(first.load().has_value());
    QVERIFY(first.profiles().empty());
}

void TestConnectionStore::withoutAPathNothingIsWritten()
{
    ConnectionStore first(m_clock, {});
    QVERIFY(first.load().has_value());
    QVERIFY(first.put(pocketful()).has_value());
    QVERIFY(first.find(u"mine"_s));
    QVERIFY(QDir(m_dir->path()).isEmpty());
}

QTEST_APPLESS_MAIN(TestConnectionStore)
#include "test_connection_store.moc"
