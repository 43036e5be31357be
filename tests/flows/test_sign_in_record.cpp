// SPDX-License-Identifier: Apache-2.0
// What the journal says of a sign-in and of an alarm that was put away: enough to tell them apart, no secret.
#include "support/engine_fixture.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using cancel::TicketState;
using support::Flow;
using support::FlowOptions;

namespace {

std::vector<journal::Entry> entriesOf(Flow &flow, const QString &kind)
{
    std::vector<journal::Entry> entries;
    const auto rows = flow.engine->journal.latest(1000);
    for (const journal::Row &row : rows.value_or(std::vector<journal::Row>()))
        if (row.entry.kind == kind)
            entries.push_back(row.entry);
    return entries;
}

} // namespace

class TestSignInRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Two of them have the same token, the third has a key beside it.
    void tellsWhetherTheSecretIsTheSame()
    {
        FlowOptions options;
        options.connections = {u"pocketful"_s, u"pace"_s, u"hdfcsky"_s};
        Flow flow(options);
        flow.start();
        QMap<QString, QString> digests;
        for (const journal::Entry &entry : entriesOf(flow, u"signed in"_s))
            digests.insert(entry.connection, entry.detail(u"secret_hmac_sha256_key_of_this_run"));
        QCOMPARE(digests.size(), 3);
        QCOMPARE(digests[u"pocketful"_s].size(), 64);
        QCOMPARE(digests[u"pace"_s], digests[u"pocketful"_s]);
        QVERIFY(digests[u"hdfcsky"_s] != digests[u"pocketful"_s]);
        const QByteArray token = flow.venue->credentials().token.toUtf8();
        const QByteArray plain = QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex();
        QVERIFY(digests[u"pocketful"_s] != QString::fromLatin1(plain));
    }

    void tellsWhoPutAnAlarmAway()
    {
        Flow flow;
        flow.placeAll({u"1"_s});
        flow.start();
        qputenv("USER", "asha");
        const QString id = flow.cancel(u"1"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        flow.engine->desk.noteAlarmSeen(u"pocketful"_s, u"SOLD 50 of INFY-EQ"_s, flow.ticket(id));
        flow.engine->desk.noteAlarmSeen(u"pocketful"_s, u"signed out"_s, nullptr);
        const auto seen = entriesOf(flow, u"alarm seen"_s);
        QCOMPARE(seen.size(), std::size_t(2));
        QCOMPARE(seen[0].detail(u"user"), u"asha"_s);
        QCOMPARE(seen[0].detail(u"words"), u"SOLD 50 of INFY-EQ"_s);
        QCOMPARE(seen[0].ticket, id);
        QCOMPARE(seen[0].key, flow.ticket(id)->key.toText());
        QCOMPARE(seen[0].connection, u"pocketful"_s);
        QVERIFY(seen[1].ticket.isEmpty() && seen[1].key.isEmpty());
        // A restart reads the ticket as it was: the row says nothing of the cancel.
        flow.crash();
        flow.start();
        QVERIFY(flow.stateOf(id) == TicketState::Proved);
    }
};

QTEST_GUILESS_MAIN(TestSignInRecord)
#include "test_sign_in_record.moc"
