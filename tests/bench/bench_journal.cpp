// SPDX-License-Identifier: Apache-2.0
// The cost of certainty: one commit, a batch of 1,000, the turn of a page, the check of a long record and
// what a start reads of it. bench_journal [ROWS]; 1,000,000 rows need about 1.5 GB in the temporary folder.
#include "long_journal.h"
#include "measure.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const base::SystemClock clock;
    const base::Redactor redactor;
    const int rows = argc > 1 ? std::max(1000, QByteArray(argv[1]).toInt()) : 1'000'000;
    const QTemporaryDir folder;
    journal::Journal journal(clock, redactor);
    if (!journal.open(folder.filePath(u"journal.db"_s)))
        return 1;

    std::vector<double> single;
    for (int i = 0; i < 500; ++i) {
        const journal::Entry entry = bench::entryOf(i);
        single.push_back(bench::millisecondsOf(clock, [&] { static_cast<void>(journal.append(entry)); }));
    }
    std::printf("one row, one commit           median %7.2f ms  p99   %7.2f ms\n",
                bench::percentile(single, 0.5), bench::percentile(single, 0.99));

    std::vector<double> batch;
    for (int i = 0; i < 20; ++i) {
        const auto made = bench::entriesOf(500 + i * 1000, 1000);
        batch.push_back(bench::millisecondsOf(clock, [&] { static_cast<void>(journal.appendAll(made)); }));
    }
    std::printf("1,000 rows, one commit        median %7.2f ms  worst %7.2f ms\n",
                bench::percentile(batch, 0.5), bench::percentile(batch, 1));

    const auto carried = bench::entriesOf(0, 500);
    const double turned = bench::millisecondsOf(clock, [&] { static_cast<void>(journal.turnPage(carried)); });
    std::printf("a new file, 500 rows carried         %7.2f ms\n", turned);

    if (!bench::writeLong(journal, rows))
        return 1;
    const double read = bench::millisecondsOf(
        clock, [&] { static_cast<void>(journal.readPage([](const journal::Row &) { return true; })); });
    std::printf("what a start reads            %9.2f s\n", read / 1000);
    const double verified = bench::millisecondsOf(clock, [&] {
        const auto found = journal.verify();
        std::printf("checked: %s, %lld rows\n", found && found->ok ? "all as written" : "BROKEN",
                    static_cast<long long>(found ? found->rows : 0));
    });
    std::printf("check of the whole record     %9.2f s\n", verified / 1000);
    return 0;
}
