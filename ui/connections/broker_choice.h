// SPDX-License-Identifier: Apache-2.0
// What the connections dialog knows of a broker family, so that the window needs no broker's code: the wiring fills
// it in. A value.
#pragma once

#include <QString>
#include <QUrl>

#include <vector>

namespace ui {

struct BrokerChoice
{
    QString id;    // as in a profile
    QString title; // for people
    QUrl defaultUrl;
    bool hasClientId = true;   // Tradelab: the client; APEX: none
    bool hasAccountIds = false; // APEX: OMS, account and user id
};

using BrokerChoices = std::vector<BrokerChoice>;

} // namespace ui
