// SPDX-License-Identifier: Apache-2.0
// What a fuzzer demands of a reader: where it does not hold, the program ends and libFuzzer keeps the input.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace fuzz {

inline void must(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "BROKEN PROMISE: %s\n", what);
    std::abort();
}

[[nodiscard]] inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

} // namespace fuzz
