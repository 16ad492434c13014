"""How cells hang together: a total and its parts, over the areas and over Merkmale (Hilfearten, age groups).

A cell that was not delivered but follows from the others of a relation is a virtual cell: never shown, yet an outsider
can compute it. Where several parts are missing, their sum is one virtual cell, the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sro.model.gebiet import GebietKey
from sro.model.indikator import Katalog
from sro.protect.regeln import schwellen
from sro.protect.zellen import Flaechen, Schluessel, Widerspruch


class Beziehung(NamedTuple):
    """summe = sum of teile."""

    summe: Schluessel
    teile: tuple[Schluessel, ...]

    @property
    def glieder(self) -> tuple[Schluessel, ...]:
        return (self.summe, *self.teile)


class Netz(NamedTuple):
    """All relations whose members are all cells; `virtuell` are those that nobody delivered.

    Values are None where a hidden cell's true value is not known.
    """

    beziehungen: list[Beziehung]
    virtuell: dict[Schluessel, float | None]
    teile_von: dict[Schluessel, tuple[str, ...]]  # the Merkmale that a virtual cell counts


def netz(zellen: Iterable[Schluessel], werte: dict[Schluessel, float], katalog: Katalog, flaechen: Flaechen) -> Netz:
    """The relations between `zellen`. Widerspruch where known values do not add up."""
    bekannt: dict[Schluessel, float | None] = {zelle: werte.get(zelle) for zelle in zellen}
    moegliche = list(_moegliche(bekannt, katalog, flaechen))
    virtuell = _erschlossene(moegliche, bekannt)
    teile_von: dict[Schluessel, tuple[str, ...]] = {zelle: (zelle.merkmal,) for zelle in virtuell}
    beziehungen = []
    for beziehung in moegliche:
        ganz = _mit_rest(beziehung, bekannt, virtuell, teile_von)
        if ganz:
            _pruefen(ganz, bekannt)
            beziehungen.append(ganz)
    _pruefen_vorzeichen(virtuell, teile_von, katalog)
    return Netz(beziehungen, virtuell, teile_von)


def _moegliche(bekannt: Iterable[Schluessel], katalog: Katalog, flaechen: Flaechen) -> Iterator[Beziehung]:
    """Every relation that could exist for the years and areas at hand, in a fixed order; none without a threshold."""
    streng = schwellen(katalog)
    gruppen = sorted({(zelle.merkmal, zelle.jahr) for zelle in bekannt if zelle.merkmal in streng})
    eltern = _eltern(flaechen)
    for merkmal, jahr in gruppen:
        for oben, unten in eltern:
            yield Beziehung(Schluessel(merkmal, jahr, oben), tuple(Schluessel(merkmal, jahr, k) for k in unten))
    orte = sorted({flaechen[gebiet.key] for gebiet in flaechen.stadt.gebiete})
    jahre = sorted({jahr for _, jahr in gruppen})
    for summe in katalog.merkmale:
        if not summe.summe_aus or streng.keys().isdisjoint((summe.id, *summe.summe_aus)):
            continue
        for jahr in jahre:
            for ort in orte:
                teile = tuple(Schluessel(teil, jahr, ort) for teil in summe.summe_aus)
                yield Beziehung(Schluessel(summe.id, jahr, ort), teile)


def _eltern(flaechen: Flaechen) -> list[tuple[GebietKey, tuple[GebietKey, ...]]]:
    stadt = flaechen.stadt
    familien = ((g.key, stadt.children(g.key)) for g in stadt.gebiete)
    return [(flaechen[key], tuple(kind.key for kind in kinder)) for key, kinder in familien if len(kinder) > 1]


def _erschlossene(
    moegliche: list[Beziehung], bekannt: dict[Schluessel, float | None]
) -> dict[Schluessel, float | None]:
    """Adds to `bekannt`, until nothing changes, each cell that is the only unknown one of a relation."""
    virtuell: dict[Schluessel, float | None] = {}
    neu = True
    while neu:
        neu = False
        for beziehung in moegliche:
            fehlend = [glied for glied in beziehung.glieder if glied not in bekannt]
            if len(fehlend) == 1:
                bekannt[fehlend[0]] = virtuell[fehlend[0]] = _wert(fehlend[0], beziehung, bekannt)
                neu = True
    return virtuell


def _wert(gesucht: Schluessel, beziehung: Beziehung, bekannt: dict[Schluessel, float | None]) -> float | None:
    teile = [bekannt[t] for t in beziehung.teile if t != gesucht]
    summe_teile = sum(t for t in teile if t is not None)
    if gesucht == beziehung.summe:
        return None if None in teile else summe_teile
    summe = bekannt[beziehung.summe]
    return None if summe is None or None in teile else summe - summe_teile


def _mit_rest(
    beziehung: Beziehung,
    bekannt: dict[Schluessel, float | None],
    virtuell: dict[Schluessel, float | None],
    teile_von: dict[Schluessel, tuple[str, ...]],
) -> Beziehung | None:
    """The relation with its unknown parts taken together; None where the sum or all parts are unknown."""
    da = tuple(teil for teil in beziehung.teile if teil in bekannt)
    if beziehung.summe not in bekannt or not da:
        return None
    fehlend = [teil for teil in beziehung.teile if teil not in bekannt]
    if not fehlend:
        return beziehung
    rest = _rest(fehlend)
    ganz = Beziehung(beziehung.summe, (*da, rest))
    bekannt[rest] = virtuell[rest] = _wert(rest, ganz, bekannt)
    teile_von[rest] = tuple(dict.fromkeys(teil.merkmal for teil in fehlend))
    return ganz


def _rest(fehlend: list[Schluessel]) -> Schluessel:
    merkmale = " + ".join(dict.fromkeys(teil.merkmal for teil in fehlend))
    orte = " + ".join(dict.fromkeys(teil.gebiet.id for teil in fehlend))
    return Schluessel(merkmale, fehlend[0].jahr, GebietKey(fehlend[0].gebiet.ebene, orte))


def _pruefen(beziehung: Beziehung, bekannt: dict[Schluessel, float | None]) -> None:
    summe, teile = bekannt[beziehung.summe], [bekannt[teil] for teil in beziehung.teile]
    if summe is None or None in teile:
        return
    gezaehlt = sum(teil for teil in teile if teil is not None)
    if abs(gezaehlt - summe) > 1e-6 * max(1.0, abs(summe)):
        raise Widerspruch(
            f"{beziehung.summe} ist {summe:g}, die Teile ergeben {gezaehlt:g}. Bitte Summe oder Teile berichtigen."
        )


def _pruefen_vorzeichen(
    virtuell: dict[Schluessel, float | None], teile_von: dict[Schluessel, tuple[str, ...]], katalog: Katalog
) -> None:
    for zelle, wert in virtuell.items():
        if wert is None or wert > -1e-6 or any(katalog.merkmal(m).negativ_moeglich for m in teile_von[zelle]):
            continue
        raise Widerspruch(f"{zelle} wäre als Rest {wert:g}: Die gelieferten Teile übersteigen ihre Summe.")
