#!/bin/sh
# Makes .venv with Python 3.11 or newer. PYTHON= names one; otherwise the first suitable one on the path is taken.
set -eu
cd "$(dirname "$0")/.."

suits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if suits "$candidate"; then
            echo "$candidate"
            return
        fi
    done
}

if [ -n "${PYTHON:-}" ]; then
    if ! suits "$PYTHON"; then
        echo "PYTHON=$PYTHON ist kein Python ab 3.11. Bitte ein neueres angeben, etwa: make run PYTHON=python3.12" >&2
        exit 1
    fi
else
    PYTHON=$(find_python)
    if [ -z "$PYTHON" ]; then
        found=$(python3 --version 2>/dev/null || echo "keines")
        echo "Gebraucht wird Python ab 3.11, gefunden wurde: $found." >&2
        echo "Bitte installieren (Debian: apt install python3 python3-venv) oder angeben: make run PYTHON=/pfad/zu/python3.12" >&2
        exit 1
    fi
fi

if ! "$PYTHON" -c 'import venv, ensurepip' >/dev/null 2>&1; then
    echo "Zu $("$PYTHON" --version) fehlt das Modul venv. Debian und Ubuntu: apt install python3-venv" >&2
    exit 1
fi

echo "Richte .venv mit $("$PYTHON" --version) ein …"
rm -rf .venv
"$PYTHON" -m venv .venv
