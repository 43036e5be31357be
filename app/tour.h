// SPDX-License-Identifier: Apache-2.0
// The main job, walked through on the practice venue by a hand that clicks and types in the real window: look at the
// list, cancel an order of each kind, wait for the proof, count what reached the venue. It prints every step, writes
// a picture of each, and ends the program: 0 only when every cancel was proved by exactly one request.
#pragma once

#include "cancel/cancel_desk.h"
#include "tour_wait.h"
#include "wiring.h"

#include <QObject>

class QDialog;

namespace ui {
class MainWindow;
}

namespace app {

class Tour : public QObject
{
    Q_OBJECT

public:
    /// The wiring runs a practice venue that stands still. Both outlive the tour.
    Tour(Wiring &wiring, ui::MainWindow &window, const QString &folder);

    void start();

private:
    /// One kind of order to cancel.
    struct Stop
    {
        QString what; // "a regular order"
        QString kind; // as the venue writes it
    };

    [[nodiscard]] bool isLoaded() const;
    void thenSettled(std::function<void()> go);
    void showList();
    void beginStop();
    void findRow(const orders::OrderPtr &order);
    void pressCancel();
    void confirm(QDialog &dialog);
    void watchProof();
    void endStop(bool isProved);
    void finish();

    void say(const QString &text);
    void fail(const QString &text);
    void takePicture(const QString &name);
    [[nodiscard]] orders::OrderPtr pick(const QString &kind) const;
    [[nodiscard]] QDialog *openDialog() const;
    [[nodiscard]] int arrivals() const;
    [[nodiscard]] cancel::TicketPtr ticket() const;

    Wiring &m_wiring;
    ui::MainWindow &m_window;
    QString m_folder;
    TourWait m_wait;
    std::vector<Stop> m_stops;
    std::size_t m_at = 0;
    orders::OrderPtr m_order;
    int m_arrivalsBefore = 0;
    int m_step = 0;
    int m_failures = 0;
};

} // namespace app
