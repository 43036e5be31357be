// SPDX-License-Identifier: Apache-2.0
// The brokers that a connection can be made to, for the window's dialog: read from the families' own tables, so
// that a new broker shows up by itself.
#pragma once

#include "ui/connections/broker_choice.h"

namespace app {

[[nodiscard]] ui::BrokerChoices brokerChoices();

} // namespace app
