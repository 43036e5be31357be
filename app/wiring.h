// SPDX-License-Identifier: Apache-2.0
// Builds every object of the engine, hands them references to one another and owns them: the only place that
// knows all of them. Both programs use it. No widget may come in here.
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>
#include <vector>

namespace base {
class Clock;
class Redactor;
} // namespace base
namespace desk {
class ConnectionStore;
class Desk;
class Settings;
} // namespace desk
namespace journal {
class Journal;
}
namespace practice {
class PracticeVenue;
}
namespace vault {
class SecretStore;
}

namespace app {

enum class EngineRole {
    Reader, // reads books and journal; another program may hold the engine
    Sender, // holds the lock of the config folder and writes the journal: may cancel
};

struct WiringOptions
{
    QString configDir;     // empty: the platform's own folder
    bool practice = false; // runs the practice venue and uses a temporary folder and its connections only
    bool practiceStands = false; // nothing in it moves by itself
    bool usesKeychain = true;    // false: secrets live in memory alone
    EngineRole role = EngineRole::Sender;
};

class Wiring
{
public:
    /// Errors: Busy when another program holds the folder's lock, Storage when journal or folder cannot be
    /// used.
    [[nodiscard]] static base::Result<std::unique_ptr<Wiring>> make(const WiringOptions &options);
    Wiring(const Wiring &) = delete;
    Wiring &operator=(const Wiring &) = delete;
    ~Wiring();

    [[nodiscard]] base::Clock &clock();
    [[nodiscard]] base::Redactor &redactor();
    [[nodiscard]] desk::Desk &desk();
    [[nodiscard]] desk::ConnectionStore &connections();
    [[nodiscard]] desk::Settings &settings();
    [[nodiscard]] vault::SecretStore &secrets();
    [[nodiscard]] journal::Journal &journal();
    /// nullptr unless asked for.
    [[nodiscard]] practice::PracticeVenue *practice();
    [[nodiscard]] QString configDir() const;
    [[nodiscard]] QString journalPath() const;

    /// Another program has handed cancels over to this one and waits for their end.
    [[nodiscard]] bool servesOthers() const;

    /// Files that were broken and lie aside now, in words for people. The program goes on without them.
    [[nodiscard]] const std::vector<base::Error> &brokenFiles() const;
    /// What else people should know at the start; nothing is lost by it.
    [[nodiscard]] const std::vector<base::Error> &warnings() const;

private:
    class Parts;
    explicit Wiring(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace app
