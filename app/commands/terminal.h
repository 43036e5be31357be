// SPDX-License-Identifier: Apache-2.0
// Standard input, output and error. Results go to output, everything else to error, and whatever goes out
// passes the redactor. Every command has it from main(). It must never echo a secret that is typed.
#pragma once

#include "base/redactor.h"
#include "base/result.h"
#include "base/secret.h"
#include "commands/interrupts.h"

#include <QString>

#include <optional>

namespace commands {

class Terminal
{
public:
    explicit Terminal(Interrupts &interrupts)
        : m_interrupts(interrupts)
    {
    }

    /// The engine's, which knows the secrets in use; nullptr when the engine goes.
    void useRedactor(const base::Redactor *redactor) { m_redactor = redactor ? redactor : &m_plain; }

    /// Writes a result. Once a write has failed (closed pipe, full disk) nothing more is written.
    void print(const QByteArray &utf8);
    /// As it is: for the practice venue's own credentials, which are there to be read.
    void printUnredacted(const QByteArray &utf8);
    [[nodiscard]] bool hasLostOutput() const { return m_hasLostOutput; }
    /// A line on standard error.
    void say(const QString &text);
    void say(const base::Error &error);

    [[nodiscard]] bool isInputTerminal() const;
    /// One line from the person at the terminal; nullopt when they interrupted it or closed the input. Events
    /// go on.
    [[nodiscard]] std::optional<QString> ask(const QString &question);
    /// A secret from standard input, without its trailing newline; typed unseen where it is a terminal.
    [[nodiscard]] base::Result<base::Secret> readSecret(const QString &prompt);

private:
    void write(int descriptor, const QByteArray &bytes);

    Interrupts &m_interrupts;
    base::Redactor m_plain;
    const base::Redactor *m_redactor = &m_plain;
    bool m_hasLostOutput = false;
};

/// What a venue wrote, fit for a terminal: control characters and marks that turn the writing direction
/// become U+FFFD, so that a reply cannot steer the screen.
[[nodiscard]] QString harmless(QString text);

} // namespace commands
