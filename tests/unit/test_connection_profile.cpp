// SPDX-License-Identifier: Apache-2.0
#include "venues/connection_profile.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestConnectionProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopbackIsPractice_data();
    void loopbackIsPractice();
    void oneHostHasOneName_data();
    void oneHostHasOneName();
    void takesNames_data();
    void takesNames();
    void takesAddresses_data();
    void takesAddresses();
};

void TestConnectionProfile::loopbackIsPractice_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isPractice");
    QTest::newRow("a broker") << u"https://trade.pocketful.in"_s << false;
    QTest::newRow("127.0.0.1") << u"http://127.0.0.1:8080"_s << true;
    QTest::newRow("all of 127") << u"http://127.8.9.1"_s << true;
    QTest::newRow("localhost") << u"https://LocalHost"_s << true;
    QTest::newRow("::1") << u"http://[::1]:80"_s << true;
    QTest::newRow("a name that begins like it") << u"https://127.0.0.1.example.com"_s << false;
    QTest::newRow("localhost of somebody") << u"https://localhost.example.com"_s << false;
    QTest::newRow("a private network") << u"https://192.168.0.1"_s << false;
}

void TestConnectionProfile::loopbackIsPractice()
{
    QFETCH(QString, url);
    QFETCH(bool, isPractice);
    venues::ConnectionProfile profile;
    profile.url = QUrl(url);
    QCOMPARE(profile.environment() == orders::Environment::Practice, isPractice);
}

void TestConnectionProfile::oneHostHasOneName_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    QTest::newRow("plainly") << u"https://trade.pocketful.in"_s << u"trade.pocketful.in"_s;
    QTest::newRow("with the scheme's own port")
        << u"https://trade.pocketful.in:443/x"_s << u"trade.pocketful.in"_s;
    QTest::newRow("with the root's dot") << u"https://Trade.Pocketful.in."_s << u"trade.pocketful.in"_s;
    QTest::newRow("a socket") << u"wss://apex.example.com:443/WSGateway/"_s << u"apex.example.com"_s;
    QTest::newRow("a plain one") << u"http://127.0.0.1:80"_s << u"127.0.0.1"_s;
    QTest::newRow("another port") << u"https://127.0.0.1:8443"_s << u"127.0.0.1:8443"_s;
}

void TestConnectionProfile::oneHostHasOneName()
{
    QFETCH(QString, url);
    QFETCH(QString, host);
    QCOMPARE(venues::hostOf(QUrl(url)), host);
}

void TestConnectionProfile::takesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("plain") << u"Pace-1_a.b"_s << true;
    QTest::newRow("32") << QString(32, u'a') << true;
    QTest::newRow("33") << QString(33, u'a') << false;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("blank") << u"a b"_s << false;
    QTest::newRow("colon") << u"a:b"_s << false;
    QTest::newRow("newline at the end") << u"a\n"_s << false;
    QTest::newRow("other letters") << u"पेस"_s << false;
    QTest::newRow("slash") << u"a/b"_s << false;
}

void TestConnectionProfile::takesNames()
{
    QFETCH(QString, name);
    QFETCH(bool, isGood);
    const auto status = venues::validateName(name);
    QCOMPARE(status.has_value(), isGood);
    if (!isGood)
        QCOMPARE(status.error().kind, base::ErrorKind::Usage);
}

void TestConnectionProfile::takesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("https") << u"https://trade.pocketful.in"_s << true;
    QTest::newRow("wss with a port") << u"wss://api.example.com:8443/WSGateway"_s << true;
    QTest::newRow("plain to loopback") << u"http://127.0.0.1:8080"_s << true;
    QTest::newRow("plain web socket to loopback") << u"ws://localhost:1"_s << true;
    QTest::newRow("plain elsewhere") << u"http://trade.pocketful.in"_s << false;
    QTest::newRow("plain web socket elsewhere") << u"ws://trade.pocketful.in"_s << false;
    QTest::newRow("user info") << u"https://me:hunter7@trade.pocketful.in"_s << false;
    QTest::newRow("user alone") << u"https://me@trade.pocketful.in"_s << false;
    QTest::newRow("query") << u"https://trade.pocketful.in/?token=hunter7"_s << false;
    QTest::newRow("fragment") << u"https://trade.pocketful.in/#token"_s << false;
    QTest::newRow("another scheme") << u"ftp://127.0.0.1"_s << false;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("no host") << u"https://"_s << false;
    QTest::newRow("no scheme") << u"trade.pocketful.in"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestConnectionProfile::takesAddresses()
{
    QFETCH(QString, url);
    QFETCH(bool, isGood);
    const auto status = venues::validateUrl(QUrl(url, QUrl::StrictMode));
    QCOMPARE(status.has_value(), isGood);
    if (!isGood) {
        QCOMPARE(status.error().kind, base::ErrorKind::Usage);
        QVERIFY(!status.error().text.contains(u"hunter7"));
    }
}

QTEST_APPLESS_MAIN(TestConnectionProfile)
#include "test_connection_profile.moc"
