// SPDX-License-Identifier: Apache-2.0
#include "rules/line_rules.h"

using namespace Qt::StringLiterals;

namespace rules {

namespace {

const QString code = uR"(^(app|src|ui|tests)/.*\.(cpp|h)$)"_s;
const QString product = uR"(^(app|src|ui)/.*\.(cpp|h)$)"_s;
const QString engineWindowTests = uR"(^(src|ui|tests)/.*\.(cpp|h)$)"_s;
const QString everything = uR"(.)"_s;

const Parts comments(Part::Comments);
const Parts strings(Part::Strings);
const Parts both = comments | strings;

std::vector<LineRule> libraryRules()
{
    return {
        {.name = u"simdjson"_s,
         .files = product,
         .except = u"^src/json/"_s,
         .blanked = comments,
         .unwanted = uR"(^\s*#\s*include\s*["<]simdjson)"_s,
         .advice = u"only src/json reads with simdjson"_s,
         .sampled = u"src/tradelab/codec.cpp"_s,
         .bad = {u"\n#include <simdjson.h>"_s},
         .good = u"#include \"json/json_reader.h\" // wraps simdjson"_s},
        {.name = u"qtkeychain"_s,
         .files = product,
         .except = u"^src/vault/"_s,
         .blanked = comments,
         .unwanted = uR"(^\s*#\s*include\s*["<](qt6?keychain/|keychain\.h))"_s,
         .advice = u"only src/vault speaks to the keychain"_s,
         .sampled = u"app/wiring.cpp"_s,
         .bad = {u"\n#include <qt6keychain/keychain.h>"_s, u"#include <keychain.h>"_s},
         .good = u"#include \"vault/keychain_store.h\""_s},
        {.name = u"boost"_s,
         .files = product,
         .except = u"^src/practice/"_s,
         .blanked = comments,
         .unwanted = uR"(^\s*#\s*include\s*["<]boost/)"_s,
         .advice = u"only src/practice uses Boost"_s,
         .sampled = u"src/net/http_call.cpp"_s,
         .bad = {u"\n#include <boost/beast/http.hpp>"_s},
         .good = u"#include \"net/http_call.h\""_s},
        {.name = u"expected"_s,
         .files = code,
         .except = uR"(^src/base/result\.h$)"_s,
         .blanked = comments,
         .unwanted = uR"(^\s*#\s*include\s*["<]tl/)"_s,
         .advice = u"include base/result.h"_s,
         .sampled = u"src/json/json_reader.h"_s,
         .bad = {u"\n#include <tl/expected.hpp>"_s},
         .good = u"#include \"base/result.h\""_s},
    };
}

