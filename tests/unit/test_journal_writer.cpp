// SPDX-License-Identifier: Apache-2.0
// A program for test_journal_crash to kill: appends rows for ever and prints each seq once append has
// returned.
#include "base/clock.h"
#include "journal/journal.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc != 2)
        return 2;
    base::SystemClock clock;
    base::Redactor redactor;
    journal::Journal journal(clock, redactor);
    if (!journal.open(QString::fromLocal8Bit(argv[1])))
        return 1;
    const std::vector<journal::Entry> batch(
        20, {u"asked"_s, u"pace"_s, u"A:1"_s, u"t1"_s, QString(500, u'x'), {{u"n"_s, u"v"_s}}});
    for (int turn = 0;; ++turn) {
        const bool isBatch = turn % 3 == 0;
        const auto seq = isBatch ? journal.appendAll(batch) : journal.append(batch.front());
        if (!seq)
            return 1;
        std::printf("%lld\n", *seq + (isBatch ? qint64(batch.size()) - 1 : 0));
        std::fflush(stdout);
    }
}
