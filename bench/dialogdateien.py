"""How long the files of a dialogue take: every format of every demo dialogue, and all of them in one ZIP.

`python -m bench.dialogdateien` fills a store of its own with the demo data and prints the first time, in which the
libraries are loaded too, and the slowest of the next ones. The goal: at most 3 seconds a file.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from statistics import mean

from bench.machine import processor
from sro.cli import demo
from sro.cli.demostimmen import fill_voices
from sro.cli.dialogbericht import material
from sro.export.dialog.dateien import Dialogformat, Dialogstoff
from sro.model.dialog import Dialog
from sro.store import open_store
from sro.views.words import number

GOAL, ROUNDS = 3.0, 5  # seconds a file, rounds after the first


@dataclass(frozen=True, slots=True)
class Dauer:
    """Seconds of one file: the first time, and all others over dialogues and rounds."""

    was: str
    erstes: float
    weitere: tuple[float, ...]

    @property
    def erreicht(self) -> bool:
        return max(self.erstes, *self.weitere) <= GOAL

    def __str__(self) -> str:
        later = f"danach im Mittel {number(mean(self.weitere), 2)} s, höchstens {number(max(self.weitere), 2)} s"
        word = "eingehalten" if self.erreicht else "überschritten"
        return f"{self.was}: zuerst {number(self.erstes, 2)} s, {later}; Ziel {number(GOAL)} s {word}"


def measure(stoffe: list[Dialogstoff], rounds: int = ROUNDS) -> Iterator[Dauer]:
    for form in Dialogformat:
        yield _timed(form.value, [partial(one.file, form) for one in stoffe], rounds)
    yield _timed("alles als ZIP", [one.package for one in stoffe], rounds)


def _timed(was: str, makers: list[Callable[[], bytes]], rounds: int) -> Dauer:
    first, *others = [_seconds(make) for _ in range(rounds) for make in makers]
    return Dauer(was, first, tuple(others))


def _seconds(make: Callable[[], bytes]) -> float:
    start = time.perf_counter()
    make()
    return time.perf_counter() - start


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SRO_VAR"] = folder
        os.environ.pop("SRO_DATABASE_URL", None)
        store = open_store()
        demo.fill(store, demo.DEMO)
        fill_voices(store, demo.STIMMEN, wer=demo.WER)
        dialoge = [akte.id for akte in store.akten.bestand().von(Dialog)]
        found = list(measure([material(store, one) for one in dialoge]))
        store.close()
    print(f"{processor()}, {os.cpu_count()} Kerne", *found, sep="\n")
    return 0 if all(one.erreicht for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
