// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/json_layout.h"

namespace ui {

namespace {

void breakLine(QByteArray &text, int depth)
{
    text += '\n';
    text.append(2 * std::max(depth, 0), ' ');
}

} // namespace

QString laidOutJson(QByteArrayView json)
{
    QByteArray text;
    int depth = 0;
    bool isInString = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char letter = json[at];
        if (isInString) {
            text += letter;
            if (letter == '\\' && at + 1 < json.size())
                text += json[++at];
            else if (letter == '"')
                isInString = false;
            continue;
        }
        switch (letter) {
        case ' ':
        case '\t':
        case '\r':
        case '\n': break;
        case '"':
            isInString = true;
            text += letter;
            break;
        case '{':
        case '[':
            text += letter;
            breakLine(text, ++depth);
            break;
        case '}':
        case ']':
            breakLine(text, --depth);
            text += letter;
            break;
        case ',':
            text += letter;
            breakLine(text, depth);
            break;
        case ':': text += ": "; break;
        default: text += letter;
        }
    }
    return QString::fromUtf8(text);
}

} // namespace ui
