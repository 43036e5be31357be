#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds with warnings as errors and runs every test without a screen: as it is shipped, then
# under AddressSanitizer and UndefinedBehaviorSanitizer; then each fuzzer for a minute.
# With arguments, which go to ctest, it runs those tests alone and as shipped: ./test.sh -R journal
# Environment: FUZZ_SECONDS (60).
set -euo pipefail
cd "$(dirname "$0")"

status=0
skipped=

# run_tests PRESET ARGUMENTS...: builds all and tests it.
run_tests() {
    local preset=$1 log=build/test-$1.log
    shift
    cmake --preset "$preset" -DPULLCORD_TESTS=ON
    cmake --build --preset "$preset"
    packaging/without_screen.sh ctest --preset "$preset" --parallel 2 --no-tests=error "$@" | tee "$log" || status=$?
    grep --quiet 'tests passed' "$log" || echo "No test was run."
    # ctest counts these as passed; they were not.
    skipped+=$(sed -n "s/^.*Test *#[0-9]*: \([^ ]*\) .*\*\*\*Skipped.*$/SKIPPED, NOT PASSED ($preset): \1/p" "$log")
}

packaging/install_packages.sh build run test
run_tests release "$@"
if [ $# -eq 0 ]; then
    run_tests asan
    tests/fuzz/run.sh "${FUZZ_SECONDS:-60}" || status=$?
fi

echo
grep --with-filename 'tests passed' build/test-*.log || true
[ -z "$skipped" ] || printf '%s\n' "$skipped"
exit "$status"
