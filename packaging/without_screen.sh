#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs a Qt program where there is no screen: packaging/without_screen.sh COMMAND...
set -euo pipefail
export LANG="${LANG:-C.UTF-8}" QT_QPA_PLATFORM=offscreen
# Qt and D-Bus want a folder that nobody else can read.
if [ ! -w "${XDG_RUNTIME_DIR:-}" ]; then
    XDG_RUNTIME_DIR=$(mktemp --directory)
    export XDG_RUNTIME_DIR
    trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
fi
"$@"
