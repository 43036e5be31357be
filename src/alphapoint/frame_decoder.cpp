// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/frame_decoder.h"

namespace alphapoint {

namespace {

constexpr qsizetype decodedAtOnce = 256 * 1024; // letters: two milliseconds

} // namespace

FrameDecoder::FrameDecoder(Take take)
    : m_take(std::move(take))
{
}

void FrameDecoder::add(const QString &text)
{
    const bool isShort = m_waiting == 0 && text.size() <= decodedAtOnce;
    ++m_waiting;
    m_worker.run(
        isShort, [text] { return decodeFrame(text.toUtf8()); },
        [this, text, generation = m_generation](const base::Result<Frame> &frame) {
            if (generation != m_generation)
                return;
            --m_waiting;
            m_take(frame, text);
        });
}

void FrameDecoder::clear()
{
    ++m_generation;
    m_waiting = 0;
}

} // namespace alphapoint
