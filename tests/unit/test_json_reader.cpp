// SPDX-License-Identifier: Apache-2.0
#include "json/json_value.h"
#include "json/json_writer.h"
#include "json/record_reader.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// Writes down everything the reader tells, one line a record.
class Notes : public json::RecordVisitor
{
public:
    void beginRecord() override { lines << QString(); }
    void readField(const json::Field &field) override
    {
        lines.last() += u"%1=%2 "_s.arg(field.slot).arg(
            QString::fromUtf8(field.text.data(), static_cast<qsizetype>(field.text.size())));
    }
    void endRecord(qsizetype offset, qsizetype length) override { places << std::pair(offset, length); }
    void skipRecord(json::Kind) override { lines << u"skipped"_s; }

    QStringList lines;
    QList<std::pair<qsizetype, qsizetype>> places;
};

constexpr std::string_view lists[] = {"orders"};
constexpr std::string_view fields[] = {"id", "price", "note"};
constexpr json::RecordLayout layout{lists, fields};

} // namespace

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNumbersAsText();
    void refusesWhatIsNotOneJsonValue_data();
    void refusesWhatIsNotOneJsonValue();
    void findsTheListWhereverItStands_data();
    void findsTheListWhereverItStands();
    void aMissingListIsTold();
    void readsRowsOfAnyShape();
    void writesInTheGivenOrder();
};

// Defined out here: moc loses its way in raw strings inside of a class.
void TestJsonReader::keepsNumbersAsText()
{
    const auto value = json::parse(R"({"a":1394446825558528718,"b":123456789012345678901234567890,
        "c":0.00000001,"d":[1,"x",null,true,{}],"e":"\u0915\n"})");
    QVERIFY(value.has_value());
    QCOMPARE((*value)[u"a"].text(), u"1394446825558528718"_s);
    QCOMPARE((*value)[u"b"].text(), u"123456789012345678901234567890"_s);
    QCOMPARE((*value)[u"c"].text(), u"0.00000001"_s);
    QCOMPARE((*value)[u"d"].items().size(), std::size_t(5));
    QVERIFY((*value)[u"d"].items()[2].isNull());
    QVERIFY((*value)[u"d"].items()[3].isTrue());
    QCOMPARE((*value)[u"e"].text(), u"क\n"_s);
    QVERIFY((*value)[u"nothing"].isMissing());
}

void TestJsonReader::refusesWhatIsNotOneJsonValue_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html><body>Login</body></html>");
    QTest::newRow("cut object") << QByteArray(R"({"data":{"orders":[{"id":"1"})");
    QTest::newRow("cut string") << QByteArray(R"({"data":"abc)");
    QTest::newRow("two values") << QByteArray(R"({"orders":[]} {"orders":[]})");
    QTest::newRow("garbage behind") << QByteArray(R"({"orders":[]}x)");
    QTest::newRow("bad utf-8") << QByteArray("{\"orders\":[],\"a\":\"\xff\xfe\"}");
    QTest::newRow("bare word") << QByteArray("{\"orders\":[{\"id\":nul}]}");
    QTest::newRow("plain text") << QByteArray("TOO MANY REQUESTS");
    QTest::newRow("deep") << QByteArray(R"({"a":)") + QByteArray(3000, '[') + QByteArray(3000, ']') + "}";
}

void TestJsonReader::refusesWhatIsNotOneJsonValue()
{
    QFETCH(QByteArray, bytes);
    const auto tree = json::parse(bytes);
    QVERIFY(!tree.has_value());
    QCOMPARE(tree.error().kind, base::ErrorKind::BadReply);
    Notes notes;
    QVERIFY(!json::readRecords(bytes, layout, notes).has_value());
}

void TestJsonReader::findsTheListWhereverItStands_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("data.orders") << QByteArray(R"({"data":{"orders":[{"id":7}]},"status":"success"})");
    QTest::newRow("orders") << QByteArray(R"({"orders":[{"id":7}]})");
    QTest::newRow("data") << QByteArray(R"({"message":"","data":[{"id":7}]})");
    QTest::newRow("top") << QByteArray(R"([{"id":7}])");
}

void TestJsonReader::findsTheListWhereverItStands()
{
    QFETCH(QByteArray, bytes);
    Notes notes;
    const auto envelope = json::readRecords(bytes, layout, notes);
    QVERIFY(envelope.has_value());
    QVERIFY(envelope->hasList);
    QCOMPARE(notes.lines, QStringList{u"0=7 "_s});
    const auto [offset, length] = notes.places.first();
    QCOMPARE(bytes.mid(offset, length), R"({"id":7})"_ba);
}

void TestJsonReader::aMissingListIsTold()
{
    Notes notes;
    QByteArray bytes = R"({"status":"error","message":"Request forbidden","error_code":40000,"data":{}})";
    const auto envelope = json::readRecords(bytes, layout, notes);
    QVERIFY(envelope.has_value());
    QVERIFY(!envelope->hasList && !envelope->listIsNull);
    QCOMPARE(envelope->value[u"error_code"].text(), u"40000"_s);
    bytes = R"({"status":"success","data":{"orders":null}})";
    QVERIFY(json::readRecords(bytes, layout, notes)->listIsNull);
}

void TestJsonReader::readsRowsOfAnyShape()
{
    QByteArray bytes = R"({"data":{"orders":[
        {"id":"a","price": 1.50 ,"extra":{"x":[1,2]},"note":{}},
        {"price":"2","id":12345678901234567890123},
        7,
        {},
        {"note":"\"q\"","id":null}]}})";
    Notes notes;
    const auto envelope = json::readRecords(bytes, layout, notes);
    QVERIFY(envelope.has_value());
    QCOMPARE(notes.lines, (QStringList{u"0=a 1=1.50 2={} "_s, u"1=2 0=12345678901234567890123 "_s,
                                       u"skipped"_s, u""_s, u"2=\"q\" 0=null "_s}));
}

void TestJsonReader::writesInTheGivenOrder()
{
    json::Writer writer;
    writer.beginObject().member(u"z", u"a\"b"_s).member(u"a", u"x"_s).name(u"list").beginArray();
    writer.number(1).boolean(false).null().beginObject().endObject().endArray();
    writer.memberOrNull(u"none", {}).endObject();
    QCOMPARE(writer.bytes(), R"({"z":"a\"b","a":"x","list":[1,false,null,{}],"none":null})"_ba);
}

QTEST_APPLESS_MAIN(TestJsonReader)
#include "test_json_reader.moc"
