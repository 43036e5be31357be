// SPDX-License-Identifier: Apache-2.0
#include "practice/instruments.h"

#include <QLocale>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

struct Share
{
    QLatin1StringView exchange, symbol, series, isin;
    qint64 token;
    Paise price;
};

constexpr Share shares[] = {
    {"NSE"_L1, "IDEA"_L1, "EQ"_L1, "INE669E01016"_L1, 14366, 1190},
    {"NSE"_L1, "EICHERMOT"_L1, "EQ"_L1, "INE066A01021"_L1, 910, 378525},
    {"NSE"_L1, "INFY"_L1, "EQ"_L1, "INE009A01021"_L1, 1594, 163455},
    {"NSE"_L1, "YESBANK"_L1, "EQ"_L1, "INE528G01035"_L1, 11915, 2385},
    {"NSE"_L1, "RELIANCE"_L1, "EQ"_L1, "INE002A01018"_L1, 2885, 283620},
    {"NSE"_L1, "TCS"_L1, "EQ"_L1, "INE467B01029"_L1, 11536, 397700},
    {"NSE"_L1, "HDFCBANK"_L1, "EQ"_L1, "INE040A01034"_L1, 1333, 145275},
    {"NSE"_L1, "SBIN"_L1, "EQ"_L1, "INE062A01020"_L1, 3045, 73195},
    {"NSE"_L1, "TATAMOTORS"_L1, "EQ"_L1, "INE155A01022"_L1, 3456, 97110},
    {"NSE"_L1, "ITC"_L1, "EQ"_L1, "INE154A01025"_L1, 1660, 41940},
    {"NSE"_L1, "PNB"_L1, "EQ"_L1, "INE160A01022"_L1, 10666, 12105},
    {"NSE"_L1, "VAKRANGEE"_L1, "EQ"_L1, "INE051B01021"_L1, 13342, 2200},
    {"NSE"_L1, "GREENPOWER"_L1, "BE"_L1, "INE999K01014"_L1, 20114, 1490},
    {"NSE"_L1, "M&M"_L1, "EQ"_L1, "INE101A01026"_L1, 2031, 185340},
    {"NSE"_L1, "BAJAJ-AUTO"_L1, "EQ"_L1, "INE917I01010"_L1, 16669, 862060},
    {"BSE"_L1, "PNB"_L1, "A"_L1, "INE160A01022"_L1, 532461, 12500},
    {"BSE"_L1, "RELIANCE"_L1, "A"_L1, "INE002A01018"_L1, 500325, 283615},
    {"BSE"_L1, "TATASTEEL"_L1, "A"_L1, "INE081A01020"_L1, 500470, 14185},
};

struct Derivative
{
    QLatin1StringView key, exchange, symbol, ending, series;
    qint64 token, lotSize;
    Paise price, tick;
};

constexpr Derivative derivatives[] = {
    {"NIFTY-FUT"_L1, "NFO"_L1, "NIFTY"_L1, "FUT"_L1, "FUTIDX"_L1, 46923, 50, 2215200, 5},
    {"BANKNIFTY-FUT"_L1, "NFO"_L1, "BANKNIFTY"_L1, "FUT"_L1, "FUTIDX"_L1, 46922, 15, 4679400, 5},
    {"RELIANCE-FUT"_L1, "NFO"_L1, "RELIANCE"_L1, "FUT"_L1, "FUTSTK"_L1, 47230, 250, 284895, 5},
    {"NIFTY-CE"_L1, "NFO"_L1, "NIFTY"_L1, "22200CE"_L1, "OPTIDX"_L1, 50112, 50, 14320, 5},
    {"NIFTY-PE"_L1, "NFO"_L1, "NIFTY"_L1, "21900PE"_L1, "OPTIDX"_L1, 50093, 50, 8865, 5},
    {"BANKNIFTY-CE"_L1, "NFO"_L1, "BANKNIFTY"_L1, "47000CE"_L1, "OPTIDX"_L1, 51207, 15, 31590, 5},
    {"BANKNIFTY-PE"_L1, "NFO"_L1, "BANKNIFTY"_L1, "46500PE"_L1, "OPTIDX"_L1, 51188, 15, 27845, 5},
    {"COFORGE-PE"_L1, "NFO"_L1, "COFORGE"_L1, "5700PE"_L1, "OPTSTK"_L1, 100803, 150, 3070, 5},
    {"GOLDGUINEA-FUT"_L1, "MCX"_L1, "GOLDGUINEA"_L1, "FUT"_L1, "FUTCOM"_L1, 224417, 8, 5312000, 100},
    {"CRUDEOIL-FUT"_L1, "MCX"_L1, "CRUDEOIL"_L1, "FUT"_L1, "FUTCOM"_L1, 226015, 100, 672400, 100},
    {"SILVERMIC-FUT"_L1, "MCX"_L1, "SILVERMIC"_L1, "FUT"_L1, "FUTCOM"_L1, 225977, 1, 7554100, 100},
    {"NATURALGAS-FUT"_L1, "MCX"_L1, "NATURALGAS"_L1, "FUT"_L1, "FUTCOM"_L1, 226104, 1250, 14330, 10},
};

// "24MAR", the month that a contract of today expires in.
QString expiry(QDate today)
{
    return QLocale::c().toString(today, u"yyMMM"_s).toUpper();
}

} // namespace

Instruments::Instruments(QDate today)
{
    const QDate contractDay = today.addDays(7); // contracts roll over in the last week
    for (const Share &share : shares) {
        const QString name = u"%1-%2"_s.arg(share.symbol, share.series);
        const Instrument instrument{
            share.exchange, name, share.symbol, share.series, share.isin, u"Capital"_s, share.token, 1,
            share.price,    5};
        add(name, instrument);
        m_ordinary.push_back(find(name));
    }
    for (const Derivative &row : derivatives) {
        const QString name = row.symbol + expiry(contractDay) + row.ending;
        add(row.key, {row.exchange,
                      name,
                      row.symbol,
                      row.series,
                      {},
                      u"FutOpt"_s,
                      row.token,
                      row.lotSize,
                      row.price,
                      row.tick});
        m_ordinary.push_back(find(row.key));
    }
    const QString near = u"NIFTY%1FUT"_s.arg(expiry(contractDay));
    const QString far = u"NIFTY%1FUT"_s.arg(expiry(contractDay.addMonths(1)));
    add(u"NIFTY-SPREAD"_s,
        {u"NFO"_s, near + u'-' + far, u"NIFTY"_s, u"FUTIDX"_s, {}, u"FutOpt"_s, 100804, 50, -1235, 5});
}

std::shared_ptr<const Instrument> Instruments::find(const QString &key) const
{
    const auto found = m_byKey.constFind(key);
    Q_ASSERT(found != m_byKey.cend());
    return *found;
}

std::shared_ptr<const Instrument> Instruments::any(Dice &dice) const
{
    return m_ordinary[static_cast<std::size_t>(dice.below(static_cast<qint64>(m_ordinary.size())))];
}

std::shared_ptr<const Instrument> Instruments::like(const Instrument &instrument, Dice &dice) const
{
    std::vector<std::shared_ptr<const Instrument>> alike;
    std::copy_if(m_ordinary.begin(), m_ordinary.end(), std::back_inserter(alike), [&](const auto &each) {
        return each->exchange == instrument.exchange && each->segment == instrument.segment;
    });
    return alike[static_cast<std::size_t>(dice.below(static_cast<qint64>(alike.size())))];
}

void Instruments::add(const QString &key, Instrument instrument)
{
    m_byKey.insert(key, std::make_shared<const Instrument>(std::move(instrument)));
}

} // namespace practice
