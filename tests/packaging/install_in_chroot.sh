#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Proves the Debian package on a bare Debian 12: installs it there, tours the window in English and in Hindi, purges it
# and looks for what it left. Run by hand as root, before a release; needs debootstrap.
# usage: tests/packaging/install_in_chroot.sh PACKAGE.deb NEW_FOLDER_FOR_THE_SYSTEM FOLDER_FOR_THE_PICTURES
set -euo pipefail
[ $# -eq 3 ] || { sed -n '5s/^# //p' "$0"; exit 2; }
package=$1 root=$2 pictures=$3
suite=bookworm
fail() { echo "FAILED: $*" >&2; exit 1; }

[ "$(id -u)" -eq 0 ] || fail "this needs root"
[ -f "$package" ] || fail "there is no $package"
[ ! -e "$root" ] || fail "$root is there already; name a new folder"

# The mirror that this machine uses itself.
mirror=$(LC_ALL=C apt-cache policy | awk -v wanted="$suite/main" '$3 == wanted { print $2; exit }')
[ -n "$mirror" ] || fail "the package sources of this machine name no mirror for $suite"

inside() {
    chroot "$root" env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# As an ordinary user, and with nothing of this machine's environment.
tour() {
    local language=$1 folder=$2
    echo "== the tour, $language"
    inside install --directory --owner=nobody --group=nogroup --mode=0700 "/tmp/$folder" "/tmp/home-$folder"
    chroot --userspec=nobody:nogroup "$root" env --ignore-environment PATH=/usr/bin:/bin LANG="$language" \
        HOME="/tmp/home-$folder" XDG_RUNTIME_DIR="/tmp/home-$folder" QT_QPA_PLATFORM=offscreen \
        pullcord --tour "/tmp/$folder" || fail "the tour in $language"
    mkdir -p "$pictures/$folder"
    cp "$root/tmp/$folder"/*.png "$pictures/$folder/" || fail "the tour in $language left no picture"
}

echo "== a bare system in $root"
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 || fail "debootstrap; see $root.log"
rm "$root.log"
mounted=()
clean_up() { for folder in "${mounted[@]}"; do umount "$folder"; done; }
trap clean_up EXIT
mount -t proc proc "$root/proc"
mounted+=("$root/proc")
if ! inside sh -c ': >/dev/null' 2>/dev/null; then
    mount --bind /dev "$root/dev"
    mounted+=("$root/dev")
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"

echo "== the package and what it needs"
cp "$package" "$root/tmp/pullcord.deb"
inside apt-get -q -o Dpkg::Use-Pty=0 update
inside apt-get -q -o Dpkg::Use-Pty=0 install --yes --no-install-recommends locales
inside localedef --inputfile=hi_IN --charmap=UTF-8 hi_IN.UTF-8
inside apt-get -q -o Dpkg::Use-Pty=0 install --yes --no-install-recommends /tmp/pullcord.deb
inside dpkg --verify pullcord
inside pullcord-cli --version

tour C.UTF-8 english
tour hi_IN.UTF-8 hindi

echo "== gone without a trace"
inside dpkg --listfiles pullcord >"$pictures/files.txt"
inside apt-get -q -o Dpkg::Use-Pty=0 purge --yes pullcord
left=0
while read -r path; do
    # Folders of other packages stay; what bears our name may not.
    if [ -f "$root$path" ] || [ -L "$root$path" ] || { [[ $path == *pullcord* ]] && [ -e "$root$path" ]; }; then
        echo "left behind: $path"
        left=1
    fi
done <"$pictures/files.txt"
[ "$left" -eq 0 ] || fail "the package leaves files behind"
if inside dpkg-query --show pullcord >/dev/null 2>&1; then fail "dpkg still knows the package"; fi

echo "All held. Pictures: $pictures"
