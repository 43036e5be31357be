// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value or an Error. The alias is the only place that names the library behind it.
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace base {

template <typename T> using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString text)
{
    return tl::unexpected<Error>(Error{kind, std::move(text), 0, {}, {}});
}

[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace base
