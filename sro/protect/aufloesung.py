"""Which undelivered cells follow from the delivered ones: linear elimination, over all relations together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from sro.protect.zellen import Schluessel

Kombination = dict[Schluessel, float]  # cells with their weights; as an equation, their weighted sum is zero

NULL = 1e-9


def aufloesen(gleichungen: Iterable[Kombination], bekannt: Collection[Schluessel]) -> dict[Schluessel, Kombination]:
    """Each unknown cell that the equations determine, as a combination of known cells."""
    geloest: dict[Schluessel, Kombination] = {}
    offen = _einzeln([dict(gleichung) for gleichung in gleichungen], bekannt, geloest)
    _gemeinsam(_verflochten([_unbekannte(g, bekannt, geloest) for g in offen], offen), bekannt, geloest)
    return geloest


def eingesetzt(gleichung: Kombination, geloest: Mapping[Schluessel, Kombination]) -> Kombination:
    """The equation with every solved cell replaced by its combination."""
    ergebnis: Kombination = {}
    for zelle, gewicht in gleichung.items():
        for teil, anteil in geloest.get(zelle, {zelle: 1.0}).items():
            ergebnis[teil] = ergebnis.get(teil, 0.0) + gewicht * anteil
    return {zelle: gewicht for zelle, gewicht in ergebnis.items() if abs(gewicht) > NULL}


class Unabhaengige:
    """A set of equations to which only those are added that say something new."""

    def __init__(self) -> None:
        self._stufen: dict[Schluessel, Kombination] = {}

    def aufnehmen(self, gleichung: Kombination) -> bool:
        """Adds the equation; False where it follows from those before."""
        rest = dict(gleichung)
        offen = [zelle for zelle in rest if zelle in self._stufen]
        while offen:
            haupt = offen.pop()
            if haupt in rest:
                offen += [zelle for zelle in self._stufen[haupt] if zelle in self._stufen and zelle != haupt]
                _dazu(rest, self._stufen[haupt], -rest[haupt])
        if rest:
            haupt = next(reversed(rest))  # a part rather than the sum: it occurs in fewer equations
            self._stufen[haupt] = {zelle: gewicht / rest[haupt] for zelle, gewicht in rest.items()}
        return bool(rest)


def _einzeln(
    gleichungen: list[Kombination], bekannt: Collection[Schluessel], geloest: dict[Schluessel, Kombination]
) -> list[Kombination]:
    """Solves equations with one unknown until there is none; those that are left."""
    neu = True
    while neu:
        neu, offen = False, []
        for gleichung in gleichungen:
            fehlend = _unbekannte(gleichung, bekannt, geloest)
            if len(fehlend) == 1:
                geloest[fehlend[0]] = _nach(fehlend[0], gleichung, geloest)
                neu = True
            elif fehlend:
                offen.append(gleichung)
        gleichungen = offen
    return gleichungen


def _verflochten(unbekannte: list[list[Schluessel]], gleichungen: list[Kombination]) -> list[Kombination]:
    """In an order that is cheap to solve: at the end those with an unknown that none before them has.

    Such an equation tells nothing about the others, but may well tell its own unknown from what they tell together.
    """
    paare = list(zip(unbekannte, gleichungen, strict=True))
    eigene: list[Kombination] = []
    while True:
        wie_oft = Counter(zelle for fehlend, _ in paare for zelle in fehlend)
        bleibt = [paar for paar in paare if all(wie_oft[zelle] > 1 for zelle in paar[0])]
        if len(bleibt) == len(paare):
            return [*(gleichung for _, gleichung in bleibt), *reversed(eigene)]
        eigene += [gleichung for fehlend, gleichung in paare if any(wie_oft[zelle] == 1 for zelle in fehlend)]
        paare = bleibt


def _gemeinsam(
    gleichungen: list[Kombination], bekannt: Collection[Schluessel], geloest: dict[Schluessel, Kombination]
) -> None:
    """Gauss and Jordan over the unknowns; a row with its pivot as the only unknown solves it."""
    stufen: dict[Schluessel, Kombination] = {}
    wo: defaultdict[Schluessel, set[Schluessel]] = defaultdict(set)  # for each unknown the pivots whose row had it
    for gleichung in gleichungen:
        zeile = eingesetzt(gleichung, geloest)
        for haupt in [zelle for zelle in zeile if zelle in stufen]:
            _dazu(zeile, stufen[haupt], -zeile[haupt])
        for neu in _hauptzelle(zeile, bekannt, wo):
            stufen[neu] = zeile = {zelle: gewicht / zeile[neu] for zelle, gewicht in zeile.items()}
            betroffen = [haupt for haupt in wo.pop(neu, ()) if neu in stufen[haupt]]
            for haupt in betroffen:
                _dazu(stufen[haupt], zeile, -stufen[haupt][neu])
            for zelle in zeile:
                if zelle not in bekannt and zelle != neu:
                    wo[zelle].update((*betroffen, neu))
    for haupt, zeile in stufen.items():
        if all(zelle == haupt or zelle in bekannt for zelle in zeile):
            geloest[haupt] = _nach(haupt, zeile, geloest)


def _hauptzelle(
    zeile: Kombination, bekannt: Collection[Schluessel], wo: Mapping[Schluessel, set[Schluessel]]
) -> list[Schluessel]:
    """The unknown that the row is solved for, one that no row before has where there is one; none without unknowns."""
    unbekannte = [zelle for zelle in zeile if zelle not in bekannt]
    return [zelle for zelle in unbekannte if zelle not in wo][-1:] or unbekannte[-1:]


def _unbekannte(
    gleichung: Kombination, bekannt: Collection[Schluessel], geloest: Mapping[Schluessel, Kombination]
) -> list[Schluessel]:
    return [zelle for zelle in gleichung if zelle not in bekannt and zelle not in geloest]


def _nach(zelle: Schluessel, gleichung: Kombination, geloest: Mapping[Schluessel, Kombination]) -> Kombination:
    """The equation solved for one cell."""
    rest = {andere: -gewicht / gleichung[zelle] for andere, gewicht in gleichung.items() if andere != zelle}
    return eingesetzt(rest, geloest)


def _dazu(ziel: Kombination, andere: Kombination, faktor: float) -> None:
    """Adds a multiple in place."""
    for zelle, gewicht in andere.items():
        summe = ziel.get(zelle, 0.0) + faktor * gewicht
        if abs(summe) > NULL:
            ziel[zelle] = summe
        else:
            ziel.pop(zelle, None)
