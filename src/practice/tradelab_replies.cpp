// SPDX-License-Identifier: Apache-2.0
#include "practice/tradelab_replies.h"

#include "practice/json_text.h"

namespace practice::replies {

using namespace Qt::StringLiterals;

namespace {

HttpReply json(const QByteArray &body, int status = 200)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

QString backendText(int number)
{
    switch (number) {
    case 1014:
        return u"amo not allowed now"_s;
    case 16060:
    case 2010000:
        return u"order not found"_s;
    case 16115:
        return u"cancel rejected"_s;
    case 200116:
        return u"cancellation already pending"_s;
    default:
        return u"order cannot be cancelled"_s;
    }
}

} // namespace

HttpReply success(const QByteArray &data)
{
    return json(R"({"data":)" + data + R"(,"message":"","status":"success"})");
}

HttpReply regularCancel(const QString &orderId)
{
    const QString message = u"Order cancellation request submitted for OMS Order: "_s + orderId;
    return json(R"({"data":{"oms_order_id":)" + quoted(orderId) + R"(},"message":)" + quoted(message) +
                R"(,"status":"success"})");
}

HttpReply kartCancel(const QString &basketId)
{
    return success(R"({"basket_id":)" + quoted(basketId) + R"(,"message":"Order Cancelled Successfully"})");
}

HttpReply shortKartCancel()
{
    return json(R"({"status":"success","message":"Order cancelled successfully"})");
}

HttpReply hollowSuccess()
{
    return json(R"({"status":"success","message":"","data":{"status":"Ok"}})");
}

HttpReply error(int code, const QString &message)
{
    return json(R"({"data":{},"error_code":)" + QByteArray::number(code) + R"(,"message":)" +
                quoted(message) + R"(,"status":"error"})");
}

HttpReply backendError(int number, const QString &text)
{
    return error(45000, u"Error from backend: (%1)-%2"_s.arg(number).arg(text));
}

HttpReply alreadyTraded()
{
    return json(R"({"status":"error","message":"Order already traded"})");
}

HttpReply notFound(NotFoundShape shape)
{
    switch (shape) {
    case NotFoundShape::Failed:
        return json(R"({"status":"failed","message":"Order not found"})");
    case NotFoundShape::Code:
        return backendError(16060, u"order not found"_s);
    case NotFoundShape::Error:
        break;
    }
    return json(R"({"status":"error","message":"Order not found"})");
}

HttpReply invalid(const QString &field)
{
    return error(44000, u"`%1` is invalid"_s.arg(field));
}

HttpReply blank(const QString &field)
{
    return error(44000, u"`%1` can't be blank"_s.arg(field));
}

HttpReply errorWithCode(int code, bool isList)
{
    switch (code) {
    case 40000:
        return error(code, isList ? u"Request forbidden"_s : u"Request Unauthorised"_s);
    case 44000:
        return blank(u"exchange_order_id"_s);
    case 45000:
        return backendError(16344, backendText(16344));
    case 45010:
        return error(code, u"Something went wrong"_s);
    case 48001:
        return error(code, u"Basket doesnt exists"_s);
    default:
        return backendError(code, backendText(code));
    }
}

HttpReply withStatus(int status, int retryAfter, const QString &location)
{
    if (status == 401)
        return json(R"({"error":"invalid credentials"})", status);
    if (status == 403)
        return json(R"({"status":"error","message":"Forbidden","error_type":"TokenException"})", status);
    HttpReply reply;
    reply.status = status;
    if (status == 429) {
        reply.headers.append({"Retry-After", QByteArray::number(retryAfter)});
        reply.body = R"({"error":"merchantKeyRateLimit - too many requests"})";
    } else if (status >= 300 && status < 400) {
        reply.headers.append({"Location", location.toUtf8()});
        reply.contentType.clear();
    } else {
        reply.contentType = "text/html";
        reply.body = "<html><body><h1>" + QByteArray::number(status) + "</h1></body></html>";
    }
    return reply;
}

HttpReply loginPage()
{
    HttpReply reply;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method=\"post\">"
                 "<input name=\"user\"><input name=\"password\" type=\"password\"></form></body></html>";
    return reply;
}

HttpReply unknownRoute()
{
    return json(R"({"data":{},"error_code":404,"message":"No such route","status":"error"})", 404);
}

HttpReply wrongMethod(const QByteArray &allowed)
{
    HttpReply reply =
        json(R"({"data":{},"error_code":405,"message":"Method not allowed","status":"error"})", 405);
    reply.headers.append({"Allow", allowed});
    return reply;
}

} // namespace practice::replies
