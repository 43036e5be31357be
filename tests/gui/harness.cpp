// SPDX-License-Identifier: Apache-2.0
#include "gui/harness.h"

#include "brokers.h"
#include "desk/settings.h"


#include <algorithm>

namespace gui {

namespace {

std::unique_ptr<app::Wiring> practiceWiring()
{
    app::WiringOptions options;
    options.practice = true;
    options.practiceStands = true;
    options.usesKeychain = false;
    auto wiring = app::Wiring::make(options);
    if (!wiring)
        qFatal("%s", qUtf8Printable(wiring.error().text));
    return std::move(*wiring);
}

} // namespace

Harness::Harness(const desk::SettingValues &values) : m_wiring(practiceWiring())
{
    if (!settings().put(values))
        qFatal("settings");
    m_window = std::make_unique<ui::MainWindow>(desk(), settings(), app::brokerChoices());
    m_window->show();
    desk().start(true);
}

desk::Settings &Harness::settings()
{
    return m_wiring->settings();
}

bool Harness::isShown()
{
    const auto orders = desk().orders();
    const auto count = [&](const auto &isMeant) {
        return static_cast<int>(std::count_if(orders.begin(), orders.end(), isMeant));
    };
    const int alive = count([](const orders::OrderPtr &order) { return order->isAlive(); });
    const int over = count([](const orders::OrderPtr &order) { return !order->isAlive(); });
    return alive > 100 && over > 30 && model().counts().of(ui::Category::Open) == alive;
}

bool Harness::isReady()
{
    const auto isLoaded = [this] {
        const auto connections = desk().connections();
        return connections.size() == 4
               && std::all_of(connections.begin(), connections.end(),
                              [](const desk::ConnectionView &view) { return view.bookAge.has_value(); })
               && isShown();
    };
    m_window->activateWindow();
    return QTest::qWaitFor(isLoaded, patience) && QTest::qWaitForWindowActive(m_window.get());
}

orders::OrderPtr Harness::find(const QString &kind, const QString &leg)
{
    std::vector<orders::OrderPtr> orders = desk().orders();
    std::erase_if(orders, [&](const orders::OrderPtr &order) {
        return order->connection != QLatin1String("pocketful") || order->kind != kind || order->leg != leg
               || !order->isCancellable() || !order->filled.isZero() || order->isCancelRejected
               || order->state != orders::OrderState::Open;
    });
    const auto first = std::min_element(orders.begin(), orders.end(), [](const auto &a, const auto &b) {
        return a->orderId < b->orderId;
    });
    if (first == orders.end())
        qFatal("no %s %s in the book", qUtf8Printable(kind), qUtf8Printable(leg));
    return *first;
}

cancel::TicketPtr Harness::ticketOf(const orders::OrderPtr &order)
{
    return desk().cancels().ticketOf(order->key);
}

int Harness::arrivals(const orders::OrderPtr &order)
{
    const auto &all = venue().arrivals().arrivals();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const practice::Arrival &arrival) {
        return arrival.method == "DELETE" && arrival.orderId == order->orderId;
    }));
}

int Harness::allArrivals()
{
    const auto &all = venue().arrivals().arrivals();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const practice::Arrival &arrival) {
        return arrival.method == "DELETE";
    }));
}

void Harness::clickRow(const orders::OrderPtr &order, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex row = model().indexOf(order->key, ui::ColumnId::Symbol);
    table().scrollTo(row);
    QTest::mouseClick(table().viewport(), Qt::LeftButton, modifiers, table().visualRect(row).center());
}

void Harness::click(QWidget &widget)
{
    QTest::mouseClick(&widget, Qt::LeftButton);
}

void Harness::pressKey(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), modifiers);
}

QDialog *Harness::dialog(const QString &name)
{
    for (QDialog *each : m_window->findChildren<QDialog *>(name)) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

} // namespace gui
