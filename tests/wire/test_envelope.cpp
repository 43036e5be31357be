// SPDX-License-Identifier: Apache-2.0
#include "support/fixture.h"
#include "tradelab/envelope.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using tradelab::Verdict;

Q_DECLARE_METATYPE(tradelab::Verdict)

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysYesOrNoInManyWays_data();
    void saysYesOrNoInManyWays();
    void keepsTheBrokersWords_data();
    void keepsTheBrokersWords();
    void hasTheRightKindOfError_data();
    void hasTheRightKindOfError();
    void whatIsNoJsonHasOneToo_data();
    void whatIsNoJsonHasOneToo();
};

void TestEnvelope::saysYesOrNoInManyWays_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("http");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *json, int http, Verdict verdict) {
        QTest::addRow("%s %d", json, http) << QByteArray(json) << http << verdict;
    };
    row(R"({"status":"success"})", 200, Verdict::Success);
    row(R"({"status":"Success"})", 200, Verdict::Success);
    row(R"({"status":true})", 200, Verdict::Success);
    row(R"({"status":"success"})", 202, Verdict::Success);
    row(R"({"data":{"status":"success"}})", 200, Verdict::Success);
    row(R"({"data":{"status":"Ok"},"message":"","status":"success"})", 200, Verdict::Success);
    row(R"({"message":"x"})", 200, Verdict::Success);
    row(R"({"status":"success","error_code":0})", 200, Verdict::Success);
    row(R"({"status":"success","error_code":"0"})", 200, Verdict::Success);
    row(R"({"status":"success","error_code":null})", 200, Verdict::Success);
    row(R"({"status":"success","error_code":""})", 200, Verdict::Success);
    row(R"({"status":"error"})", 200, Verdict::Error);
    row(R"({"status":"Error"})", 400, Verdict::Error);
    row(R"({"status":"failed"})", 200, Verdict::Error);
    row(R"({"status":"Failed"})", 200, Verdict::Error);
    row(R"({"status":false})", 200, Verdict::Error);
    row(R"({"status":"success","error_code":44000})", 200, Verdict::Error);
    row(R"({"error_code":44000})", 200, Verdict::Error);
    row(R"({"data":{"status":"error"}})", 200, Verdict::Error);
    row(R"({"status":"success"})", 302, Verdict::Unclear);
    row(R"({"status":"success"})", 404, Verdict::Unclear);
    row(R"({"status":"success"})", 500, Verdict::Unclear);
    row(R"({"status":"pending"})", 200, Verdict::Unclear);
    row(R"({"error":"invalid credentials"})", 200, Verdict::Unclear);
    row(R"([])", 200, Verdict::Unclear);
    row(R"("success")", 200, Verdict::Unclear);
}

void TestEnvelope::saysYesOrNoInManyWays()
{
    QFETCH(QByteArray, json);
    QFETCH(int, http);
    QFETCH(Verdict, verdict);
    const auto value = json::parse(json);
    QVERIFY(value.has_value());
    QCOMPARE(tradelab::readEnvelope(*value, http).verdict, verdict);
}

void TestEnvelope::keepsTheBrokersWords_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("backendCode");
    const auto row = [](const char *name, const char *message, const char *code, const char *backend) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(message)
                            << QString::fromLatin1(code) << QString::fromLatin1(backend);
    };
    row("tl_error_40000_cancel.json", "Request Unauthorised", "40000", "");
    row("tl_error_40000_list.json", "Request forbidden", "40000", "");
    row("tl_error_401.json", "invalid credentials", "", "");
    row("tl_error_44000_kart.json", "`exchange_order_id` can't be blank", "44000", "");
    row("tl_error_45000_cancel.json", "Error from backend: (16344)-order cannot be cancelled", "45000",
        "16344");
    row("tl_error_45010.json", "Something went wrong", "45010", "");
    row("tl_error_already_traded.json", "Order already traded", "", "");
    row("tl_error_failed_status.json", "Order not found", "", "");
    row("tl_error_rate_limit_429.json", "merchantKeyRateLimit - too many requests", "", "");
    row("tl_cancel_kart_ok.json", "Order Cancelled Successfully", "", "");
}

void TestEnvelope::keepsTheBrokersWords()
{
    QFETCH(QString, fixture);
    QFETCH(QString, message);
    QFETCH(QString, code);
    QFETCH(QString, backendCode);
    const auto reading = tradelab::readEnvelope(*json::parse(support::fixture(fixture)), 200);
    QCOMPARE(reading.message, message);
    QCOMPARE(reading.code, code);
    QCOMPARE(reading.backendCode, backendCode);
}

void TestEnvelope::hasTheRightKindOfError_data()
{
    QTest::addColumn<int>("http");
    QTest::addColumn<QString>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << 401 << QString() << ErrorKind::SignedOut;
    QTest::newRow("403") << 403 << u"40000"_s << ErrorKind::SignedOut;
    QTest::newRow("429") << 429 << QString() << ErrorKind::Throttled;
    QTest::newRow("40000") << 200 << u"40000"_s << ErrorKind::NotAllowed;
    QTest::newRow("44000") << 200 << u"44000"_s << ErrorKind::VenueRefused;
    QTest::newRow("500") << 500 << u"45010"_s << ErrorKind::VenueRefused;
}

void TestEnvelope::hasTheRightKindOfError()
{
    QFETCH(int, http);
    QFETCH(QString, code);
    QFETCH(ErrorKind, kind);
    tradelab::EnvelopeReading reading;
    reading.code = code;
    reading.message = u"their words"_s;
    const base::Error error = tradelab::errorOf(reading, http);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, http);
    QCOMPARE(error.venueCode, code);
    QCOMPARE(error.venueText, u"their words"_s);
    QVERIFY(!error.text.isEmpty());
}

void TestEnvelope::whatIsNoJsonHasOneToo_data()
{
    QTest::addColumn<int>("http");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("200") << 200 << ErrorKind::BadReply;
    QTest::newRow("302") << 302 << ErrorKind::BadReply;
    QTest::newRow("401") << 401 << ErrorKind::SignedOut;
    QTest::newRow("403") << 403 << ErrorKind::SignedOut;
    QTest::newRow("429") << 429 << ErrorKind::Throttled;
    QTest::newRow("500") << 500 << ErrorKind::BadReply;
}

void TestEnvelope::whatIsNoJsonHasOneToo()
{
    QFETCH(int, http);
    QFETCH(ErrorKind, kind);
    const auto broken = json::parse("<html>Login</html>");
    QVERIFY(!broken.has_value());
    const base::Error error = tradelab::errorOf(broken.error(), http);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, http);
    QVERIFY(http == 200 || error.text.contains(QString::number(http)) || http == 429);
}

QTEST_APPLESS_MAIN(TestEnvelope)
#include "test_envelope.moc"
