// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/question.h"

#include <QMessageBox>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

void ask(QWidget &over, const Question &question, std::function<void()> act)
{
    auto *box = new QMessageBox(&over);
    box->setObjectName(question.name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(question.title);
    box->setText(question.text);
    QPushButton *acting = box->addButton(question.act, QMessageBox::DestructiveRole);
    acting->setObjectName(u"act"_s);
    QPushButton *keeping = box->addButton(question.keep, QMessageBox::RejectRole);
    keeping->setObjectName(u"keep"_s);
    box->setDefaultButton(keeping);
    box->setEscapeButton(keeping);
    QObject::connect(box, &QMessageBox::buttonClicked, box, [acting, act = std::move(act)](QAbstractButton *pressed) {
        if (pressed == acting)
            act();
    });
    box->open();
}

} // namespace ui
