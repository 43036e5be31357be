// SPDX-License-Identifier: Apache-2.0
// The translations: Hindi is complete, every placeholder of the English text is in its translation, and English has
// its plurals.
#include "language.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList texts; // one, or one for each form
    bool isFinished = true;
    bool hasForms = false;
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{context, {}, {}, true, xml.attributes().value(u"numerus"_s) == u"yes"_s};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source"_s) {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            message.isFinished = !xml.attributes().hasAttribute(u"type"_s);
            if (!message.hasForms) {
                message.texts += xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.texts += xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> messagesOf(const QString &name)
{
    QFile file(QStringLiteral(PULLCORD_SOURCE_DIR) + u"/translations/"_s + name);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name"_s)
            context = xml.readElementText();
        else if (xml.name() == u"message"_s)
            messages += readMessage(xml, context);
    }
    return messages;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression pattern(u"%(\\d|n)"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text)) {
        if (!found.contains(match.captured()))
            found += match.captured();
    }
    found.sort();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hindiIsComplete();
    void placeholdersSurvive_data();
    void placeholdersSurvive();
    void pluralsAreTold_data();
    void pluralsAreTold();
};

void TestTranslations::hindiIsComplete()
{
    const QList<Message> messages = messagesOf(u"pullcord_hi.ts"_s);
    QVERIFY(messages.size() > 400);
    for (const Message &message : messages) {
        const QString name = message.context + u": "_s + message.source;
        QVERIFY2(message.isFinished, qUtf8Printable(name));
        QVERIFY2(!message.texts.isEmpty() && !message.texts.contains(QString()), qUtf8Printable(name));
        QVERIFY2(!message.hasForms || message.texts.size() == 2, qUtf8Printable(name));
    }
}

void TestTranslations::placeholdersSurvive_data()
{
    QTest::addColumn<QString>("file");
    QTest::addRow("English") << u"pullcord_en.ts"_s;
    QTest::addRow("Hindi") << u"pullcord_hi.ts"_s;
}

void TestTranslations::placeholdersSurvive()
{
    QFETCH(const QString, file);
    const QList<Message> messages = messagesOf(file);
    QVERIFY(!messages.isEmpty());
    for (const Message &message : messages) {
        for (const QString &text : message.texts) {
            QStringList wanted = placeholdersOf(message.source);
            QStringList has = placeholdersOf(text);
            if (message.hasForms) { // a form may say the number in words
                wanted.removeAll(u"%n"_s);
                has.removeAll(u"%n"_s);
            }
            QVERIFY2(has == wanted, qUtf8Printable(message.context + u": "_s + text));
        }
    }
}

void TestTranslations::pluralsAreTold_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    QTest::addRow("English") << int(desk::LanguageChoice::English) << u"Cancel 1 order"_s << u"Cancel 2 orders"_s;
    QTest::addRow("Hindi") << int(desk::LanguageChoice::Hindi) << u"1 ऑर्डर रद्द करें"_s << u"2 ऑर्डर रद्द करें"_s;
}

void TestTranslations::pluralsAreTold()
{
    QFETCH(const int, choice);
    const app::Language language(static_cast<desk::LanguageChoice>(choice));
    const auto words = [](int count) {
        return QCoreApplication::translate("ui::ConfirmDialog", "Cancel %n order(s)", nullptr, count);
    };
    QTEST(words(1), "one");
    QTEST(words(2), "two");
}

QTEST_MAIN(TestTranslations)
#include "test_translations.moc"
