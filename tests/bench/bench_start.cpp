// SPDX-License-Identifier: Apache-2.0
// From the start of the program to its first painted window: on the practice venue, with an empty folder of
// its own, and with a journal of a million rows. bench_start [ROUNDS] [ROWS]; needs no screen.
#include "long_journal.h"
#include "measure.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWait = 20'000; // milliseconds

/// Negative if the program did not say that it has painted.
double startOnce(const base::Clock &clock, const QStringList &options)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_LOGGING_RULES"_s, u"pullcord.start.debug=true"_s);
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    double time = -1;
    QByteArray said;
    const base::MonoTime begun = clock.monotonic();
    program.start(QStringLiteral(PULLCORD_PROGRAM), options);
    while (time < 0 && program.waitForReadyRead(longestWait)) {
        said += program.readAll();
        if (said.contains("first paint"))
            time = std::chrono::duration<double, std::milli>(clock.monotonic() - begun).count();
    }
    program.kill();
    program.waitForFinished();
    if (time < 0)
        std::printf("  it did not paint, and said: %s\n", said.constData());
    return time;
}

void measure(const char *name, int rounds, const base::Clock &clock, const QStringList &options)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(startOnce(clock, options));
    std::printf("  %-22s %2d starts  median %6.0f ms  best %6.0f ms  worst %6.0f ms\n", name, rounds,
                bench::percentile(times, 0.5), bench::percentile(times, 0), bench::percentile(times, 1));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const base::SystemClock clock;
    const int rounds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 11;
    const QTemporaryDir folder;
    std::printf("start of the program to the first painted window\n");
    measure("practice venue", rounds, clock, {u"--practice"_s});
    measure("no connection yet", rounds, clock, {u"--config-dir"_s, folder.path()});

    const int rows = argc > 2 ? QByteArray(argv[2]).toInt() : 1'000'000;
    const QTemporaryDir used;
    {
        const base::Redactor redactor;
        journal::Journal journal(clock, redactor);
        if (!journal.open(used.filePath(u"journal.db"_s)) || !bench::writeLong(journal, rows))
            return 1;
    }
    std::printf("  a journal of %d rows:\n", rows);
    measure("long journal", rounds, clock, {u"--config-dir"_s, used.path()});
    return 0;
}
