// SPDX-License-Identifier: Apache-2.0
// What is left of a secret in this program's memory when it is gone: the heap is searched for it, freed
// blocks included.
#include "base/secret.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int length = 200; // so long that what malloc writes into a freed block cannot hide it

// Different in each test. Made anew each time, and never kept: what searches must not be what is found.
unsigned char letter(int number, int at)
{
    return static_cast<unsigned char>('A' + (number * 31 + at * 7 + at / 13) % 57);
}

QByteArray make(int number)
{
    QByteArray secret(length, Qt::Uninitialized);
    for (int at = 0; at < length; ++at)
        secret[at] = static_cast<char>(letter(number, at));
    return secret;
}

/// From its 32nd byte on.
bool standsAt(const char *memory, int number, qsizetype width)
{
    for (int at = 32; at < length; ++at) {
        if (static_cast<unsigned char>(memory[(at - 32) * width]) != letter(number, at))
            return false;
    }
    return true;
}

/// How often the program's writable memory holds it, as bytes (width 1) or as UTF-16 (2).
int copies(int number, qsizetype width = 1)
{
    QFile maps(u"/proc/self/maps"_s);
    QFile memory(u"/proc/self/mem"_s);
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    int count = 0;
    const qsizetype size = (length - 32) * width;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        const bool isHeap = line.contains("[heap]") || words.size() == 5;
        if (words.size() < 5 || !words[1].startsWith("rw") || !isHeap)
            continue;
        const auto begin = words[0].split('-')[0].toULongLong(nullptr, 16);
        const auto end = words[0].split('-')[1].toULongLong(nullptr, 16);
        const auto most = std::min<qulonglong>(end - begin, 64ULL * 1024 * 1024);
        QByteArray block(static_cast<qsizetype>(most), Qt::Uninitialized);
        if (!memory.seek(static_cast<qint64>(begin)))
            continue;
        const qint64 read = memory.read(block.data(), block.size());
        for (qsizetype at = 0; at + size <= read; ++at)
            count += standsAt(block.constData() + at, number, width) ? 1 : 0;
        block.fill('\0');
    }
    return count;
}

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainBufferLeavesATrace()
    {
        {
            const QByteArray kept = make(1);
            QVERIFY(copies(1) >= 1);
        }
        if (copies(1) < 1)
            QSKIP("this system's memory does not show what was freed");
    }

    void aDestroyedOneLeavesNone()
    {
        {
            const base::Secret secret(make(2));
            QVERIFY(copies(2) >= 1);
        }
        QCOMPARE(copies(2), 0);
    }

    void oneThatWasReplacedLeavesNone()
    {
        base::Secret secret(make(3));
        secret = base::Secret("another");
        QCOMPARE(copies(3), 0);
        base::Secret moved(make(4));
        base::Secret other("another");
        moved = std::move(other);
        QCOMPARE(copies(4), 0);
        QCOMPARE(moved.reveal(), "another");
    }

    void theLastOfSeveralCopiesLeavesNone()
    {
        auto first = std::make_unique<base::Secret>(make(5));
        auto second = std::make_unique<base::Secret>(*first);
        first.reset();
        QCOMPARE(second->reveal(), make(5));
        second.reset();
        // The text that it was compared with went as any text goes; it is not counted.
        const int left = copies(5);
        QVERIFY2(left <= 1, qPrintable(QString::number(left)));
    }

    void aTextThatWasShortenedIsWipedWhole()
    {
        base::Secret secret([] {
            QByteArray bytes = make(6);
            bytes.truncate(10);
            return bytes;
        }());
        QCOMPARE(secret.reveal().size(), 10);
        secret = {};
        QCOMPARE(copies(6), 0);
    }

    void wipesTexts()
    {
        {
            QString text = QString::fromLatin1(make(7));
            QVERIFY(copies(7, 2) >= 1);
            base::wipe(text);
            QVERIFY(text.isEmpty());
        }
        QCOMPARE(copies(7, 2), 0);
    }

    void leavesASharedTextAlone()
    {
        QByteArray bytes = make(8);
        const QByteArray shared = bytes;
        base::wipe(bytes);
        QVERIFY(bytes.isEmpty());
        QCOMPARE(shared, make(8));
        QByteArray literal = QByteArrayLiteral("literal");
        base::wipe(literal);
        QVERIFY(literal.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSecret)
#include "test_secret.moc"
