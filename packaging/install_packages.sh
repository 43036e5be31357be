#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing of the named sections of debian-packages.txt, and says what and why.
# usage: packaging/install_packages.sh SECTION...
set -euo pipefail
list=$(dirname "$0")/debian-packages.txt

# Prints "package purpose" for every package of a wanted section.
wanted() {
    local section package purpose
    while read -r section package purpose; do
        case " $* " in *" $section "*) printf '%s %s\n' "$package" "$purpose" ;; esac
    done <"$list"
}

is_installed() {
    dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep --quiet --line-regexp installed
}

explain() {
    local package purpose
    while read -r package purpose; do printf '  %-20s %s\n' "$package" "$purpose"; done <<<"$1"
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This system has no apt. Install these by its own package manager (the names are Debian's):"
    explain "$(wanted "$@")"
    echo "Then build by hand: cmake --preset release && cmake --build --preset release"
    exit 1
fi

missing=
packages=()
while read -r package purpose; do
    is_installed "$package" && continue
    missing+="${missing:+$'\n'}$package $purpose"
    packages+=("$package")
done <<<"$(wanted "$@")"
[ -n "$missing" ] || exit 0

echo "Missing packages:"
explain "$missing"

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "There is no sudo here. Run this as root, then start again:"
        echo "  apt-get update && apt-get install --no-install-recommends ${packages[*]}"
        exit 1
    fi
    echo "Installing them with sudo."
    as_root=(sudo)
fi
apt_get() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get --quiet --option Dpkg::Use-Pty=0 --option DPkg::Lock::Timeout=120 "$@"
}
apt_get update || echo "The package lists could not be renewed; going on with those that are here."
if ! apt_get install --yes --no-install-recommends "${packages[@]}"; then
    echo "The packages could not be installed; the reason stands above."
    exit 1
fi
