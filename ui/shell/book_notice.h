// SPDX-License-Identifier: Apache-2.0
// The line over the table for books that could not be read again: "Pocketful: load failed, showing 10:30:55". The
// old rows stay, greyed by the model; this says why. Hidden while every book is fresh.
#pragma once

#include "desk/connection.h"

#include <QWidget>

class QLabel;

namespace ui {

/// The book is on screen and not up to date.
[[nodiscard]] bool isBehind(const desk::ConnectionView &view);

class BookNotice : public QWidget
{
    Q_OBJECT

public:
    explicit BookNotice(QWidget *parent = nullptr);

    void update(const std::vector<desk::ConnectionView> &connections);

Q_SIGNALS:
    void refreshAsked();

private:
    QLabel *m_text;
};

} // namespace ui
