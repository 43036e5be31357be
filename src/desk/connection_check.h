// SPDX-License-Identifier: Apache-2.0
// The start-of-day check of one connection: is it reachable, signed in until when, does it show its book, do
// the clocks agree, does the secret rest in the keychain. One job, one answer, then it deletes itself.
#pragma once

#include "base/clock.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace desk {

class Desk;

struct CheckLine
{
    QString what; // "address", "sign-in", "book", "clock", "secret"
    bool ok = false;
    QString detail;
};

class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(std::vector<CheckLine>)>;

    /// Ends when the connection has a book or a problem, at the latest after 10 s.
    ConnectionCheck(Desk &desk, base::Clock &clock, QString name, Done done);

private:
    void lookAgain();
    void finish();

    Desk &m_desk;
    QString m_name;
    Done m_done;
    base::Timer m_deadline;
    base::Timer m_soon;
};

} // namespace desk
