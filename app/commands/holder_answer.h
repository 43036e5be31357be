// SPDX-License-Identifier: Apache-2.0
// Waits for what the program that holds the engine says to a request. It gives up before anybody at a
// terminal would; what the holder does with the request it leaves to the caller.
#pragma once

#include "commands/engine.h"
#include "desk/handover_client.h"

namespace commands {

/// After the client has asked. Network: nobody knows what became of the request.
[[nodiscard]] base::Status awaitAnswer(Engine &engine, const desk::HandoverClient &client);

} // namespace commands
