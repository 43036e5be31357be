// SPDX-License-Identifier: Apache-2.0
#include "desk/settings.h"

#include "desk/config_file.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// The words of the file, in the order of the enumerators.
constexpr std::array themeWords{"system"_L1, "light"_L1, "dark"_L1, "high_contrast"_L1};
constexpr std::array keyWords{"standard"_L1, "dealer"_L1};
constexpr std::array languageWords{"system"_L1, "en"_L1, "hi"_L1};

template <typename Choice, std::size_t Size>
QString wordOf(const std::array<QLatin1StringView, Size> &words, Choice choice)
{
    return words[static_cast<std::size_t>(choice)];
}

/// A word that this version does not know leaves the default.
template <typename Choice, std::size_t Size>
void take(const std::array<QLatin1StringView, Size> &words, const QJsonValue &value, Choice &choice)
{
    const auto found = std::find(words.begin(), words.end(), value.toString());
    if (found != words.end())
        choice = static_cast<Choice>(found - words.begin());
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonObject toJson(const SettingValues &values)
{
    return {{u"theme"_s, wordOf(themeWords, values.theme)},
            {u"keys"_s, wordOf(keyWords, values.keys)},
            {u"language"_s, wordOf(languageWords, values.language)},
            {u"confirm_above_orders"_s, values.confirmAboveOrders},
            {u"confirm_above_value"_s, values.confirmAboveValue.toText()},
            {u"skip_dialog_for_one_regular_order"_s, values.isDialogSkipped},
            {u"window_geometry"_s, base64(values.windowGeometry)},
            {u"window_parts"_s, base64(values.windowParts)},
            {u"column_layout"_s, base64(values.columnLayout)}};
}

SettingValues fromJson(const QJsonObject &json)
{
    SettingValues values;
    take(themeWords, json[u"theme"_s], values.theme);
    take(keyWords, json[u"keys"_s], values.keys);
    take(languageWords, json[u"language"_s], values.language);
    values.confirmAboveOrders = std::max(0, json[u"confirm_above_orders"_s].toInt(values.confirmAboveOrders));
    const auto limit = base::Decimal::fromText(json[u"confirm_above_value"_s].toString());
    if (limit && !limit->isNegative())
        values.confirmAboveValue = *limit;
    values.isDialogSkipped = json[u"skip_dialog_for_one_regular_order"_s].toBool();
    values.windowGeometry = fromBase64(json[u"window_geometry"_s]);
    values.windowParts = fromBase64(json[u"window_parts"_s]);
    values.columnLayout = fromBase64(json[u"column_layout"_s]);
    return values;
}

} // namespace

Settings::Settings(const base::Clock &clock, QString path)
    : m_clock(clock)
    , m_path(std::move(path))
{
}

base::Status Settings::load()
{
    if (m_path.isEmpty())
        return {};
    const auto bytes = readConfigFile(m_path);
    if (!bytes && bytes.error().kind != base::ErrorKind::BadReply)
        return base::failure(bytes.error());
    if (bytes && bytes->isEmpty())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(bytes.value_or(QByteArray()));
    if (document.isObject()) {
        m_values = fromJson(document.object());
        return {};
    }
    const auto aside = setConfigFileAside(m_path, m_clock.wall());
    if (!aside)
        return base::failure(aside.error());
    return base::failure(base::ErrorKind::Storage, u"%1 was broken; it is now %2"_s.arg(m_path, *aside));
}

base::Status Settings::put(const SettingValues &values)
{
    if (values == m_values)
        return {};
    m_values = values;
    return save();
}

base::Status Settings::save() const
{
    if (m_path.isEmpty())
        return {};
    return writeConfigFile(m_path, QJsonDocument(toJson(m_values)).toJson());
}

} // namespace desk
