#!/usr/bin/env bash
# tests/fuzz.sh SECONDS: the fuzzers of build/sanitize, all at once for SECONDS, from the programs of this repository.
# What breaks one is left in build/sanitize/found. Last line: N passed, N failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=build/sanitize passed=0 failed=0
declare -A running=()
mkdir -p "$build/found" "$build/seeds"
git ls-files -z '*.amljob' | while IFS= read -r -d '' file; do cp "$file" "$build/seeds/${file//\//-}"; done
for fuzzer in "$build"/fuzz_*; do
  [ -x "$fuzzer" ] || continue
  name=$(basename "$fuzzer")
  mkdir -p "$build/corpus/$name"
  "$fuzzer" -max_total_time="$1" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="$build/found/$name-" "$build/corpus/$name" "$build/seeds" >"$build/$name.log" 2>&1 &
  running[$name]=$!
done
for name in "${!running[@]}"; do
  if wait "${running[$name]}"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    tail -n 40 "$build/$name.log"
  fi
  grep -E 'number_of_executed_units' "$build/$name.log" | sed "s/^/$name: /" || true
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
