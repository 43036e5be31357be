// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/book_notice.h"

#include "ui/shell/connection_words.h"
#include "ui/shell/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

bool isBehind(const desk::ConnectionView &view)
{
    const bool isOut = view.venue == venues::VenueState::SignedOut || view.venue == venues::VenueState::Unreachable;
    return view.readAt && (isOut || view.book == desk::BookState::Failed);
}

BookNotice::BookNotice(QWidget *parent) : QWidget(parent), m_text(new QLabel(this))
{
    setObjectName(u"bookNotice"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_text->setObjectName(u"bookNoticeText"_s);
    m_text->setWordWrap(true);
    setTone(*m_text, Tone::Waiting);
    auto *again = new QPushButton(tr("Try again"), this);
    again->setObjectName(u"bookNoticeRefresh"_s);
    again->setProperty("role", u"small"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(again);
    connect(again, &QPushButton::clicked, this, &BookNotice::refreshAsked);
    hide();
}

void BookNotice::update(const std::vector<desk::ConnectionView> &connections)
{
    QStringList lines;
    for (const desk::ConnectionView &view : connections) {
        if (!isBehind(view))
            continue;
        const bool isOut = view.venue == venues::VenueState::SignedOut;
        QString line = isOut ? tr("%1: signed out, showing %2").arg(connectionTitle(view), timeText(*view.readAt))
                             : u"%1: %2"_s.arg(connectionTitle(view), bookWords(view));
        if (view.problem)
            line += u". "_s + errorWords(*view.problem);
        lines += line;
    }
    m_text->setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

} // namespace ui
