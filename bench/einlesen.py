"""Imports tables as a person would on the command line, and watches what it takes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.usage import memory, tree
from scripts.app_server import ROOT
from sro.views.words import number

BESTAETIGT = ("sprung_zum_vorjahr", "gebietsstand_gewechselt", "jahre_lueckenhaft")  # made-up figures deserve it
STUFE = 0.2  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Aufwand:
    """Seconds and bytes of one import; `speicher` is the most that all its processes had at one moment."""

    dauer: float
    rechenzeit: float
    speicher: int
    ergebnis: str

    def __str__(self) -> str:
        return (
            f"{number(self.dauer, 1)} s, Rechenzeit {number(self.rechenzeit, 1)} s, "
            f"Arbeitsspeicher {number(self.speicher / 1e9, 2)} GB. {self.ergebnis}"
        )


def measured_import(files: Sequence[Path], env: Mapping[str, str]) -> Aufwand:
    """Imports one delivery into the database that `env` names. RuntimeError where nothing was stored."""
    reasons = [word for code in BESTAETIGT for word in ("--bestaetigen", f"{code}=Messung")]
    command = [sys.executable, "-m", "sro", "import", *map(str, files), "--wer", "Messung", *reasons]
    before, start, most = _cpu(), time.monotonic(), 0
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **env}, stdout=output)
        while process.poll() is None:
            most = max(most, sum(map(memory, tree(process.pid))))
            time.sleep(STUFE)
        took = time.monotonic() - start
        output.seek(0)
        last = output.read().rstrip().rpartition("\n")[2]
    if process.returncode:
        raise RuntimeError(last)
    return Aufwand(took, _cpu() - before, most, last)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
