#!/bin/sh
# Serves the app, once everything is installed: run.sh [PORT]. Tests and the benchmark start it the same way.
# VENV names another environment than .venv.
set -eu
cd "$(dirname "$0")/.."
port=${1:-8501}
bin=${VENV:-.venv}/bin

"$bin/python" -S scripts/check_port.py "$port"
"$bin/python" -m sro demo # does nothing where there is a Datenstand
exec "$bin/streamlit" run app.py --server.port "$port" --server.address localhost --server.headless true
