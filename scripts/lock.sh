#!/usr/bin/env bash
# Writes the three lock files from pyproject.toml, each holding the one before it at the same versions.
#   scripts/lock.sh             keep the versions already locked, add what is new
#   scripts/lock.sh --upgrade   move everything to its newest release
set -euo pipefail
cd "$(dirname "$0")/.."

python=${PYTHON:-.venv/bin/python}
export CUSTOM_COMPILE_COMMAND="make lock"

# Where packages come from is each machine's own business: no index address or path is written.
compile() {
  local output=$1
  shift
  "$python" -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
    --resolver=backtracking --output-file "requirements/$output" "$@" pyproject.toml
  echo "requirements/$output: $(grep -c '==' "requirements/$output") packages"
}

compile base.txt --build-deps-for editable "$@"
compile postgres.txt --build-deps-for editable --extra postgres --constraint requirements/base.txt "$@"
compile dev.txt --build-deps-for editable --extra postgres --extra dev --constraint requirements/postgres.txt "$@"
