// SPDX-License-Identifier: Apache-2.0
// Lays a broker's compact JSON out over lines for reading. It only adds blanks between tokens: every digit and
// every letter stays as the broker wrote it, which a parser would not promise.
#pragma once

#include <QByteArray>
#include <QString>

namespace ui {

[[nodiscard]] QString laidOutJson(QByteArrayView json);

} // namespace ui
