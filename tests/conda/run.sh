#!/usr/bin/env bash
# run.sh AMLJOB: asks real parsers and a real solver about the conda files and Dockerfiles of the examples.
# Last line: N passed, N failed.
set -euo pipefail
amljob=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./dev need node
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp tests/conda/*.mjs tests/conda/package.json "$work"
(cd "$work" && npm install --silent --no-audit --no-fund --no-progress)
passed=0 failed=0
holds() { # holds WHAT COMMAND…
  local what=$1
  shift
  if "$@" >"$work/log" 2>&1; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "failed: $what"
    tail -n 20 "$work/log"
  fi
}
fails() { ! "$@"; }

# The judges can say no.
printf 'channels: [conda-forge]\ndependencies: ["numpy>=1.22,<", "python=3.11"]\n' >"$work/wrong.yml"
printf 'channels: [conda-forge]\ndependencies: ["python=3.11", "absent-package"]\n' >"$work/absent.yml"
printf 'FROM a:1\nCOPYY a b\n' >"$work/Wrongfile"
holds "a spec that is none is found" fails node "$work/solve.mjs" check "$work/wrong.yml"
holds "a package that is not there is found" fails node "$work/solve.mjs" solve "$work/absent.yml"
holds "an instruction that is none is found" fails node "$work/dockerfile.mjs" "$work/Wrongfile"

group=/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g
workspace=$group/providers/Microsoft.MachineLearningServices/workspaces/w
"$amljob" build examples/digits/digits.amljob --workspace-id "$workspace" -o "$work/out/digits"
"$amljob" build examples/custom-image/custom-image.amljob -o "$work/out/custom-image"
"$amljob" build examples/tour/tour.amljob -D target=dev -o "$work/out/tour"
for file in "$work"/out/*/environments/*/conda.yml; do
  holds "${file#"$work/out/"} is made of specs" node "$work/solve.mjs" check "$file"
  holds "${file#"$work/out/"} is solved" node "$work/solve.mjs" solve "$file"
done
for file in "$work"/out/*/environments/*/Dockerfile; do
  holds "${file#"$work/out/"} is a Dockerfile" node "$work/dockerfile.mjs" "$file"
done
holds "there are conda files" test -f "$work/out/digits/environments/sklearn/conda.yml"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
