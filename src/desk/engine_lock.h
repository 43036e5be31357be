// SPDX-License-Identifier: Apache-2.0
// One engine per config folder: an operating-system lock that the kernel takes away from a program that dies.
// A program without it reads and never sends (rulings.md 9).
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace desk {

class EngineLock
{
public:
    /// Busy error, naming who holds it, when another program has it. Given up by destruction.
    [[nodiscard]] static base::Result<std::unique_ptr<EngineLock>> take(const QString &configDir);
    /// How this program is named to others: "pullcord (process 4711)".
    [[nodiscard]] static QString nameOfThisProgram();

    EngineLock(const EngineLock &) = delete;
    EngineLock &operator=(const EngineLock &) = delete;
    ~EngineLock();

private:
    explicit EngineLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
};

} // namespace desk
