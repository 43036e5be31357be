// SPDX-License-Identifier: Apache-2.0
// Signing in by hand: the code of a second factor is asked for when a venue wants it, goes to that venue, and is
// asked for anew where the venue asks anew.
#include "base/redactor.h"
#include "desk/desk.h"
#include "support/still_venue.h"
#include "ui/connections/sign_in_flow.h"
#include "vault/memory_store.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class AskingVenue final : public support::StillVenue
{
public:
    AskingVenue(base::Clock &clock, std::vector<base::Secret> &codes)
        : StillVenue(clock, u"coins"_s, u"7"_s), m_codes(codes)
    {
    }
    void submitCode(const base::Secret &code) override { m_codes.push_back(code); }

private:
    std::vector<base::Secret> &m_codes;
};

struct Bench
{
    Bench()
    {
        venues::ConnectionProfile profile;
        profile.name = u"coins"_s;
        profile.broker = u"alphapoint"_s;
        profile.url = QUrl(u"wss://example.com"_s);
        if (!journal.open(folder.filePath(u"journal.db"_s)) || !store.put(profile))
            qFatal("bench");
        desk.setSessionSecret(profile.name, base::Secret("x"));
        desk.start(false);
        window.show();
    }
    [[nodiscard]] QDialog *dialog() const
    {
        for (QDialog *each : window.findChildren<QDialog *>(u"codeDialog"_s)) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    support::ManualClock clock;
    QTemporaryDir folder;
    base::Redactor redactor;
    journal::Journal journal{clock, redactor};
    vault::MemoryStore secrets;
    desk::ConnectionStore store{clock, {}};
    std::vector<base::Secret> codes;
    AskingVenue *venue = nullptr;
    desk::Desk desk{clock,   redactor, journal,
                    secrets, store,    [this](const venues::ConnectionProfile &) -> base::Result<std::unique_ptr<venues::Venue>> {
                        auto made = std::make_unique<AskingVenue>(clock, codes);
                        venue = made.get();
                        return made;
                    }};
    QWidget window;
    ui::SignInFlow flow{desk, &window};
};

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCodeGoesToTheVenue();
    void aSecondQuestionReplacesTheFirst();
    void notNowSendsNothing();
};

void TestSignIn::theCodeGoesToTheVenue()
{
    Bench bench;
    Q_EMIT bench.venue->codeAsked(u"Google"_s);
    QDialog *dialog = bench.dialog();
    QVERIFY(dialog);
    auto *act = dialog->findChild<QPushButton *>(u"signIn"_s);
    QVERIFY(!act->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"code"_s), u" 271828 "_s);
    QVERIFY(act->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(bench.codes, std::vector{base::Secret("271828")});
    QVERIFY(!bench.dialog());
}

void TestSignIn::aSecondQuestionReplacesTheFirst()
{
    Bench bench;
    Q_EMIT bench.venue->codeAsked(u"Google"_s);
    QPointer<QDialog> first = bench.dialog();
    Q_EMIT bench.venue->codeAsked({});
    QVERIFY(bench.dialog() && bench.dialog() != first);
    QVERIFY(!first || !first->isVisible());
}

void TestSignIn::notNowSendsNothing()
{
    Bench bench;
    Q_EMIT bench.venue->codeAsked(u"Google"_s);
    QTest::mouseClick(bench.dialog()->findChild<QPushButton *>(u"notNow"_s), Qt::LeftButton);
    QVERIFY(!bench.dialog());
    QVERIFY(bench.codes.empty());
}

QTEST_MAIN(TestSignIn)
#include "test_sign_in.moc"
