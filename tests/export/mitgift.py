"""A made-up Datenstand, publisher, rows and outlines for the tests of files (synthetisch)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sro.export.offen.gebiete import Umrisse
from sro.export.spalten import Beigabe, Zeile
from sro.model.datenstand import Datenstand, Herkunft
from sro.model.gebiet import Gebiet, GebietKey
from sro.model.herausgabe import Herausgabe
from sro.model.indikator import Katalog, Merkmal
from sro.model.wert import Beobachtung, Status
from sro.reference.herausgabe import LIZENZEN
from tests.beispiele import ANTEIL, DICHTE, area, seen

LUEBECK = Gebiet("stadt", "00", "Lübeck")
NAMEN = ("Innenstadt", "St. Jürgen", "Moisling", "Buntekuh", "Schlutup")
STADTTEILE = [Gebiet("stadtteil", f"{n:02d}", name, (), LUEBECK.key) for n, name in enumerate(NAMEN, start=1)]
KATALOG = Katalog((ANTEIL, DICHTE), tuple(Merkmal(i, i, 5) for i in ("kinder_sgb2", "unter_18", "hze", "unter_21")))
SYNTHETISCH = Herkunft(ANTEIL.id, "a.csv", "0" * 64, True)
DATENSTAND = Datenstand(3, dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC), "Test", True, (SYNTHETISCH,))
VORLAGE = Herausgabe("Musterstadt", "", LIZENZEN["dl-de/by-2-0"])
BESTAETIGT = replace(VORLAGE, bestaetigt=True, kontakt="jugend@example.org")
BEIGABE = Beigabe(DATENSTAND, VORLAGE)


def beobachtet(jahr: int = 2024, zaehler: int = 1234) -> list[Zeile]:
    """One of each status, in the order of Status, and the whole city."""
    nummern = [area(g.id) for g in STADTTEILE]
    found = [
        seen(ANTEIL, nummern[0], jahr, zaehler, 9000),
        seen(ANTEIL, nummern[1], jahr, 0, 700),
        seen(ANTEIL, nummern[2], jahr, None, 800),
        None,
        Beobachtung(ANTEIL.id, nummern[4], jahr, Status.NICHT_SINNVOLL, 3, 20),
    ]
    rows = [Zeile(gebiet, jahr, b) for gebiet, b in zip(STADTTEILE, found, strict=True)]
    return [*rows, Zeile(LUEBECK, jahr, seen(ANTEIL, GebietKey("stadt", "00"), jahr, 8000, 40000))]


def umrisse(quelle: str = "Schematische Karte, keine amtlichen Grenzen", schematisch: bool = True) -> Umrisse:
    def square(n: int) -> dict[str, object]:
        west = 10.6 + n / 100
        ring = [[west, 53.8], [west + 0.01, 53.8], [west + 0.01, 53.81], [west, 53.81], [west, 53.8]]
        return {"type": "Polygon", "coordinates": [ring]}

    return Umrisse("stadtteil", quelle, schematisch, {g.id: square(n) for n, g in enumerate(STADTTEILE)})
