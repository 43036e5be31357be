// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/confirm_dialog.h"

#include "ui/cancel/hold_button.h"
#include "ui/cancel/plan_delegate.h"
#include "ui/shell/environment_badge.h"
#include "ui/shell/key_hint_button.h"
#include "ui/shell/tone.h"
#include "ui/shell/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QScreen>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 820;
constexpr int leastListHeight = 60;
constexpr int mostListHeight = 460;
constexpr int unlimited = 1'000'000; // brokers that count no hours

/// "Pocketful (DEMO1)", or how many accounts there are.
QString accountWords(const desk::Desk &desk, const desk::CancelPlan &plan)
{
    QStringList names;
    for (const desk::PlannedCancel &planned : plan.orders) {
        const auto view = desk.connection(planned.row->connection);
        const QString name = view ? view->profile.name : planned.row->connection;
        const QString account = planned.row->account;
        const QString text = account.isEmpty() ? name : u"%1 (%2)"_s.arg(name, account);
        if (!names.contains(text))
            names += text;
    }
    if (names.size() > 3)
        return ConfirmDialog::tr("%n accounts", nullptr, static_cast<int>(names.size()));
    return names.join(u", "_s);
}

} // namespace

ConfirmDialog::ConfirmDialog(desk::Desk &desk, const desk::SettingValues &settings, const Theme &theme,
                             desk::CancelPlan plan, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_settings(settings),
      m_model(new PlanModel(std::move(plan), desk.clock().wall(), this)), m_list(new QListView(this)),
      m_heading(new QLabel(this)), m_subtitle(new QLabel(this)), m_estimate(new QLabel(this)),
      m_gateHint(new QLabel(this)), m_typed(new QLineEdit(this)), m_keep(new KeyHintButton(this)),
      m_act(new HoldButton(desk.clock(), theme, this)), m_shownAt(desk.clock().wall())
{
    setObjectName(u"confirmDialog"_s);
    m_list->setModel(m_model);
    auto *delegate = new PlanDelegate(theme, m_list);
    m_list->setItemDelegate(delegate);
    auto *badge = new EnvironmentBadge(theme, this);
    badge->setEnvironment(environment());
    build(*badge);

    connect(m_model, &PlanModel::choiceChanged, this, &ConfirmDialog::showChoice);
    connect(&m_desk, &desk::Desk::ordersChanged, this, &ConfirmDialog::takeDiff);
    connect(m_keep, &QPushButton::clicked, this, &ConfirmDialog::reject);
    connect(m_typed, &QLineEdit::textChanged, this, &ConfirmDialog::showChoice);
    connect(m_act, &HoldButton::confirmed, this,
            [this](bool wasHeld) { acceptBy(wasHeld ? u"hold"_s : isMuch() ? u"typed"_s : u"dialog"_s); });
    connect(m_act, &HoldButton::heldTooShortly, this, [this] { setTone(*m_gateHint, Tone::Refused); });
    showChoice();
    showArrivals();
    fitHeight(*delegate);
    m_keep->setFocus();
}

void ConfirmDialog::build(EnvironmentBadge &badge)
{
    m_list->setObjectName(u"planList"_s);
    m_list->setAccessibleName(tr("The orders that will be cancelled"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead(badge));
    layout->addWidget(m_list, 1);
    layout->addWidget(buildFoot());
}

QWidget *ConfirmDialog::buildHead(EnvironmentBadge &badge)
{
    auto *head = new QWidget(this);
    head->setObjectName(u"dialogHead"_s);
    m_heading->setObjectName(u"confirmHeading"_s);
    m_heading->setProperty("role", u"heading"_s);
    m_heading->setWordWrap(true);
    m_subtitle->setObjectName(u"confirmSubtitle"_s);
    m_subtitle->setWordWrap(true);
    setTone(*m_subtitle, Tone::Dim);

    auto *words = new QVBoxLayout;
    words->addWidget(m_heading);
    words->addWidget(m_subtitle);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(20, 16, 20, 12);
    layout->addLayout(words, 1);
    layout->addWidget(&badge, 0, Qt::AlignTop);
    return head;
}

QWidget *ConfirmDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    foot->setObjectName(u"dialogFoot"_s);
    m_estimate->setObjectName(u"confirmEstimate"_s);
    setTone(*m_estimate, Tone::Dim);
    m_gateHint->setObjectName(u"confirmGateHint"_s);
    m_gateHint->setWordWrap(true);
    setTone(*m_gateHint, Tone::Waiting);
    m_typed->setObjectName(u"confirmTypedCount"_s);
    m_typed->setAccessibleName(tr("The number of orders"));
    m_typed->setMaximumWidth(80);
    m_keep->setObjectName(u"keepOrders"_s);
    m_keep->setText(tr("Keep orders"));
    m_keep->setKeyHint(tr("Esc"));
    m_keep->setDefault(true);
    m_act->setObjectName(u"cancelOrders"_s);
    m_act->setProperty("role", u"main"_s);

    auto *gate = new QHBoxLayout;
    gate->addWidget(m_gateHint, 1);
    gate->addWidget(m_typed);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_estimate, 1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_act);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(20, 12, 20, 14);
    layout->addLayout(gate);
    layout->addLayout(buttons);
    return foot;
}

