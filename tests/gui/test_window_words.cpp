// SPDX-License-Identifier: Apache-2.0
// The words and figures around the table: money is never added up over currencies, batches are counted by what
// became of them, and a broker's text is laid out without a digit changing.
#include "ui/cancel/batch_summary.h"
#include "ui/cancel/cancel_words.h"
#include "ui/cancel/escalation_card.h"
#include "ui/cancel/unresolved_panel.h"
#include "ui/shell/json_layout.h"
#include "ui/shell/selection_summary.h"
#include "ui/shell/words.h"

#include "cancel/reasons.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using base::Decimal;
using cancel::Ticket;
using cancel::TicketState;

Q_DECLARE_METATYPE(cancel::TicketState)

namespace {

Decimal number(const char *text)
{
    return *Decimal::fromText(std::string_view(text));
}

orders::Order order(const char *quantity, const char *price, const QString &currency = u"INR"_s)
{
    orders::Order made;
    made.orderId = u"202403152052"_s;
    made.exchangeOrderId = u"1100000012461398"_s;
    made.account = u"DEMO1"_s;
    made.symbol = u"SBIN-EQ"_s;
    made.kind = u"REGULAR"_s;
    made.side = orders::Side::Sell;
    made.state = orders::OrderState::Open;
    made.effect = orders::Effect::Cancel;
    made.quantity = number(quantity);
    made.filled = 0;
    made.price = number(price);
    made.currency = currency;
    return made;
}

cancel::TicketPtr ticket(TicketState state, const QString &batch = u"b1"_s)
{
    auto made = std::make_shared<Ticket>();
    made->id = u"t"_s + cancel::stateName(state);
    made->batch = batch;
    made->state = state;
    made->connection = u"pocketful"_s;
    made->asked = made->latest = std::make_shared<orders::Order>(order("300", "747.20"));
    made->askedAt = base::WallTime(base::milliseconds(1'710'480'600'000));
    made->sentAt = *made->askedAt + base::milliseconds(10);
    made->endedAt = *made->sentAt + base::milliseconds(212);
    return made;
}

} // namespace

class TestWindowWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::India)); }

    void money_data();
    void money();
    void currenciesAreNeverAddedUp();
    void whatIsOverIsNotCounted();
    void batchesAreCounted();
    void everyStateHasWords_data();
    void everyStateHasWords();
    void onlyProvedIsCalledCancelled_data() { everyStateHasWords_data(); }
    void onlyProvedIsCalledCancelled();
    void cancelAgainIsForWhatIsKnownToLive();
    void theCardHasIdsAndQuantities();
    void layoutKeepsEveryLetter();
    void spans_data();
    void spans();
};

void TestWindowWords::money_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text");
    QTest::addRow("lakhs") << u"808526.3"_s << u"INR"_s << u"₹\u00A08,08,526.30"_s;
    QTest::addRow("crores") << u"123456789"_s << u"INR"_s << u"₹\u00A012,34,56,789.00"_s;
    QTest::addRow("more places stay") << u"0.3456"_s << u"INR"_s << u"₹\u00A00.3456"_s;
    QTest::addRow("a coin keeps its places") << u"0.00000001"_s << u"BTC"_s << u"BTC\u00A00.00000001"_s;
}

void TestWindowWords::money()
{
    QFETCH(const QString, amount);
    QFETCH(const QString, currency);
    QTEST(ui::moneyText(*Decimal::fromText(amount), currency), "text");
}

void TestWindowWords::currenciesAreNeverAddedUp()
{
    ui::SelectionSummary summary;
    summary.add(order("10", "100"));
    summary.add(order("5", "100"));
    summary.add(order("2", "1000", u"USD"_s));
    const QString text = summary.amounts();
    QVERIFY2(text.contains(u"₹\u00A01,500.00"_s) && text.contains(u"$\u00A02,000.00"_s), qUtf8Printable(text));
    QVERIFY2(text.contains(u"17 remaining"_s), qUtf8Printable(text));
}

