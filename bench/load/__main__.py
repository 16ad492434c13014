"""`make load`: steps of load at one and two processes; `make load DAUER=30`: the long run, in minutes."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.document import Section, put
from bench.load import soak, stages
from bench.load.report import soak_section, soak_verdict, stages_section, stages_verdict
from bench.machine import described
from scripts.app_server import ROOT

DOCUMENT = ROOT / "docs" / "performance.md"
SESSIONS, PROCESSES, SECONDS = 50, (1, 2), 120.0


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _end)  # else the servers would live on
    section, good = _long_run(chosen) if chosen.dauer else _steps(chosen)
    print(section.body)
    if not chosen.probe:
        put(DOCUMENT, [section])
    return 0 if good else 1


def _end(_signal: int, _frame: object) -> None:
    raise SystemExit(1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--dauer", type=float, default=0.0, help="Minuten des Dauerlaufs; ohne ihn die Laststufen")
    parser.add_argument("--sekunden", type=float, default=SECONDS, help="Sekunden je Stufe")
    parser.add_argument("--sitzungen", type=int, nargs="*", help="Sitzungen je Stufe, im Dauerlauf eine Zahl")
    parser.add_argument("--prozesse", type=int, nargs="*", help="Zahl der Serverprozesse")
    parser.add_argument("--probe", action="store_true", help="nichts in docs/performance.md schreiben")
    return parser


def _steps(chosen: argparse.Namespace) -> tuple[Section, bool]:
    found = []
    for processes in chosen.prozesse or PROCESSES:
        with tempfile.TemporaryDirectory() as folder:
            sessions = chosen.sitzungen or stages.SESSIONS
            found.append(stages.measure(processes, sessions, chosen.sekunden, Path(folder)))
    return stages_section(found, chosen.sekunden, described()), all(map(stages_verdict, found))


def _long_run(chosen: argparse.Namespace) -> tuple[Section, bool]:
    with tempfile.TemporaryDirectory() as folder:
        [processes], [sessions] = chosen.prozesse or [1], chosen.sitzungen or [SESSIONS]
        found = soak.measure(processes, sessions, chosen.dauer, Path(folder))
    return soak_section(found, described()), soak_verdict(found)


if __name__ == "__main__":
    sys.exit(main())
