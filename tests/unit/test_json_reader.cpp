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
        lines.last() +=
            u"%1=%2 "_s.arg(field.slot)
                .arg(QString::fromUtf8(field.text.data(), static_cast<qsizetype>(field.text.size())));
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
    void refusesScalarsThatAreNone_data();
    void refusesScalarsThatAreNone();
    void takesOneValueOfAnyKind_data();
    void takesOneValueOfAnyKind();
    void isDeepNoDeeperThanTheLimit();
    void aTreeHasNoMoreValuesThanTheLimit();
    void aListHasNoMoreRecordsThanTheLimit();
    void aMarkAtTheBeginningIsACharacter();
    void findsTheListWhereverItStands_data();
    void findsTheListWhereverItStands();
    void aRecordsTextIsTheObjectAlone();
    void everyPartOfAListMustBeJson_data();
    void everyPartOfAListMustBeJson();
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
    QTest::newRow("a name without a value")
        << QByteArray(R"({"data": "message": "x"}, "status": "success"})");
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

void TestJsonReader::refusesScalarsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("scalar");
    for (const char *scalar :
         {"",       " ",          "1 2",   "1,2",      "1]",        "[1",      "],[",           "\"a\" \"b\"",
          "\"a\"x", "true false", "nullx", "12x",      "1 x",       "12 lots", "007",           "-",
          "-x",     "+1",         ".5",    "1.",       "1.e5",      "1e",      "1e+",           "1e5.0",
          "0x10",   "--1",        "1-2",   "Infinity", "-Infinity", "NaN",     "\xef\xbb\xbf 1"})
        QTest::newRow(scalar) << QByteArray(scalar);
}

void TestJsonReader::refusesScalarsThatAreNone()
{
    QFETCH(QByteArray, scalar);
    QVERIFY(!json::parse(scalar));
    QVERIFY(!json::parse(R"({"a":)" + scalar + '}'));
}

void TestJsonReader::takesOneValueOfAnyKind_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << QByteArray(R"( "a\tb" )") << u"a\tb"_s;
    QTest::newRow("true") << QByteArray("true\r\n") << u"true"_s;
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("list") << QByteArray("[1]") << QString();
    QTest::newRow("empty object") << QByteArray("{}") << QString();
    for (const char *number :
         {"0", "-0", "12", "-1.50", "1e5", "1E+5", "0.1e-7", "123456789012345678901234567890"})
        QTest::newRow(number) << QByteArray(number) << QString::fromLatin1(number);
}

void TestJsonReader::takesOneValueOfAnyKind()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const auto value = json::parse(bytes);
    QVERIFY(value.has_value());
    QVERIFY(!value->isMissing());
    QCOMPARE(value->text(), text);
}

void TestJsonReader::isDeepNoDeeperThanTheLimit()
{
    const auto nested = [](qsizetype depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(json::parse(nested(64)));
    for (const qsizetype depth : {66, 1'000, 10'000, 1'000'000}) {
        QVERIFY(!json::parse(nested(depth)));
        Notes notes;
        QByteArray reply = R"({"orders":[{"id":)" + nested(depth) + "}]}";
        QVERIFY(!json::readRecords(reply, layout, notes));
        reply = R"({"orders":[{"other":)" + nested(depth) + "}]}";
        QVERIFY(!json::readRecords(reply, layout, notes));
        reply = R"({"other":)" + nested(depth) + R"(,"orders":[]})";
        QVERIFY(!json::readRecords(reply, layout, notes));
    }
}

void TestJsonReader::aTreeHasNoMoreValuesThanTheLimit()
{
    const auto list = [](qsizetype items) { return "[0" + QByteArray(",0").repeated(items - 1) + ']'; };
    QVERIFY(json::parse(list(999'999)).has_value()); // with the array itself a million
    const auto tree = json::parse(list(1'000'000));
    QVERIFY(!tree.has_value());
    QCOMPARE(tree.error().kind, base::ErrorKind::BadReply);
    Notes notes;
    QByteArray reply = R"({"other":)" + list(1'000'000) + R"(,"orders":[]})";
    QVERIFY(!json::readRecords(reply, layout, notes).has_value());
}

void TestJsonReader::aListHasNoMoreRecordsThanTheLimit()
{
    struct Counter : json::RecordVisitor
    {
        void beginRecord() override { ++count; }
        void readField(const json::Field &) override {}
        void endRecord(qsizetype, qsizetype) override {}
        void skipRecord(json::Kind) override { ++count; }
        int count = 0;
    };
    for (const char *record : {"{}", "0", "[]"}) {
        const QByteArray separated = QByteArray(",") + record;
        Counter counter;
        QByteArray most = '[' + (record + separated.repeated(json::mostRecords - 1)) + ']';
        QVERIFY(json::readRecords(most, layout, counter).has_value());
        QCOMPARE(counter.count, json::mostRecords);
        QByteArray more = '[' + (record + separated.repeated(json::mostRecords)) + ']';
        const auto envelope = json::readRecords(more, layout, counter);
        QVERIFY(!envelope.has_value());
        QVERIFY2(envelope.error().text.contains(u"300,000 rows"), qPrintable(envelope.error().text));
        QCOMPARE(counter.count, 2 * json::mostRecords);
    }
}

void TestJsonReader::aMarkAtTheBeginningIsACharacter()
{
    for (const QString &text : {u"\ufeff"_s, u"\ufeff\ufeffa"_s, u"a\ufeff"_s}) {
        const auto value = json::parse(json::Writer().text(text).bytes());
        QVERIFY(value.has_value());
        QCOMPARE(value->text(), text);
    }
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

void TestJsonReader::aRecordsTextIsTheObjectAlone()
{
    Notes notes;
    QByteArray bytes = "[ {\"id\":7 , \"x\": [ 1 ] } \n\t ,\r\n{ \"note\" : { \"a\" : [ ] } \n } ]";
    QVERIFY(json::readRecords(bytes, layout, notes).has_value());
    QCOMPARE(notes.places.size(), 2);
    QCOMPARE(bytes.mid(notes.places[0].first, notes.places[0].second), "{\"id\":7 , \"x\": [ 1 ] }"_ba);
    QCOMPARE(bytes.mid(notes.places[1].first, notes.places[1].second),
             "{ \"note\" : { \"a\" : [ ] } \n }"_ba);
    QCOMPARE(notes.lines[1], u"2={ \"a\" : [ ] } "_s);
}

// In fields that are wanted and in those that are not, on the envelope and in what is no row.
void TestJsonReader::everyPartOfAListMustBeJson_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value :
         {R"("a":"b")", R"("a" "b")", R"({"a":"b":"c"})", R"(["a":1])", "[}", R"([{"id":1}})", R"({"a" 1})",
          "[1 2]", R"({"a",1})", "[,]", "{,}", "[1,]", R"({"a":1,})"})
        QTest::newRow(value) << QByteArray(value);
}

void TestJsonReader::everyPartOfAListMustBeJson()
{
    QFETCH(QByteArray, value);
    for (QByteArray bytes :
         {R"({"orders":[{"id":)" + value + "}]}", R"({"orders":[{"other":)" + value + "}]}",
          R"({"orders":[],"other":)" + value + '}', R"({"orders":[)" + value + "]}"}) {
        Notes notes;
        QVERIFY2(!json::readRecords(bytes, layout, notes).has_value(), bytes);
        QVERIFY2(!json::parse(bytes).has_value(), bytes);
    }
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
