#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs the vendor's own JavaScript client into a build folder and lets it cancel at a practice venue:
# run_apex_client.sh PULLCORD_CLI FOLDER. Ends with 77 where the client cannot be had; a package that is not
# the pinned one is a failure, and so is everything that it finds.
set -eu
cli=$1
folder=$2
source=$(cd "$(dirname "$0")" && pwd)

skip() {
    echo "SKIPPED, NOT PASSED: the vendor's APEX client was not run: $1" >&2
    exit 77
}

command -v node >/dev/null || skip "there is no node (Debian: nodejs)"

mkdir -p "$folder"
if ! cmp -s "$source/package-lock.json" "$folder/installed-lock.json"; then
    command -v npm >/dev/null || skip "there is no npm to install it with (Debian: npm)"
    rm -f "$folder/installed-lock.json"
    cp "$source/package.json" "$source/package-lock.json" "$folder/"
    if ! (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 \
        --fetch-timeout=20000 >install.log 2>&1); then
        cat "$folder/install.log" >&2
        unreachable='EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|TIMEOUT|E50[0-9]'
        grep -Eq "code ($unreachable|.*_SOCKET_TIMEOUT)" "$folder/install.log" &&
            skip "the package registry cannot be reached"
        exit 1
    fi
    cp "$source/package-lock.json" "$folder/installed-lock.json"
fi

NODE_PATH=$folder/node_modules exec node "$source/apex_client.js" "$cli"
