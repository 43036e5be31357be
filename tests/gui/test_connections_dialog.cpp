// SPDX-License-Identifier: Apache-2.0
// The connections dialog: it takes secrets and never shows one, says beside a field what is wrong with it,
// and asks before it removes.
#include "gui/harness.h"

#include "support/private_authority.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QListWidget>

using namespace Qt::StringLiterals;
using gui::patience;

namespace {

QDialog *openDialog(gui::Harness &harness)
{
    harness.pressKey(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    return harness.dialog(u"connectionsDialog"_s);
}

template <typename Widget> Widget &part(QDialog *dialog, const QString &name)
{
    auto *found = dialog->findChild<Widget *>(name);
    if (found == nullptr)
        qFatal("no part called %s", qUtf8Printable(name));
    return *found;
}

void retype(QLineEdit &field, const QString &text)
{
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, text);
}

} // namespace

class TestConnectionsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverShowsAStoredSecret();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void theBrokerBringsItsAddress();
    void addsAConnectionAndForgetsTheTypedSecret();
    void checksWithWords();
    void asksBeforeItRemoves();
    void saysWhereSecretsStay();
    void aTypedSecretCannotBeCopied();
    void takesAPrivateAuthority();
};

void TestConnectionsDialog::neverShowsAStoredSecret()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    QDialog *dialog = openDialog(harness);
    QVERIFY(dialog != nullptr);
    auto &list = part<QListWidget>(dialog, u"connectionList"_s);
    auto &secret = part<QLineEdit>(dialog, u"connectionSecret"_s);
    QCOMPARE(list.count(), 4);
    for (int row = 0; row < list.count(); ++row) {
        list.setCurrentRow(row);
        QVERIFY(secret.text().isEmpty());
        QVERIFY(secret.placeholderText().contains(u"stored"_s));
        QCOMPARE(secret.echoMode(), QLineEdit::Password);
    }
}

void TestConnectionsDialog::aTypedSecretCannotBeCopied()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    QDialog *dialog = openDialog(harness);
    harness.click(part<QPushButton>(dialog, u"addConnection"_s));
    auto &secret = part<QLineEdit>(dialog, u"connectionSecret"_s);
    QClipboard &clipboard = *QGuiApplication::clipboard();
    clipboard.setText(u"before"_s);
    for (const auto key : {QKeySequence::Copy, QKeySequence::Cut}) {
        retype(secret, u"hunter2secret"_s);
        secret.selectAll();
        QTest::keySequence(&secret, key);
        QCOMPARE(clipboard.text(), u"before"_s);
    }
    retype(secret, u"hunter2secret"_s);
    QVERIFY(!secret.displayText().contains(u"hunter2"_s));
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&secret);
    QVERIFY(accessible != nullptr && accessible->textInterface() != nullptr);
    for (const auto what :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        QVERIFY(!accessible->text(what).contains(u"hunter2"_s));
    QVERIFY(!accessible->textInterface()->text(0, 100).contains(u"hunter2"_s));
    QVERIFY(accessible->state().passwordEdit);
}

void TestConnectionsDialog::takesAPrivateAuthority()
{
    const support::PrivateAuthority authority;
    if (authority.roots().isEmpty())
        QSKIP("openssl made no certificate");
    gui::Harness harness;
    QVERIFY(harness.isReady());
    QDialog *dialog = openDialog(harness);
    harness.click(part<QPushButton>(dialog, u"addConnection"_s));
    retype(part<QLineEdit>(dialog, u"connectionName"_s), u"inside"_s);
    auto &file = part<QLineEdit>(dialog, u"connectionCaFile"_s);
    auto &save = part<QPushButton>(dialog, u"saveConnection"_s);
    auto &problem = part<QLabel>(dialog, u"caFileProblem"_s);
    QVERIFY(file.text().isEmpty() && save.isEnabled());
    for (const QString &wrong : {authority.path("missing.pem"), authority.path("ca.key"), u"ca.pem"_s}) {
        retype(file, wrong);
        QVERIFY(problem.isVisible() && !problem.text().isEmpty());
        QVERIFY(!save.isEnabled());
    }
    retype(file, authority.caFile());
    QVERIFY(!problem.isVisible());
    harness.click(save);
    auto &list = part<QListWidget>(dialog, u"connectionList"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list.count(), 5, patience);
    list.setCurrentRow(0);
    list.setCurrentItem(list.findItems(u"inside"_s, Qt::MatchExactly).value(0));
    QCOMPARE(file.text(), authority.caFile());
}

void TestConnectionsDialog::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::addRow("name with a blank") << u"connectionName"_s << u"my broker"_s << u"nameProblem"_s;
    QTest::addRow("name that is taken") << u"connectionName"_s << u"pace"_s << u"nameProblem"_s;
    QTest::addRow("plain http") << u"connectionUrl"_s << u"http://trade.example.com"_s << u"urlProblem"_s;
    QTest::addRow("user in the address")
        << u"connectionUrl"_s << u"https://me:secret@trade.example.com"_s << u"urlProblem"_s;
    QTest::addRow("query in the address")
        << u"connectionUrl"_s << u"https://trade.example.com/?token=1"_s << u"urlProblem"_s;
    QTest::addRow("no address") << u"connectionUrl"_s << u"nonsense"_s << u"urlProblem"_s;
}

