// SPDX-License-Identifier: Apache-2.0
// Puts the chosen language and locale into force: translations that are built into the program, and the writing of
// numbers. Once, before the first widget; it owns the translators.
#pragma once

#include "desk/settings.h"

#include <QTranslator>

namespace app {

class Language
{
public:
    explicit Language(desk::LanguageChoice choice);
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;
    ~Language() = default;

private:
    QTranslator m_words;
};

} // namespace app
