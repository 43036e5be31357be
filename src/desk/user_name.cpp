// SPDX-License-Identifier: Apache-2.0
#include "desk/user_name.h"

namespace desk {

using namespace Qt::StringLiterals;

QString userName()
{
    for (const char *name : {"USER", "LOGNAME", "USERNAME"}) {
        if (const QString user = qEnvironmentVariable(name); !user.isEmpty())
            return user;
    }
    return u"unknown"_s;
}

} // namespace desk
