"""A publication in pieces that tell nothing about each other: years, and together the years that a window covers.

Sums stay within a year, so every piece can be protected for itself, in a process of its own as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scipy.cluster.hierarchy import DisjointSet

from sro.model.buendelung import zeitraum
from sro.model.wert import Beobachtung
from sro.protect.rohwert import Rohwert


@dataclass(frozen=True, slots=True)
class Jahrgang:
    """The rows of some years: delivered, staying published, and of earlier publications by name."""

    jahre: tuple[int, ...]
    rohwerte: list[Rohwert] = field(default_factory=list, repr=False)
    bestand: list[Beobachtung] = field(default_factory=list, repr=False)
    frueher: dict[str, list[Beobachtung]] = field(default_factory=dict, repr=False)


def jahrgaenge(
    rohwerte: Sequence[Rohwert], bestand: Sequence[Beobachtung], frueher: Mapping[str, Sequence[Beobachtung]]
) -> list[Jahrgang]:
    """The pieces by their first year, rows in the order given, without years that only earlier publications have."""
    neu = _zeitraeume(rohwerte) | _zeitraeume(bestand)
    verbunden = _verbunden(neu.union(*map(_zeitraeume, frueher.values())))
    stuecke: dict[int, Jahrgang] = {}
    for jahr in sorted(jahr for jahr, _ in neu):
        jahre = tuple(sorted(verbunden.subset(jahr)))
        stueck = stuecke.get(jahre[0]) or Jahrgang(jahre)
        stuecke.update(dict.fromkeys(jahre, stueck))
    for roh in rohwerte:
        stuecke[roh.jahr].rohwerte.append(roh)
    for b in bestand:
        stuecke[b.jahr].bestand.append(b)
    for name, beobachtungen in frueher.items():
        for b in beobachtungen:
            if b.jahr in stuecke:
                stuecke[b.jahr].frueher.setdefault(name, []).append(b)
    return [stueck for jahr, stueck in sorted(stuecke.items()) if jahr == stueck.jahre[0]]


def _zeitraeume(zeilen: Iterable[Rohwert | Beobachtung]) -> set[tuple[int, int]]:
    """Last year and number of years of each period that occurs."""
    return {(zeile.jahr, zeile.jahre) for zeile in zeilen}


def _verbunden(zeitraeume: Iterable[tuple[int, int]]) -> DisjointSet:
    """The years, those of one window together."""
    jahre = DisjointSet(sorted({jahr for zeit in zeitraeume for jahr in zeitraum(*zeit)}))
    for letztes, anzahl in zeitraeume:
        for jahr in zeitraum(letztes, anzahl):
            jahre.merge(letztes, jahr)
    return jahre
