"""Made-up profiles (synthetisch): the usual one, and those that figures are hard to make of."""

from __future__ import annotations

from dataclasses import replace

from sro.auswertung.profil.profil import Profil, profile
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.export.spalten import Beigabe
from sro.model.indikator import Merkmal, Reihenbruch
from sro.views.karte.umriss import Grenzen
from tests.auswertung.werke import GANZ, LEUTE, A, B, werk
from tests.beispiele import ANTEIL, DICHTE, seen, years
from tests.export.mitgift import VORLAGE

SQUARE = [[[10.0, 53.0], [10.1, 53.0], [10.1, 53.1], [10.0, 53.1], [10.0, 53.0]]]
GRENZEN: Grenzen = {
    "quelle": "Schematische Grenzen",
    "features": [
        {"properties": {"id": key.id}, "geometry": {"type": "Polygon", "coordinates": SQUARE}} for key in (A, B)
    ],
}
JUNGE = replace(LEUTE, name="Anteil der unter 18-Jährigen")
MERKMALE = tuple(Merkmal(name, name, 5) for name in ("kinder_sgb2", "unter_18", "hze", "unter_21"))
GEBROCHEN = replace(ANTEIL, reihenbrueche=(Reihenbruch(2018, "neue Zählung"),))
COUNTS: dict[str, list[int | None]] = {
    "usual": [100, 120, 140, 160, 180, 200],
    "gap": [100, 120, None, 160, 180, 200],
    "hidden": [None] * 6,
    "zero": [0] * 6,
    "single": [100],
    "constant": [100] * 6,
}


def figures(kind: str) -> Zahlenwerk:
    """Years from 2015 on; "alone": no other area and no city has a value; "broken": a series break in 2018."""
    counts = COUNTS[kind if kind in COUNTS else "usual"]
    city = [None if n is None else 3 * n for n in counts]
    around = [*years(ANTEIL, B, counts), *years(ANTEIL, GANZ, city, 3000), seen(JUNGE, B, 2024, 200)]
    made = werk(
        [seen(JUNGE, A, 2024, 200), seen(DICHTE, GANZ, 2024, 90)],
        years(ANTEIL, A, counts),
        [] if kind == "alone" else around,
        indikatoren=(JUNGE, GEBROCHEN if kind == "broken" else ANTEIL, DICHTE),
    )
    return replace(made, katalog=replace(made.katalog, merkmale=(*made.katalog.merkmale, *MERKMALE)))


def district(kind: str) -> Profil:
    return profile(figures(kind), A)


def gift(zahlen: Zahlenwerk) -> Beigabe:
    return Beigabe(zahlen.datenstand, VORLAGE)
