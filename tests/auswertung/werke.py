"""A made-up Datenstand (synthetisch) for the tests of what is put together: three districts, two of them with parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.datenstand import Datenstand, Herkunft
from sro.model.gebiet import Ebene, Gebiet, GebietKey, Stadt
from sro.model.indikator import Indikator, Katalog, Merkmal
from sro.model.wert import Beobachtung
from tests.beispiele import ANTEIL, DICHTE

A, B, C = (GebietKey("stadtteil", number) for number in ("01", "02", "03"))
A1 = GebietKey("stadtbezirk", "11")
GANZ = GebietKey("stadt", "00")

KLEINSTADT = Stadt(
    id="kleinstadt",
    name="Kleinstadt",
    ebenen=(
        Ebene("stadt", "Stadt", "Stadt", 0),
        Ebene("stadtteil", "Stadtteil", "Stadtteile", 1),
        Ebene("stadtbezirk", "Stadtbezirk", "Stadtbezirke", 2),
    ),
    gebiete=(
        Gebiet("stadt", "00", "Kleinstadt"),
        Gebiet("stadtteil", "01", "Altdorf", eltern=GANZ),
        Gebiet("stadtteil", "02", "Neudorf", eltern=GANZ),
        Gebiet("stadtteil", "03", "Feldmark", eltern=GANZ),
        Gebiet("stadtbezirk", "11", "Altdorf Mitte", eltern=A),
        Gebiet("stadtbezirk", "12", "Altdorf Rand", eltern=A),
    ),
)

LEUTE = replace(
    ANTEIL,
    id="unter_18",
    code="B9",
    kurzname="Unter 18-Jährige",
    thema="Bevölkerung",
    zaehler="bevoelkerung_0_18",
    nenner="bevoelkerung",
    gruppenschutz=False,
)
MERKMALE = (
    Merkmal("bevoelkerung", "Einwohner:innen insgesamt", 3, ("bevoelkerung_0_18", "bevoelkerung_18_plus")),
    Merkmal("bevoelkerung_0_18", "Einwohner:innen unter 18 Jahren", 3),
    Merkmal("bevoelkerung_18_plus", "Einwohner:innen ab 18 Jahren", 3),
)


def werk(
    *beobachtungen: Iterable[Beobachtung], indikatoren: tuple[Indikator, ...] = (LEUTE, ANTEIL, DICHTE)
) -> Zahlenwerk:
    """A Zahlenwerk over these observations."""
    alle = [b for gruppe in beobachtungen for b in gruppe]

    def lesen(indikator: str, ebene: str) -> list[Beobachtung]:
        return [b for b in alle if b.indikator == indikator and b.gebiet.ebene == ebene]

    herkunft = tuple(Herkunft(i.id, "made_up.csv", "0" * 64, synthetisch=True) for i in indikatoren)
    datenstand = Datenstand(7, dt.datetime(2025, 3, 1, tzinfo=dt.UTC), "Synthetisch", True, herkunft)
    return Zahlenwerk(datenstand, Katalog(indikatoren, MERKMALE), KLEINSTADT, lesen)
