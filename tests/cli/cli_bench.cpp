// SPDX-License-Identifier: Apache-2.0
#include "cli/cli_bench.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 60'000; // ms, for any one run

// One exchange by hand: the tests must not trust the client that they test.
QByteArray exchange(const QUrl &url, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected(longest))
        return {};
    socket.write(request);
    QByteArray answer;
    while (socket.waitForReadyRead(longest))
        answer += socket.readAll();
    answer += socket.readAll();
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

// HDFC Sky does not tell its client who it is.
QString clientIdOf(const QString &broker)
{
    return broker == "hdfcsky"_L1 ? u"48210937"_s : QString();
}

} // namespace

QByteArray Finished::story() const
{
    return "exit " + QByteArray::number(code) + "\n--- out\n" + out + "\n--- err\n" + err;
}

PracticeProcess::PracticeProcess(const QStringList &options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(PULLCORD_CLI), QStringList{u"practice"_s} + options);
    const QDeadlineTimer deadline(longest);
    while (!m_firstLine.endsWith('\n') && !deadline.hasExpired() && m_process.waitForReadyRead(longest))
        m_firstLine += m_process.readLine();
    m_credentials = QJsonDocument::fromJson(m_firstLine).object();
}

PracticeProcess::~PracticeProcess()
{
    stop();
}

int PracticeProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return m_process.exitCode();
    m_process.terminate();
    if (!m_process.waitForFinished(longest))
        m_process.kill();
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QByteArray PracticeProcess::request(const QByteArray &method, const QString &path,
                                    const QByteArray &body) const
{
    const QUrl address(url());
    return exchange(address, method + ' ' + path.toUtf8() + " HTTP/1.1\r\nHost: " + address.host().toUtf8() +
                                 "\r\nAuthorization: Bearer " + token() +
                                 "\r\nConnection: close\r\nContent-Length: " +
                                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

QJsonArray PracticeProcess::arrivals() const
{
    const QJsonDocument document = QJsonDocument::fromJson(request("GET", u"/practice/arrivals"_s));
    return document.isArray() ? document.array() : document.object()[u"arrivals"_s].toArray();
}

int PracticeProcess::cancelCount(const QString &orderId) const
{
    int count = 0;
    for (const QJsonValue &each : arrivals()) {
        const bool isCancel = each[u"method"_s] == u"DELETE"_s;
        if (isCancel && (orderId.isEmpty() || each[u"order_id"_s] == orderId))
            ++count;
    }
    return count;
}

bool PracticeProcess::setFaults(const QByteArray &plan) const
{
    return request("POST", u"/practice/faults"_s, plan).contains("success");
}

Bench::Bench()
    : environment(QProcessEnvironment::systemEnvironment())
{
    // No bus and no keychain, and nothing of the user's own.
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    environment.remove(u"DISPLAY"_s);
    for (const auto &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s}) {
        const QString folder = path(name.toLower());
        QDir().mkpath(folder);
        QFile::setPermissions(folder,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        environment.insert(name, folder);
    }
    QDir().mkpath(configDir());
}

void Bench::connectTo(const PracticeProcess &venue, const QStringList &brokers)
{
    QJsonArray connections;
    QJsonObject secrets;
    for (const QString &broker : brokers) {
        connections.append(QJsonObject{{u"name"_s, broker},
                                       {u"broker"_s, broker},
                                       {u"url"_s, venue.url()},
                                       {u"client_id"_s, clientIdOf(broker)},
                                       {u"account_id"_s, QString()},
                                       {u"oms_id"_s, QString()},
                                       {u"user_id"_s, QString()}});
        const QJsonValue token = venue.credentials()[u"token"_s];
        secrets[broker] = broker == "hdfcsky"_L1
                              ? QJsonValue(QJsonObject{{u"token"_s, token},
                                                       {u"api_key"_s, venue.credentials()[u"api_key"_s]}})
                              : token;
    }
    QFile file(configDir() + u"/connections.json"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"connections"_s, connections}}).toJson());
    writeSecrets(secrets);
}

void Bench::writeSecrets(const QJsonObject &secrets, QFileDevice::Permissions permissions)
{
    QFile file(secretsFile());
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(secrets).toJson());
    file.setPermissions(permissions);
}

std::unique_ptr<QProcess> Bench::start(const QStringList &words) const
{
    if (!keepsCounters)
        QDir(path(u"xdg_data_home/pullcord"_s)).removeRecursively();
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(PULLCORD_CLI), QStringList{u"--config-dir"_s, configDir()} + words);
    return process;
}

Finished Bench::run(const QStringList &words, const QByteArray &input) const
{
    const auto process = start(words);
    process->write(input);
    process->closeWriteChannel();
    return finish(*process);
}

Finished Bench::with(const QStringList &words, const QByteArray &input) const
{
    return run(QStringList{u"--secrets"_s, secretsFile()} + words, input);
}

QMap<QString, QJsonObject> Bench::rows() const
{
    QMap<QString, QJsonObject> rows;
    for (const QJsonValue &row : with({u"orders"_s, u"--state"_s, u"all"_s, u"--format"_s, u"json"_s})
                                     .object()[u"orders"_s]
                                     .toArray())
        rows[row[u"key"_s].toString()] = row.toObject();
    return rows;
}

QString Bench::keyWhere(const QJsonObject &fields) const
{
    const auto all = rows();
    for (auto row = all.begin(); row != all.end(); ++row) {
        bool fits = true;
        for (auto field = fields.begin(); field != fields.end(); ++field)
            fits = fits && row.value()[field.key()] == field.value();
        if (fits)
            return row.key();
    }
    return {};
}

// With the event loop: the broker may be a server of the test's own.
Finished finish(QProcess &process)
{
    Finished finished;
    const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, longest);
    if (ended && process.exitStatus() == QProcess::NormalExit)
        finished.code = process.exitCode();
    process.kill();
    finished.out = process.readAllStandardOutput();
    finished.err = process.readAllStandardError();
    return finished;
}

QByteArray lineWith(QProcess &process, const QByteArray &part, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    QByteArray line;
    while (!deadline.hasExpired()) {
        while (process.canReadLine()) {
            line = process.readLine();
            if (line.contains(part))
                return line;
        }
        process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    }
    return {};
}

} // namespace cli
