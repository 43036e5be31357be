// SPDX-License-Identifier: Apache-2.0
// The place where a program's journal lies, which goes out of reach now and then: every commit fails until it
// is back. It knows nothing of what is written there.
#pragma once

#include <QString>

#include <filesystem>

namespace simulation {

class SimDisk
{
public:
    void use(const QString &folder)
    {
        giveBack();
        m_folder = folder.toStdString();
    }
    void takeAway()
    {
        if (m_isAway)
            return;
        std::filesystem::rename(file(), away());
        m_isAway = true;
    }
    void giveBack()
    {
        if (!m_isAway)
            return;
        m_wasBegunAnew = m_wasBegunAnew || std::filesystem::exists(file());
        std::filesystem::rename(away(), file());
        m_isAway = false;
    }
    [[nodiscard]] bool isAway() const { return m_isAway; }
    /// A program has made another file in its place meanwhile.
    [[nodiscard]] bool wasBegunAnew() const { return m_wasBegunAnew; }

private:
    [[nodiscard]] std::filesystem::path file() const { return m_folder / "journal.db"; }
    [[nodiscard]] std::filesystem::path away() const { return m_folder / "journal.away"; }

    std::filesystem::path m_folder;
    bool m_isAway = false;
    bool m_wasBegunAnew = false;
};

} // namespace simulation
