#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds Pullcord and opens it on the practice venue. Arguments go to the program.
set -euo pipefail
cd "$(dirname "$0")"

packaging/install_packages.sh build run

options=(-DPULLCORD_TESTS=OFF)
# A compiler newer than the one we build with may warn about more; that shall not keep anyone from running.
grep --quiet --no-messages '^VERSION_CODENAME=bookworm' /etc/os-release || options+=(-DPULLCORD_WERROR=OFF)
cmake --preset release "${options[@]}"
cmake --build --preset release --target pullcord pullcord-cli

export LANG="${LANG:-C.UTF-8}"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/app/pullcord --practice "$@"
fi
echo "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): touring the window without one."
mkdir -p build/tour
packaging/without_screen.sh build/release/app/pullcord --tour build/tour "$@"
echo "A picture of every step: build/tour"
