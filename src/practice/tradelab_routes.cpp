// SPDX-License-Identifier: Apache-2.0
#include "practice/tradelab_routes.h"

#include "practice/order_row_json.h"
#include "practice/record_json.h"
#include "practice/tradelab_replies.h"

#include <array>

namespace practice {

using namespace Qt::StringLiterals;

struct TradelabRoutes::Route
{
    enum class Kind { List, History, Trades, User, Cancel, KartCancel };

    Kind kind;
    QString id; // of the order, or the last word of a user call

    [[nodiscard]] bool isCancel() const { return kind == Kind::Cancel || kind == Kind::KartCancel; }
};

namespace {

constexpr std::array prefixes{"/api/v1/"_L1, "/oapi/v1/"_L1};
constexpr std::array listTypes{"pending"_L1, "completed"_L1, "all"_L1};

QString decodedPath(const HttpRequest &request)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(request.path()));
}

bool isListed(const PracticeOrder &order, const QString &type)
{
    if (order.isHidden)
        return false;
    return type == "all"_L1 || order.isDone() == (type == "completed"_L1);
}

} // namespace

TradelabRoutes::TradelabRoutes(Accounts &accounts, Agenda &agenda, ArrivalLog &arrivals,
                               Authorization authorization, TradelabOptions options)
    : m_accounts(accounts)
    , m_arrivals(arrivals)
    , m_authorization(std::move(authorization))
    , m_options(std::move(options))
    , m_player(agenda)
    , m_cancelRoute(accounts, agenda, arrivals, m_player)
{
}

void TradelabRoutes::handle(const HttpRequest &request, HttpResponder responder)
{
    const std::optional<Route> route = findRoute(request);
    if (!route) {
        responder.send(replies::unknownRoute());
        return;
    }
    const QByteArray method = route->isCancel() ? "DELETE"_ba : "GET"_ba;
    if (request.method != method) {
        responder.send(replies::wrongMethod(method));
        return;
    }
    const Broker broker = brokerOf(request);
    const TradelabCall call{request, responder, broker, m_options.strict.contains(broker),
                            m_options.errorStatus};
    if (isSignedIn(call))
        answer(*route, call);
}

void TradelabRoutes::setPlan(FaultPlan plan)
{
    m_plan = std::move(plan);
    m_snapshots.clear();
    if (m_plan.hasStaleList())
        takeSnapshots();
}

std::optional<TradelabRoutes::Route> TradelabRoutes::findRoute(const HttpRequest &request)
{
    QString path = decodedPath(request);
    const auto *prefix = std::find_if(prefixes.begin(), prefixes.end(),
                                      [&path](QLatin1StringView start) { return path.startsWith(start); });
    if (prefix == prefixes.end())
        return {};
    QStringList words = path.mid(prefix->size()).split(u'/');
    if (words.size() > 1 && words.last().isEmpty())
        words.removeLast();
    using Kind = Route::Kind;
    const qsizetype size = words.size();
    if (words[0] == "orders"_L1 && size == 1)
        return Route{Kind::List, {}};
    if (words[0] == "orders"_L1 && words[1] == "kart"_L1 && size <= 3)
        return Route{Kind::KartCancel, words.value(2)};
    if (words[0] == "orders"_L1 && size == 2)
        return Route{Kind::Cancel, words[1]};
    if (words[0] == "order"_L1 && size == 3 && words[2] == "history"_L1)
        return Route{Kind::History, words[1]};
    if (words[0] == "trades"_L1 && size == 1)
        return Route{Kind::Trades, {}};
    if (words[0] == "user"_L1 && size == 2 && (words[1] == "trading_info"_L1 || words[1] == "profile"_L1))
        return Route{Kind::User, words[1]};
    return {};
}

// HDFC Sky has a prefix of its own; the other two are told apart by the client id, else by the header they
// use.
Broker TradelabRoutes::brokerOf(const HttpRequest &request)
{
    if (request.path().startsWith("/oapi/"))
        return Broker::HdfcSky;
    const CancelParameters parameters({}, request);
    const auto named = Accounts::withClientId(parameters.value(u"client_id"_s));
    return named && *named != Broker::HdfcSky ? *named : Authorization::guessBroker(request);
}

bool TradelabRoutes::isSignedIn(const TradelabCall &call) const
{
    switch (m_authorization.check(call.request, call.broker, call.isStrict)) {
    case Authorization::Answer::WrongCredentials:
        call.responder.send(replies::withStatus(401, 0, {}));
        return false;
    case Authorization::Answer::NoUserAgent:
        call.responder.send(replies::withStatus(403, 0, {}));
        return false;
    case Authorization::Answer::Ok:
        break;
    }
    return true;
}

void TradelabRoutes::answer(const Route &route, const TradelabCall &call)
{
    if (route.isCancel())
        m_cancelRoute.handle(call, route.kind == Route::Kind::KartCancel, route.id, m_plan);
    else
        answerRead(route, call);
}

