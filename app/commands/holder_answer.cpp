// SPDX-License-Identifier: Apache-2.0
#include "commands/holder_answer.h"

namespace commands {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds longest = 30s; // the holder has spoken, and is at work

} // namespace

base::Status awaitAnswer(Engine &engine, const desk::HandoverClient &client)
{
    static_cast<void>(engine.waiting().until([&] { return client.answer().has_value(); }, longest));
    if (!client.answer())
        return base::failure(base::ErrorKind::Network,
                             u"the program that holds the engine has not answered"_s);
    return *client.answer();
}

} // namespace commands
