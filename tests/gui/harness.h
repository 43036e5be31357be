// SPDX-License-Identifier: Apache-2.0
// The real window over a practice venue that stands still, with real sockets between them, and a hand to work it.
// One for each test function; everything in it goes when it goes.
#pragma once

#include "desk/desk.h"
#include "language.h"
#include "practice/practice_venue.h"
#include "ui/main_window.h"
#include "ui/orders/order_view.h"
#include "wiring.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace gui {

inline constexpr int patience = 20'000; // of QTRY: a proof may need a few readings

class Harness
{
public:
    /// `settings` before the window is made.
    explicit Harness(const desk::SettingValues &settings = {});

    /// Every book is there and the table shows it. Begin each test with QVERIFY(harness.isReady()).
    [[nodiscard]] bool isReady();

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::OrderView &table() { return m_window->table(); }
    [[nodiscard]] ui::OrderViewModel &model() { return m_window->model(); }
    [[nodiscard]] desk::Desk &desk() { return m_wiring->desk(); }
    [[nodiscard]] desk::Settings &settings();
    [[nodiscard]] practice::PracticeVenue &venue() { return *m_wiring->practice(); }
    [[nodiscard]] practice::Market &market() { return venue().market(practice::Broker::Pocketful); }

    template <typename Widget> [[nodiscard]] Widget &part(const QString &name)
    {
        auto *found = m_window->findChild<Widget *>(name);
        if (found == nullptr)
            qFatal("no part called %s", qUtf8Printable(name));
        return *found;
    }

    /// A living order of Pocketful; effects other than the plain ones by leg.
    [[nodiscard]] orders::OrderPtr find(const QString &kind, const QString &leg = {});
    [[nodiscard]] orders::OrderPtr newest(const orders::OrderPtr &order) { return desk().order(order->key); }
    [[nodiscard]] cancel::TicketPtr ticketOf(const orders::OrderPtr &order);
    /// Cancels of this order that reached the venue.
    [[nodiscard]] int arrivals(const orders::OrderPtr &order);
    [[nodiscard]] int allArrivals();

    /// Clicks its row; with Control where there is a selection to add to.
    void clickRow(const orders::OrderPtr &order, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void click(QWidget &widget);
    void click(const QString &button) { click(part<QPushButton>(button)); }
    void pressKey(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// nullptr while none is open.
    [[nodiscard]] QDialog *dialog(const QString &name = QStringLiteral("confirmDialog"));
    template <typename Widget> [[nodiscard]] Widget &inDialog(const QString &name)
    {
        auto *found = dialog() == nullptr ? nullptr : dialog()->findChild<Widget *>(name);
        if (found == nullptr)
            qFatal("no dialog part called %s", qUtf8Printable(name));
        return *found;
    }

private:
    [[nodiscard]] bool isShown();

    app::Language m_language{desk::LanguageChoice::English};
    std::unique_ptr<app::Wiring> m_wiring;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace gui
