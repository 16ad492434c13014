"""A publication in pieces that tell nothing about each other: years, and together what windows and shares tie.

Sums stay within the year that is counted, so every piece can be protected for itself, in a process of its own as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect.beziehungen import Gruppe, familien_von
from sro.protect.deckung import stuecke
from sro.protect.rohwert import Rohwert

Reihe = tuple[str, int, int]  # an indicator, the last year and the number of years


@dataclass(frozen=True, slots=True)
class Jahrgang:
    """The rows of one piece: delivered, staying published, and of earlier publications by name."""

    rohwerte: list[Rohwert] = field(default_factory=list, repr=False)
    bestand: list[Beobachtung] = field(default_factory=list, repr=False)
    frueher: dict[str, list[Beobachtung]] = field(default_factory=dict, repr=False)


def reihe(zeile: Rohwert | Beobachtung) -> Reihe:
    return zeile.indikator, zeile.jahr, zeile.jahre


def aufgeteilt(
    rohwerte: Iterable[Rohwert],
    bestand: Iterable[Beobachtung],
    frueher: Mapping[str, Iterable[Beobachtung]],
    katalog: Katalog,
) -> dict[Reihe, int]:
    """For all rows of an indicator and year the piece, named by its first year; rows of others than the catalogue's
    are in none.
    """
    zeilen: Iterator[Rohwert | Beobachtung] = chain(rohwerte, bestand, *frueher.values())
    reihen = sorted({reihe(zeile) for zeile in zeilen})
    familien = familien_von(katalog)

    def gruppe(merkmal: str, jahr: int, jahre: int) -> Gruppe:
        return familien[merkmal], jahr - (merkmal in katalog.vorjahr), jahre

    paare = {
        (name, jahr, jahre): (gruppe(katalog[name].zaehler, jahr, jahre), gruppe(katalog[name].nenner, jahr, jahre))
        for name, jahr, jahre in reihen
        if name in katalog
    }
    stueck_von = stuecke(set(chain(*paare.values())), paare.values())
    return {eine: stueck_von[zaehler] for eine, (zaehler, _) in paare.items()}


def jahrgaenge(
    rohwerte: Sequence[Rohwert],
    bestand: Sequence[Beobachtung],
    frueher: Mapping[str, Sequence[Beobachtung]],
    aufteilung: Mapping[Reihe, int],
) -> dict[int, Jahrgang]:
    """The pieces by their name, rows in the order given, without pieces that only earlier publications have."""
    zeilen: Iterator[Rohwert | Beobachtung] = chain(rohwerte, bestand)
    namen = {aufteilung[eine] for eine in {reihe(zeile) for zeile in zeilen} if eine in aufteilung}
    gefunden = {name: Jahrgang() for name in sorted(namen)}
    for roh in rohwerte:
        gefunden[aufteilung[reihe(roh)]].rohwerte.append(roh)
    for b in bestand:
        if reihe(b) in aufteilung:
            gefunden[aufteilung[reihe(b)]].bestand.append(b)
    for name, beobachtungen in frueher.items():
        for b in beobachtungen:
            stueck = gefunden.get(aufteilung.get(reihe(b), 0))
            if stueck:
                stueck.frueher.setdefault(name, []).append(b)
    return gefunden
