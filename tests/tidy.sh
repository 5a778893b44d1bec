#!/usr/bin/env bash
# tests/tidy.sh BUILD [FILE…]: clang-tidy (see .clang-tidy) over the .cpp files of the program, or those given, as BUILD
# compiles them with clang.
set -euo pipefail
build=$1
shift
if [ $# -gt 0 ]; then
  files=("$@")
else # those that BUILD compiles; tests are as many seconds again, and a mistake in one fails
  mapfile -t files < <(git ls-files '*.cpp' ':!tests' ':!bench' ':!*_test.cpp' | while read -r file; do
    if grep -qF "$PWD/$file\"" "$build/compile_commands.json"; then echo "$file"; fi
  done)
fi
status=0 # what clang-tidy counts goes to another file: it is of interest where it did not end by itself
printf '%s\0' "${files[@]}" | xargs -0 -n 4 -P "$(nproc)" clang-tidy-19 -p "$build" --quiet 2>"$build/tidy.err" |
  tee "$build/tidy.log" || status=$?
findings=$(grep -cE '(error|warning): ' "$build/tidy.log" || true)
[ "$status" = 0 ] || [ "$findings" != 0 ] || tail -n 20 "$build/tidy.err"
echo "clang-tidy: ${#files[@]} files, $findings findings"
[ "$status" = 0 ] && [ "$findings" = 0 ] && [ "${#files[@]}" != 0 ]
