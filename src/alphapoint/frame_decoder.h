// SPDX-License-Identifier: Apache-2.0
// Decodes what a line brings, in the order in which it came. What is long is decoded on a worker, so that the
// event loop goes on meanwhile; what comes after it waits behind it. Engine thread only.
#pragma once

#include "alphapoint/frame.h"
#include "base/worker.h"

#include <functional>

namespace alphapoint {

class FrameDecoder
{
public:
    /// The frame, or why it is none, and the text that it was read from.
    using Take = std::function<void(const base::Result<Frame> &frame, const QString &text)>;

    explicit FrameDecoder(Take take);

    void add(const QString &text);
    /// What waits is dropped.
    void clear();

private:
    Take m_take;
    int m_waiting = 0;
    int m_generation = 0; // what was added before the last clear() is dropped
    base::Worker m_worker;
};

} // namespace alphapoint
