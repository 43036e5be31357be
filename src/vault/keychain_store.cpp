// SPDX-License-Identifier: Apache-2.0
#include "vault/keychain_store.h"

#include "vault/keychain_job.h"

#include <QUuid>

namespace vault {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<base::Error> keychainFailure(const QString &text)
{
    return base::failure(base::ErrorKind::Keychain, text);
}

// The library's own texts name paths and D-Bus things; they go behind ours, for whoever has to repair it.
base::Error errorOf(const QKeychain::Job *job)
{
    const auto make = [](const QString &text) {
        return base::Error{base::ErrorKind::Keychain, text, 0, {}, {}};
    };
    if (!job)
        return make(u"The keychain does not answer; it may be waiting to be unlocked"_s);
    switch (job->error()) {
    case QKeychain::AccessDeniedByUser:
        return make(u"Access to the keychain was denied"_s);
    case QKeychain::AccessDenied:
        return make(u"The keychain is locked: %1"_s.arg(job->errorString()));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return make(u"There is no keychain on this machine"_s);
    default:
        return make(u"The keychain cannot be used: %1"_s.arg(job->errorString()));
    }
}

} // namespace

KeychainStore::KeychainStore(base::Clock &clock, QString service, base::milliseconds deadline,
                             QObject *parent)
    : SecretStore(parent)
    , m_clock(clock)
    , m_service(std::move(service))
    , m_deadline(deadline)
{
}

void KeychainStore::read(const QString &name, ReadCallback done)
{
    readBytes(name, [done = std::move(done)](const base::Result<std::optional<QByteArray>> &bytes) {
        if (!bytes)
            done(base::failure(bytes.error()));
        else if (!*bytes || (*bytes)->isEmpty()) // empty: a removal that was broken off after its first step
            done(std::optional<base::Secret>());
        else
            done(std::optional(base::Secret(**bytes)));
    });
}

void KeychainStore::write(const QString &name, const base::Secret &secret, DoneCallback done)
{
    writeBytes(name, secret.reveal(), std::move(done));
}

// A locked keychain answers a delete with success, but refuses a write: so the secret is overwritten first.
// What is read afterwards must be nothing.
void KeychainStore::remove(const QString &name, DoneCallback done)
{
    writeBytes(name, {}, [this, name, done = std::move(done)](const base::Status &emptied) {
        if (!emptied) {
            done(emptied);
            return;
        }
        start(new QKeychain::DeletePasswordJob(m_service), name,
              [this, name, done](const QKeychain::Job *job) {
                  if (!job ||
                      (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)) {
                      done(base::failure(errorOf(job)));
                      return;
                  }
                  readBytes(name, [done](const base::Result<std::optional<QByteArray>> &left) {
                      if (!left)
                          done(base::failure(left.error()));
                      else if (*left)
                          done(keychainFailure(u"The keychain kept an entry that it was told to delete"_s));
                      else
                          done({});
                  });
              });
    });
}

void KeychainStore::probe(DoneCallback done)
{
    const QString name = u"probe-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray bytes = name.toUtf8();
    writeBytes(name, bytes, [this, name, bytes, done = std::move(done)](const base::Status &written) {
        if (!written) {
            done(written);
            return;
        }
        readBytes(name, [this, name, bytes, done](const base::Result<std::optional<QByteArray>> &read) {
            if (!read)
                done(base::failure(read.error()));
            else if (*read != bytes)
                done(keychainFailure(u"The keychain does not give back what it was given"_s));
            else
                remove(name, done);
        });
    });
}

void KeychainStore::start(QKeychain::Job *job, const QString &name, Ended ended)
{
    job->setKey(name);
    new KeychainJob(m_clock, m_deadline, job, std::move(ended), this);
}

void KeychainStore::writeBytes(const QString &name, const QByteArray &bytes, DoneCallback done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(bytes);
    start(job, name, [done = std::move(done)](const QKeychain::Job *ended) {
        if (ended && ended->error() == QKeychain::NoError)
            done({});
        else
            done(base::failure(errorOf(ended)));
    });
}

void KeychainStore::readBytes(const QString &name,
                              std::function<void(base::Result<std::optional<QByteArray>>)> done)
{
    start(new QKeychain::ReadPasswordJob(m_service), name, [done = std::move(done)](QKeychain::Job *ended) {
        if (ended && ended->error() == QKeychain::NoError)
            done(std::optional(static_cast<QKeychain::ReadPasswordJob *>(ended)->binaryData()));
        else if (ended && ended->error() == QKeychain::EntryNotFound)
            done(std::optional<QByteArray>());
        else
            done(base::failure(errorOf(ended)));
    });
}

} // namespace vault
