// SPDX-License-Identifier: Apache-2.0
// After cancels of every outcome no secret lies in the journal's bytes, in what was said to people, or in the
// log, though the venue echoes what it was sent.
#include "support/engine_fixture.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;
using support::FlowOptions;

namespace {

QStringList &logged()
{
    static QStringList lines;
    return lines;
}

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged() << text;
}

QByteArray allFilesIn(const QString &folder)
{
    QByteArray bytes;
    const auto files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("Cannot read %s", qPrintable(info.filePath()));
        bytes += file.readAll();
    }
    return bytes;
}

// As it is, and as it looks in a URL and in base64.
QList<QByteArray> formsOf(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    return {bytes, bytes.toPercentEncoding(), bytes.toBase64(),
            bytes.toBase64(QByteArray::OmitTrailingEquals)};
}

} // namespace

class TestCancelSecrecy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSecrets_data()
    {
        QTest::addColumn<QString>("connection");
        QTest::newRow("pocketful") << u"pocketful"_s;
        QTest::newRow("pace") << u"pace"_s;
        QTest::newRow("hdfcsky, with a key in the address") << u"hdfcsky"_s;
    }

    void keepsSecrets()
    {
        QFETCH(QString, connection);
        const QtMessageHandler before = qInstallMessageHandler(keepLog);
        const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });
        FlowOptions options;
        options.connections = {connection};
        Flow flow(options);
        const auto credentials = flow.venue->credentials();
        const auto broker = connection == "pace"_L1      ? support::Broker::Pace
                            : connection == "hdfcsky"_L1 ? support::Broker::HdfcSky
                                                         : support::Broker::Pocketful;
        flow.placeAll({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s}, broker);
        const QByteArray echo = "token " + credentials.token.toUtf8() + " key " + credentials.apiKey.toUtf8();
        flow.plan(R"({"cancel":{"1":{"do":"error_code","code":44000,"message":")" + echo + R"("},
            "2":{"do":"drop_after"},"3":{"do":"html"},"4":{"do":"receipt_then_nothing"},
            "5":{"do":"status","status":302,"location":"/elsewhere?token=)" +
                  credentials.token.toUtf8() + R"("},
            "6":{"do":"error_code","code":40000,"message":")" +
                  echo + R"("}}})");
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        flow.run(14s);
        flow.plan(R"({"list":{"*":{"do":"error_code","code":45010,"message":")" + echo + R"("}},
                      "history":{"*":{"do":"error_code","code":45010,"message":")" +
                  echo + R"("}}})");
        flow.engine->desk.cancels().askForProof();
        flow.run(3s);
        QVERIFY(flow.cancels() >= 6);

        QByteArray haystack = allFilesIn(flow.folder());
        haystack += flow.engine->texts.join(u'\n').toUtf8() + flow.engine->alarms.join(u'\n').toUtf8() +
                    logged().join(u'\n').toUtf8();
        for (const cancel::TicketPtr &each : flow.engine->desk.cancels().tickets())
            haystack +=
                (each->detail + each->venueMessage + each->why + each->proof + each->venueCode).toUtf8();
        for (const desk::ConnectionView &view : flow.engine->desk.connections()) {
            if (view.problem)
                haystack += (view.problem->text + view.problem->venueText).toUtf8();
        }
        QVERIFY(haystack.contains("sending")); // it is the journal that is searched
        QVERIFY(haystack.contains("refused"));
        QStringList secrets{credentials.token};
        if (broker == support::Broker::HdfcSky)
            secrets << credentials.apiKey; // the others have none
        for (const QString &secret : secrets) {
            for (const QByteArray &form : formsOf(secret))
                QVERIFY2(!haystack.contains(form), form.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestCancelSecrecy)
#include "test_cancel_secrecy.moc"
