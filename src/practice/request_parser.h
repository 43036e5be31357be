// SPDX-License-Identifier: Apache-2.0
// Takes bytes as they come off a socket and makes one HttpRequest of them, on Boost.Beast's parser. Used by
// HttpConnection, one parser per request. It never reads past the end of its request (what follows is the
// next one's), and never grows beyond its limits.
#pragma once

#include "practice/http_message.h"

#include <memory>

namespace practice {

class RequestParser
{
public:
    static constexpr qsizetype headLimit = 64 * 1024;
    static constexpr qsizetype bodyLimit = 1024 * 1024;

    RequestParser();
    RequestParser(RequestParser &&) noexcept;
    RequestParser &operator=(RequestParser &&) noexcept;
    ~RequestParser();

    /// Gives how many bytes were used up; the rest has to be offered again, with more behind it.
    [[nodiscard]] qsizetype consume(QByteArrayView bytes);

    [[nodiscard]] bool hasStarted() const;
    [[nodiscard]] bool hasHead() const;
    [[nodiscard]] bool isDone() const;
    /// 0 while all is well, else the status that fits: 400, 413 or 431.
    [[nodiscard]] int errorStatus() const { return m_errorStatus; }
    [[nodiscard]] bool isKeepAlive() const;
    /// The head, and as much of the body as has come.
    [[nodiscard]] HttpRequest request() const;

private:
    class Parser;
    std::unique_ptr<Parser> m_parser;
    int m_errorStatus = 0;
};

} // namespace practice
