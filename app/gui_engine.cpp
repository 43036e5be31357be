// SPDX-License-Identifier: Apache-2.0
#include "gui_engine.h"

#include "desk/desk.h"
#include "vault/keychain_store.h"

#include <QEventLoop>

namespace app {

namespace {

bool hasKeychain()
{
    base::SystemClock clock;
    vault::KeychainStore keychain(clock);
    QEventLoop loop;
    bool isGood = false;
    keychain.probe([&](const base::Status &status) {
        isGood = status.has_value();
        loop.quit();
    });
    loop.exec();
    return isGood;
}

} // namespace

base::Result<GuiEngine> makeGuiEngine(const GuiOptions &options)
{
    WiringOptions wanted;
    wanted.configDir = options.configDir;
    wanted.practice = options.isPractice;
    wanted.practiceStands = options.isStill;
    wanted.usesKeychain = !options.isPractice && hasKeychain();
    auto sender = Wiring::make(wanted);
    if (sender)
        return GuiEngine{std::move(*sender), {}};

    // Somebody else holds the engine, or the journal cannot be written: look on, and say so.
    const base::Error reason = sender.error();
    wanted.role = EngineRole::Reader;
    auto reader = Wiring::make(wanted);
    if (!reader)
        return base::failure(reason);
    (*reader)->desk().forbidCancels(reason);
    return GuiEngine{std::move(*reader), reason.text};
}

} // namespace app
