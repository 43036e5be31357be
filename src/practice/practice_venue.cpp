// SPDX-License-Identifier: Apache-2.0
#include "practice/practice_venue.h"

#include "practice/tradelab_replies.h"

#include <QJsonDocument>
#include <QRandomGenerator>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView ownPrefix = "/practice/";

// The system's random source, in letters that need no escaping anywhere.
QString randomText(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    for (char &byte : random)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(
        random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

PracticeCredentials newSecrets()
{
    PracticeCredentials secrets;
    secrets.clientId = profileOf(Broker::Pocketful).clientId;
    secrets.accountId = ApexSeed::firstAccount;
    secrets.omsId = 1;
    secrets.userId = 5;
    secrets.token = randomText(24) + u'.' + randomText(24);
    secrets.apiKey = randomText(18);
    secrets.apiSecret = randomText(24);
    secrets.user = u"practice"_s;
    secrets.password = randomText(15);
    return secrets;
}

SeedOptions seedOptions(const PracticeOptions &options)
{
    return {options.orders, options.seed, options.still, options.market};
}

base::Secret secretOf(const QString &text)
{
    return base::Secret(text.toUtf8());
}

ApexIdentity apexIdentity(const PracticeCredentials &secrets, const PracticeOptions &options)
{
    ApexIdentity identity;
    identity.omsId = secrets.omsId;
    identity.userId = secrets.userId;
    identity.user = secrets.user;
    identity.password = secretOf(secrets.password);
    identity.token = secretOf(secrets.token);
    identity.apiKey = secretOf(secrets.apiKey);
    identity.apiSecret = secretOf(secrets.apiSecret);
    identity.code = options.apexCode;
    identity.accounts = options.apex.accounts;
    identity.namesAccount = options.apex.namesAccount;
    return identity;
}

} // namespace

QByteArray PracticeCredentials::toJson() const
{
    QByteArray line;
    JsonText object(line);
    object.beginObject();
    object.text("url", url);
    object.text("ws_url", webSocketUrl);
    object.text("client_id", clientId);
    object.number("account_id", accountId);
    object.number("oms_id", omsId);
    object.number("user_id", userId);
    object.text("token", token);
    object.text("api_key", apiKey);
    object.text("api_secret", apiSecret);
    object.text("user", user);
    object.text("password", password);
    object.endObject();
    return line;
}

PracticeVenue::PracticeVenue(base::Clock &clock, PracticeOptions options)
    : m_clock(clock)
    , m_options(std::move(options))
    , m_secrets(newSecrets())
    , m_agenda(clock)
    , m_arrivals(clock)
    , m_accounts(clock, m_agenda, seedOptions(m_options))
    , m_tradelab(m_accounts, m_agenda, m_arrivals,
                 Authorization(secretOf(m_secrets.token), secretOf(m_secrets.apiKey)), m_options.tradelab)
    , m_apex(clock, m_agenda, m_arrivals, apexIdentity(m_secrets, m_options), m_options.apex,
             m_options.market.cancelLatency, m_options.seed)
    , m_server(clock,
               {[this](const HttpRequest &request) { return noteHead(request); },
                [this](const HttpRequest &request, HttpResponder responder) { handle(request, responder); },
                {}},
               m_options.tls)
{
    m_apex.setMoving(!m_options.still);
    const QByteArray path = ApexGateway::path;
    for (const QByteArray &spelling : {path, path.toLower()})
        m_server.addUpgrade(spelling, [this](QTcpSocket *socket) { m_apex.take(socket); });
}

PracticeVenue::~PracticeVenue() = default;

base::Status PracticeVenue::start()
{
    return m_server.listen(m_options.port);
}

QUrl PracticeVenue::url() const
{
    QUrl url;
    url.setScheme(m_server.isEncrypted() ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server.port());
    return url;
}

PracticeCredentials PracticeVenue::credentials() const
{
    PracticeCredentials credentials = m_secrets;
    credentials.url = url().toString();
    credentials.webSocketUrl = webSocketUrl().toString();
    return credentials;
}

QUrl PracticeVenue::webSocketUrl() const
{
    QUrl address = url();
    address.setScheme(m_server.isEncrypted() ? u"wss"_s : u"ws"_s);
    address.setPath(QLatin1StringView(ApexGateway::path) + u'/');
    return address;
}

std::vector<PracticeConnection> PracticeVenue::connections() const
{
    std::vector<PracticeConnection> connections;
    for (const Broker broker : brokers) {
        const BrokerProfile &profile = profileOf(broker);
        QByteArray secret = m_secrets.token.toUtf8();
        if (broker == Broker::HdfcSky) {
            const QJsonObject both{{u"token"_s, m_secrets.token}, {u"api_key"_s, m_secrets.apiKey}};
            secret = QJsonDocument(both).toJson(QJsonDocument::Compact);
        }
        connections.push_back({profile.name, profile.name, url(), profile.clientId, base::Secret(secret)});
    }
    if (m_options.apexConnection) {
        connections.push_back({u"apex"_s,
                               u"alphapoint"_s,
                               webSocketUrl(),
                               {},
                               secretOf(m_secrets.token),
                               m_secrets.accountId,
                               m_secrets.omsId,
                               m_secrets.userId});
    }
    return connections;
}

void PracticeVenue::setFaults(FaultPlan plan)
{
    m_apex.setPlan(plan);
    m_tradelab.setPlan(std::move(plan));
}

base::Status PracticeVenue::setFaults(const QByteArray &json)
{
    base::Result<FaultPlan> plan = FaultPlan::fromJson(json);
    if (!plan)
        return base::failure(plan.error());
    setFaults(std::move(*plan));
    return {};
}

// Calls to the venue's own pages are no arrivals: a test that reads the list must not change it.
std::uint64_t PracticeVenue::noteHead(const HttpRequest &request)
{
    return request.target.startsWith(ownPrefix) ? 0 : m_arrivals.note(request);
}

void PracticeVenue::handle(const HttpRequest &request, HttpResponder responder)
{
    m_arrivals.complete(request.arrival, request.body);
    if (request.target.startsWith(ownPrefix))
        responder.send(ownReply(request));
    else
        m_tradelab.handle(request, responder);
}

HttpReply PracticeVenue::ownReply(const HttpRequest &request)
{
    const bool isArrivals = request.path() == "/practice/arrivals";
    const bool isFaults = request.path() == "/practice/faults";
    if (!isArrivals && !isFaults)
        return replies::unknownRoute();
    const QByteArray method = isArrivals ? "GET"_ba : "POST"_ba;
    if (request.method != method)
        return replies::wrongMethod(method);
    HttpReply reply;
    if (isArrivals) {
        reply.body = QJsonDocument(m_arrivals.toJson()).toJson(QJsonDocument::Compact);
        return reply;
    }
    const base::Status done = setFaults(request.body);
    if (!done) {
        reply = replies::error(400, done.error().text);
        reply.status = 400;
        return reply;
    }
    return replies::success("{}");
}

} // namespace practice
