// SPDX-License-Identifier: Apache-2.0
#include "commands/terminal.h"

#include <QEventLoop>
#include <QSocketNotifier>

#include <cerrno>

#include <termios.h>
#include <unistd.h>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype inputLimit = 1024 * 1024;

// Typing is not shown while one of these lives.
class UnseenTyping
{
public:
    UnseenTyping()
    {
        if (::tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        m_isChanged = true;
        termios unseen = m_before;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    }
    UnseenTyping(const UnseenTyping &) = delete;
    UnseenTyping &operator=(const UnseenTyping &) = delete;
    ~UnseenTyping()
    {
        if (m_isChanged)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before = {};
    bool m_isChanged = false;
};

void dropLineEnd(QByteArray &bytes)
{
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
}

} // namespace

void Terminal::print(const QByteArray &utf8)
{
    printUnredacted(m_redactor->redacted(utf8));
}

void Terminal::printUnredacted(const QByteArray &utf8)
{
    if (!m_hasLostOutput)
        write(STDOUT_FILENO, utf8);
}

void Terminal::say(const QString &text)
{
    write(STDERR_FILENO, harmless(m_redactor->redacted(text)).toUtf8() + '\n');
}

void Terminal::say(const base::Error &error)
{
    QString text = error.text;
    if (!error.venueText.isEmpty() && !text.contains(error.venueText))
        text += u" (the broker says: %1)"_s.arg(error.venueText);
    say(text);
}

void Terminal::write(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::write(descriptor, bytes.data() + done, static_cast<size_t>(bytes.size() - done));
        if (count >= 0) {
            done += count;
        } else if (errno != EINTR) {
            m_hasLostOutput = m_hasLostOutput || descriptor == STDOUT_FILENO;
            return;
        }
    }
}

bool Terminal::isInputTerminal() const
{
    return ::isatty(STDIN_FILENO) == 1;
}

std::optional<QString> Terminal::ask(const QString &question)
{
    write(STDERR_FILENO, harmless(m_redactor->redacted(question)).toUtf8() + ' ');
    QByteArray line;
    bool isOpen = true;
    QEventLoop loop;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &loop, [&] {
        char byte = 0;
        isOpen = ::read(STDIN_FILENO, &byte, 1) == 1;
        if (isOpen && byte != '\n' && line.size() < inputLimit)
            line += byte;
        else
            loop.quit();
    });
    QObject::connect(&m_interrupts, &Interrupts::came, &loop, &QEventLoop::quit);
    if (!m_interrupts.hasCome())
        loop.exec();
    if (!isOpen || m_interrupts.hasCome()) {
        write(STDERR_FILENO, "\n");
        return {};
    }
    return QString::fromUtf8(line).trimmed();
}

base::Result<base::Secret> Terminal::readSecret(const QString &prompt)
{
    const bool isTyped = isInputTerminal();
    std::optional<UnseenTyping> unseen;
    if (isTyped) {
        unseen.emplace();
        write(STDERR_FILENO, prompt.toUtf8() + ' ');
    }
    QByteArray bytes;
    bytes.reserve(inputLimit + 4096); // one that grew would leave itself behind
    char buffer[4096];
    while (bytes.size() <= inputLimit && !(isTyped && bytes.endsWith('\n'))) {
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        m_interrupts.look();
        if (count == 0 || (count < 0 && errno != EINTR) || m_interrupts.hasCome())
            break;
        bytes.append(buffer, std::max<ssize_t>(count, 0));
    }
    base::wipe(buffer, sizeof buffer);
    if (isTyped)
        write(STDERR_FILENO, "\n");
    dropLineEnd(bytes);
    const base::Secret secret(QByteArray(bytes.constData(), bytes.size()));
    base::wipe(bytes);
    if (m_interrupts.hasCome())
        return base::failure(base::ErrorKind::Internal, u"interrupted: no secret was read"_s);
    if (secret.reveal().size() > inputLimit)
        return base::failure(base::ErrorKind::Usage, u"that is too long for a secret"_s);
    return secret;
}

QString harmless(QString text)
{
    for (QChar &c : text) {
        const char16_t unit = c.unicode();
        const bool turnsDirection = (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
        const bool isLayout = unit == u'\n' || unit == u'\t';
        if ((c.category() == QChar::Other_Control && !isLayout) || turnsDirection)
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace commands
