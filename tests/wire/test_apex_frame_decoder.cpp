// SPDX-License-Identifier: Apache-2.0
// Frames are taken in the order in which they came, however long one of them is.
#include "alphapoint/frame_decoder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::Frame;
using alphapoint::FrameDecoder;
using alphapoint::FrameKind;

namespace {

QString frameOf(const QString &name, int size = 0)
{
    return alphapoint::encodeFrame(FrameKind::Event, 2, name, '"' + QByteArray(size, 'x') + '"');
}

constexpr int large = 1024 * 1024;

} // namespace

class TestApexFrameDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_taken.clear();
        m_decoder =
            std::make_unique<FrameDecoder>([this](const base::Result<Frame> &frame, const QString &text) {
                m_taken << (frame ? frame->function : u"no frame: "_s + text.left(10));
            });
    }
    void cleanup() { m_decoder.reset(); }

    void whatIsShortIsTakenAtOnce()
    {
        m_decoder->add(frameOf(u"a"_s));
        m_decoder->add(u"what is this"_s);
        QCOMPARE(m_taken, QStringList({u"a"_s, u"no frame: what is th"_s}));
    }

    void whatIsLongHoldsUpWhatFollowsAndNotTheLoop()
    {
        m_decoder->add(frameOf(u"long"_s, large));
        QVERIFY(m_taken.isEmpty());
        m_decoder->add(frameOf(u"short"_s));
        m_decoder->add(frameOf(u"last"_s));
        QVERIFY(m_taken.isEmpty());
        QTRY_COMPARE(m_taken, QStringList({u"long"_s, u"short"_s, u"last"_s}));
        m_decoder->add(frameOf(u"next"_s));
        QCOMPARE(m_taken.last(), u"next"_s);
    }

    void whatWasDroppedIsNeverTaken()
    {
        m_decoder->add(frameOf(u"long"_s, large));
        m_decoder->add(frameOf(u"short"_s));
        m_decoder->clear();
        m_decoder->add(frameOf(u"long too"_s, large));
        m_decoder->add(frameOf(u"new"_s));
        QTRY_COMPARE(m_taken, QStringList({u"long too"_s, u"new"_s}));
    }

    void goingAwayWaitsForTheWorker()
    {
        m_decoder->add(frameOf(u"long"_s, large));
        m_decoder.reset();
        QCoreApplication::processEvents();
        QVERIFY(m_taken.isEmpty());
    }

private:
    QStringList m_taken;
    std::unique_ptr<FrameDecoder> m_decoder;
};

QTEST_GUILESS_MAIN(TestApexFrameDecoder)
#include "test_apex_frame_decoder.moc"
