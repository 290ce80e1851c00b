#!/usr/bin/env bash
# Makes this checkout ready: system libraries, a virtual environment in .venv, and the locked packages.
#   scripts/setup.sh            what it takes to run Practice
#   scripts/setup.sh postgres   and the PostgreSQL driver
#   scripts/setup.sh dev        and what the tests and checks need
#   scripts/setup.sh check      and the programs that only `make check` needs (a browser, PDF tools, PostgreSQL)
# Run it as often as you like: what is already there is left alone.
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:-base}
case $level in
  base | postgres | dev) lock=requirements/$level.txt ;;
  check) lock=requirements/dev.txt ;;
  *)
    sed -n '2,7s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# A name on the path is not yet a Python that runs, so each candidate is asked its version.
find_python() {
  local candidate
  for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
}

# WeasyPrint opens these by name; asking the same way holds on any system. Prints the Debian packages that are missing.
missing_libraries() {
  "$1" - <<'PY'
import ctypes

WANTED = {
    "libpango-1.0-0": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.dylib"),
}


def opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


for package, names in WANTED.items():
    if not any(map(opens, names)):
        print(package)
PY
}

missing_programs() {
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || echo chromium
  command -v qpdf >/dev/null || echo qpdf
  command -v pdfinfo >/dev/null || echo poppler-utils
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || echo postgresql
}

# Installs Debian packages, or says the one line that does.
install_system() {
  [ $# -gt 0 ] || return 0
  command -v apt-get >/dev/null ||
    fail "Practice needs these system packages (Debian's names): $*. Install them and run this again."
  if [ "$(id -u)" -ne 0 ]; then
    fail "sudo apt-get install -y $*"
  fi
  say "Installing from Debian: $*"
  export DEBIAN_FRONTEND=noninteractive
  case " $* " in
    *" postgresql "*) # the checks start a cluster of their own; Debian need not make one
      mkdir -p /etc/postgresql-common/createcluster.d
      echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/practice.conf
      ;;
  esac
  apt-get update -qq </dev/null
  apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends "$@" </dev/null >/dev/null
}

python=$(find_python)
if [ -z "$python" ]; then
  install_system python3 python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  python=$(find_python)
  [ -n "$python" ] || fail "Practice needs Python 3.11 or newer. Install it, or name it: PYTHON=/path/to/python3.12 make setup"
fi

mapfile -t needed < <(
  missing_libraries "$python"
  "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
  if [ "$level" = check ]; then missing_programs; fi
)
install_system "${needed[@]}"

if ! .venv/bin/python -c '' 2>/dev/null; then
  say "Creating .venv with $("$python" --version)"
  rm -rf .venv
  "$python" -m venv .venv
fi

# One stamp per lock file: the hash of what was installed. A larger set holds the smaller ones.
wanted=$(cat "$lock" pyproject.toml scripts/setup.sh | sha256sum | cut -d' ' -f1)
stamp=.venv/.installed-$(basename "$lock" .txt)
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
  say "Installing the packages locked in $lock"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
  # The package itself is linked, not copied: templates/ and migrations/ are read from this checkout.
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
  .venv/bin/python -m pip check >/dev/null
  echo "$wanted" >"$stamp"
fi
