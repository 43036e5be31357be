// SPDX-License-Identifier: Apache-2.0
// The connections as they lie on disk: connections.json, 0600, without any secret. A file that cannot be read
// is put aside under another name and never written over.
#pragma once

#include "base/clock.h"
#include "venues/connection_profile.h"

#include <QString>

#include <optional>
#include <vector>

namespace desk {

class ConnectionStore
{
public:
    /// `path` may be empty: then nothing is kept beyond this object.
    ConnectionStore(const base::Clock &clock, QString path);

    /// Storage error when the file was broken (it lies aside, the store begins empty) or cannot be read.
    [[nodiscard]] base::Status load();
    [[nodiscard]] const std::vector<venues::ConnectionProfile> &profiles() const { return m_profiles; }
    [[nodiscard]] std::optional<venues::ConnectionProfile> find(const QString &name) const;
    /// Adds or replaces, and writes the file.
    [[nodiscard]] base::Status put(const venues::ConnectionProfile &profile);
    [[nodiscard]] base::Status remove(const QString &name);

private:
    [[nodiscard]] base::Status save() const;

    const base::Clock &m_clock;
    QString m_path;
    std::vector<venues::ConnectionProfile> m_profiles;
};

} // namespace desk
