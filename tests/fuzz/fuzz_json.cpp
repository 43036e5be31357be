// SPDX-License-Identifier: Apache-2.0
// The JSON reader: what it takes, Qt takes too and reads the same; what it read and wrote, it reads again.
#include "json/json_value.h"
#include "json/json_writer.h"

#include "fuzz/must.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using fuzz::must;
using json::Kind;
using json::Value;

namespace {

bool isSame(const Value &a, const Value &b)
{
    if (a.kind() != b.kind() || a.text() != b.text() || a.items().size() != b.items().size() ||
        a.members().size() != b.members().size())
        return false;
    for (std::size_t i = 0; i < a.items().size(); ++i) {
        if (!isSame(a.items()[i], b.items()[i]))
            return false;
    }
    for (std::size_t i = 0; i < a.members().size(); ++i) {
        if (a.members()[i].first != b.members()[i].first ||
            !isSame(a.members()[i].second, b.members()[i].second))
            return false;
    }
    return true;
}

// Half of a pair of surrogates is no text: Qt and we write it differently.
bool isText(const QString &text)
{
    return text.isValidUtf16();
}

bool isSame(const Value &ours, const QJsonValue &theirs)
{
    switch (ours.kind()) {
    case Kind::Missing:
        return false;
    case Kind::Null:
        return theirs.isNull();
    case Kind::Bool:
        return theirs.isBool() && theirs.toBool() == ours.isTrue();
    case Kind::Number:
        return theirs.isDouble() && theirs.toDouble() == ours.text().toDouble();
    case Kind::String:
        // Where an escape is broken, we keep the text as it stood and Qt leaves the backslash out.
        return theirs.isString() && (!isText(theirs.toString()) || ours.text().contains(u'\\') ||
                                     theirs.toString() == ours.text());
    case Kind::Array: {
        const QJsonArray array = theirs.toArray();
        if (!theirs.isArray() || array.size() != static_cast<qsizetype>(ours.items().size()))
            return false;
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!isSame(ours.items()[static_cast<std::size_t>(i)], array.at(i)))
                return false;
        }
        return true;
    }
    case Kind::Object: {
        const QJsonObject object = theirs.toObject();
        if (!theirs.isObject())
            return false;
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (isText(member.key()) && !isSame(ours[member.key()], member.value()))
                return false;
        }
        return true;
    }
    }
    return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const auto ours = json::parse(bytes);
    if (!ours)
        return 0;
    const QByteArray written = json::Writer().value(*ours).bytes();
    const auto again = json::parse(written);
    must(again.has_value(), "what was written can be read");
    must(isSame(*again, *ours), "what was written reads as it was");
    must(json::Writer().value(*again).bytes() == written, "written twice it is the same");

    // Qt reads objects and arrays alone; around anything else an array changes nothing.
    QJsonParseError error{};
    const QJsonDocument theirs = QJsonDocument::fromJson('[' + bytes + ']', &error);
    // Numbers beyond a double are no numbers to Qt.
    const bool mayBeHuge = written.size() > 300 || written.contains('e') || written.contains('E');
    if (error.error == QJsonParseError::IllegalNumber && mayBeHuge)
        return 0;
    // A broken escape stays as it stands with us; a broker's odd text must not cost the whole answer.
    const bool isOfEscape = error.error == QJsonParseError::IllegalEscapeSequence ||
                            error.error == QJsonParseError::IllegalUTF8String;
    if (isOfEscape && bytes.contains('\\'))
        return 0;
    must(error.error == QJsonParseError::NoError, "what we take is JSON to Qt");
    // A mark at the beginning of a text is a character to us; to Qt now and then.
    must(bytes.contains("\xef\xbb\xbf") || isSame(*ours, theirs.array().at(0)), "Qt reads the same");
    return 0;
}
