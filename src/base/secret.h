// SPDX-License-Identifier: Apache-2.0
// A token or password on its way from the keychain to a request. It cannot be printed, compared with text or
// turned into a QString by accident; reveal() is called where a request is built, and where a keychain is
// written. Its memory is overwritten when the last copy goes. What Qt copies of a request on its way to the
// wire is out of reach.
#pragma once

#include <QByteArray>
#include <QDebug>
#include <QString>

namespace base {

/// Overwrites the characters, unless somebody shares them, and empties it. For buffers that held a secret.
void wipe(QByteArray &bytes);
void wipe(QString &text);
/// Memory that is no container's. Not left out by the optimizer.
void wipe(void *memory, std::size_t size);

class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(Secret other) noexcept
    {
        m_bytes.swap(other.m_bytes); // and the other wipes what was here
        return *this;
    }
    ~Secret() { wipe(m_bytes); }

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }
    bool operator==(const Secret &) const = default;

private:
    QByteArray m_bytes;
};

QDebug operator<<(QDebug, const Secret &) = delete;

} // namespace base
