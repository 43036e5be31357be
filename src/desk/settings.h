// SPDX-License-Identifier: Apache-2.0
// What the user has chosen, and how the window last looked: settings.json in the config folder, 0600, no secret
// in it. The wiring loads it once; the window reads values() and hands back a changed copy. A file that cannot be
// read is put aside under another name and never written over. Engine thread only.
#pragma once

#include "base/clock.h"
#include "base/decimal.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace desk {

enum class ThemeChoice : unsigned char { System, Light, Dark, HighContrast };
enum class KeyScheme : unsigned char { Standard, Dealer };
enum class LanguageChoice : unsigned char { System, English, Hindi };

struct SettingValues
{
    ThemeChoice theme = ThemeChoice::System;
    KeyScheme keys = KeyScheme::Standard;
    LanguageChoice language = LanguageChoice::System;
    /// More orders than this, or more value than that in one currency: type the count or hold (rulings.md 25).
    int confirmAboveOrders = 10;
    base::Decimal confirmAboveValue = 1'000'000;
    /// One order of the regular kind is cancelled by the key alone. What may trade never is.
    bool isDialogSkipped = false;
    QByteArray windowGeometry;
    QByteArray windowParts; // where the splitters stand
    QByteArray columnLayout;

    bool operator==(const SettingValues &) const = default;
};

class Settings
{
public:
    /// `path` may be empty: then nothing is kept beyond this object.
    Settings(const base::Clock &clock, QString path);

    /// Storage error when the file was broken (it lies aside, the defaults hold) or cannot be read. No file at all
    /// is no error.
    [[nodiscard]] base::Status load();
    [[nodiscard]] const SettingValues &values() const { return m_values; }
    /// Takes the values and writes the file; they hold for this run even where writing fails.
    [[nodiscard]] base::Status put(const SettingValues &values);

private:
    [[nodiscard]] base::Status save() const;

    const base::Clock &m_clock;
    QString m_path;
    SettingValues m_values;
};

} // namespace desk