void TradelabRoutes::answerRead(const Route &route, const TradelabCall &call)
{
    using Section = FaultPlan::Section;
    std::optional<Fault> fault;
    switch (route.kind) {
    case Route::Kind::History:
        m_arrivals.setOrderId(call.request.arrival, route.id);
        fault = m_plan.take(Section::History, {route.id});
        break;
    case Route::Kind::User:
        fault = m_plan.take(Section::User, {route.id});
        break;
    case Route::Kind::Trades:
        fault = m_plan.take(Section::List, {u"trades"_s});
        break;
    default:
        fault = m_plan.take(Section::List, {QString::fromUtf8(call.request.queryItem("type"))});
        break;
    }
    m_player.play(fault, call.request, call.responder, [&] {
        HttpReply reply = read(route, call);
        const QString clientId = QString::fromUtf8(call.request.queryItem("client_id"));
        const auto account = Accounts::withClientId(clientId).value_or(call.broker);
        const QString key = profileOf(account).clientId + QString::fromUtf8(call.request.queryItem("type"));
        const bool isStale = fault && fault->kind == Fault::Kind::StaleList && m_snapshots.contains(key);
        return isStale ? m_snapshots.value(key) : reply;
    });
}

HttpReply TradelabRoutes::read(const Route &route, const TradelabCall &call)
{
    const auto refused = [&call](HttpReply reply) {
        reply.status = call.errorStatus;
        return reply;
    };
    const QString clientId = QString::fromUtf8(call.request.queryItem("client_id"));
    if (clientId.isEmpty() && call.isStrict && route.kind != Route::Kind::User)
        return refused(replies::blank(u"client_id"_s));
    const auto account = clientId.isEmpty() ? std::optional(call.broker) : Accounts::withClientId(clientId);
    if (!account)
        return refused(replies::error(40000, u"Request forbidden"_s));
    Market &market = m_accounts.market(*account);
    const QString type = QString::fromUtf8(call.request.queryItem("type"));
    switch (route.kind) {
    case Route::Kind::History:
        return market.book().family(route.id).isEmpty()
                   ? refused(replies::notFound(market.profile().notFound))
                   : history(route.id, market);
    case Route::Kind::Trades:
        return trades(market);
    case Route::Kind::User:
        return user(route.id, market);
    default:
        return std::find(listTypes.begin(), listTypes.end(), type) == listTypes.end()
                   ? refused(replies::invalid(u"type"_s))
                   : list(type, market);
    }
}

HttpReply TradelabRoutes::list(const QString &type, Market &market) const
{
    constexpr std::size_t usualRow = 1300; // bytes
    HttpReply reply;
    reply.body.reserve(static_cast<qsizetype>(market.book().orders().size() * usualRow));
    reply.body += R"({"data":{"orders":[)";
    bool isFirst = true;
    for (const PracticeOrder &order : market.book().orders()) {
        if (!isListed(order, type))
            continue;
        if (!isFirst)
            reply.body += ',';
        isFirst = false;
        appendOrderRow(reply.body, order, market.profile());
    }
    reply.body += R"(]},"message":"","status":"success"})";
    return reply;
}

HttpReply TradelabRoutes::history(const QString &orderId, Market &market)
{
    QByteArray entries;
    appendHistory(entries, market.book().family(orderId), market.profile());
    if (market.profile().history == HistoryShape::Array)
        return replies::success('[' + entries + ']');
    HttpReply reply;
    reply.body = R"({"data":{"order history":[)" + entries + R"(],"message":"","status":"success"}})";
    return reply;
}

HttpReply TradelabRoutes::trades(Market &market)
{
    QByteArray data = R"({"trades":[)";
    for (const Trade &trade : market.book().trades()) {
        if (!data.endsWith('['))
            data += ',';
        appendTrade(data, trade, market.profile());
    }
    return replies::success(data + "]}");
}

HttpReply TradelabRoutes::user(const QString &what, Market &market)
{
    QByteArray data;
    JsonText row(data);
    row.beginObject();
    if (what == "trading_info"_L1)
        row.raw("bo_id", R"(["1200000000000001"])");
    row.text("client_id", market.profile().clientId);
    row.text("email_id", u"practice@example.com"_s);
    row.raw("exchanges_subscribed", R"(["NSE","BSE","NFO","MCX"])");
    row.text("name", u"PRACTICE ACCOUNT"_s);
    row.truth("poa_enabled", false);
    row.raw("products_enabled", R"(["CNC","MIS","NRML","CO","BO"])");
    row.text("status", u"Activated"_s);
    row.endObject();
    return replies::success(data);
}

void TradelabRoutes::takeSnapshots()
{
    for (const Broker broker : brokers) {
        if (!m_accounts.isSeeded(broker))
            continue;
        Market &market = m_accounts.market(broker);
        for (const QLatin1StringView type : listTypes)
            m_snapshots.insert(market.profile().clientId + type, list(type, market));
    }
}

} // namespace practice
