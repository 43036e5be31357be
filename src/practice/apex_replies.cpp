// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_replies.h"

#include "practice/json_text.h"

namespace practice::apex_replies {

using namespace Qt::StringLiterals;

namespace {

QString textOf(int code)
{
    switch (code) {
    case 20:
        return u"Not Authorized"_s;
    case 100:
        return u"Invalid Request"_s;
    case 102:
        return u"Server Error"_s;
    case 104:
        return u"Resource Not Found"_s;
    case 106:
        return u"Operation Not Supported"_s;
    default:
        return u"Operation Failed"_s;
    }
}

} // namespace

ApexReply success()
{
    return {ApexKind::Reply, R"({"result":true,"errormsg":"","errorcode":0,"detail":""})"};
}

ApexReply error(int code, const QString &text)
{
    ApexReply reply;
    JsonText object(reply.payload);
    object.beginObject();
    object.truth("result", false);
    object.text("errormsg", text.isEmpty() ? textOf(code) : text);
    object.number("errorcode", code);
    object.raw("detail", "null");
    object.endObject();
    return reply;
}

ApexReply notAuthorized()
{
    return error(20);
}

ApexReply invalidRequest()
{
    return error(100);
}

ApexReply notFound()
{
    return error(104);
}

ApexReply plainError(const QString &text)
{
    return {ApexKind::Error, text.toUtf8()};
}

ApexReply unknownFunction()
{
    return plainError(u"Endpoint Not Found"_s);
}

} // namespace practice::apex_replies
