#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a program with a message bus and an unlocked keyring of its own, in folders of its own, and removes these after.
# The keyring's daemon ends with its bus.
#   with_keyring.sh PROGRAM [ARGUMENT...]
set -eu

for tool in dbus-run-session dbus-send gnome-keyring-daemon secret-tool; do
    command -v "$tool" >/dev/null || { echo "with_keyring.sh: $tool is missing" >&2; exit 1; }
done

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/data" "$home/config" "$home/cache"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data"
export XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY

# The password only has to be something: with none there would be no keyring to write to.
dbus-run-session -- sh -c '
    printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    exec "$@"' sh "$@"
