// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"
#include "base/redactor.h"
#include "support/manual_clock.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsKnownSecretsInEveryForm()
    {
        base::Redactor redactor;
        redactor.protect(base::Secret("a+b/secret=="));
        for (const QByteArray &form :
             {QByteArray("a+b/secret=="), QByteArray("a+b/secret==").toPercentEncoding(),
              QByteArray("a+b/secret==").toBase64()}) {
            const QString text = redactor.redacted(u"before "_s + QString::fromLatin1(form) + u" after"_s);
            QCOMPARE(text, u"before [cut] after"_s);
        }
    }

    void aSecretThatBeginsAnotherLeavesNothing()
    {
        base::Redactor redactor;
        redactor.protect(base::Secret("token"));
        redactor.protect(base::Secret("token-and-more"));
        QCOMPARE(redactor.redacted(u"<token-and-more>"_s), u"<[cut]>"_s);
    }

    void cutsByName_data()
    {
        QTest::addColumn<QString>("in");
        QTest::newRow("query") << u"https://host/x?client_id=DEMO1&access_token=abcdef&n=1"_s;
        QTest::newRow("hdfc") << u"/oapi/v1/orders?api_key=abcdef"_s;
        QTest::newRow("json") << u"{\"apiSecret\": \"abcdef\", \"n\":1}"_s;
        QTest::newRow("bearer") << u"Authorization: Bearer abcdef"_s;
        QTest::newRow("header") << u"x-authorization-token: abcdef"_s;
        QTest::newRow("percent") << u"?%22password%22%3A%20%22abcdef"_s;
        QTest::newRow("oauth") << u"http://localhost/?code=abcdef&state=1"_s;
    }
    void cutsByName()
    {
        QFETCH(QString, in);
        const QString out = base::Redactor().redacted(in);
        QVERIFY2(!out.contains(u"abcdef"_s), qPrintable(out));
        QVERIFY(out.contains(u"[cut]"_s));
    }

    void leavesOrdinaryTextAlone()
    {
        const QString text = u"{\"error_code\": 44000, \"instrument_token\": 14366, \"message\": \"no\"}"_s;
        QCOMPARE(base::Redactor().redacted(text), text);
    }

    void logLinesAreRedacted()
    {
        support::ManualClock clock;
        base::Redactor redactor;
        redactor.protect(base::Secret("hush-hush"));
        QByteArray written;
        base::Log log(clock, redactor, [&written](const QByteArray &line) { written += line; });
        log.write(QtWarningMsg, u"net"_s, u"sent hush-hush"_s);
        QCOMPARE(written, "2024-03-15T05:30:00.000Z warning net: sent [cut]\n"_ba);
    }

};

QTEST_APPLESS_MAIN(TestRedactor)
#include "test_redactor.moc"
