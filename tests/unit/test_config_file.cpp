// SPDX-License-Identifier: Apache-2.0
#include "desk/config_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

constexpr base::WallTime now{base::milliseconds(1'710'480'600'000)};

int modeOf(const QString &path)
{
    struct stat info
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? static_cast<int>(info.st_mode & 0777)
                                                                   : -1;
}

} // namespace

class TestConfigFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatIsNotThereIsEmpty();
    void whatIsWrittenIsRead();
    void isForItsOwnerAlone_data();
    void isForItsOwnerAlone();
    void makesItsFolder();
    void leavesNothingBehindWhenItFails();
    void aBrokenOneIsPutAside();
    void neverOverAnother();
    void whatCannotBeReadIsTold();
    void whatIsTooLargeIsNoneOfOurs();
};

void TestConfigFile::whatIsTooLargeIsNoneOfOurs()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(desk::largestConfigFile));
    QCOMPARE(desk::readConfigFile(path).value().size(), desk::largestConfigFile);
    for (const qint64 size : {desk::largestConfigFile + 1, qint64(100'000'000)}) {
        QVERIFY(file.resize(size));
        const auto bytes = desk::readConfigFile(path);
        QVERIFY(!bytes.has_value());
        QCOMPARE(bytes.error().kind, base::ErrorKind::BadReply);
    }
}

void TestConfigFile::aFileThatIsNotThereIsEmpty()
{
    const QTemporaryDir dir;
    const auto bytes = desk::readConfigFile(dir.filePath(u"a.json"_s));
    QVERIFY(bytes.has_value());
    QVERIFY(bytes->isEmpty());
}

void TestConfigFile::whatIsWrittenIsRead()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a.json"_s);
    for (const QByteArray &text : {"{\"long\":\"text\"}\n"_ba, "{}"_ba}) {
        QVERIFY(desk::writeConfigFile(path, text).has_value());
        QCOMPARE(desk::readConfigFile(path).value(), text);
    }
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.json"_s});
}

void TestConfigFile::isForItsOwnerAlone_data()
{
    QTest::addColumn<int>("before");
    QTest::newRow("a new file") << -1;
    QTest::newRow("one that others could read") << 0644;
}

void TestConfigFile::isForItsOwnerAlone()
{
    QFETCH(int, before);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a.json"_s);
    if (before >= 0) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), static_cast<mode_t>(before)), 0);
    }
    QVERIFY(desk::writeConfigFile(path, "{}").has_value());
    QCOMPARE(modeOf(path), 0600);
}

void TestConfigFile::makesItsFolder()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"deep/er/a.json"_s);
    QVERIFY(desk::writeConfigFile(path, "{}").has_value());
    QCOMPARE(desk::readConfigFile(path).value(), "{}"_ba);
}

void TestConfigFile::leavesNothingBehindWhenItFails()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a.json"_s);
    QVERIFY(QDir(dir.path()).mkdir(u"a.json"_s)); // a folder where the file should be
    const auto status = desk::writeConfigFile(path, "{}");
    QVERIFY(!status.has_value());
    QCOMPARE(status.error().kind, base::ErrorKind::Storage);
    QVERIFY(status.error().text.contains(path));
    QVERIFY(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    QVERIFY(!desk::writeConfigFile(u"/proc/nowhere/a.json"_s, "{}").has_value());
}

void TestConfigFile::aBrokenOneIsPutAside()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a.json"_s);
    QVERIFY(desk::writeConfigFile(path, "broken").has_value());
    const auto aside = desk::setConfigFileAside(path, now);
    QVERIFY(aside.has_value());
    QCOMPARE(*aside, path + u".broken-20240315T053000"_s);
    QVERIFY(!QFile::exists(path));
    QCOMPARE(desk::readConfigFile(*aside).value(), "broken"_ba);
}

void TestConfigFile::neverOverAnother()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a.json"_s);
    QStringList names;
    for (const QByteArray &text : {"1"_ba, "2"_ba, "3"_ba}) {
        QVERIFY(desk::writeConfigFile(path, text).has_value());
        const auto aside = desk::setConfigFileAside(path, now);
        QVERIFY(aside.has_value());
        QVERIFY(!names.contains(*aside));
        names << *aside;
    }
    for (int i = 0; i < 3; ++i)
        QCOMPARE(desk::readConfigFile(names[i]).value(), QByteArray::number(i + 1));
}

void TestConfigFile::whatCannotBeReadIsTold()
{
    const QTemporaryDir dir;
    const auto bytes = desk::readConfigFile(dir.path()); // a folder
    QVERIFY(!bytes.has_value());
    QCOMPARE(bytes.error().kind, base::ErrorKind::Storage);
    QVERIFY(!desk::setConfigFileAside(dir.filePath(u"none"_s), now).has_value());
}

QTEST_APPLESS_MAIN(TestConfigFile)
#include "test_config_file.moc"
