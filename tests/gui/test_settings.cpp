// SPDX-License-Identifier: Apache-2.0
// settings.json: what was chosen comes back, the file is the user's alone, and a broken one is kept and said.
#include "desk/settings.h"
#include "support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using desk::Settings;
using desk::SettingValues;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverything();
    void isTheUsersAlone();
    void hasDefaultsWithoutAFile();
    void putsABrokenFileAside();
    void ignoresWordsThatItDoesNotKnow();
    void worksWithoutAFile();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"settings.json"_s); }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }

    support::ManualClock m_clock;
    QTemporaryDir m_folder;
};

void TestSettings::keepsEverything()
{
    SettingValues values;
    values.theme = desk::ThemeChoice::HighContrast;
    values.keys = desk::KeyScheme::Dealer;
    values.language = desk::LanguageChoice::Hindi;
    values.confirmAboveOrders = 3;
    values.confirmAboveValue = *base::Decimal::fromText(u"2500000.5");
    values.isDialogSkipped = true;
    values.windowGeometry = QByteArray("\x00\xff geometry", 11);
    values.windowParts = "parts";
    values.columnLayout = "columns";
    Settings settings(m_clock, path());
    QVERIFY(settings.put(values));
    Settings again(m_clock, path());
    QVERIFY(again.load());
    QCOMPARE(again.values(), values);
}

void TestSettings::isTheUsersAlone()
{
    Settings settings(m_clock, path());
    SettingValues values;
    values.confirmAboveOrders = 4;
    QVERIFY(settings.put(values));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & others));
}

void TestSettings::hasDefaultsWithoutAFile()
{
    QFile::remove(path());
    Settings settings(m_clock, path());
    QVERIFY(settings.load());
    QCOMPARE(settings.values(), SettingValues());
    QCOMPARE(settings.values().confirmAboveOrders, 10);
    QCOMPARE(settings.values().confirmAboveValue, base::Decimal(1'000'000));
    QVERIFY(!settings.values().isDialogSkipped);
}

void TestSettings::putsABrokenFileAside()
{
    write("{\"theme\": \"dar");
    Settings settings(m_clock, path());
    const base::Status loaded = settings.load();
    QVERIFY(!loaded);
    QCOMPARE(settings.values(), SettingValues());
    QVERIFY(!QFile::exists(path()));
    const QStringList aside = QDir(m_folder.path()).entryList({u"settings.json.broken-*"_s});
    QCOMPARE(aside.size(), qsizetype(1));
    QVERIFY(loaded.error().text.contains(aside.front()));
}

void TestSettings::ignoresWordsThatItDoesNotKnow()
{
    write(R"({"theme": "neon", "keys": "dealer", "confirm_above_orders": -5, "confirm_above_value": "lots"})");
    Settings settings(m_clock, path());
    QVERIFY(settings.load());
    QCOMPARE(settings.values().theme, desk::ThemeChoice::System);
    QCOMPARE(settings.values().keys, desk::KeyScheme::Dealer);
    QCOMPARE(settings.values().confirmAboveOrders, 0);
    QCOMPARE(settings.values().confirmAboveValue, base::Decimal(1'000'000));
}

void TestSettings::worksWithoutAFile()
{
    Settings settings(m_clock, {});
    SettingValues values;
    values.isDialogSkipped = true;
    QVERIFY(settings.load());
    QVERIFY(settings.put(values));
    QVERIFY(settings.values().isDialogSkipped);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
