// SPDX-License-Identifier: Apache-2.0
#include "commands/usage.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

struct Page
{
    QLatin1StringView command;
    QLatin1StringView text;
};

constexpr auto programPage =
    R"(pullcord-cli lists open orders at every broker and cancels the chosen ones, with proof.

  pullcord-cli [--config-dir DIR] [--practice] [--secrets FILE|-] COMMAND ...

  connections  list, add, remove, check
  orders       what is in the books
  history      one order as its broker tells it
  cancel       cancels orders and waits for the proof
  watch        one line for every change
  journal      list, verify, export
  unresolved   asks again about cancels without an end
  practice     the practice venue as a server on 127.0.0.1

  --config-dir DIR    connections, settings and the journal lie there
  --practice          runs the practice venue inside the program and uses its connections only
  --still             with --practice: nothing moves by itself
  --secrets FILE|-    {"NAME": SECRET, ...} for this run alone; the keychain is left alone. The file must be
                      readable by its owner only (chmod 600); "-" reads standard input
  --help              this page; "pullcord-cli COMMAND --help" has one for each command
  --version

An order's KEY is CONNECTION:ORDER_ID, with :LEG and :EXCHANGE_ORDER_ID and @YYYYMMDD behind it where that is needed
to name one row, as "orders" prints it. In ids and legs "%", ":", "@" and blanks are written %25, %3A, %40, %20.
A KEY without LEG means the order without legs, or the ENTRY.

A filter is a list of tests that must all hold: words that stand in any text, side:sell, symbol:NIFTY*, kind:bo,
leg:entry, status:open, price>100, age>5m, connection:pace. A leading "-" negates, quotes hold blanks together.

Exit codes: 0 all asked for holds; 1 the program failed; 2 wrong usage, filter or KEY; 3 refused or filled first;
4 unresolved; 5 not sent; 6 a book could not be loaded.
)"_L1;

constexpr std::array pages{
    Page{"connections"_L1, R"(pullcord-cli connections list
pullcord-cli connections add NAME --broker pocketful|pace|hdfcsky|alphapoint [--url URL]
             [--client-id ID] [--account-id N] [--oms-id N] [--user-id N] [--ca-file FILE]
pullcord-cli connections remove NAME
pullcord-cli connections check [NAME]

  NAME is made of A-Z a-z 0-9 . _ - and has 32 characters at most. Without --url the broker's own address is taken;
  alphapoint has none. http and ws are taken for this machine's own addresses only.
  --ca-file names certificates (PEM) of authorities that this connection trusts besides the system's own. The file is
  read at each sign-in. There is no way to switch the checks of certificates off.
  add reads the secret from standard input, never from an argument or the environment, and keeps it in the system
  keychain. Where there is none it keeps the connection without its secret and says so.
    pocketful, pace: the access token
    hdfcsky:         {"token": "...", "api_key": "..."}, or the token alone
    alphapoint:      a session token, {"api_key": "...", "api_secret": "..."} with --user-id, or
                     {"user": "...", "password": "..."}
  list and check print JSON; --format table prints them for people.
  check exits with 5 where it could not sign in and with 6 where the broker could not be reached.
)"_L1},
    Page{
        "orders"_L1,
        R"(pullcord-cli orders [--connection NAME]... [--filter EXPR] [--state open|closed|all] [--format table|json|csv]

  --state open is the default: open, being_cancelled, in_flight and unknown.
  Exits with 6 where a book could not be loaded; the others are printed all the same.
)"_L1},
    Page{"history"_L1, R"(pullcord-cli history KEY [--format table|json]

  The broker's own history of the order, the newest first.
)"_L1},
    Page{"cancel"_L1, R"(pullcord-cli cancel KEY... | --filter EXPR | --all
             [--connection NAME]... [--allow-trade] [--dry-run] [--yes] [--timeout SECONDS] [--format table|json]

  Says "cancelled" only when the broker's own book has shown it.
  --dry-run      prints what would be sent, effects included, and sends nothing
  --yes          asks no question; without it a person is asked, and without a terminal nothing is sent
  --allow-trade  includes orders whose cancel may trade or has an unknown effect (stop and target legs, entries
                 with fills); without it they are skipped
  --timeout      how long to wait for the proof, 30 s by default. At its end, and at Ctrl+C, what waits is not sent
                 and what has left is unresolved ("pullcord-cli unresolved" asks again)
)"_L1},
    Page{"watch"_L1, R"(pullcord-cli watch [--connection NAME]... [--format table|json]

  One line for every change until Ctrl+C: added, changed, gone, connection, ticket. The first lines are the books as
  they are. With --format json each line is {"time", "event", "key", "row"}.
)"_L1},
    Page{"journal"_L1, R"(pullcord-cli journal list   [--since TIME] [--format json|table]
pullcord-cli journal verify [--code CODE] [--format json|table]
pullcord-cli journal export --format csv|json [--since TIME]

  TIME is ISO 8601, like 2026-01-31T03:45:00Z or 2026-01-31. Exports and checks are noted in the journal.
  verify exits with 1 where the journal is not what was written. It and export print a code on standard error: kept
  elsewhere and given again with --code, it proves that nothing up to then was cut off or rewritten.
)"_L1},
    Page{"unresolved"_L1, R"(pullcord-cli unresolved [--timeout SECONDS] [--format table|json]

  Asks the brokers again about every cancel that has no end yet (30 s at most) and prints what became of it; where
  another program holds the engine, that one asks. Exits with 0 when all have ended, else with 4; with 5 where the
  other program does not answer.
)"_L1},
    Page{"practice"_L1, R"(pullcord-cli practice [--port N] [--orders N] [--seed N] [--still] [--faults FILE]

  Serves until Ctrl+C. The first line has the address and what a client signs in with, new at each start.
  Connections are called pocketful, pace, hdfcsky and apex. GET /practice/arrivals lists the requests that came,
  POST /practice/faults sets what shall go wrong, in the form of FILE:
    {"cancel": {ORDER_ID or "*": {"do": NAME, "after_ms": N, "times": N}}, "list": {...}, "feed": {...}}
  --still: nothing moves by itself. --seed is 1 by default; the same seed gives the same day.
)"_L1},
};

} // namespace

QString programUsage()
{
    return programPage;
}

QString commandUsage(const QString &command)
{
    const auto *found =
        std::find_if(pages.begin(), pages.end(), [&](const Page &page) { return page.command == command; });
    return found == pages.end() ? QString() : QString(found->text);
}

} // namespace commands
