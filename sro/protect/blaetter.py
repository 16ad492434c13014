"""What a publication is made of: its finest cells about persons, the leaves, and every other cell as a sum of them.

A cell that nobody delivered but that follows from one relation counts as known; several missing parts of a known sum
are one leaf more, the rest. Which cells are leaves depends on which cells there are, never on their values: whoever has
the publication knows it too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sro.model.gebiet import GebietKey
from sro.model.indikator import Anteilsart, Katalog
from sro.protect.aufloesung import Kombination
from sro.protect.beziehungen import Beziehung, familien_von, ueber_merkmale, zaehlt
from sro.protect.regeln import schwellen
from sro.protect.zellen import Flaechen, Schluessel

Gruppe = tuple[str, int, int]  # a family of Merkmale, the last year and the number of years
Zeile = dict[Schluessel, float]  # an equation or inequality between leaves and unknown cells


@dataclass
class Blaetter:
    """The leaves of some cells. `kombination` tells how each leaf follows from delivered cells."""

    beziehungen: list[Beziehung]
    bekannt: dict[Schluessel, Kombination]  # delivered cells and what follows from one relation after the other
    kombination: dict[Schluessel, Kombination] = field(default_factory=dict)
    _nach_summe: defaultdict[Schluessel, list[Beziehung]] = field(default_factory=lambda: defaultdict(list))
    _gefunden: dict[Schluessel, tuple[Schluessel, ...]] = field(default_factory=dict)

    @staticmethod
    def of(zellen: Iterable[Schluessel], katalog: Katalog, flaechen: Flaechen) -> Blaetter:
        """`zellen` that count no persons are left out."""
        streng = schwellen(katalog)
        personen = sorted(zelle for zelle in zellen if zelle.merkmal in streng)
        beziehungen = list(_beziehungen(personen, katalog, flaechen))
        blaetter = Blaetter(beziehungen, _geschlossen(personen, beziehungen))
        for beziehung in beziehungen:
            blaetter._nach_summe[beziehung.summe].append(beziehung)
        return blaetter

    def von(self, zelle: Schluessel) -> tuple[Schluessel, ...]:
        """The leaves that a known cell sums up."""
        if zelle not in self._gefunden:
            self._gefunden[zelle] = tuple(self._zerlegt(zelle))
        return self._gefunden[zelle]

    def _zerlegt(self, zelle: Schluessel) -> list[Schluessel]:
        moeglich = [(b, [t for t in b.teile if t in self.bekannt]) for b in self._nach_summe[zelle]]
        ganz = next((teile for b, teile in moeglich if len(teile) == len(b.teile)), None)
        if ganz is not None:
            return [blatt for teil in ganz for blatt in self.von(teil)]
        teilweise = next(((b, teile) for b, teile in moeglich if teile), None)
        if teilweise is None:
            self.kombination[zelle] = self.bekannt[zelle]
            return [zelle]
        beziehung, teile = teilweise
        rest = _rest([teil for teil in beziehung.teile if teil not in self.bekannt])
        ohne = [(self.bekannt[teil], -1.0) for teil in teile]
        self.kombination[rest] = _summiert([(self.bekannt[zelle], 1.0), *ohne])
        return [*(blatt for teil in teile for blatt in self.von(teil)), rest]

    def bindungen(self) -> list[Zeile]:
        """What else ties leaves to each other: equations whose weighted sum is zero, some with unknown cells."""
        zeilen = [zeile for b in self.beziehungen if (zeile := self._zeile(b))]
        while True:
            wie_oft = Counter(z for zeile in zeilen for z in zeile if self._unbekannt(z))
            bleibt = [zeile for zeile in zeilen if not self._nichtssagend(zeile, wie_oft)]
            if len(bleibt) == len(zeilen):
                return zeilen
            zeilen = bleibt

    def _zeile(self, beziehung: Beziehung) -> Zeile:
        zeile: Counter[Schluessel] = Counter()
        for glied, gewicht in beziehung.gleichung.items():
            for blatt in self.von(glied) if glied in self.bekannt else (glied,):
                zeile[blatt] += int(gewicht)
        return {zelle: float(gewicht) for zelle, gewicht in zeile.items() if gewicht}

    def _unbekannt(self, zelle: Schluessel) -> bool:
        return zelle not in self.kombination

    def _nichtssagend(self, zeile: Zeile, wie_oft: Mapping[Schluessel, int]) -> bool:
        """Whether unknown cells that occur nowhere else can take up whatever the others are."""
        frei = [zelle for zelle in zeile if self._unbekannt(zelle)]
        allein = [zelle for zelle in frei if wie_oft[zelle] == 1]
        return bool(frei) and (len(allein) == len(frei) or any(zeile[zelle] < 0 for zelle in allein))


def grenzen(katalog: Katalog) -> dict[str, int]:
    """For each Merkmal about persons the count below which its cells are protected when they are rounded.

    The strictest threshold of all that sums tie it to, and of the numerators that are shares of it: few people in the
    denominator are few in the numerator.
    """
    familien, streng = familien_von(katalog), schwellen(katalog)
    strengste: defaultdict[str, int] = defaultdict(int)
    for merkmal, schwelle in streng.items():
        strengste[familien[merkmal]] = max(strengste[familien[merkmal]], schwelle)
    for _ in katalog.merkmale:  # a share of a share: as often as there could be one
        for indikator in katalog.indikatoren:
            if indikator.art is Anteilsart.ANTEIL and indikator.zaehler in streng:
                nenner = familien[indikator.nenner]
                strengste[nenner] = max(strengste[nenner], strengste[familien[indikator.zaehler]])
    return {merkmal: strengste[familien[merkmal]] for merkmal in streng}


def _beziehungen(zellen: Iterable[Schluessel], katalog: Katalog, flaechen: Flaechen) -> Iterator[Beziehung]:
    streng, familien = schwellen(katalog), familien_von(katalog)
    gruppen: defaultdict[Gruppe, set[GebietKey]] = defaultdict(set)
    for zelle in zellen:
        for eine in {zelle, *(zelle.einzelne if zelle.jahre > 1 else ())}:
            gruppen[familien[zelle.merkmal], eine.jahr, eine.jahre].add(eine.gebiet)
    for (familie, jahr, jahre), gebiete in sorted(gruppen.items()):
        merkmale = [m for m in katalog.merkmale if familien[m.id] == familie]
        orte = flaechen.beruehrt_von(gebiete)
        summen = flaechen.summen(orte)
        for b in ueber_merkmale([m for m in merkmale if zaehlt(m, streng)], jahr, sorted(orte)):
            yield Beziehung(b.summe._replace(jahre=jahre), tuple(t._replace(jahre=jahre) for t in b.teile))
        for merkmal in (m.id for m in merkmale if m.id in streng):
            for oben, unten in summen:
                teile = tuple(Schluessel(merkmal, jahr, ort, jahre) for ort in unten)
                yield Beziehung(Schluessel(merkmal, jahr, oben, jahre), teile)
            for ort in sorted(orte) if jahre > 1 else ():
                zusammen = Schluessel(merkmal, jahr, ort, jahre)
                yield Beziehung(zusammen, zusammen.einzelne)


def _geschlossen(zellen: Iterable[Schluessel], beziehungen: list[Beziehung]) -> dict[Schluessel, Kombination]:
    """The cells and all that follows from relations with one unknown, each as a combination of the cells."""
    bekannt: dict[Schluessel, Kombination] = {zelle: {zelle: 1.0} for zelle in zellen}
    offen, neu = beziehungen, True
    while neu:
        neu, bleibt = False, []
        for b in offen:
            fehlend = [glied for glied in b.glieder if glied not in bekannt]
            if len(fehlend) == 1:
                gleichung = b.gleichung
                teile = [(bekannt[g], -w / gleichung[fehlend[0]]) for g, w in gleichung.items() if g in bekannt]
                bekannt[fehlend[0]] = _summiert(teile)
                neu = True
            elif fehlend:
                bleibt.append(b)
        offen = bleibt
    return bekannt


def _summiert(teile: Iterable[tuple[Kombination, float]]) -> Kombination:
    summe: defaultdict[Schluessel, float] = defaultdict(float)
    for kombination, gewicht in teile:
        for zelle, anteil in kombination.items():
            summe[zelle] += gewicht * anteil
    return {zelle: gewicht for zelle, gewicht in summe.items() if gewicht}


def _rest(fehlend: list[Schluessel]) -> Schluessel:
    merkmale = " + ".join(dict.fromkeys(teil.merkmal for teil in fehlend))
    orte = " + ".join(dict.fromkeys(teil.gebiet.id for teil in fehlend))
    return Schluessel(merkmale, fehlend[0].jahr, GebietKey(fehlend[0].gebiet.ebene, orte), fehlend[0].jahre)
