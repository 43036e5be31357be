// SPDX-License-Identifier: Apache-2.0
// A request body that can be read once. QNetworkAccessManager sends any request again, unasked, when a server
// closes without an answer; before that it rewinds the body. This one refuses, and the repetition fails
// instead of leaving. That holds for an empty body too, so every write has one. Never give it to two
// requests.
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace net {

class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool seek(qint64) override { return refuse(); }
    bool reset() override { return refuse(); }

    /// Something of it was read, or somebody wanted to send it again: the request may have left.
    [[nodiscard]] bool isTouched() const { return m_position > 0 || m_refusals > 0; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    bool refuse();

    QByteArray m_bytes;
    qsizetype m_position = 0;
    int m_refusals = 0;
};

} // namespace net