std::vector<LineRule> designRules()
{
    return {
        {.name = u"no call of a singleton"_s,
         .files = code,
         .blanked = both,
         .unwanted = uR"((?<!\bQCoreApplication)(?<!\bQGuiApplication)(?<!\bQApplication)::instance\s*\()"_s,
         .advice = u"pass a reference instead of reaching for a singleton"_s,
         .sampled = u"src/desk/desk.cpp"_s,
         .bad = {u"\nauto &desk = Desk::instance();"_s},
         .good = u"QCoreApplication::instance()->quit();"_s},
        {.name = u"no singleton"_s,
         .files = code,
         .blanked = both,
         .unwanted = uR"(\bstatic\b[^;(]*[\s&*]instance\s*\()"_s,
         .advice = u"let app/wiring own it and pass a reference"_s,
         .sampled = u"src/desk/desk.h"_s,
         .bad = {u"class Desk {\n    static Desk &instance();"_s, u"static Desk *instance();"_s},
         .good = u"static int instances();"_s},
        {.name = u"settings in one place"_s,
         .files = code,
         .except = u"^src/desk/"_s,
         .blanked = both,
         .unwanted = uR"(\bQSettings\b)"_s,
         .advice = u"ask desk/settings"_s,
         .sampled = u"ui/main_window.cpp"_s,
         .bad = {u"\nQSettings settings;"_s},
         .good = u"const Settings settings; // not QSettings"_s},
        {.name = u"words for people in ui and app"_s,
         .files = code,
         .except = u"^(ui|app|tests/gui)/"_s,
         .blanked = both,
         .unwanted = uR"(\btr\s*\(|\bQT_TR(ANSLATE)?_NOOP|\bQ(Core|Gui)?Application::translate\b)"_s,
         .advice = u"give a kind or a code; ui and app make the words"_s,
         .sampled = u"src/desk/desk.cpp"_s,
         .bad = {u"\nreturn tr(\"Signed out\");"_s, u"const char *const text = QT_TR_NOOP(\"Signed out\");"_s,
                 u"const char *const text = QT_TRANSLATE_NOOP(\"Desk\", \"Signed out\");"_s,
                 u"return QCoreApplication::translate(\"Desk\", \"Signed out\");"_s},
         .good = u"return str(\"tr(\") + attr(x);"_s},
        {.name = u"time from the clock"_s,
         .files = engineWindowTests,
         .except = uR"(^src/base/clock\.cpp$)"_s,
         .blanked = both,
         .unwanted = uR"(\b(QTimer|QBasicTimer|QTimerEvent|startTimer)\b)"
                     uR"(|\b(qWait|qSleep|msleep|usleep|nanosleep|sleep_for|sleep_until)\b)"
                     uR"(|(^|[;{(,]|QThread::|(?<!\w)::)\s*sleep\s*\()"_s,
         .advice = u"take base::Clock and base::Timer; in tests a ManualClock or QTRY_*"_s,
         .sampled = u"src/net/rate_limiter.cpp"_s,
         .bad = {u"// waits\nQTimer::singleShot(5, this, [] {});"_s, u"#include <QTimer>"_s,
                 u"QBasicTimer m_timer;"_s, u"m_id = startTimer(5);"_s,
                 u"void timerEvent(QTimerEvent *event) override;"_s, u"QTest::qWait(50);"_s,
                 u"QTest::qSleep(50);"_s, u"QThread::msleep(50);"_s, u"QThread::sleep(1);"_s,
                 u"{ sleep(1); }"_s, u"::sleep(1);"_s, u"usleep(1);"_s, u"nanosleep(&span, nullptr);"_s,
                 u"std::this_thread::sleep_for(5ms);"_s, u"std::this_thread::sleep_until(end);"_s},
         .good = u"m_timer.start(5s); clock.sleep(5s); void sleep(seconds time); // no QTimer"_s},
        {.name = u"namespaces stay closed in headers"_s,
         .files = uR"(^(app|src|ui|tests)/.*\.h$)"_s,
         .blanked = both,
         .unwanted = uR"(\busing\s+namespace\b)"_s,
         .advice = u"name what you use; a header must not open a namespace for others"_s,
         .sampled = u"src/orders/order.h"_s,
         .bad = {u"#pragma once\nusing namespace Qt::StringLiterals;"_s},
         .good = u"using Clock = base::Clock; // never using namespace"_s},
        {.name = u"secrets and certificates are never waved through"_s,
         .files = code,
         .blanked = both,
         .unwanted = uR"(\b(setInsecureFallback|ignoreSslErrors)\b)"_s,
         .advice = u"let it fail, and say why"_s,
         .sampled = u"src/net/http_client.cpp"_s,
         .bad = {u"\nreply->ignoreSslErrors();"_s, u"job.setInsecureFallback(true);"_s},
         .good = u"reply->abort(); // no ignoreSslErrors"_s},
        {.name = u"peers are verified"_s,
         .files = product,
         .except = u"^src/practice/"_s,
         .blanked = both,
         .unwanted = uR"(\b(VerifyNone|QueryPeer)\b)"_s,
         .advice = u"a broker without a valid certificate is not a broker"_s,
         .sampled = u"src/net/ws_channel.cpp"_s,
         .bad = {u"\nssl.setPeerVerifyMode(QSslSocket::VerifyNone);"_s,
                 u"ssl.setPeerVerifyMode(QSslSocket::QueryPeer);"_s},
         .good = u"ssl.setPeerVerifyMode(QSslSocket::VerifyPeer);"_s},
        {.name = u"signals by pointer"_s,
         .files = code,
         .blanked = both,
         .unwanted = uR"(\b(SIGNAL|SLOT)\s*\()"_s,
         .advice = u"connect by member pointers"_s,
         .sampled = u"ui/main_window.cpp"_s,
         .bad = {u"\nconnect(a, SIGNAL(changed()), b, &B::update);"_s,
                 u"connect(a, &A::changed, b, SLOT(update()));"_s},
         .good = u"connect(a, &A::changed, b, &B::update);"_s},
    };
}

std::vector<LineRule> textRules()
{
    return {
        {.name = u"nothing is left to do"_s,
         .files = everything,
         .blanked = strings,
         .unwanted = uR"(\b(TODO|FIXME|XXX|HACK)\b)"_s,
         .advice = u"do it now, or open an issue"_s,
         .sampled = u"src/net/http_call.cpp"_s,
         .bad = {u"\nint x; // TODO: sign it"_s, u"// FIXME"_s, u"// HACK around it"_s, u"int XXX;"_s},
         .good = u"const auto mark = u\"TODO\"_s; // XXXX is not a mark"_s},
    };
}

} // namespace

const std::vector<LineRule> &lineRules()
{
    static const std::vector<LineRule> rules = [] {
        std::vector<LineRule> all;
        for (const auto &group : {libraryRules(), designRules(), textRules()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return rules;
}

} // namespace rules
