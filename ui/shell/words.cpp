// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/words.h"

#include "ui/shared/number_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace ui {

using namespace Qt::StringLiterals;
using base::milliseconds;
using base::seconds;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    [[nodiscard]] static QString ofKind(base::ErrorKind kind)
    {
        switch (kind) {
        case base::ErrorKind::Internal: return tr("Something went wrong inside Pullcord.");
        case base::ErrorKind::Usage: return tr("This cannot be done.");
        case base::ErrorKind::Network: return tr("The broker cannot be reached.");
        case base::ErrorKind::Timeout: return tr("The broker did not answer in time.");
        case base::ErrorKind::Tls: return tr("No secure connection to the broker could be made.");
        case base::ErrorKind::SignedOut: return tr("Signed out: the broker does not accept the sign-in.");
        case base::ErrorKind::Throttled: return tr("The broker says: too many requests.");
        case base::ErrorKind::NotAllowed: return tr("The broker does not allow this call.");
        case base::ErrorKind::VenueRefused: return tr("The broker refused.");
        case base::ErrorKind::BadReply: return tr("The broker's answer makes no sense.");
        case base::ErrorKind::Storage: return tr("Cannot write to the disk.");
        case base::ErrorKind::Keychain: return tr("The keychain did not do it.");
        case base::ErrorKind::NotFound: return tr("It is not there.");
        case base::ErrorKind::Busy: return tr("Another Pullcord has the engine.");
        }
        return {};
    }
};

QDateTime localTime(base::WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

/// Rupees are counted in lakhs and crores whatever the user's own habit is.
NumberText writingOf(const QString &currency)
{
    if (currency == "INR"_L1 && QLocale().territory() != QLocale::India)
        return NumberText(QLocale(QLocale::English, QLocale::India));
    return NumberText();
}

QString currencySign(const QString &currency)
{
    if (currency == "INR"_L1)
        return u"₹"_s;
    if (currency == "USD"_L1)
        return u"$"_s;
    if (currency == "EUR"_L1)
        return u"€"_s;
    return currency;
}

/// What people count in hundredths; a coin's price keeps the places that it has.
bool hasHundredths(const QString &currency)
{
    return currency == "INR"_L1 || currency == "USD"_L1 || currency == "EUR"_L1;
}

} // namespace

QString errorWords(const base::Error &error)
{
    QString text = Words::ofKind(error.kind);
    const QString said = !error.venueText.isEmpty() ? quoted(error.venueText) : error.text;
    if (!said.isEmpty())
        text += u' ' + said;
    if (!error.venueCode.isEmpty())
        text += u" (%1)"_s.arg(error.venueCode);
    return text;
}

QString spanText(milliseconds span)
{
    const qint64 ms = std::max<qint64>(0, span.count());
    const qint64 wholeSeconds = ms / 1000;
    if (ms < 10'000)
        return Words::tr("%1 s").arg(QLocale().toString(static_cast<double>(ms / 100) / 10.0, 'f', 1));
    if (wholeSeconds < 120)
        return Words::tr("%1 s").arg(wholeSeconds);
    const qint64 minutes = wholeSeconds / 60;
    if (minutes < 60)
        return Words::tr("%1 m").arg(minutes);
    if (minutes < 48 * 60)
        return Words::tr("%1 h %2 m").arg(minutes / 60).arg(minutes % 60);
    return Words::tr("%n day(s)", nullptr, static_cast<int>(minutes / (24 * 60)));
}

QString shortSpanText(milliseconds span)
{
    if (span < seconds(1))
        return Words::tr("%1 ms").arg(std::max<qint64>(0, span.count()));
    return spanText(span);
}

QString timeText(base::WallTime time)
{
    return localTime(time).toString(u"HH:mm:ss"_s);
}

QString exactTimeText(base::WallTime time)
{
    return localTime(time).toString(u"HH:mm:ss.zzz"_s);
}

QString dateTimeText(base::WallTime time)
{
    return QLocale().toString(localTime(time), u"d MMM yyyy, HH:mm:ss"_s);
}

QString numberText(const base::Decimal &number)
{
    return NumberText().of(number);
}

QString priceText(const base::Decimal &price)
{
    return NumberText().of(price, 2);
}

QString moneyText(const base::Decimal &amount, const QString &currency)
{
    if (!amount.isNumber())
        return amount.toText();
    const QString figures = writingOf(currency).of(amount, hasHundredths(currency) ? 2 : 0);
    const QString sign = currencySign(currency);
    return sign.isEmpty() ? figures : sign + u'\u00A0' + figures;
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString quoted(const QString &venueWords)
{
    return venueWords.isEmpty() ? QString() : Words::tr("“%1”").arg(venueWords);
}

} // namespace ui
