// SPDX-License-Identifier: Apache-2.0
// What the arrival log keeps of a frame's payload: the bytes as they came, or, where a member signs somebody
// in, the payload written anew with that value masked. A payload that is no JSON may hold anything and is
// not kept.
#pragma once

#include "practice/apex_frame.h"

namespace practice {

[[nodiscard]] QByteArray maskedPayload(const ApexRequest &request);

} // namespace practice
