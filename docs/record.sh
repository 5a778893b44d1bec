#!/usr/bin/env bash
# docs/record.sh: records docs/demo.svg, what a terminal shows of the commands below (`./dev record`).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ "${1:-}" != --play ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  cp -r examples "$work"
  # A home of its own: the recording shows no other runs, and no path of this machine.
  env -i PATH="$PWD/build/release:/usr/bin:/bin" HOME="$work/home" LANG=C.UTF-8 TERM=xterm-256color \
    EXAMPLES="$work/examples" script -q -e --log-out "$work/out" --log-timing "$work/timing" \
    -c "stty cols 100 rows 60; '$PWD/docs/record.sh' --play" >/dev/null
  /usr/bin/python3 docs/render.py "$work/out" "$work/timing" >docs/demo.svg.new
  mv docs/demo.svg.new docs/demo.svg
  exit
fi

show() { # shows a command as if it were typed, and runs it
  printf '\033[1;32m$\033[0m %s\n' "$1"
  sleep 0.6
  bash -c "$1" || true
  echo
  sleep 1.5
}
cd "$EXAMPLES/digits"
sed -e 's/"serverless"/"serverles"/' -e 's/inputs.width/inputs.widht/' -e 's/train.py/trian.py/' \
  digits.amljob >broken.amljob
show 'amljob check broken.amljob'
show 'amljob run digits.amljob'
show 'amljob runs'
