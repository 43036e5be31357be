// SPDX-License-Identifier: Apache-2.0
// What stands over the table while it has no rows, and what to do about it: nothing open, hidden by the search, not
// loaded, no connection at all. One sentence, and a button or two.
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace ui {

class EmptyState : public QWidget
{
    Q_OBJECT

public:
    struct Action
    {
        QString text;
        std::function<void()> act;
    };
    struct Content
    {
        QString kind; // "noConnections", "loading", "notLoaded", "hidden", "nothing"; empty = no overlay
        QString title;
        QString detail;
        Action first;
        Action second;
    };

    /// Covers `table` whenever it has something to say.
    explicit EmptyState(QWidget &table);

    void setContent(const Content &content);
    [[nodiscard]] QString kind() const { return m_content.kind; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void cover();

    QWidget &m_table;
    Content m_content;
    QLabel *m_title;
    QLabel *m_detail;
    QPushButton *m_first;
    QPushButton *m_second;
};

} // namespace ui
