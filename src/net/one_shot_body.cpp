// SPDX-License-Identifier: Apache-2.0
#include "net/one_shot_body.h"

#include <algorithm>

namespace net {

OneShotBody::OneShotBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneShotBody::atEnd() const
{
    return bytesAvailable() == 0;
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_bytes.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const qsizetype size = std::min<qsizetype>(maxSize, m_bytes.size() - m_position);
    if (size <= 0)
        return -1;
    std::copy_n(m_bytes.constData() + m_position, size, data);
    m_position += size;
    return size;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

bool OneShotBody::refuse()
{
    ++m_refusals;
    return false;
}

} // namespace net
