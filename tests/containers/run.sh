#!/usr/bin/env bash
# run.sh AMLJOB: builds and runs every environment of examples/custom-image. Last line: N passed, N failed.
set -euo pipefail
amljob=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./dev need containers
work=$(mktemp -d)
# shellcheck source=tests/containers/store.sh
. tests/containers/store.sh "$work/store"
trap 'drop_store; rm -rf "$work"' EXIT
base=localhost/amljob/base:test
tests/containers/base.sh "$work" "$base"

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

"$amljob" build examples/custom-image/custom-image.amljob -o "$work/out"
mkdir "$work/code"
cp -r examples/custom-image/src/. "$work/code"

image_of() { printf 'localhost/amljob/%s:test' "$1"; }
# Offline, every FROM is the base image.
built() { buildah bud -q --pull-never --from "$base" -f "$1/Dockerfile" -t "$(image_of "$(basename "$1")")" "$1"; }
in_image() {
  local name=$1
  shift
  podman run --rm --pull never -v "$work/code:/code" -w /code "$(image_of "$name")" "$@"
}
# shellcheck disable=SC2016 # the image's shell expands it
variable() { in_image "$1" bash -c 'echo "${!1}"' variable "$2"; }
says() { local wanted=$1; shift; "$@" | tee /dev/stderr | grep -qF -- "$wanted"; }
trains() {
  rm -rf "$work/code/model"
  in_image "$1" python train.py --epochs 1 --model model && grep -q missing "$work/code/model/result.json"
}

environments=0
for folder in "$work"/out/environments/*/; do
  name=$(basename "$folder")
  environments=$((environments + 1))
  holds "$name builds" built "${folder%/}"
  holds "$name runs the job" trains "$name"
  holds "$name says that it is the service's image" says True variable "$name" AZUREML_ENVIRONMENT_IMAGE
done
holds "there are six environments, not $environments" test "$environments" = 6

holds "from-text ran its RUN" says "Hello from custom container!" in_image from-text cat /etc/motd
holds "from-text kept its ENV" says 4 variable from-text OMP_NUM_THREADS
holds "from-file ran its RUN" says "looked for here first" in_image from-file cat /opt/models/README
holds "from-context copied its files" says "labels: cat dog" in_image from-context /opt/pets/entrypoint.sh true
holds "with-conda runs the Python of its conda environment" says /azureml-envs/ \
  in_image with-conda python -c 'import sys; print(sys.executable)'
# shellcheck disable=SC2016 # the image's shell expands it
holds "with-conda gave conda its file" says numpy=1.26.4 \
  in_image with-conda bash -c 'cat "$AZUREML_CONDA_ENVIRONMENT_PATH"/conda-file.yml'
# shellcheck disable=SC2016
holds "with-conda gave pip its requirements" says "pip install" \
  in_image with-conda bash -c 'cat "$AZUREML_CONDA_ENVIRONMENT_PATH"/pip.log'
holds "fastai runs the image's own Python" says /usr/bin/python \
  in_image fastai python -c 'import sys; print(sys.executable)'

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
