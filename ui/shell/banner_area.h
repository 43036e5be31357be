// SPDX-License-Identifier: Apache-2.0
// Alarms over the table, one line each, until a person dismisses them: filled while cancelling, still live, sign-in
// ending, journal failed. A banner with the key of an older one takes its place. It decides nothing.
#pragma once

#include "ui/shell/tone.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace ui {

struct Banner
{
    QString key;  // what it is about
    Tone tone = Tone::Waiting;
    QString text;
    QString actionText = {}; // empty for none
    std::function<void()> action = {};
    std::function<void()> dismissed = {}; // by a person; not where the cause has gone, or a newer one came
};

class BannerArea : public QWidget
{
    Q_OBJECT

public:
    explicit BannerArea(QWidget *parent = nullptr);

    void show(const Banner &banner);
    void dismiss(const QString &key);
    [[nodiscard]] bool has(const QString &key) const;

    static constexpr int mostShown = 4;

private:
    struct Shown
    {
        QString key;
        QWidget *line;
    };
    [[nodiscard]] QWidget *makeLine(const Banner &banner);
    void showNewest();

    QVBoxLayout *m_layout;
    QLabel *m_more;
    std::vector<Shown> m_shown; // oldest first
};

} // namespace ui
