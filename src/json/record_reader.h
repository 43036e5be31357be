// SPDX-License-Identifier: Apache-2.0
// Reads a reply whose weight is one array of flat objects: calls back for each wanted field of each record
// and gives the rest, the envelope, as a tree. Made for a hundred thousand rows: no tree of them, no copy of
// their text, and the order of keys in one row is the guess for the next. Any thread, one reader per call.
#pragma once

#include "json/json_value.h"

#include <span>
#include <string_view>

namespace json {

struct Field
{
    int slot = 0; // index into the wanted names
    Kind kind = Kind::Missing;
    std::string_view text; // unescaped string, number token, "true"; raw text of arrays and objects. UTF-8
};

class RecordVisitor
{
public:
    virtual ~RecordVisitor() = default;
    virtual void beginRecord() = 0;
    virtual void readField(const Field &field) = 0;
    /// Where the record's own text stands in the reply.
    virtual void endRecord(qsizetype offset, qsizetype length) = 0;
    /// An element of the array that is no object.
    virtual void skipRecord(Kind kind) = 0;
};

struct RecordLayout
{
    std::span<const std::string_view> listNames;  // the array's name: at the top, in "data", or "data" itself
    std::span<const std::string_view> fieldNames; // index = Field::slot
};

struct Envelope
{
    Value value;          // everything but the list
    bool hasList = false; // an array was there ...
    QString listName;     // ... under this name: one of the wanted, "data", or none at the very top
    bool listIsNull = false;
};

/// More rows than this are an error: a row takes a kilobyte of memory, and this many are ten times what the
/// largest book has.
inline constexpr int mostRecords = 300'000;

/// `bytes` gets some spare room at its end, which its owner keeps; its content stays.
[[nodiscard]] base::Result<Envelope> readRecords(QByteArray &bytes, const RecordLayout &layout,
                                                 RecordVisitor &visitor);

} // namespace json
