// SPDX-License-Identifier: Apache-2.0
// Every sample, broken in hundreds of ways: reading it must never crash, and a list with rows must never be
// read as an empty book. The same numbers each run, so that a finding can be repeated.
#include "support/fixture.h"
#include "tradelab/cancel_codec.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using support::fixture;
using support::replyContext;

namespace {

constexpr int rounds = 600; // per sample

QByteArray mutated(QByteArray bytes, QRandomGenerator &random)
{
    static constexpr char structural[] = "{}[]\",:\\-0.eEtfn/ \n\xff\xc3";
    const int changes = random.bounded(1, 5);
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
        const qsizetype length = std::min<qsizetype>(random.bounded(1, 40), bytes.size() - at);
        switch (random.bounded(8)) {
        case 0:
            bytes[at] = static_cast<char>(random.bounded(256));
            break;
        case 1:
            bytes[at] = structural[random.bounded(static_cast<int>(sizeof structural - 1))];
            break;
        case 2:
            bytes.insert(at, structural[random.bounded(static_cast<int>(sizeof structural - 1))]);
            break;
        case 3:
            bytes.remove(at, length);
            break;
        case 4:
            bytes.insert(at, bytes.mid(random.bounded(static_cast<int>(bytes.size())), length));
            break;
        case 5:
            bytes.truncate(at);
            break;
        case 7: // a word that begins differently, for a name or a value that is not known
            if (const qsizetype quote = bytes.indexOf('"', at); quote >= 0 && quote + 1 < bytes.size())
                bytes[quote + 1] = static_cast<char>(random.bounded('a', 'z'));
            break;
        case 6:
            bytes.insert(at, QByteArray(random.bounded(1, 300), structural[random.bounded(4)]));
            break;
        }
    }
    return bytes;
}

orders::Order askedOrder()
{
    orders::Order asked;
    asked.orderId = u"7"_s;
    return asked;
}

} // namespace

class TestMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverBecomesAnEmptyBook_data();
    void neverBecomesAnEmptyBook();
};

void TestMutations::neverBecomesAnEmptyBook_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         QDir(QStringLiteral(PULLCORD_FIXTURES)).entryList({u"tl_*.json"_s}, QDir::Files))
        QTest::newRow(qPrintable(name)) << name;
}

void TestMutations::neverBecomesAnEmptyBook()
{
    QFETCH(QString, name);
    const QByteArray whole = fixture(name);
    const bool hasRows = name != u"tl_pending_empty.json";
    const auto seed = static_cast<quint32>(std::accumulate(
        name.begin(), name.end(), 7u, [](quint32 sum, QChar c) { return sum * 31 + c.unicode(); }));
    QRandomGenerator random(seed);
    net::HttpResult answer;
    answer.outcome = net::HttpOutcome::Answered;
    for (int round = 0; round < rounds; ++round) {
        const QByteArray bytes = mutated(whole, random);
        const int http = random.bounded(10) == 0 ? 500 : 200;
        const auto listing = tradelab::readOrderList(bytes, replyContext(http));
        QVERIFY2(!hasRows || !listing || !listing->rows.empty(), bytes.constData());
        QVERIFY(http == 200 || !listing);
        if (listing) {
            for (const auto &row : listing->rows)
                QVERIFY(!row->orderId.isEmpty() && bytes.contains(row->raw.view().toByteArray()));
        }
        const auto history = tradelab::readOrderHistory(bytes, replyContext(http), askedOrder());
        QVERIFY(http == 200 || !history);
        answer.status = http;
        answer.body = bytes;
        const auto meaning = tradelab::classifyAnswer(answer, u"202403111506"_s, base::Redactor());
        QVERIFY(http == 200 || meaning.answer == venues::AnswerClass::Unknown);
    }
}

QTEST_APPLESS_MAIN(TestMutations)
#include "test_mutations.moc"
