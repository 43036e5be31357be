// SPDX-License-Identifier: Apache-2.0
// A place to try the terminal program in: a config folder, a secrets file, a home without a bus or keychain,
// and a practice venue in a process of its own. Tests of the contract are built on it; it knows nothing of
// the engine.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace cli {

struct Finished
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    /// Everything, for a failed check.
    [[nodiscard]] QByteArray story() const;
};

/// `pullcord-cli practice --still` in a process of its own.
class PracticeProcess
{
public:
    explicit PracticeProcess(const QStringList &options = {QStringLiteral("--still")});
    ~PracticeProcess();

    [[nodiscard]] const QJsonObject &credentials() const { return m_credentials; }
    [[nodiscard]] QByteArray firstLine() const { return m_firstLine; }
    [[nodiscard]] QString url() const { return m_credentials[QStringLiteral("url")].toString(); }
    [[nodiscard]] QByteArray token() const
    {
        return m_credentials[QStringLiteral("token")].toString().toUtf8();
    }
    /// Every request that came, the oldest first.
    [[nodiscard]] QJsonArray arrivals() const;
    /// How many cancels came; of this order alone where one is named.
    [[nodiscard]] int cancelCount(const QString &orderId = {}) const;
    [[nodiscard]] bool setFaults(const QByteArray &plan) const;
    /// Asks as a broker's client would.
    [[nodiscard]] QByteArray request(const QByteArray &method, const QString &path,
                                     const QByteArray &body = {}) const;
    /// SIGTERM, and its exit code.
    int stop();

private:
    QProcess m_process;
    QByteArray m_firstLine;
    QJsonObject m_credentials;
};

class Bench
{
public:
    Bench();

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString configDir() const { return m_folder.filePath(QStringLiteral("config")); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Environment of every run; tests may change it.
    QProcessEnvironment environment;

    /// The account's request counters outlive a run, as they should; tests that run a lot begin anew each
    /// time.
    bool keepsCounters = false;

    /// connections.json with these connections, named after their brokers, and a secrets file for them.
    void connectTo(const PracticeProcess &venue, const QStringList &brokers = {QStringLiteral("pocketful")});
    void writeSecrets(const QJsonObject &secrets,
                      QFileDevice::Permissions permissions = QFileDevice::ReadOwner |
                                                             QFileDevice::WriteOwner);
    [[nodiscard]] QString secretsFile() const { return path(QStringLiteral("secrets.json")); }

    /// With --config-dir in front, and nothing else.
    [[nodiscard]] Finished run(const QStringList &words, const QByteArray &input = {}) const;
    /// With the secrets too.
    [[nodiscard]] Finished with(const QStringList &words, const QByteArray &input = {}) const;
    /// Started and left to the caller.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &words) const;

    /// The rows of `orders --state all`, by key.
    [[nodiscard]] QMap<QString, QJsonObject> rows() const;
    /// The key of the first row whose fields all have these values.
    [[nodiscard]] QString keyWhere(const QJsonObject &fields) const;

private:
    QTemporaryDir m_folder;
};

/// Reads lines as they come until one fits; null when none came in time.
[[nodiscard]] QByteArray lineWith(QProcess &process, const QByteArray &part, int milliseconds = 20'000);
/// Waits for the end.
[[nodiscard]] Finished finish(QProcess &process);

} // namespace cli
