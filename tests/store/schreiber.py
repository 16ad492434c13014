"""A process that releases one Datenstand after the other until it is killed; used by test_absturz."""

from __future__ import annotations

from multiprocessing.connection import Connection
from random import Random

from sro.model.akteur import Akteur, Rolle
from sro.model.datenstand import Datenstand, Herkunft
from sro.model.gebiet import GebietKey
from sro.model.protokoll import Angaben, Datei
from sro.model.wert import Beobachtung, Status
from sro.protect import Schutzbericht, Schutzergebnis
from sro.store import Store, open_store
from tests.intake.kleine_stadt import STADT

WER = Akteur("Schreiber", Rolle.PLANUNG)
NAMEN = ("ambulant", "hilfen", "stationaer")
ZEILEN = tuple(  # made before, so that a process is killed while it writes and not while it counts
    Beobachtung(NAMEN[n % 3], GebietKey("stadtteil", f"{n // 30:04}"), 2000 + n % 30, Status.OK, 10.0, 100.0, 10.0)
    for n in range(4000)
)


def write_until_killed(url: str, seed: int, told: Connection) -> None:
    """Says True where a release begins and False where it is done."""
    store, random = open_store(url, STADT), Random(seed)
    while True:
        rows = random.randrange(2000, len(ZEILEN))
        told.send(True)
        release(store, rows)
        told.send(False)


def release(store: Store, rows: int) -> Datenstand:
    """A Datenstand whose Schutzbericht says how many rows it has."""
    return store.publish(
        Schutzergebnis(ZEILEN[:rows], Schutzbericht(rows, 0, 0, 0, 0, None)),
        [Herkunft(name, "a.csv", "ab12", True) for name in NAMEN],
        f"{rows} Zeilen",
        wer=WER,
        stand=store.stand(),
        angaben=Angaben((Datei("a.csv", "ab12"),)),
    )
