#!/usr/bin/env bash
# tests/tidy.sh BUILD [FILE…]: clang-tidy (see .clang-tidy) over our .cpp files, or those given, as BUILD compiles
# them.
set -euo pipefail
build=$1
shift
# The build is g++'s: clang does not know its precompiled header, nor all of its warnings.
mkdir -p "$build/tidy"
sed -E 's/ -(Winvalid-pch|fpch-preprocess)//g; s/ -include [^ ]*cmake_pch\.hxx//g' "$build/compile_commands.json" \
  >"$build/tidy/compile_commands.json"
if [ $# -gt 0 ]; then
  files=("$@")
else # those that BUILD compiles: fuzzers are in another
  mapfile -t files < <(git ls-files '*.cpp' | while read -r file; do
    if grep -qF "$PWD/$file\"" "$build/compile_commands.json"; then echo "$file"; fi
  done)
fi
printf '%s\0' "${files[@]}" | xargs -0 -n 4 -P "$(nproc)" clang-tidy-19 -p "$build/tidy" --quiet \
  --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-deprecated-declarations 2>/dev/null |
  tee "$build/tidy/log" || true
findings=$(grep -cE '(error|warning): ' "$build/tidy/log" || true)
echo "clang-tidy: ${#files[@]} files, $findings findings"
[ "$findings" = 0 ]
