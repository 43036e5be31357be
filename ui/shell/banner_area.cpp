// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/banner_area.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

BannerArea::BannerArea(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this)), m_more(new QLabel(this))
{
    setObjectName(u"bannerArea"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    m_more->setObjectName(u"moreBanners"_s);
    m_more->setContentsMargins(12, 2, 12, 4);
    setTone(*m_more, Tone::Dim);
    m_layout->addWidget(m_more);
    showNewest();
}

void BannerArea::show(const Banner &banner)
{
    dismiss(banner.key);
    QWidget *line = makeLine(banner);
    m_layout->insertWidget(0, line);
    m_shown.push_back({banner.key, line});
    showNewest();
}

QWidget *BannerArea::makeLine(const Banner &banner)
{
    auto *line = new QFrame(this);
    line->setObjectName(u"banner_"_s + banner.key);
    line->setProperty("banner", toneName(banner.tone));
    auto *text = new QLabel(banner.text, line);
    text->setObjectName(u"bannerText"_s);
    text->setAccessibleName(banner.text);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTone(*text, banner.tone);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(12, 5, 8, 5);
    layout->addWidget(text, 1);
    if (!banner.actionText.isEmpty()) {
        auto *act = new QPushButton(banner.actionText, line);
        act->setObjectName(u"bannerAction"_s);
        act->setProperty("role", u"small"_s);
        connect(act, &QPushButton::clicked, this, [action = banner.action] { action(); });
        layout->addWidget(act);
    }
    auto *dismissal = new QPushButton(tr("Dismiss"), line);
    dismissal->setObjectName(u"bannerDismiss"_s);
    dismissal->setAccessibleDescription(banner.text);
    dismissal->setProperty("role", u"small"_s);
    connect(dismissal, &QPushButton::clicked, this, [this, key = banner.key, tell = banner.dismissed] {
        if (tell)
            tell();
        dismiss(key);
    });
    layout->addWidget(dismissal);
    return line;
}

void BannerArea::dismiss(const QString &key)
{
    std::erase_if(m_shown, [&key](const Shown &shown) {
        if (shown.key != key)
            return false;
        shown.line->hide();
        shown.line->deleteLater();
        return true;
    });
    showNewest();
}

bool BannerArea::has(const QString &key) const
{
    return std::any_of(m_shown.begin(), m_shown.end(), [&key](const Shown &shown) { return shown.key == key; });
}

void BannerArea::showNewest()
{
    const auto count = static_cast<int>(m_shown.size());
    for (int at = 0; at < count; ++at)
        m_shown[static_cast<std::size_t>(at)].line->setVisible(at >= count - mostShown);
    m_more->setVisible(count > mostShown);
    m_more->setText(tr("%n more below these", nullptr, count - mostShown));
    setVisible(count > 0);
}

} // namespace ui
