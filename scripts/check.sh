#!/usr/bin/env bash
# Everything that must hold before a change is handed in, quickest first; stops at the first that does not.
# Called by `make check`, after scripts/setup.sh check.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
steps=()

step() {
  local name=$1 began=$SECONDS
  shift
  printf '\n── %s\n' "$name"
  if ! "$@"; then
    printf '\n── %s failed after %s s: %s\n' "$name" "$((SECONDS - began))" "$*" >&2
    exit 1
  fi
  steps+=("$(printf '%-22s %4s s' "$name" "$((SECONDS - began))")")
}

step "Format" $python -m ruff format --check .
step "Lint" $python -m ruff check .
step "Import layers" .venv/bin/lint-imports
step "Types" $python -m mypy
step "Bill of materials" $python scripts/bill_of_materials.py --check
step "Tests" $python -m pytest -n auto
step "Tests on PostgreSQL" scripts/postgres.sh run $python -m pytest -m postgres
# How a PDF is set has nothing to do with the database.
step "The house on PostgreSQL" env PRACTICE_TEST_DATABASE=postgres \
  scripts/postgres.sh run $python -m pytest -n auto tests/integration --ignore-glob='*_pdf*.py'
step "Tests in a browser" $python -m pytest -m browser tests/browser
step "Generated pages" .venv/bin/practice docs --check

printf '\n── All holds\n'
printf '   %s\n' "${steps[@]}"
