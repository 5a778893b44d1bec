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
printf '%s\0' "${files[@]}" | xargs -0 -n 4 -P "$(nproc)" clang-tidy-19 -p "$build" --quiet 2>/dev/null |
  tee "$build/tidy.log" || true
findings=$(grep -cE '(error|warning): ' "$build/tidy.log" || true)
echo "clang-tidy: ${#files[@]} files, $findings findings"
[ "$findings" = 0 ] && [ "${#files[@]}" != 0 ]
