// SPDX-License-Identifier: Apache-2.0
#include "tour.h"

#include "desk/desk.h"
#include "practice/practice_venue.h"
#include "tour_hand.h"
#include "ui/main_window.h"
#include "ui/orders/order_view.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <cstdio>

namespace app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::OrderPtr;

namespace {

constexpr base::milliseconds patience = 30s;

/// One the plain way: alive, unfilled, and cancelling it is no trade.
bool isPlain(const orders::Order &order)
{
    return order.isCancellable() && order.state == orders::OrderState::Open && order.filled.isZero()
           && !orders::needsConsent(order.effect) && !order.isCancelRejected;
}

} // namespace

Tour::Tour(Wiring &wiring, ui::MainWindow &window, const QString &folder)
    : m_wiring(wiring), m_window(window), m_folder(folder), m_wait(wiring.clock()),
      m_stops{{u"a regular order"_s, u"REGULAR"_s},
              {u"an after-market order"_s, u"AMO"_s},
              {u"a cover entry with its leg"_s, u"CO"_s},
              {u"a bracket entry with its legs"_s, u"BO"_s}}
{
    connect(&wiring.desk(), &desk::Desk::ordersChanged, this, [this] { m_wait.look(); });
    connect(&wiring.desk().cancels(), &cancel::CancelDesk::ticketChanged, this, [this] { m_wait.look(); });
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        say(u"FAILED: the folder %1 cannot be made"_s.arg(m_folder));
        return QCoreApplication::exit(1);
    }
    m_window.resize(1440, 900); // whatever the screen: the pictures are to be alike
    m_wait.until([this] { return isLoaded(); }, patience, [this](bool isTrue) {
        if (!isTrue) {
            fail(u"the books were not loaded"_s);
            return finish();
        }
        thenSettled([this] { showList(); });
    });
}

bool Tour::isLoaded() const
{
    const auto connections = m_wiring.desk().connections();
    const auto orders = m_wiring.desk().orders();
    const auto alive = std::count_if(orders.begin(), orders.end(), [](const OrderPtr &order) { return order->isAlive(); });
    return !connections.empty()
           && std::all_of(connections.begin(), connections.end(),
                          [](const desk::ConnectionView &view) { return view.readAt.has_value(); })
           && alive > 0 && m_window.model().counts().of(ui::Category::Open) == alive;
}

// Words and places are brought up to date a moment after what they tell of.
void Tour::thenSettled(std::function<void()> go)
{
    m_window.activateWindow();
    m_wait.until([looks = 0, this]() mutable { return ++looks > 3 && m_window.isActiveWindow(); }, patience,
                 [go = std::move(go)](bool) { go(); });
}

void Tour::showList()
{
    const auto open = m_window.model().counts().of(ui::Category::Open);
    say(u"The list: %1 open orders at %2 connections"_s.arg(open).arg(m_wiring.desk().connections().size()));
    takePicture(u"list"_s);
    beginStop();
}

OrderPtr Tour::pick(const QString &kind) const
{
    std::vector<OrderPtr> orders = m_wiring.desk().orders();
    std::erase_if(orders, [&](const OrderPtr &order) { return order->kind != kind || !isPlain(*order); });
    const auto byId = [](const OrderPtr &a, const OrderPtr &b) {
        return std::pair(a->connection, a->orderId) < std::pair(b->connection, b->orderId);
    };
    const auto first = std::min_element(orders.begin(), orders.end(), byId);
    return first == orders.end() ? nullptr : *first;
}

void Tour::beginStop()
{
    if (m_at == m_stops.size())
        return finish();
    const Stop &stop = m_stops[m_at];
    m_order = pick(stop.kind);
    if (!m_order) {
        fail(u"there is no %1 to cancel"_s.arg(stop.kind));
        ++m_at;
        return beginStop();
    }
    m_arrivalsBefore = arrivals();
    say(u"Cancel %1: %2 %3 at %4, order %5"_s.arg(stop.what, m_order->symbol, m_order->quantity.toText(),
                                                 m_order->connection, m_order->orderId));
    auto *search = m_window.findChild<QLineEdit *>(u"search"_s);
    hand::press(m_window, Qt::Key_F, Qt::ControlModifier);
    hand::type(*search, u"id:"_s + m_order->orderId);
    m_wait.until([this] { return m_window.model().indexOf(m_order->key).isValid() && m_window.model().rowCount() == 1; },
                 patience, [this](bool isTrue) {
                     if (!isTrue)
                         fail(u"the search does not find the order"_s);
                     findRow(m_order);
                 });
}

