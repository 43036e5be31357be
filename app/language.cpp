// SPDX-License-Identifier: Apache-2.0
#include "language.h"

#include <QCoreApplication>
#include <QLocale>

namespace app {

using namespace Qt::StringLiterals;

namespace {

QLocale localeOf(desk::LanguageChoice choice)
{
    const QLocale system = QLocale::system();
    // Where the system says nothing, people of the house count in lakhs.
    const QLocale english = system.language() == QLocale::English ? system : QLocale(QLocale::English, QLocale::India);
    switch (choice) {
    case desk::LanguageChoice::System: return system.language() == QLocale::C ? english : system;
    case desk::LanguageChoice::English: return english;
    case desk::LanguageChoice::Hindi: return QLocale(QLocale::Hindi, QLocale::India);
    }
    return english;
}

} // namespace

Language::Language(desk::LanguageChoice choice)
{
    const QLocale locale = localeOf(choice);
    QLocale::setDefault(locale);
    // English has a file too: its plurals.
    const bool isHindi = locale.language() == QLocale::Hindi;
    if (m_words.load(isHindi ? u":/i18n/pullcord_hi.qm"_s : u":/i18n/pullcord_en.qm"_s))
        QCoreApplication::installTranslator(&m_words);
}

} // namespace app
