// SPDX-License-Identifier: Apache-2.0
#include "support/store_wait.h"
#include "vault/memory_store.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestMemoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsReplacesAndRemoves()
    {
        vault::MemoryStore store;
        QCOMPARE(store.kind(), vault::StoreKind::Memory);
        QVERIFY(!support::readNow(store, u"a"_s).value().has_value());
        QVERIFY(support::writeNow(store, u"a"_s, "one"));
        QVERIFY(support::writeNow(store, u"b"_s, "other"));
        QVERIFY(support::writeNow(store, u"a"_s, "two"));
        QCOMPARE(support::readNow(store, u"a"_s).value()->reveal(), "two");
        QVERIFY(support::removeNow(store, u"a"_s));
        QVERIFY(!support::readNow(store, u"a"_s).value().has_value());
        QCOMPARE(support::readNow(store, u"b"_s).value()->reveal(), "other");
        QVERIFY(support::removeNow(store, u"never there"_s));
    }

    void answersComeFromTheEventLoop()
    {
        vault::MemoryStore store;
        int answers = 0;
        store.write(u"a"_s, base::Secret("one"), [&](const base::Status &) { ++answers; });
        store.read(u"a"_s, [&](const auto &read) {
            ++answers;
            QCOMPARE(read.value()->reveal(), "one");
        });
        store.remove(u"a"_s, [&](const base::Status &) { ++answers; });
        QCOMPARE(answers, 0);
        QTRY_COMPARE(answers, 3);
    }

    void aDestroyedStoreIsSilent()
    {
        int answers = 0;
        {
            vault::MemoryStore store;
            store.read(u"a"_s, [&](const auto &) { ++answers; });
        }
        QCoreApplication::processEvents();
        QCOMPARE(answers, 0);
    }
};

QTEST_GUILESS_MAIN(TestMemoryStore)
#include "test_memory_store.moc"
