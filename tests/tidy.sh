#!/usr/bin/env bash
# tests/tidy.sh BUILD [FILE…]: clang-tidy (see .clang-tidy) over our .cpp files, or those given, as BUILD compiles them.
set -euo pipefail
build=$1
shift
[ $# -gt 0 ] || mapfile -t files < <(git ls-files 'compiler/*.cpp' 'backends/*.cpp' 'runtime/*.cpp' 'tests/*.cpp')
[ $# = 0 ] || files=("$@")
# The build is g++'s: clang does not know all of its warnings. Tests' macros are GoogleTest's style, not ours.
printf '%s\0' "${files[@]}" | xargs -0 -n 4 -P "$(nproc)" clang-tidy-19 -p "$build" --quiet \
  --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-deprecated-declarations 2>&1 | grep -vE '^[0-9]+ warnings? (generated|treated)|^$' >"$build/tidy.log" || true
errors=$(grep -cE ' (error|warning): ' "$build/tidy.log" || true)
cat "$build/tidy.log"
echo "clang-tidy: ${#files[@]} files, $errors findings"
[ "$errors" = 0 ]