void ConfirmDialog::fitHeight(const PlanDelegate &delegate)
{
    int needed = 0;
    for (int row = 0; row < m_model->rowCount() && needed < mostListHeight; ++row)
        needed += delegate.heightOf(m_model->rowAt(m_model->index(row)), dialogWidth);
    m_list->setMinimumHeight(std::clamp(needed + 10, leastListHeight, mostListHeight));
    resize(dialogWidth, minimumSizeHint().height());
}

orders::Environment ConfirmDialog::environment() const
{
    for (const desk::PlannedCancel &planned : plan().orders) {
        const auto view = m_desk.connection(planned.row->connection);
        if (!view || view->profile.environment() == orders::Environment::Live)
            return orders::Environment::Live;
    }
    return orders::Environment::Practice;
}

QString ConfirmDialog::heading() const
{
    return tr("Cancel %n order(s) at %1", nullptr, plan().chosenCount()).arg(accountWords(m_desk, plan()));
}

void ConfirmDialog::takeDiff(const orders::BookDiff &diff)
{
    for (const orders::OrderPtr &order : diff.changed)
        m_model->takeReading(order);
    for (const orders::OrderKey &key : diff.removed)
        m_model->takeRemoval(key);
    for (const orders::OrderPtr &order : diff.added) {
        if (order->isAlive() && !m_model->contains(order->key))
            ++m_arrived;
    }
    showArrivals();
}

void ConfirmDialog::showArrivals()
{
    QString text = tr("These orders and no others.");
    if (m_arrived > 0)
        text += u' ' + tr("%n order(s) arrived after you opened this and are not included.", nullptr, m_arrived);
    m_subtitle->setText(text);
}

bool ConfirmDialog::isMuch() const
{
    if (plan().chosenCount() > m_settings.confirmAboveOrders)
        return true;
    const std::vector<desk::PlanSum> sums = plan().sums();
    return std::any_of(sums.begin(), sums.end(),
                       [this](const desk::PlanSum &sum) { return sum.value > m_settings.confirmAboveValue; });
}

bool ConfirmDialog::isCountTyped() const
{
    return m_typed->text().trimmed() == QString::number(plan().chosenCount());
}

void ConfirmDialog::showChoice()
{
    const int count = plan().chosenCount();
    const bool isGated = isMuch();
    m_heading->setText(heading());
    setWindowTitle(u"%1 · %2"_s.arg(heading(), environmentWord(environment())));
    m_act->setText(tr("Cancel %n order(s)", nullptr, count));
    m_act->setEnabled(count > 0);
    m_act->setHoldRequired(isGated && !isCountTyped());
    m_gateHint->setVisible(isGated);
    m_typed->setVisible(isGated);
    m_gateHint->setText(tr("This is a lot: hold the button for a second, or type %1 here.").arg(count));
    setTone(*m_gateHint, Tone::Waiting);

    QString estimate = plan().estimate < base::milliseconds(1000)
                           ? tr("%n request(s), under a second", nullptr, count)
                           : tr("%n request(s), about %1", nullptr, count).arg(spanText(plan().estimate));
    if (plan().leftThisHour < unlimited)
        estimate += u" · "_s + tr("%1 left this hour").arg(countText(plan().leftThisHour));
    m_estimate->setText(count > 0 ? estimate : tr("Nothing would be sent."));
}

void ConfirmDialog::acceptBy(const QString &given)
{
    if (plan().chosenCount() == 0)
        return;
    m_given = given;
    m_givenAt = m_desk.clock().wall();
    accept();
}

cancel::Consent ConfirmDialog::consent() const
{
    cancel::Consent consent;
    consent.given = m_given;
    consent.shown = heading() + u'\n' + m_subtitle->text() + u'\n' + m_model->shownText();
    consent.locale = QLocale().name();
    consent.bookAge = plan().bookAge;
    consent.shownAt = m_shownAt;
    consent.givenAt = m_givenAt;
    consent.estimate = plan().estimate;
    return consent;
}

} // namespace ui
