// SPDX-License-Identifier: Apache-2.0
#include "desk/connection_store.h"

#include "desk/config_file.h"
#include "json/json_value.h"
#include "json/json_writer.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using venues::ConnectionProfile;

namespace {

base::Result<ConnectionProfile> readProfile(const json::Value &object)
{
    ConnectionProfile profile;
    profile.name = object[u"name"].text();
    profile.broker = object[u"broker"].text();
    profile.url = QUrl(object[u"url"].text(), QUrl::StrictMode);
    profile.clientId = object[u"client_id"].text();
    profile.accountId = object[u"account_id"].text();
    profile.omsId = object[u"oms_id"].text();
    profile.userId = object[u"user_id"].text();
    profile.caFile = object[u"ca_file"].text();
    if (const auto name = venues::validateName(profile.name); !name)
        return base::failure(name.error());
    if (const auto url = venues::validateUrl(profile.url); !url)
        return base::failure(url.error());
    return profile;
}

base::Result<std::vector<ConnectionProfile>> readAll(const QByteArray &bytes)
{
    const auto document = json::parse(bytes);
    if (!document)
        return base::failure(document.error());
    const json::Value &list = (*document)[u"connections"];
    if (!list.isArray())
        return base::failure(base::ErrorKind::BadReply, u"it has no list of connections"_s);
    std::vector<ConnectionProfile> profiles;
    for (const json::Value &item : list.items()) {
        auto profile = readProfile(item);
        if (!profile)
            return base::failure(profile.error());
        if (std::any_of(profiles.begin(), profiles.end(),
                        [&](const ConnectionProfile &each) { return each.name == profile->name; }))
            return base::failure(base::ErrorKind::BadReply,
                                 u"the name \"%1\" stands twice"_s.arg(profile->name));
        profiles.push_back(std::move(*profile));
    }
    return profiles;
}

} // namespace

ConnectionStore::ConnectionStore(const base::Clock &clock, QString path)
    : m_clock(clock)
    , m_path(std::move(path))
{
}

base::Status ConnectionStore::load()
{
    m_profiles.clear();
    if (m_path.isEmpty())
        return {};
    const auto bytes = readConfigFile(m_path);
    if (!bytes && bytes.error().kind != base::ErrorKind::BadReply)
        return base::failure(bytes.error());
    if (bytes && bytes->isEmpty())
        return {};
    auto profiles = bytes.and_then(readAll);
    if (profiles) {
        m_profiles = std::move(*profiles);
        return {};
    }
    const auto aside = setConfigFileAside(m_path, m_clock.wall());
    if (!aside)
        return base::failure(aside.error());
    return base::failure(
        base::ErrorKind::Storage,
        u"%1 could not be understood (%2). It is kept as %3; the list of connections is empty now"_s.arg(
            m_path, profiles.error().text, *aside));
}

std::optional<ConnectionProfile> ConnectionStore::find(const QString &name) const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                    [&](const ConnectionProfile &each) { return each.name == name; });
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

base::Status ConnectionStore::put(const ConnectionProfile &profile)
{
    if (const auto name = venues::validateName(profile.name); !name)
        return name;
    if (const auto url = venues::validateUrl(profile.url); !url)
        return url;
    const auto before = m_profiles;
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                    [&](const ConnectionProfile &each) { return each.name == profile.name; });
    if (found == m_profiles.end())
        m_profiles.push_back(profile);
    else
        *found = profile;
    auto saved = save();
    if (!saved)
        m_profiles = before;
    return saved;
}

base::Status ConnectionStore::remove(const QString &name)
{
    const auto before = m_profiles;
    std::erase_if(m_profiles, [&](const ConnectionProfile &each) { return each.name == name; });
    if (m_profiles.size() == before.size())
        return base::failure(base::ErrorKind::NotFound, u"there is no connection \"%1\""_s.arg(name));
    auto saved = save();
    if (!saved)
        m_profiles = before;
    return saved;
}

base::Status ConnectionStore::save() const
{
    if (m_path.isEmpty())
        return {};
    json::Writer writer;
    writer.beginObject().name(u"version").number(1).name(u"connections").beginArray();
    for (const ConnectionProfile &each : m_profiles) {
        writer.beginObject()
            .member(u"name", each.name)
            .member(u"broker", each.broker)
            .member(u"url", each.url.toString())
            .member(u"client_id", each.clientId)
            .member(u"account_id", each.accountId)
            .member(u"oms_id", each.omsId)
            .member(u"user_id", each.userId);
        if (!each.caFile.isEmpty())
            writer.member(u"ca_file", each.caFile);
        writer.endObject();
    }
    writer.endArray().endObject();
    return writeConfigFile(m_path, writer.bytes() + '\n');
}

} // namespace desk
