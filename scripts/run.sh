#!/bin/sh
# Serves the app, once everything is installed: run.sh [PORT]. Tests and the benchmark start it the same way.
# VENV names another environment than .venv.
set -eu
cd "$(dirname "$0")/.."
port=${1:-8501}
bin=${VENV:-.venv}/bin

"$bin/python" -S scripts/check_port.py "$port"
# Fills an empty store with the demo data. Where the database file is there already, a second is saved by not asking.
if [ -n "${SRO_DATABASE_URL:-}" ] || [ ! -f "${SRO_VAR:-var}/sro.sqlite" ]; then
  "$bin/python" -m sro demo
fi
exec "$bin/streamlit" run app.py --server.port "$port" --server.address localhost --server.headless true
