// SPDX-License-Identifier: Apache-2.0
// Equal secrets of one run look equal; nothing that is not in this run can be held against a digest.
#include "desk/secret_digest.h"

#include <QCryptographicHash>
#include <QTest>

using base::Secret;
using desk::SecretDigest;

class TestSecretDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsSecretsApart()
    {
        const SecretDigest digest;
        const QString once = digest.of(Secret("a-token"));
        QCOMPARE(once.size(), 64);
        QCOMPARE(digest.of(Secret("a-token")), once);
        QVERIFY(digest.of(Secret("another-token")) != once);
        QVERIFY(digest.of(Secret()).isEmpty());
    }

    void hasAKeyOfItsOwn()
    {
        const SecretDigest digest;
        QVERIFY(SecretDigest().of(Secret("a-token")) != digest.of(Secret("a-token")));
        const QByteArray plain = QCryptographicHash::hash("a-token", QCryptographicHash::Sha256).toHex();
        QVERIFY(digest.of(Secret("a-token")) != QString::fromLatin1(plain));
    }
};

QTEST_GUILESS_MAIN(TestSecretDigest)
#include "test_secret_digest.moc"
