#!/usr/bin/env bash
# run.sh AMLJOB: every request that the examples and the programs of tests/cases give fits the published schema, for the
# oldest and the newest API version. Last line: N passed, N failed.
set -euo pipefail
amljob=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./dev need node
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
group=/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g
workspace=$group/providers/Microsoft.MachineLearningServices/workspaces/w
passed=0 failed=0

valid() { # valid VERSION FILE [options…]
  local version=$1 file=$2 out=$work/out
  shift 2
  rm -rf "$out"
  grep -q '^workspace' "$file" || set -- "$@" --workspace-id "$workspace"
  if "$amljob" build "$file" "$@" --api-version "$version" -o "$out" >"$work/log" 2>&1 &&
    node tests/arm/validate.mjs "$version" "$out/requests" >>"$work/log"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "failed: $file $* ($version)"
    cat "$work/log"
  fi
}

for version in 2022-10-01 2026-05-01; do
  valid $version examples/digits/digits.amljob
  valid $version examples/custom-image/custom-image.amljob
  valid $version examples/tour/tour.amljob -D target=dev
  valid $version examples/tour/tour.amljob -D target=prod -D seeds=4
  valid $version examples/tour/shared.amljob
  for file in tests/cases/programs/*/input/*.amljob; do
    # `raw` is for what no schema has yet.
    grep -q '^  raw ' "$file" && continue
    params=$(dirname "$file")/prod.amlparams
    if [ -f "$params" ]; then valid $version "$file" --params "$params"; else valid $version "$file"; fi
  done
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
