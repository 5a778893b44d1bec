#!/usr/bin/env bash
# tests/summary.sh REPORTS: counts test cases, not programs. REPORTS has ctest's ctest.xml and a GoogleTest
# NAME.xml for each program that is one; a program without such a file (a script, or one that died early) counts
# as one case.
# Prints `N passed, N failed`; exit code 1 where something failed or nothing ran.
set -euo pipefail
reports=$1
awk -v reports="$reports" '
  function attribute(line, name,   at) {
    at = match(line, " " name "=\"[^\"]*\"")
    return at ? substr(line, at + length(name) + 3, RLENGTH - length(name) - 4) : ""
  }
  function cases(test,   parts, count, base, file, line) {
    count = split(test, parts, "/"); base = parts[count]
    file = reports "/" base "_tests.xml"
    if ((getline line < file) <= 0) { file = reports "/" base ".xml"; if ((getline line < file) <= 0) return "" }
    while (line !~ /<testsuites /) if ((getline line < file) <= 0) { close(file); return "" }
    close(file)
    return attribute(line, "tests") - attribute(line, "disabled") " " \
           attribute(line, "failures") + attribute(line, "errors")
  }
  /<testcase / {
    bad = attribute($0, "status") != "run"
    counted = cases(attribute($0, "name"))
    if (counted == "") { passed += !bad; failed += bad; next }
    split(counted, n, " ")
    if (bad && n[2] == 0) n[2] = 1  # it died after its last case, or a sanitizer spoke at its end
    failed += n[2]
    passed += n[1] > n[2] ? n[1] - n[2] : 0
  }
  END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || passed == 0 }
' "$reports/ctest.xml"
