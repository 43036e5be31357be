#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the fuzzers and runs each for so many seconds, two at a time; fails with the input that broke one.
# First each takes what was found before. Environment: FUZZ_BUILD (build folder), FUZZ_JOBS (2), FUZZ_SEED
# (0: another one each time).
# usage: tests/fuzz/run.sh SECONDS [NAME...]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?usage: tests/fuzz/run.sh SECONDS [NAME...]}
shift
build=${FUZZ_BUILD:-build/fuzz}

packaging/install_packages.sh build fuzz
cmake --preset fuzz -B "$build" >/dev/null
cmake --build "$build" --target fuzzers

names=("$@")
if [ ${#names[@]} -eq 0 ]; then
    for source in tests/fuzz/fuzz_*.cpp; do
        name=${source##*/fuzz_}
        names+=("${name%.cpp}")
    done
fi

# Runs one, its words in NAME.log; 0 when nothing broke.
run_one() {
    local name=$1 out dictionary found=()
    out=$build/tests/fuzz/findings/$name
    mkdir -p "$out"
    rm -f "$out"/*
    case $name in
        apex_*) dictionary=apex ;;
        tradelab_*) dictionary=tradelab ;;
        *) dictionary=$name ;;
    esac
    [ -d "tests/fuzz/corpus-found/$name" ] && found=("tests/fuzz/corpus-found/$name")
    "$build/tests/fuzz/fuzz_$name" "$build/tests/fuzz/corpus/$name" "${found[@]}" \
        -max_total_time="$seconds" -seed="${FUZZ_SEED:-0}" -dict="tests/fuzz/dictionaries/$dictionary.dict" \
        -max_len=32768 -timeout=10 -rss_limit_mb=1024 -artifact_prefix="$out/" -print_final_stats=1 \
        >"$build/tests/fuzz/$name.log" 2>&1
}

failed=()
running=()
finish_first() {
    local name=${running[0]%%:*} job=${running[0]##*:} log
    running=("${running[@]:1}")
    log=$build/tests/fuzz/$name.log
    if wait "$job"; then
        printf '%-18s %12s executions, seed %s\n' "$name" \
            "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$(sed -n 's/^INFO: Seed: //p' "$log")"
    else
        failed+=("$name")
        printf '%-18s BROKEN: %s\n' "$name" \
            "$(grep --max-count=1 --extended-regexp 'BROKEN PROMISE|ERROR:|runtime error|ASSERT' "$log" || echo "see $log")"
        find "$build/tests/fuzz/findings/$name" -type f -printf '  input: %p\n'
    fi
}

for name in "${names[@]}"; do
    if [ "${#running[@]}" -ge "${FUZZ_JOBS:-2}" ]; then finish_first; fi
    run_one "$name" &
    running+=("$name:$!")
done
while [ ${#running[@]} -gt 0 ]; do finish_first; done

if [ ${#failed[@]} -gt 0 ]; then
    echo "Broken: ${failed[*]}. Keep the input in tests/fuzz/corpus-found/NAME/ and write a unit test."
    exit 1
fi
