// SPDX-License-Identifier: Apache-2.0
#include "json/json_value.h"
#include "json/record_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <unordered_map>

namespace json {

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

namespace {

constexpr int deepest = 64; // of the trees that we build; nothing a broker sends comes near
constexpr int mostValues =
    1'000'000; // of one tree, at a hundred bytes each: the largest list of instruments has less

struct ParseError
{
    simdjson::error_code code;
};

struct TooManyRecords
{
};

template <typename T> T valueOf(simdjson::simdjson_result<T> result)
{
    T value;
    if (const auto code = std::move(result).get(value))
        throw ParseError{code};
    return value;
}

// Qt takes U+FEFF at the beginning for a mark and drops it; in the middle of a document it is a character.
QString toText(std::string_view utf8)
{
    static constexpr std::string_view mark = "\xef\xbb\xbf";
    QString text;
    for (; utf8.starts_with(mark); utf8.remove_prefix(mark.size()))
        text += QChar(0xfeff);
    return text + QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string_view trimmed(std::string_view token)
{
    while (!token.empty() &&
           (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return token;
}

Kind kindOf(ondemand::json_type type)
{
    switch (type) {
    case ondemand::json_type::array:
        return Kind::Array;
    case ondemand::json_type::object:
        return Kind::Object;
    case ondemand::json_type::number:
        return Kind::Number;
    case ondemand::json_type::string:
        return Kind::String;
    case ondemand::json_type::boolean:
        return Kind::Bool;
    case ondemand::json_type::null:
        return Kind::Null;
    }
    return Kind::Missing;
}

// The text of a scalar; a string with broken escapes keeps them as they stand.
std::string_view scalarText(ondemand::value value, Kind kind)
{
    const std::string_view token = trimmed(value.raw_json_token());
    if (kind != Kind::String)
        return token;
    std::string_view text;
    const bool hasEscapes = token.find('\\') != std::string_view::npos;
    if (hasEscapes && value.get_string().get(text) == simdjson::SUCCESS)
        return text;
    // Mostly there is nothing to unescape, and the text can stay where it is. But it must be taken: a string
    // that is left, simdjson may pass over as the name of a member.
    (void)valueOf(value.get_raw_json_string());
    return token.size() >= 2 ? token.substr(1, token.size() - 2) : token;
}

void checkScalar(Kind kind, std::string_view token)
{
    if (kind == Kind::Bool && token != "true" && token != "false")
        throw ParseError{simdjson::T_ATOM_ERROR};
    if (kind == Kind::Null && token != "null")
        throw ParseError{simdjson::N_ATOM_ERROR};
}

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    return end - std::min(at, end);
}

// The reader hands over whatever begins like a number.
bool isNumber(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const std::size_t whole = digitsAt(text, 0);
    if (whole == 0 || (whole > 1 && text.front() == '0'))
        return false;
    text.remove_prefix(whole);
    if (text.starts_with('.')) {
        const std::size_t places = digitsAt(text, 1);
        if (places == 0)
            return false;
        text.remove_prefix(1 + places);
    }
    if (!text.starts_with('e') && !text.starts_with('E'))
        return text.empty();
    const std::size_t sign = text.size() > 1 && (text[1] == '+' || text[1] == '-') ? 1 : 0;
    const std::size_t digits = digitsAt(text, 1 + sign);
    return digits > 0 && text.size() == 1 + sign + digits;
}

// `left` is how many values the tree may still have.
Value treeOf(ondemand::value value, int depth, int &left)
{
    if (depth > deepest)
        throw ParseError{simdjson::DEPTH_ERROR};
    if (--left < 0)
        throw ParseError{simdjson::CAPACITY};
    const Kind kind = kindOf(valueOf(value.type()));
    Value tree(kind);
    if (kind == Kind::Object) {
        for (auto field : valueOf(value.get_object())) {
            const QString name = toText(valueOf(field.unescaped_key()));
            tree.addMember(name, treeOf(valueOf(field.value()), depth + 1, left));
        }
        return tree;
    }
    if (kind == Kind::Array) {
        for (auto item : valueOf(value.get_array()))
            tree.addItem(treeOf(valueOf(std::move(item)), depth + 1, left));
        return tree;
    }
    const std::string_view text = scalarText(value, kind);
    checkScalar(kind, text);
    if (kind == Kind::Number && !isNumber(text))
        throw ParseError{simdjson::NUMBER_ERROR};
    return Value(kind, kind == Kind::Null ? QString() : toText(text));
}

// Reads what nobody wants: left alone, simdjson would count its brackets and nothing else.
void passOver(ondemand::value value, int depth)
{
    if (depth > deepest)
        throw ParseError{simdjson::DEPTH_ERROR};
    const Kind kind = kindOf(valueOf(value.type()));
    if (kind == Kind::Object) {
        for (auto field : valueOf(value.get_object()))
            passOver(valueOf(field.value()), depth + 1);
    } else if (kind == Kind::Array) {
        for (auto item : valueOf(value.get_array()))
            passOver(valueOf(std::move(item)), depth + 1);
    } else if (kind == Kind::String) {
        (void)valueOf(value.get_raw_json_string());
    }
}

base::Error notJson(simdjson::error_code code)
{
    return {base::ErrorKind::BadReply,
            u"the answer is not valid JSON (%1)"_s.arg(QLatin1String(simdjson::error_message(code))),
            0,
            {},
            {}};
}

class RecordReader
{
public:
    RecordReader(const char *start, const RecordLayout &layout, RecordVisitor &visitor)
        : m_start(start)
        , m_layout(layout)
        , m_visitor(visitor)
    {
        for (std::size_t i = 0; i < layout.fieldNames.size(); ++i)
            m_slots.emplace(layout.fieldNames[i], static_cast<int>(i));
    }

    Envelope readDocument(ondemand::document &document)
    {
        Envelope envelope;
        if (valueOf(document.type()) == ondemand::json_type::array) {
            envelope.hasList = true;
            envelope.value = Value(Kind::Array);
            readList(valueOf(document.get_array()));
            return envelope;
        }
        envelope.value = Value(Kind::Object);
        readEnvelope(valueOf(document.get_object()), envelope, envelope.value, 0);
        return envelope;
    }

private:
    void readEnvelope(ondemand::object object, Envelope &envelope, Value &into, int depth)
    {
        for (auto field : object) {
            const QString name = toText(valueOf(field.unescaped_key()));
            ondemand::value value = valueOf(field.value());
            const Kind kind = kindOf(valueOf(value.type()));
            const bool isData = name == "data"_L1;
            const bool isNamed = std::any_of(m_layout.listNames.begin(), m_layout.listNames.end(),
                                             [&](std::string_view list) { return name == toText(list); });
            if (kind == Kind::Array && (isNamed || isData) && !envelope.hasList) {
                envelope.hasList = true;
                envelope.listName = name;
                into.addMember(name, Value(Kind::Array));
                readList(valueOf(value.get_array()));
            } else if (kind == Kind::Object && isData && depth == 0) {
                Value data(Kind::Object);
                readEnvelope(valueOf(value.get_object()), envelope, data, depth + 1);
                into.addMember(name, std::move(data));
            } else {
                envelope.listIsNull = envelope.listIsNull || (kind == Kind::Null && isNamed);
                into.addMember(name, treeOf(value, depth + 1, m_left));
            }
        }
    }

    void readList(ondemand::array list)
    {
        int count = 0;
        for (auto element : list) {
            if (++count > mostRecords)
                throw TooManyRecords{};
            ondemand::value value = valueOf(std::move(element));
            const Kind kind = kindOf(valueOf(value.type()));
            if (kind == Kind::Object)
                readRecord(valueOf(value.get_object()));
            else {
                passOver(value, 0);
                m_visitor.skipRecord(kind);
            }
        }
    }

    void readRecord(ondemand::object object)
    {
        m_visitor.beginRecord();
        std::size_t place = 0;
        for (auto field : object) {
            const ondemand::raw_json_string key = valueOf(field.key());
            const int slot = slotOf(key, place++);
            if (slot >= 0)
                readField(slot, valueOf(field.value()));
            else
                passOver(valueOf(field.value()), 1);
        }
        const std::string_view raw = trimmed(valueOf(object.raw_json()));
        m_visitor.endRecord(raw.data() - m_start, static_cast<qsizetype>(raw.size()));
    }

    void readField(int slot, ondemand::value value)
    {
        Field field{slot, kindOf(valueOf(value.type())), {}};
        if (field.kind == Kind::Object || field.kind == Kind::Array)
            field.text = containerText(value);
        else
            field.text = scalarText(value, field.kind);
        checkScalar(field.kind, field.text);
        m_visitor.readField(field);
    }

    static std::string_view containerText(ondemand::value value)
    {
        const char *start = valueOf(value.current_location());
        passOver(value, 1);
        const char *end = valueOf(value.current_location());
        return trimmed({start, static_cast<std::size_t>(end - start)});
    }

    // Rows of one reply have their keys in one order: the row before tells what comes at this place.
    int slotOf(ondemand::raw_json_string key, std::size_t place)
    {
        if (place < m_guesses.size()) {
            const Guess &guess = m_guesses[place];
            if (key.unsafe_is_equal(guess.quoted))
                return guess.slot;
        }
        const char *end = key.raw();
        while (*end != '"')
            end += *end == '\\' ? 2 : 1;
        const std::string_view name(key.raw(), static_cast<std::size_t>(end - key.raw()));
        const auto found = m_slots.find(name);
        if (place >= m_guesses.size())
            m_guesses.resize(place + 1);
        m_guesses[place] = {std::string(name), found == m_slots.end() ? -1 : found->second};
        return m_guesses[place].slot;
    }

    struct Guess
    {
        std::string quoted;
        int slot = -1;
    };

    const char *m_start;
    const RecordLayout &m_layout;
    RecordVisitor &m_visitor;
    std::unordered_map<std::string_view, int> m_slots;
    std::vector<Guess> m_guesses;
    int m_left = mostValues; // of the envelope
};

// The parser needs spare bytes behind the text; a reserve of a large array is mostly free.
void makeRoom(QByteArray &bytes)
{
    const auto wanted = bytes.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING);
    if (bytes.capacity() < wanted)
        bytes.reserve(wanted);
}

ondemand::document begin(ondemand::parser &parser, const QByteArray &bytes)
{
    return valueOf(parser.iterate(bytes.constData(), static_cast<std::size_t>(bytes.size()),
                                  static_cast<std::size_t>(bytes.capacity())));
}

bool isAtEnd(ondemand::document &document)
{
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

} // namespace

const Value &Value::operator[](QStringView name) const
{
    static const Value missing;
    const auto found = std::find_if(m_members.rbegin(), m_members.rend(),
                                    [name](const auto &member) { return member.first == name; });
    return found == m_members.rend() ? missing : found->second;
}

base::Result<Value> parse(const QByteArray &bytes)
{
    // As the one item of an array, so that it may be of any kind, and what stands behind it shows.
    QByteArray padded = '[' + bytes + ']';
    makeRoom(padded);
    try {
        ondemand::parser parser;
        ondemand::document document = begin(parser, padded);
        int left = mostValues + 1; // the array, too
        const Value list = treeOf(valueOf(document.get_value()), -1, left);
        if (!isAtEnd(document) || list.items().size() > 1)
            return base::failure(notJson(simdjson::TRAILING_CONTENT));
        if (list.items().empty())
            return base::failure(notJson(simdjson::EMPTY));
        return list.items().front();
    } catch (const ParseError &error) {
        return base::failure(notJson(error.code));
    }
}

base::Result<Envelope> readRecords(QByteArray &bytes, const RecordLayout &layout, RecordVisitor &visitor)
{
    makeRoom(bytes);
    try {
        ondemand::parser parser;
        ondemand::document document = begin(parser, bytes);
        if (valueOf(document.is_scalar()))
            return base::failure(notJson(simdjson::INCORRECT_TYPE));
        Envelope envelope = RecordReader(bytes.constData(), layout, visitor).readDocument(document);
        if (!isAtEnd(document))
            return base::failure(notJson(simdjson::TRAILING_CONTENT));
        return envelope;
    } catch (const ParseError &error) {
        return base::failure(notJson(error.code));
    } catch (const TooManyRecords &) {
        static_assert(mostRecords == 300'000);
        return base::failure(base::ErrorKind::BadReply,
                             u"the list has more than 300,000 rows, too many to show"_s);
    }
}

} // namespace json
