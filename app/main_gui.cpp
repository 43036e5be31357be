// SPDX-License-Identifier: Apache-2.0
// pullcord: the window. Reads the options, makes the engine, shows the window over it, or tours it.
#include "base/process_guard.h"
#include "brokers.h"
#include "desk/desk.h"
#include "desk/settings.h"
#include "first_paint.h"
#include "gui_engine.h"
#include "language.h"
#include "message_log.h"
#include "tour.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QMessageBox>
#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct Options
{
    app::GuiOptions engine;
    QString tourFolder;
};

void nameProgram()
{
    QCoreApplication::setApplicationName(u"pullcord"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PULLCORD_VERSION));
    QGuiApplication::setDesktopFileName(u"org.pullcord.Pullcord"_s);
}

Options parse(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Shows every open order at your brokers and cancels the chosen ones, with proof."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption practice(u"practice"_s, u"Opens on the practice venue, inside the program."_s);
    const QCommandLineOption configDir(u"config-dir"_s, u"Keeps connections, settings and journal in DIR."_s,
                                       u"DIR"_s);
    const QCommandLineOption tour(
        u"tour"_s,
        u"Walks through the main job on the practice venue and writes a picture of each step into DIR."_s,
        u"DIR"_s);
    parser.addOptions({practice, configDir, tour});
    parser.process(application);
    Options options;
    options.engine.configDir = parser.value(configDir);
    options.tourFolder = parser.value(tour);
    const bool isTour = parser.isSet(tour);
    options.engine.isPractice = parser.isSet(practice) || isTour;
    options.engine.isStill = isTour;
    return options;
}

/// These two need no screen.
bool asksForText(int argc, char **argv)
{
    for (int at = 1; at < argc; ++at) {
        const QByteArray word(argv[at]);
        if (word == "--help" || word == "-h" || word == "--version" || word == "-v" || word == "--help-all")
            return true;
    }
    return false;
}

void tellStart(ui::MainWindow &window, app::GuiEngine &engine)
{
    for (const base::Error &broken : engine.wiring->brokenFiles())
        window.tellNotice(u"broken:"_s + broken.text, broken.text);
    if (!engine.readerReason.isEmpty()) {
        window.tellNotice(u"reader"_s,
                          QCoreApplication::translate("main", "This window only shows: %1. Cancels are "
                                                              "off.")
                              .arg(engine.readerReason));
    }
}

int runWindow(app::GuiEngine &engine, const Options &options)
{
    ui::MainWindow window(engine.wiring->desk(), engine.wiring->settings(), app::brokerChoices());
    tellStart(window, engine);
    QObject::connect(&window, &ui::MainWindow::practiceAsked, &window, [&window] {
        if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--practice"_s}))
            window.tellNotice(u"practice"_s,
                              QCoreApplication::translate("main", "The practice venue could not be opened."));
    });
    std::unique_ptr<app::Tour> tour;
    if (!options.tourFolder.isEmpty())
        tour = std::make_unique<app::Tour>(*engine.wiring, window, options.tourFolder);
    new app::FirstPaint(window, [&engine] { return engine.wiring->desk().orders().size(); });
    window.show();
    engine.wiring->desk().start(true);
    if (tour)
        tour->start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    base::guardProcess();
    if (asksForText(argc, argv)) {
        QCoreApplication application(argc, argv);
        nameProgram();
        parse(application);
        return 0;
    }
    QApplication application(argc, argv);
    nameProgram();
    QGuiApplication::setWindowIcon(QIcon(u":/icons/org.pullcord.Pullcord.svg"_s));
    const Options options = parse(application);

    auto engine = app::makeGuiEngine(options.engine);
    if (!engine) {
        const QString text = engine.error().text;
        std::fprintf(stderr, "pullcord: %s\n", qUtf8Printable(text));
        if (options.tourFolder.isEmpty())
            QMessageBox::critical(nullptr, u"Pullcord"_s, text);
        return 1;
    }
    const app::MessageLog log(engine->wiring->clock(), engine->wiring->redactor());
    const app::Language language(engine->wiring->settings().values().language);
    return runWindow(*engine, options);
}
