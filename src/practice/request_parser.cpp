// SPDX-License-Identifier: Apache-2.0
#include "practice/request_parser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace practice {

namespace http = boost::beast::http;

namespace {

template <typename View> QByteArray toByteArray(const View &view)
{
    return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
}

int statusFor(const boost::system::error_code &error)
{
    if (error == http::error::header_limit)
        return 431;
    if (error == http::error::body_limit)
        return 413;
    return 400;
}

} // namespace

class RequestParser::Parser : public http::request_parser<http::string_body>
{
};

RequestParser::RequestParser()
    : m_parser(std::make_unique<Parser>())
{
    m_parser->header_limit(static_cast<std::uint32_t>(headLimit));
    m_parser->body_limit(static_cast<std::uint64_t>(bodyLimit));
}

RequestParser::RequestParser(RequestParser &&) noexcept = default;
RequestParser &RequestParser::operator=(RequestParser &&) noexcept = default;
RequestParser::~RequestParser() = default;

qsizetype RequestParser::consume(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (used < bytes.size() && !isDone() && m_errorStatus == 0) {
        boost::system::error_code error;
        const QByteArrayView rest = bytes.sliced(used);
        const std::size_t taken = m_parser->put(
            boost::asio::const_buffer(rest.data(), static_cast<std::size_t>(rest.size())), error);
        used += static_cast<qsizetype>(taken);
        if (error == http::error::need_more)
            break;
        if (error)
            m_errorStatus = statusFor(error);
        else if (taken == 0)
            break;
    }
    return used;
}

bool RequestParser::hasStarted() const
{
    return m_parser->got_some();
}

bool RequestParser::hasHead() const
{
    return m_parser->is_header_done();
}

bool RequestParser::isDone() const
{
    return m_parser->is_done();
}

bool RequestParser::isKeepAlive() const
{
    return m_parser->get().keep_alive();
}

HttpRequest RequestParser::request() const
{
    const auto &message = m_parser->get();
    HttpRequest request;
    request.method = toByteArray(message.method_string());
    request.target = toByteArray(message.target());
    for (const auto &field : message)
        request.headers.append({toByteArray(field.name_string()), toByteArray(field.value())});
    request.body = toByteArray(message.body());
    return request;
}

} // namespace practice