void TestWindowWords::whatIsOverIsNotCounted()
{
    orders::Order over = order("10", "100");
    over.state = orders::OrderState::Cancelled;
    ui::SelectionSummary summary;
    summary.add(over);
    QCOMPARE(summary.selected(), 1);
    QCOMPARE(summary.cancellable(), 0);
    QVERIFY(!summary.obstacle().isEmpty());
    QVERIFY(summary.amounts().isEmpty());
}

void TestWindowWords::batchesAreCounted()
{
    const std::vector<cancel::TicketPtr> tickets{ticket(TicketState::Proved, u"older"_s), ticket(TicketState::Proved),
                                                 ticket(TicketState::Refused), ticket(TicketState::Unknown),
                                                 ticket(TicketState::Receipt)};
    const ui::BatchSummary summary = ui::newestBatch(tickets);
    QCOMPARE(summary.asked, 4);
    QCOMPARE(summary.proved, 1);
    QCOMPARE(summary.refused, 1);
    QCOMPARE(summary.unproved, 2);
    QVERIFY(summary.isOpen());
    const ui::ProofTimes times = ui::proofTimes(tickets);
    QCOMPARE(times.median->count(), 212);
}

void TestWindowWords::everyStateHasWords_data()
{
    QTest::addColumn<cancel::TicketState>("state");
    for (int state = 0; state < cancel::ticketStateCount; ++state) {
        const auto each = static_cast<TicketState>(state);
        QTest::addRow("%s", qUtf8Printable(cancel::stateName(each))) << each;
    }
}

void TestWindowWords::everyStateHasWords()
{
    QFETCH(const cancel::TicketState, state);
    QVERIFY(!ui::ticketWords(*ticket(state)).isEmpty());
    QVERIFY(!ui::ticketStateTitle(state).isEmpty());
    QVERIFY(ui::stepOf(state) != ui::CancelStep::None);
}

void TestWindowWords::onlyProvedIsCalledCancelled()
{
    QFETCH(const cancel::TicketState, state);
    const QString words = ui::ticketWords(*ticket(state)) + ui::ticketStateTitle(state);
    QCOMPARE(words.contains(u"cancelled"_s), state == TicketState::Proved);
}

void TestWindowWords::cancelAgainIsForWhatIsKnownToLive()
{
    for (int state = 0; state < cancel::ticketStateCount; ++state) {
        const auto each = static_cast<TicketState>(state);
        const bool isKnownToLive = each == TicketState::StillLive || each == TicketState::NotTaken
                                   || each == TicketState::Contradicted;
        QCOMPARE(ui::mayCancelAgain(*ticket(each)), isKnownToLive);
    }
}

void TestWindowWords::theCardHasIdsAndQuantities()
{
    const std::vector tickets{ticket(TicketState::Unknown)};
    const QString text = ui::escalationText(tickets);
    for (const QString &wanted : {u"202403152052"_s, u"1100000012461398"_s, u"300"_s, u"DEMO1"_s, u"SBIN-EQ"_s})
        QVERIFY2(text.contains(wanted), qUtf8Printable(text));
}

void TestWindowWords::layoutKeepsEveryLetter()
{
    const QByteArray json = R"({"a":"x, {y}: \"z\"","b":[1.10,202403152052000001],"c":{}})";
    QString text = ui::laidOutJson(json);
    QVERIFY(text.count(u'\n') >= 5);
    QVERIFY(text.contains(u"\"x, {y}: \\\"z\\\"\""_s));
    QVERIFY(text.contains(u"202403152052000001"_s) && text.contains(u"1.10"_s));
}

void TestWindowWords::spans_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::addRow("tenths") << qint64(420) << u"0.4 s"_s;
    QTest::addRow("seconds") << qint64(14'900) << u"14 s"_s;
    QTest::addRow("minutes") << qint64(31 * 60'000) << u"31 m"_s;
    QTest::addRow("hours") << qint64((5 * 60 + 12) * 60'000) << u"5 h 12 m"_s;
    QTest::addRow("never negative") << qint64(-5) << u"0.0 s"_s;
}

void TestWindowWords::spans()
{
    QFETCH(const qint64, ms);
    QTEST(ui::spanText(base::milliseconds(ms)), "text");
}

QTEST_MAIN(TestWindowWords)
#include "test_window_words.moc"