void TestConnectionsDialog::saysWhatIsWrong()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, problem);
    gui::Harness harness;
    QVERIFY(harness.isReady());
    QDialog *dialog = openDialog(harness);
    harness.click(part<QPushButton>(dialog, u"addConnection"_s));
    retype(part<QLineEdit>(dialog, u"connectionName"_s), u"mine"_s);
    QVERIFY(part<QPushButton>(dialog, u"saveConnection"_s).isEnabled());
    retype(part<QLineEdit>(dialog, field), text);
    QVERIFY(part<QLabel>(dialog, problem).isVisible());
    QVERIFY(!part<QLabel>(dialog, problem).text().isEmpty());
    QVERIFY(!part<QPushButton>(dialog, u"saveConnection"_s).isEnabled());
}

void TestConnectionsDialog::theBrokerBringsItsAddress()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    QDialog *dialog = openDialog(harness);
    harness.click(part<QPushButton>(dialog, u"addConnection"_s));
    auto &broker = part<QComboBox>(dialog, u"connectionBroker"_s);
    auto &url = part<QLineEdit>(dialog, u"connectionUrl"_s);
    QStringList urls;
    for (int choice = 0; choice < broker.count(); ++choice) {
        broker.setCurrentIndex(choice);
        // An exchange has an address of its own: nobody can know it.
        const bool isExchange = broker.currentText() == u"AlphaPoint"_s;
        QCOMPARE(url.text().startsWith(u"https://"_s), !isExchange);
        QVERIFY(!urls.contains(url.text()));
        urls += url.text();
    }
    retype(url, u"https://mine.example.com"_s);
    broker.setCurrentIndex(0);
    QCOMPARE(url.text(), u"https://mine.example.com"_s);
}

void TestConnectionsDialog::addsAConnectionAndForgetsTheTypedSecret()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    QDialog *dialog = openDialog(harness);
    const practice::PracticeConnection known = harness.venue().connections().front();
    harness.click(part<QPushButton>(dialog, u"addConnection"_s));
    auto &broker = part<QComboBox>(dialog, u"connectionBroker"_s);
    broker.setCurrentIndex(broker.findData(known.broker));
    retype(part<QLineEdit>(dialog, u"connectionName"_s), u"second-door"_s);
    retype(part<QLineEdit>(dialog, u"connectionUrl"_s), known.url.toString());
    retype(part<QLineEdit>(dialog, u"connectionClientId"_s), known.clientId);
    auto &secret = part<QLineEdit>(dialog, u"connectionSecret"_s);
    secret.setText(QString::fromUtf8(known.secret.reveal()));
    harness.click(part<QPushButton>(dialog, u"saveConnection"_s));
    QVERIFY(secret.text().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(harness.desk().connection(u"second-door"_s).has_value(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(harness.desk().connection(u"second-door"_s)->readAt.has_value(), patience);
    QVERIFY(secret.text().isEmpty());
    for (const QWidget *each : harness.window().findChildren<QWidget *>()) {
        if (const auto *label = qobject_cast<const QLabel *>(each))
            QVERIFY(!label->text().contains(QString::fromUtf8(known.secret.reveal())));
    }
}

void TestConnectionsDialog::checksWithWords()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    QDialog *dialog = openDialog(harness);
    harness.click(part<QPushButton>(dialog, u"checkConnection"_s));
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(dialog, u"connectionResult"_s).text().contains(u"✓"_s), patience);
}

void TestConnectionsDialog::asksBeforeItRemoves()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    QDialog *dialog = openDialog(harness);
    const QString name = part<QListWidget>(dialog, u"connectionList"_s).currentItem()->text();
    harness.click(part<QPushButton>(dialog, u"removeConnection"_s));
    QDialog *question = harness.dialog(u"removeQuestion"_s);
    QVERIFY(question != nullptr);
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_COMPARE(harness.dialog(u"removeQuestion"_s), nullptr);
    QVERIFY(harness.desk().connection(name).has_value());

    harness.click(part<QPushButton>(dialog, u"removeConnection"_s));
    harness.click(part<QPushButton>(harness.dialog(u"removeQuestion"_s), u"act"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!harness.desk().connection(name).has_value(), patience);
}

void TestConnectionsDialog::saysWhereSecretsStay()
{
    gui::Harness harness; // it has no keychain
    QVERIFY(harness.isReady());
    QDialog *dialog = openDialog(harness);
    QVERIFY(part<QLabel>(dialog, u"secretsNotice"_s).isVisible());
    QVERIFY(harness.part<QLabel>(u"keychain"_s).text().contains(u"until you quit"_s));
}

QTEST_MAIN(TestConnectionsDialog)
#include "test_connections_dialog.moc"
