// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_functions.h"

#include "practice/apex_replies.h"

#include <algorithm>
#include <array>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

using Section = FaultPlan::Section;

enum class Function {
    Unknown,
    Ping,
    Authenticate,
    AuthenticateByCode,
    LogOut,
    UserInfo,
    Accounts,
    AccountInfos,
    Subscribe,
    Unsubscribe,
    Instruments,
    OpenOrders,
    OrderStatus,
    OrderHistory,
    Revisions,
    Trades,
    Cancel,
    CancelAll,
};

struct Row
{
    QLatin1StringView name;
    Function function;
    Section section;
};

constexpr std::array rows{
    Row{"Ping"_L1, Function::Ping, Section::User},
    Row{"AuthenticateUser"_L1, Function::Authenticate, Section::User},
    Row{"WebAuthenticateUser"_L1, Function::Authenticate, Section::User},
    Row{"Authenticate2FA"_L1, Function::AuthenticateByCode, Section::User},
    Row{"LogOut"_L1, Function::LogOut, Section::User},
    Row{"GetUserInfo"_L1, Function::UserInfo, Section::User},
    Row{"GetUserAccounts"_L1, Function::Accounts, Section::User},
    Row{"GetUserAccountInfos"_L1, Function::AccountInfos, Section::User},
    Row{"SubscribeAccountEvents"_L1, Function::Subscribe, Section::User},
    Row{"UnsubscribeAccountEvents"_L1, Function::Unsubscribe, Section::User},
    Row{"GetInstruments"_L1, Function::Instruments, Section::List},
    Row{"GetOpenOrders"_L1, Function::OpenOrders, Section::List},
    Row{"GetOrderStatus"_L1, Function::OrderStatus, Section::List},
    Row{"GetOrderHistory"_L1, Function::OrderHistory, Section::List},
    Row{"GetOrdersHistory"_L1, Function::OrderHistory, Section::List},
    Row{"GetOrderHistoryByOrderId"_L1, Function::Revisions, Section::History},
    Row{"GetAccountTrades"_L1, Function::Trades, Section::List},
    Row{"CancelOrder"_L1, Function::Cancel, Section::Cancel},
    Row{"CancelAllOrders"_L1, Function::CancelAll, Section::Cancel},
};

Row rowOf(const ApexRequest &request)
{
    const auto *found = std::find_if(rows.begin(), rows.end(), [&request](const Row &row) {
        return request.function.compare(row.name, Qt::CaseInsensitive) == 0;
    });
    Row row = found == rows.end() ? Row{{}, Function::Unknown, Section::User} : *found;
    // To take a subscription back is a kind of frame to the documents, and a function to every client.
    const bool isAboutEvents = row.function == Function::Subscribe || row.function == Function::Unsubscribe;
    if (request.kind == ApexKind::Unsubscribe)
        row.function = isAboutEvents ? Function::Unsubscribe : Function::Unknown;
    return row;
}

} // namespace

ApexFunctions::ApexFunctions(ApexMarket &market, const ApexIdentity &identity, Agenda &agenda,
                             bool statusAsArray)
    : m_identity(identity)
    , m_signIn(identity)
    , m_reads(market, identity, statusAsArray)
    , m_cancels(market, identity, agenda)
{
}

bool ApexFunctions::needsSignIn(const ApexRequest &request)
{
    const Function function = rowOf(request).function;
    return function != Function::Ping && function != Function::Authenticate &&
           function != Function::AuthenticateByCode;
}

std::optional<Fault> ApexFunctions::takeFault(FaultPlan &plan, const ApexRequest &request,
                                              const QString &orderId)
{
    const Row row = rowOf(request);
    QStringList keys{row.name};
    if (row.section == Section::Cancel || row.section == Section::History)
        keys.prepend(orderId);
    return plan.take(row.section, keys);
}

QString ApexFunctions::orderId(const ApexRequest &request) const
{
    switch (rowOf(request).function) {
    case Function::Cancel:
        return m_cancels.orderId(request);
    case Function::OrderStatus:
    case Function::Revisions:
        return ApexParameters(request.payload).text(u"OrderId");
    default:
        return {};
    }
}

ApexReply ApexFunctions::call(const ApexRequest &request, ApexLogin &login, const std::optional<Fault> &fault)
{
    switch (rowOf(request).function) {
    case Function::Unknown:
        return apex_replies::unknownFunction();
    case Function::Ping:
        return {ApexKind::Reply, R"({"msg":"PONG"})"};
    case Function::Authenticate:
        return m_signIn.authenticate(request, login);
    case Function::AuthenticateByCode:
        return m_signIn.authenticateByCode(request, login);
    case Function::LogOut:
        return m_signIn.logOut(login);
    case Function::UserInfo:
        return m_signIn.userInfo(request);
    case Function::Accounts:
        return m_signIn.accounts(request);
    case Function::AccountInfos:
        return m_signIn.accountInfos(request);
    case Function::Subscribe:
        return subscribe(request, login);
    case Function::Unsubscribe:
        return unsubscribe(request, login);
    case Function::Cancel:
        return m_cancels.cancel(request, fault);
    case Function::CancelAll:
        return m_cancels.cancelAll(request);
    default:
        return read(request, fault && fault->kind == Fault::Kind::StaleList);
    }
}

ApexReply ApexFunctions::read(const ApexRequest &request, bool isStale) const
{
    switch (rowOf(request).function) {
    case Function::OpenOrders:
        return m_reads.openOrders(request, isStale);
    case Function::OrderStatus:
        return m_reads.orderStatus(request, isStale);
    case Function::OrderHistory:
        return m_reads.orderHistory(request, isStale);
    case Function::Revisions:
        return m_reads.revisions(request);
    case Function::Trades:
        return m_reads.accountTrades(request);
    default:
        return m_reads.instruments(request);
    }
}

ApexReply ApexFunctions::subscribe(const ApexRequest &request, ApexLogin &login) const
{
    ApexParameters parameters(request.payload);
    if (const auto refusal = m_identity.refusal(parameters, true))
        return *refusal;
    login.subscriptions[parameters.id(u"AccountId")] = request.sequence;
    return {ApexKind::Reply, R"({"Subscribe":true})"};
}

ApexReply ApexFunctions::unsubscribe(const ApexRequest &request, ApexLogin &login) const
{
    ApexParameters parameters(request.payload);
    if (const auto refusal = m_identity.refusal(parameters, true))
        return *refusal;
    login.subscriptions.erase(parameters.id(u"AccountId"));
    return apex_replies::success();
}

} // namespace practice
