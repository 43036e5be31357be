// SPDX-License-Identifier: Apache-2.0
#include "commands/connection_form.h"

#include "tradelab/dialect.h"

#include <QFileInfo>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

constexpr auto alphapoint = "alphapoint"_L1;

QStringList brokers()
{
    QStringList names;
    for (const tradelab::Dialect &dialect : tradelab::dialects())
        names << dialect.id;
    return names << alphapoint;
}

base::Result<QUrl> readUrl(const Arguments &arguments, const QString &broker)
{
    const tradelab::Dialect *dialect = tradelab::findDialect(broker);
    if (!arguments.has("url"_L1) && !dialect)
        return base::failure(base::ErrorKind::Usage,
                             u"%1 has no address of its own: --url is needed"_s.arg(broker));
    // A --url may hold a password by mistake: no error text repeats it.
    const QUrl url(arguments.value("url"_L1, dialect ? QString(dialect->defaultUrl) : QString()),
                   QUrl::StrictMode);
    if (const auto good = venues::validateUrl(url); !good)
        return base::failure(good.error());
    return url;
}

base::Result<QString> readNumber(const Arguments &arguments, QLatin1StringView option)
{
    const auto number = arguments.number(option, 0, std::numeric_limits<qint64>::max());
    if (!number)
        return base::failure(number.error());
    return *number ? QString::number(**number) : QString();
}

base::Status readAlphaPointIds(const Arguments &arguments, venues::ConnectionProfile &profile)
{
    const struct
    {
        QLatin1StringView option;
        QString *field;
    } wanted[] = {{"account-id"_L1, &profile.accountId},
                  {"oms-id"_L1, &profile.omsId},
                  {"user-id"_L1, &profile.userId}};
    for (const auto &[option, field] : wanted) {
        const auto number = readNumber(arguments, option);
        if (!number)
            return base::failure(number.error());
        if (!number->isEmpty() && profile.broker != alphapoint)
            return base::failure(base::ErrorKind::Usage, u"--%1 goes with --broker alphapoint"_s.arg(option));
        *field = *number;
    }
    return {};
}

// Looked into at once: a wrong file is best found where it is named.
base::Result<QString> readCaFile(const Arguments &arguments)
{
    if (!arguments.has("ca-file"_L1))
        return QString();
    const QString path = QFileInfo(arguments.value("ca-file"_L1)).absoluteFilePath();
    if (const auto good = venues::validateCaFile(path); !good)
        return base::failure(good.error());
    return path;
}

} // namespace

base::Result<venues::ConnectionProfile> readProfile(const QString &name, const Arguments &arguments)
{
    venues::ConnectionProfile profile;
    profile.name = name;
    if (const auto good = venues::validateName(name); !good)
        return base::failure(good.error());
    profile.broker = arguments.value("broker"_L1);
    if (!brokers().contains(profile.broker))
        return base::failure(base::ErrorKind::Usage, u"--broker is one of %1"_s.arg(brokers().join(", "_L1)));
    const auto url = readUrl(arguments, profile.broker);
    if (!url)
        return base::failure(url.error());
    profile.url = *url;
    profile.clientId = arguments.value("client-id"_L1);
    if (const auto ids = readAlphaPointIds(arguments, profile); !ids)
        return base::failure(ids.error());
    const auto caFile = readCaFile(arguments);
    if (!caFile)
        return base::failure(caFile.error());
    profile.caFile = *caFile;
    return profile;
}

} // namespace commands
