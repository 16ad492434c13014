"""How cells hang together: a total and its parts, over areas, over Merkmale (Hilfearten, age groups) and over years.

A pooled cell is the sum of its years. All else that is known of it follows from what is known of them, so its years are
part of the system even where nobody delivered any of them.

A cell that was not delivered but follows from the delivered ones, by however many relations, is a virtual cell: never
shown, yet an outsider can compute it. Several missing parts of a known sum are one more virtual cell, the rest. What
was neither delivered nor follows is free: an outsider knows no more of it than the relations say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from sro.model.buendelung import zeitraum
from sro.model.gebiet import GebietKey
from sro.model.indikator import Katalog, Merkmal
from sro.protect.aufloesung import Kombination, Unabhaengige, aufloesen, eingesetzt
from sro.protect.regeln import schwellen
from sro.protect.zellen import Flaechen, Schluessel, Widerspruch

Gruppe = tuple[str, int, int]  # a family of Merkmale, the last year and the number of years
Vorhanden = Mapping[tuple[str, int, int], set[GebietKey]]  # a Merkmal, last year and number of years → areas


class Beziehung(NamedTuple):
    """summe = sum of teile."""

    summe: Schluessel
    teile: tuple[Schluessel, ...]

    @property
    def ueber_gebiete(self) -> bool:
        return self.summe.merkmal == self.teile[0].merkmal and self.summe.jahre == 1

    @property
    def glieder(self) -> tuple[Schluessel, ...]:
        return (self.summe, *self.teile)

    @property
    def gleichung(self) -> Kombination:
        return {self.summe: -1.0, **dict.fromkeys(self.teile, 1.0)}


class Netz(NamedTuple):
    """All that ties the cells together: each equation's weighted sum is zero. Virtual and free cells nobody delivered.

    Values are None where a hidden cell's true value is not known.
    """

    gleichungen: list[Kombination]
    virtuell: dict[Schluessel, float | None]
    frei: set[Schluessel]
    teile_von: dict[Schluessel, tuple[str, ...]]  # the Merkmale that a virtual cell counts


def netz(zellen: Iterable[Schluessel], werte: dict[Schluessel, float], katalog: Katalog, flaechen: Flaechen) -> Netz:
    """The equations between `zellen`. Widerspruch where known values do not add up."""
    folge = sorted(zellen)
    geliefert = set(folge)
    vorhanden = _vorhanden(folge)
    orte = _orte(vorhanden, katalog, flaechen)
    moegliche = [*_moegliche(orte, katalog, flaechen), *_fenster(folge, katalog)]
    loesende = _loesende(moegliche, orte, vorhanden, familien_von(katalog))
    geloest = aufloesen([b.gleichung for b in loesende], geliefert)
    teile_von: dict[Schluessel, tuple[str, ...]] = {zelle: (zelle.merkmal,) for zelle in geloest}
    offene = mit_rest(moegliche, geliefert, geloest, teile_von)
    virtuell = {zelle: _wert(kombination, werte) for zelle, kombination in geloest.items()}
    _pruefen(moegliche, {**virtuell, **werte} if virtuell else werte)
    _pruefen_vorzeichen(virtuell, teile_von, katalog)
    gleichungen = _gleichungen(moegliche, geliefert, geloest, offene)
    frei = {zelle for g in gleichungen for zelle in g} - geliefert - geloest.keys()
    return Netz(gleichungen, virtuell, frei, teile_von)


def _vorhanden(geliefert: Iterable[Schluessel]) -> Vorhanden:
    vorhanden = defaultdict(set)
    for merkmal, jahr, gebiet, jahre in geliefert:
        vorhanden[merkmal, jahr, jahre].add(gebiet)
    return vorhanden


def _orte(vorhanden: Vorhanden, katalog: Katalog, flaechen: Flaechen) -> dict[Gruppe, set[GebietKey]]:
    """For each family of Merkmale and single year the areas that its figures have to do with."""
    streng, familien = schwellen(katalog), familien_von(katalog)
    gruppen: defaultdict[Gruppe, set[GebietKey]] = defaultdict(set)
    for (merkmal, letztes, jahre), gebiete in vorhanden.items():
        if merkmal in streng:
            for jahr in zeitraum(letztes, jahre):
                gruppen[familien[merkmal], jahr, 1] |= gebiete
    return {gruppe: flaechen.beruehrt_von(gebiete) for gruppe, gebiete in sorted(gruppen.items())}


def _fenster(geliefert: Iterable[Schluessel], katalog: Katalog) -> Iterator[Beziehung]:
    """Each pooled cell about persons as the sum of its years."""
    streng = schwellen(katalog)
    for zelle in geliefert:
        if zelle.jahre > 1 and zelle.merkmal in streng:
            yield Beziehung(zelle, zelle.einzelne)


def _loesende(
    moegliche: list[Beziehung],
    orte: Mapping[Gruppe, set[GebietKey]],
    vorhanden: Vorhanden,
    familien: Mapping[str, str],
) -> list[Beziehung]:
    """The relations that undelivered cells can follow from.

    Where all areas of a group have the same Merkmale, sums over areas tell nothing that one area's own sums do not
    tell: numbers that fulfil the sums of one area, spread over the areas, fulfil all, so what is open in one is open in
    all of them. Not so where a window ties an area to other years.
    """
    ungleich: set[Gruppe] = set()
    for (merkmal, letztes, jahre), gebiete in vorhanden.items():
        gruppen = [(familien[merkmal], jahr, 1) for jahr in zeitraum(letztes, jahre)]
        if jahre > 1 or not gebiete.issuperset(orte.get(gruppen[0], ())):
            ungleich.update(gruppen)
    return [b for b in moegliche if not b.ueber_gebiete or (familien[b.summe.merkmal], b.summe.jahr, 1) in ungleich]


def _moegliche(orte: Mapping[Gruppe, set[GebietKey]], katalog: Katalog, flaechen: Flaechen) -> Iterator[Beziehung]:
    """Every relation that could exist for the years and areas at hand, in a fixed order; none without a threshold.

    Relations over Merkmale come first: a cell that follows from its own area shall be seen as that.
    """
    streng = schwellen(katalog)
    familien = familien_von(katalog)
    for (familie, jahr, _), beruehrt in orte.items():
        summen = flaechen.summen(beruehrt)
        merkmale = [m for m in katalog.merkmale if familien[m.id] == familie]
        yield from ueber_merkmale([m for m in merkmale if zaehlt(m, streng)], jahr, sorted(beruehrt))
        for merkmal in (m.id for m in merkmale if m.id in streng):
            for oben, unten in summen:
                teile = tuple(flaechen.zelle(merkmal, jahr, kind) for kind in unten)
                yield Beziehung(flaechen.zelle(merkmal, jahr, oben), teile)


def ueber_merkmale(merkmale: Iterable[Merkmal], jahr: int, orte: Iterable[GebietKey]) -> Iterator[Beziehung]:
    for ort in orte:
        for summe in merkmale:
            for zerlegung in summe.zerlegungen:
                teile = tuple(Schluessel(teil, jahr, ort) for teil in zerlegung)
                yield Beziehung(Schluessel(summe.id, jahr, ort), teile)


def zaehlt(summe: Merkmal, streng: Mapping[str, int]) -> bool:
    """Whether a Merkmal is a sum about persons."""
    return bool(summe.zerlegungen) and not streng.keys().isdisjoint((summe.id, *chain(*summe.zerlegungen)))


def familien_von(katalog: Katalog) -> dict[str, str]:
    """For each Merkmal one name for all that sums tie it to."""
    familie = {m.id: m.id for m in katalog.merkmale}
    for summe in katalog.merkmale:
        alte = {familie[m] for m in (summe.id, *chain(*summe.zerlegungen))}
        familie.update({m: familie[summe.id] for m, f in familie.items() if f in alte})
    return familie


def mit_rest(
    moegliche: list[Beziehung],
    geliefert: set[Schluessel],
    geloest: dict[Schluessel, Kombination],
    teile_von: dict[Schluessel, tuple[str, ...]],
) -> list[Kombination]:
    """The equations with free cells. Where they are parts of a known sum, the rest is solved and added to `geloest`."""
    bekannt = geliefert | geloest.keys()
    offene = []
    for beziehung in moegliche:
        if bekannt.issuperset(beziehung.glieder):
            continue
        fehlend = sorted(teil for teil in beziehung.teile if teil not in bekannt)
        offene.append(eingesetzt(beziehung.gleichung, geloest))
        if beziehung.summe in bekannt and len(fehlend) < len(beziehung.teile):
            rest = _rest(fehlend)
            ohne = {z: -gewicht for z, gewicht in beziehung.gleichung.items() if z not in fehlend}
            geloest.setdefault(rest, eingesetzt(ohne, geloest))
            teile_von[rest] = tuple(dict.fromkeys(teil.merkmal for teil in fehlend))
    return offene


def _rest(fehlend: list[Schluessel]) -> Schluessel:
    merkmale = " + ".join(dict.fromkeys(teil.merkmal for teil in fehlend))
    orte = " + ".join(dict.fromkeys(teil.gebiet.id for teil in fehlend))
    jahre = dict.fromkeys(teil.jahr for teil in fehlend)
    if len(jahre) > 1:
        merkmale = f"{merkmale} ({' + '.join(map(str, jahre))})"
    return Schluessel(merkmale, fehlend[-1].jahr, GebietKey(fehlend[0].gebiet.ebene, orte), len(jahre))


def _gleichungen(
    moegliche: list[Beziehung],
    geliefert: set[Schluessel],
    geloest: dict[Schluessel, Kombination],
    offene: list[Kombination],
) -> list[Kombination]:
    """Relations as they were delivered, virtual cells by delivered ones, and what else is not said by these."""
    ist_ganz = [geliefert.issuperset(b.glieder) for b in moegliche]
    ganze = [b.gleichung for b, ganz in zip(moegliche, ist_ganz, strict=True) if ganz]
    andere = [b for b, ganz in zip(moegliche, ist_ganz, strict=True) if not ganz]
    bekannt = geliefert | geloest.keys()
    weitere = [eingesetzt(b.gleichung, geloest) for b in andere if bekannt.issuperset(b.glieder)]
    neue = _neue(ganze, [*weitere, *_verbundene(offene, geliefert)])
    return [*ganze, *({zelle: -1.0, **kombination} for zelle, kombination in geloest.items()), *neue]


def _neue(gleichungen: list[Kombination], weitere: list[Kombination]) -> list[Kombination]:
    """Those of `weitere` that say something new, in this order."""
    if not weitere:
        return []
    unabhaengige = Unabhaengige()
    for gleichung in gleichungen:
        unabhaengige.aufnehmen(gleichung)
    return [gleichung for gleichung in weitere if unabhaengige.aufnehmen(gleichung)]


def _verbundene(offene: list[Kombination], geliefert: set[Schluessel]) -> list[Kombination]:
    """Equations whose free cells occur in others too; the rest of an equation says all that a lone one could say."""
    while True:
        wie_oft = Counter(zelle for gleichung in offene for zelle in gleichung if zelle not in geliefert)
        bleibt = [g for g in offene if not _nichtssagend(g, wie_oft)]
        if len(bleibt) == len(offene):
            return offene
        offene = bleibt


def _nichtssagend(gleichung: Kombination, wie_oft: Mapping[Schluessel, int]) -> bool:
    """Whether free cells that occur nowhere else can take up whatever the other cells are."""
    frei = [gewicht for zelle, gewicht in gleichung.items() if zelle in wie_oft]
    allein = [gewicht for zelle, gewicht in gleichung.items() if wie_oft.get(zelle) == 1]
    return len(allein) == len(frei) or any(gewicht < 0 for gewicht in allein)


def _wert(kombination: Kombination, werte: Mapping[Schluessel, float]) -> float | None:
    if not werte.keys() >= kombination.keys():
        return None
    return sum(gewicht * werte[zelle] for zelle, gewicht in kombination.items())


def _pruefen(beziehungen: list[Beziehung], werte: Mapping[Schluessel, float | None]) -> None:
    for beziehung in beziehungen:
        summe, teile = werte.get(beziehung.summe), [werte.get(teil) for teil in beziehung.teile]
        if summe is None or None in teile:
            continue
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
