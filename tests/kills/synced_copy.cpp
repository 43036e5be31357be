// SPDX-License-Identifier: Apache-2.0
// A power cut for tests: loaded before the C library, it copies each journal file to another folder whenever
// the program has flushed it to the disk, and removes it there when the program removes it. What lies there
// when the program is killed is what the disk is sure to hold: everything else may be gone.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

std::string shadowOf(const std::string &path)
{
    const char *folder = std::getenv("PULLCORD_SYNCED_COPY_DIR");
    const auto slash = path.rfind('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    if (!folder || name.rfind("journal.", 0) != 0 || name.ends_with("-shm"))
        return {};
    return std::string(folder) + '/' + name;
}

void copyTo(const std::string &from, const std::string &to)
{
    const int source = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
    const std::string part = to + ".part";
    const int target = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    char bytes[65536];
    ssize_t size = 0;
    while (source >= 0 && target >= 0 && (size = ::read(source, bytes, sizeof bytes)) > 0) {
        if (::write(target, bytes, static_cast<std::size_t>(size)) != size)
            std::abort();
    }
    ::close(source);
    ::close(target);
    std::rename(part.c_str(), to.c_str()); // a kill in the middle leaves the copy before
}

void keepAside(int descriptor)
{
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return;
    const std::string from(path, static_cast<std::size_t>(length));
    if (const std::string shadow = shadowOf(from); !shadow.empty())
        copyTo(from, shadow);
}

template <typename Function> Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int fsync(int descriptor)
{
    static auto *const real = next<int(int)>("fsync");
    const int result = real(descriptor);
    keepAside(descriptor);
    return result;
}

int fdatasync(int descriptor)
{
    static auto *const real = next<int(int)>("fdatasync");
    const int result = real(descriptor);
    keepAside(descriptor);
    return result;
}

int unlink(const char *path)
{
    static auto *const real = next<int(const char *)>("unlink");
    if (const std::string shadow = shadowOf(path); !shadow.empty())
        real(shadow.c_str());
    return real(path);
}

} // extern "C"
