// SPDX-License-Identifier: Apache-2.0
// `connections add --ca-file`: a broker with a certificate that nobody knows is asked by the connection that
// names its authority, and by no other.
#include "cli/cli_bench.h"
#include "support/fault_server.h"
#include "support/private_authority.h"

#include <QTest>

using namespace Qt::StringLiterals;
using cli::Finished;

namespace {

const QByteArray anything = R"({"status":"success","message":"","data":{"client_id":"DEMO1","orders":[]}})";

} // namespace

class TestCliPrivateCa : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (m_authority.certificate().isNull())
            QSKIP("openssl made no certificate");
        m_server.useTls(m_authority.certificate(), m_authority.key());
        m_url = m_server.url({}).toString();
    }

    void isTrustedByTheConnectionThatNamesIt()
    {
        const QString file = QDir(QDir::currentPath()).relativeFilePath(m_authority.caFile());
        add(u"inside"_s, {u"--ca-file"_s, file}); // kept with its whole path
        add(u"outside"_s, {});
        const Finished inside = m_bench.with({u"orders"_s, u"--connection"_s, u"inside"_s});
        QVERIFY2(inside.code == 0, inside.story());
        const int arrivals = m_server.arrivalCount();
        QVERIFY(arrivals > 0);
        const Finished outside = m_bench.with({u"orders"_s, u"--connection"_s, u"outside"_s});
        QVERIFY2(outside.code == 6, outside.story());
        const Finished both = m_bench.with({u"orders"_s, u"--format"_s, u"json"_s});
        QVERIFY2(both.code == 6, both.story());
        for (const support::Arrival &arrival : m_server.arrivals())
            QVERIFY2(!arrival.head.contains("of-outside"), arrival.head);
    }

    void withoutItsFileNothingIsSent()
    {
        QVERIFY(QFile::rename(m_authority.caFile(), m_authority.path("away.pem")));
        const int connections = m_server.connectionCount();
        const Finished finished = m_bench.with({u"connections"_s, u"check"_s, u"inside"_s});
        QVERIFY2(finished.code == 5, finished.story());
        QVERIFY2(finished.out.contains("cannot be read"), finished.story());
        QCOMPARE(m_server.connectionCount(), connections);
    }

private:
    void add(const QString &name, const QStringList &options)
    {
        const QStringList words{u"connections"_s, u"add"_s,   name, u"--broker"_s,
                                u"pocketful"_s,   u"--url"_s, m_url};
        const Finished added = m_bench.run(words + options);
        QVERIFY2(added.code == 0, added.story());
        m_secrets[name] = u"token-of-"_s + name;
        m_bench.writeSecrets(m_secrets);
    }

    support::FaultServer m_server{[](int) { return support::Fault{support::httpAnswer(anything)}; }};
    support::PrivateAuthority m_authority;
    cli::Bench m_bench;
    QJsonObject m_secrets;
    QString m_url;
};

QTEST_GUILESS_MAIN(TestCliPrivateCa)
#include "test_cli_private_ca.moc"
