#!/usr/bin/env bash
# bench/run.sh [--smoke]: runs build/release/measure; without --smoke writes its figures into docs/performance.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export AMLJOB=$PWD/build/release/amljob
if [ "${1:-}" = --smoke ]; then exec build/release/measure --smoke; fi
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT
status=0
build/release/measure | tee "$figures" || status=$?
processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
machine="Measured on $(date -I): $(nproc) cores, $processor, $(g++ --version | head -n 1)."
awk -v figures="$figures" -v machine="$machine" '
  /<!-- figures -->/ {
    print; print ""; print machine; print ""
    while ((getline line < figures) > 0) print line
    print ""; inside = 1
  }
  /<!-- end of figures -->/ { inside = 0 }
  !inside && !/<!-- figures -->/ { print }
' docs/performance.md >docs/performance.md.new
mv docs/performance.md.new docs/performance.md
exit $status
