#!/usr/bin/env bash
# tests/fuzz.sh SECONDS: each fuzzer of build/sanitize for SECONDS, from the programs of this repository. What breaks
# one is left in build/sanitize/found. Last line: N passed, N failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seeds=build/sanitize/seeds passed=0 failed=0
mkdir -p build/sanitize/found "$seeds"
git ls-files '*.amljob' | while read -r file; do cp "$file" "$seeds/$(tr / - <<<"$file")"; done
for fuzzer in build/sanitize/fuzz_*; do
  [ -x "$fuzzer" ] || continue
  name=$(basename "$fuzzer")
  mkdir -p "build/sanitize/corpus/$name"
  if "$fuzzer" -max_total_time="$1" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="build/sanitize/found/$name-" "build/sanitize/corpus/$name" "$seeds" \
    >"build/sanitize/$name.log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    tail -n 40 "build/sanitize/$name.log"
  fi
  grep -E 'number_of_executed_units' "build/sanitize/$name.log" | sed "s/^/$name: /" || true
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