void Tour::findRow(const OrderPtr &order)
{
    ui::OrderView &table = m_window.table();
    const QModelIndex row = m_window.model().indexOf(order->key, ui::ColumnId::Symbol);
    table.scrollTo(row);
    hand::click(*table.viewport(), table.visualRect(row).center());
    m_wait.until([this] { return m_window.table().selectedKeys() == std::vector{m_order->key}; }, patience,
                 [this](bool isTrue) {
                     if (!isTrue)
                         fail(u"the click does not select the order"_s);
                     thenSettled([this] { pressCancel(); });
                 });
}

void Tour::pressCancel()
{
    const auto *button = m_window.findChild<QPushButton *>(u"cancelSelected"_s);
    say(u"  the button says: %1"_s.arg(button->text()));
    hand::press(m_window.table(), Qt::Key_Delete);
    m_wait.until([this] { return openDialog() != nullptr; }, patience, [this](bool isTrue) {
        if (isTrue)
            return confirm(*openDialog());
        fail(u"no dialog opened"_s);
        endStop(false);
    });
}

QDialog *Tour::openDialog() const
{
    auto *dialog = m_window.findChild<QDialog *>(u"confirmDialog"_s);
    return dialog != nullptr && dialog->isVisible() && dialog->windowHandle() != nullptr ? dialog : nullptr;
}

void Tour::confirm(QDialog &dialog)
{
    say(u"  the dialog asks: %1"_s.arg(dialog.findChild<QLabel *>(u"confirmHeading"_s)->text()));
    takePicture(u"confirm-%1"_s.arg(m_stops[m_at].kind.toLower()));
    if (arrivals() != m_arrivalsBefore)
        fail(u"a request left before anybody agreed"_s);
    auto *act = dialog.findChild<QPushButton *>(u"cancelOrders"_s);
    say(u"  pressed: %1"_s.arg(act->text()));
    hand::clickMiddle(*act);
    watchProof();
}

cancel::TicketPtr Tour::ticket() const
{
    return m_wiring.desk().cancels().ticketOf(m_order->key);
}

void Tour::watchProof()
{
    const auto hasEnded = [this] {
        const cancel::TicketPtr ours = ticket();
        return ours && !ours->isOpen();
    };
    m_wait.until(hasEnded, patience, [this, hasEnded](bool) {
        const bool isProved = hasEnded() && ticket()->state == cancel::TicketState::Proved;
        thenSettled([this, isProved] { endStop(isProved); });
    });
}

void Tour::endStop(bool isProved)
{
    const cancel::TicketPtr ours = ticket();
    const int requests = arrivals() - m_arrivalsBefore;
    const OrderPtr row = m_wiring.desk().order(m_order->key);
    say(u"  the cancel is: %1%2; the book says: %3; requests at the venue: %4"_s.arg(
        ours ? cancel::stateName(ours->state) : u"not there"_s,
        ours && !ours->proof.isEmpty() ? u" by "_s + ours->proof : QString(), row ? row->venueStatus : u"nothing"_s,
        QString::number(requests)));
    if (!isProved)
        fail(u"it was not proved"_s);
    if (requests != 1)
        fail(u"%1 requests reached the venue, not one"_s.arg(requests));
    takePicture(u"proved-%1"_s.arg(m_stops[m_at].kind.toLower()));
    auto *search = m_window.findChild<QLineEdit *>(u"search"_s);
    hand::press(m_window, Qt::Key_F, Qt::ControlModifier);
    hand::press(*search, Qt::Key_Escape);
    ++m_at;
    thenSettled([this] { beginStop(); });
}

int Tour::arrivals() const
{
    const auto &all = m_wiring.practice()->arrivals().arrivals();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [this](const practice::Arrival &arrival) {
        return arrival.method == "DELETE" && arrival.orderId == m_order->orderId;
    }));
}

void Tour::finish()
{
    takePicture(u"end"_s);
    if (m_failures == 0)
        say(u"Done: %1 orders cancelled, each proved by the broker's book, one request each."_s.arg(m_stops.size()));
    else
        say(u"FAILED: %1 things went wrong, see above."_s.arg(m_failures));
    QCoreApplication::exit(m_failures == 0 ? 0 : 1);
}

void Tour::say(const QString &text)
{
    std::printf("%s\n", qUtf8Printable(text));
    std::fflush(stdout);
}

void Tour::fail(const QString &text)
{
    ++m_failures;
    say(u"  FAILED: "_s + text);
}

void Tour::takePicture(const QString &name)
{
    QPixmap picture = m_window.grab();
    if (QDialog *dialog = openDialog()) {
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 90));
        const QPoint place((m_window.width() - dialog->width()) / 2, (m_window.height() - dialog->height()) / 3);
        painter.drawPixmap(place, dialog->grab());
    }
    const QString file = u"%1-%2.png"_s.arg(++m_step, 2, 10, QChar(u'0')).arg(name);
    if (picture.save(QDir(m_folder).filePath(file)))
        say(u"  picture: %1"_s.arg(file));
    else
        fail(u"the picture %1 cannot be written"_s.arg(file));
}

} // namespace app
