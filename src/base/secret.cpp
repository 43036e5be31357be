// SPDX-License-Identifier: Apache-2.0
#include "base/secret.h"

namespace base {

namespace {

// Only the last owner may overwrite: detaching would make one more copy. With the spare room behind the text,
// where a longer one may have stood.
template <typename Text> void wipeText(Text &text)
{
    if (text.isDetached() && text.capacity() > 0)
        wipe(text.data(), static_cast<std::size_t>(text.capacity()) * sizeof(*text.data()));
    text = Text();
}

} // namespace

void wipe(QByteArray &bytes)
{
    wipeText(bytes);
}

void wipe(QString &text)
{
    wipeText(text);
}

void wipe(void *memory, std::size_t size)
{
    auto *bytes = static_cast<volatile unsigned char *>(memory);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = 0;
}

} // namespace base
