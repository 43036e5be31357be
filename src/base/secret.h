// SPDX-License-Identifier: Apache-2.0
// A token or password on its way from the keychain to a request. It cannot be printed, compared with text or
// turned into a QString by accident; reveal() is called where a request is built, and where a keychain is
// written.
#pragma once

#include <QByteArray>
#include <QDebug>

namespace base {

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
    Secret &operator=(const Secret &) = default;
    Secret &operator=(Secret &&) noexcept = default;
    ~Secret();

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }
    bool operator==(const Secret &) const = default;

private:
    QByteArray m_bytes;
};

QDebug operator<<(QDebug, const Secret &) = delete;

} // namespace base
