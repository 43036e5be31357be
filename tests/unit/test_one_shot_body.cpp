// SPDX-License-Identifier: Apache-2.0
#include "net/one_shot_body.h"

#include <QTest>

class TestOneShotBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOnceAndRefusesToRewind()
    {
        net::OneShotBody body("abcdef");
        QVERIFY(body.isSequential());
        QVERIFY(!body.isTouched());
        QCOMPARE(body.bytesAvailable(), 6);
        QCOMPARE(body.read(4), "abcd");
        QVERIFY(body.isTouched());
        QVERIFY(!body.reset());
        QVERIFY(!body.seek(0));
        QCOMPARE(body.readAll(), "ef");
        QVERIFY(body.atEnd());
        QCOMPARE(body.readAll(), QByteArray());
    }

    void anEmptyOneRefusesToo()
    {
        net::OneShotBody body({});
        QVERIFY(body.atEnd());
        QVERIFY(!body.isTouched());
        QVERIFY(!body.reset());
        QVERIFY(body.isTouched()); // somebody wanted to send the request again
    }
};

QTEST_GUILESS_MAIN(TestOneShotBody)
#include "test_one_shot_body.moc"
