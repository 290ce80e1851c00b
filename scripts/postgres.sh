#!/usr/bin/env bash
# A PostgreSQL of our own for the tests: in a folder, on this machine's loopback address, gone afterwards.
#   scripts/postgres.sh run COMMAND…   start it, run the command with its address, stop it
#   scripts/postgres.sh start FOLDER   start it in a new folder and print its address
#   scripts/postgres.sh stop FOLDER    stop it and remove the folder
# The address is handed over as PRACTICE_TEST_POSTGRES_URL. If that is set already, `run` uses it and starts nothing.
set -euo pipefail
shopt -s inherit_errexit

usage() {
  sed -n '2,6s/^# \{0,1\}//p' "$0"
  exit 2
}

# PostgreSQL refuses to run as root, so root hands over to the account that Debian's package made.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

programs() {
  local newest
  newest=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1) || true
  [ -n "$newest" ] || newest=$(dirname "$(command -v initdb)") 2>/dev/null || true
  if [ ! -x "$newest/initdb" ]; then
    echo "PostgreSQL is not installed. Run: make setup-check" >&2
    exit 1
  fi
  echo "$newest"
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
  local folder=$1 bin port password
  bin=$(programs)
  port=$(free_port)
  password=$(python3 -c 'import secrets; print(secrets.token_hex(16))')
  mkdir -p "$folder"
  printf '%s' "$password" >"$folder/password"
  chmod 700 "$folder"
  if [ "$(id -u)" -eq 0 ]; then chown -R postgres: "$folder"; fi
  if ! as_owner test -r "$folder/password"; then
    echo "The postgres account cannot reach $folder. Choose a folder directly under /tmp." >&2
    exit 1
  fi
  cd "$folder"
  as_owner "$bin/initdb" --pgdata="$folder/data" --username=practice --pwfile="$folder/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log"
  # Nothing here outlives the run, so nothing need reach the disk before the next statement.
  as_owner "$bin/pg_ctl" start --pgdata="$folder/data" --log="$folder/server.log" --wait --silent \
    --options="-p $port -k $folder -h 127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
    >/dev/null
  PGPASSWORD=$password "$bin/createdb" --host=127.0.0.1 --port="$port" --username=practice practice
  echo "postgresql+psycopg://practice:$password@127.0.0.1:$port/practice"
}

stop() {
  local folder=$1
  [ -f "$folder/data/PG_VERSION" ] || return 0
  cd "$folder"
  as_owner "$(programs)/pg_ctl" stop --pgdata="$folder/data" --mode=immediate --silent >/dev/null || true
  cd /
  rm -rf "$folder"
}

run() {
  if [ -n "${PRACTICE_TEST_POSTGRES_URL:-}" ]; then exec "$@"; fi
  folder=$(mktemp -d)
  trap 'stop "$folder"; rm -rf "$folder"' EXIT
  PRACTICE_TEST_POSTGRES_URL=$(start "$folder")
  export PRACTICE_TEST_POSTGRES_URL
  "$@"
}

[ $# -ge 2 ] || usage
action=$1
shift
case $action in
  run) run "$@" ;;
  start | stop) "$action" "$(realpath -m "$1")" ;;
  *) usage ;;
esac
