"""The audit of a rounded publication: how closely does an outsider, who knows how it was rounded, narrow down counts?

Every shown multiple is an interval, sums and shares tie intervals together, linear programs do the rest. An outsider
knows nothing more of a sum of small leaves than of the leaves (`rundung`), but where leaves hang together in other ways
(pooled years, few people in a group) the intervals may get narrower.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import inf

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from sro.model.gebiet import Stadt
from sro.model.indikator import Anteilsart, Katalog
from sro.model.wert import Beobachtung, Status
from sro.protect.angriff import TOLERANZ, angreifen
from sro.protect.blaetter import Blaetter
from sro.protect.regeln import schwellen
from sro.protect.rundung import Rundung
from sro.protect.schutz import Schutzbericht
from sro.protect.system import System, Zahlen
from sro.protect.vorwissen import Verrat
from sro.protect.zellen import Flaechen, Schluessel, Widerspruch

Spanne = tuple[float, float]


@dataclass(frozen=True)
class Gelesen:
    """A rounded publication as an outsider reads it.

    `gekappt` are numerators of a share that equal their denominator: rounded alone they may be larger.
    """

    werte: Mapping[Schluessel, float]
    gekappt: Set[Schluessel]
    anteile: Set[tuple[Schluessel, Schluessel]]
    alle: int  # cells, those that count no persons as well

    @staticmethod
    def of(beobachtungen: Iterable[Beobachtung], katalog: Katalog, flaechen: Flaechen) -> Gelesen:
        """Widerspruch where one cell has two values."""
        streng = schwellen(katalog)
        werte: dict[Schluessel, float] = {}
        gekappt: dict[Schluessel, float] = {}
        anteile, alle = set(), set()
        for b in beobachtungen:
            if b.indikator not in katalog or b.zaehler is None or b.nenner is None:
                continue
            indikator, zaehler, nenner = flaechen.zeile(b, katalog)
            alle |= {zaehler, nenner}
            anteil = indikator.art is Anteilsart.ANTEIL and zaehler != nenner
            if nenner.merkmal in streng:
                _merken(werte, nenner, b.nenner)
            if zaehler.merkmal in streng:
                _merken(gekappt if anteil and b.zaehler == b.nenner else werte, zaehler, b.zaehler)
                if anteil and nenner.merkmal in streng:
                    anteile.add((zaehler, nenner))
        nur_gekappt = {zelle: wert for zelle, wert in gekappt.items() if zelle not in werte}
        return Gelesen({**werte, **nur_gekappt}, nur_gekappt.keys(), anteile, len(alle))


def _merken(werte: dict[Schluessel, float], zelle: Schluessel, wert: float) -> None:
    if abs(werte.setdefault(zelle, wert) - wert) > TOLERANZ:
        raise Widerspruch(
            f"{zelle} hat gerundet zwei Werte, {werte[zelle]:g} und {wert:g}. Bitte alle Indikatoren mit dieser Größe "
            "gemeinsam neu liefern."
        )


def audit_gerundet(beobachtungen: Sequence[Beobachtung], katalog: Katalog, stadt: Stadt) -> Schutzbericht:
    """Counts the small counts whose interval is narrower than that of a rounded zero, and those that are not rounded.

    Widerspruch where the published figures cannot all be rounded from true ones.
    """
    flaechen, rundung = Flaechen(stadt), Rundung(katalog)
    gelesen = Gelesen.of((b for b in beobachtungen if b.status is not Status.FEHLT), katalog, flaechen)
    breite: float | None
    ungerundet = {zelle for zelle, wert in gelesen.werte.items() if wert % rundung.basis}
    if ungerundet:  # shown as they are: there is nothing left to attack
        enge, breite = ungerundet, 0.0
    else:
        enge, breite = _Angriff(gelesen, rundung, Blaetter.of(gelesen.werte, katalog, flaechen)).ergebnis()
    return Schutzbericht(
        zellen=gelesen.alle,
        geheim=0,
        geheim_regel=0,
        geheim_ergaenzend=0,
        aufgedeckt=len(enge),
        kleinste_breite=breite,
        gerundet=len(gelesen.werte),
    )


class _Angriff:
    """All that is known of the leaves, as intervals and equations; columns are added as they are needed."""

    def __init__(self, gelesen: Gelesen, rundung: Rundung, blaetter: Blaetter) -> None:
        self._gelesen, self._rundung, self._blaetter = gelesen, rundung, blaetter
        self._spalten: dict[Schluessel, int] = {}
        self._grenzen: list[Spanne] = []
        self._eintraege: list[tuple[int, int, float]] = []
        self._zeilen = 0
        self._verlangt: dict[int, Schluessel] = {}  # columns that may be small
        self._ungeliefert: dict[int, Schluessel] = {}
        for zelle in sorted(blaetter.bekannt):
            for blatt in blaetter.von(zelle):
                self._blatt(blatt)
        for zelle in gelesen.werte:
            self._summe(zelle)
        for zeile in blaetter.bindungen():
            self._zeile([(self._blatt(zelle), gewicht) for zelle, gewicht in zeile.items()], (0.0, 0.0))
        for zaehler, nenner in sorted(gelesen.anteile):
            self._anteil(zaehler, nenner)

    def _blatt(self, blatt: Schluessel) -> int:
        """Its column, new where it has none yet; an unknown cell counts as a leaf of which nothing is shown."""
        if blatt in self._spalten:
            return self._spalten[blatt]
        spalte = self._spalten[blatt] = self._neue(self._spanne(blatt))
        wert = self._gelesen.werte.get(blatt)
        if wert is None:
            self._ungeliefert[spalte] = blatt
        elif self._rundung.vielleicht_klein(blatt, wert):
            self._verlangt[spalte] = blatt
        return spalte

    def _spanne(self, blatt: Schluessel) -> Spanne:
        kleinstes = -inf if self._rundung.negativ & set(blatt.merkmal.split(" + ")) else 0.0
        wert = self._gelesen.werte.get(blatt)
        if wert is None:
            return kleinstes, inf
        unten, oben = self._rundung.fenster(wert)
        return max(unten, kleinstes), inf if blatt in self._gelesen.gekappt else oben

    def _neue(self, grenzen: Spanne) -> int:
        self._grenzen.append(grenzen)
        return len(self._grenzen) - 1

    def _zeile(self, glieder: Iterable[tuple[int, float]], grenzen: Spanne) -> int:
        """A row that says: the weighted sum lies within these bounds; the column that is this sum."""
        spalte = self._neue(grenzen)
        self._eintraege += [(self._zeilen, glied, gewicht) for glied, gewicht in glieder]
        self._eintraege.append((self._zeilen, spalte, -1.0))
        self._zeilen += 1
        return spalte

    def _summe(self, zelle: Schluessel) -> None:
        """What a sum says of its leaves: nothing of the small ones, whose multiples it contains."""
        blaetter, wert = self._blaetter.von(zelle), self._gelesen.werte[zelle]
        if blaetter == (zelle,):
            return
        if self._rundung.vielleicht_klein(zelle, wert):
            spalte = self._zeile([(self._blatt(blatt), 1.0) for blatt in blaetter], (-inf, inf))
            self._verlangt[spalte] = zelle
        if zelle in self._gelesen.gekappt:
            return
        andere = [self._blatt(blatt) for blatt in blaetter if self._blatt(blatt) not in self._verlangt]
        rest = wert - sum(self._gelesen.werte[b] for b in blaetter if self._blatt(b) in self._verlangt)
        ungeliefert = sum(spalte in self._ungeliefert for spalte in andere)
        unten, oben = self._weit(rest, 1 + ungeliefert)
        if self._kann_sein(andere, unten, oben):
            if andere:
                self._zeile([(spalte, 1.0) for spalte in andere], (unten, oben))
        else:  # not rounded by our rule: the sum tells for itself
            self._zeile([(self._blatt(blatt), 1.0) for blatt in blaetter], self._rundung.fenster(wert))

    def _weit(self, wert: float, mal: int) -> Spanne:
        """The interval of a multiple, so many times as wide."""
        ab, auf = self._rundung.spiel
        return wert - mal * ab, wert + mal * auf

    def _kann_sein(self, spalten: list[int], unten: float, oben: float) -> bool:
        if not spalten:
            return unten + self._rundung.spiel[0] == 0  # nothing is left over
        return sum(self._grenzen[s][0] for s in spalten) <= oben and sum(self._grenzen[s][1] for s in spalten) >= unten

    def _anteil(self, zaehler: Schluessel, nenner: Schluessel) -> None:
        """zaehler <= nenner, where the intervals do not say so anyhow."""
        oben = [self._blatt(blatt) for blatt in self._blaetter.von(zaehler)]
        unten = [self._blatt(blatt) for blatt in self._blaetter.von(nenner)]
        if sum(self._grenzen[s][1] for s in oben) > sum(self._grenzen[s][0] for s in unten):
            self._zeile([*((s, -1.0) for s in oben), *((s, 1.0) for s in unten)], (0.0, inf))

    def ergebnis(self) -> tuple[set[Schluessel], float | None]:
        """The cells that are too narrow, and the width that every small count has at least."""
        grenzen = np.array(self._grenzen).reshape(-1, 2)
        system = self._system(grenzen, self._moegliche(grenzen))
        ziel = np.zeros(len(grenzen))
        ziel[list(self._verlangt)] = self._rundung.mindestbreite
        for spalte, zelle in self._ungeliefert.items():
            if abs(system.werte[spalte]) < self._rundung.grenze(zelle):
                ziel[spalte] = self._rundung.mindestbreite
        spannen = angreifen(system, np.ones(len(grenzen), dtype=bool), ziel, grenzen[:, 1])
        enge = {int(spalte) for spalte in np.flatnonzero(spannen.breite < ziel - TOLERANZ)}
        klein = {
            spalte
            for spalte, zelle in self._ungeliefert.items()
            if spannen.oben[spalte] < self._rundung.grenze(zelle) - TOLERANZ
        }
        breiten = spannen.breite[list(self._verlangt)]
        genannt = {**self._verlangt, **{spalte: self._ungeliefert[spalte] for spalte in klein}}
        kleinste = round(float(breiten.min()), 4) if len(breiten) else None
        return {genannt[spalte] for spalte in enge & genannt.keys()}, kleinste

    def _matrix(self) -> sparse.csr_array:
        zeilen, spalten, gewichte = zip(*self._eintraege, strict=True) if self._eintraege else ((), (), ())
        return sparse.csr_array((gewichte, (zeilen, spalten)), shape=(self._zeilen, len(self._grenzen)), dtype=float)

    def _moegliche(self, grenzen: Zahlen) -> Zahlen:
        """Counts that everything published can have been rounded from."""
        if not len(grenzen):
            return np.zeros(0)
        loesung = linprog(np.zeros(len(grenzen)), A_eq=self._matrix(), b_eq=np.zeros(self._zeilen), bounds=grenzen)
        if loesung.status != 0:
            raise Widerspruch(
                "Die gerundeten Zahlen widersprechen sich: Es gibt keine wahren Zahlen, aus denen sie alle gerundet "
                "sein können. Bitte die zusammenhängenden Indikatoren gemeinsam neu liefern."
            )
        werte: Zahlen = loesung.x
        return werte

    def _system(self, grenzen: Zahlen, werte: Zahlen) -> System:
        return System(
            schluessel=(),
            index={},
            werte=werte,
            geliefert=np.ones(len(werte), dtype=bool),
            unter=grenzen[:, 0],
            schwelle=np.zeros(len(werte)),
            matrix=self._matrix(),
            summen=self._zeilen,
            anteile=np.zeros((0, 2), dtype=np.intp),
            paare=np.zeros((0, 2), dtype=np.intp),
        )


def zusammen_verraten(
    beobachtungen: Sequence[Beobachtung],
    andere: Mapping[str, Sequence[Beobachtung]],
    katalog: Katalog,
    stadt: Stadt,
) -> Iterator[Verrat]:
    """Sums with small leaves that this and another publication have in different breakdowns.

    Rounded once for itself and once from its small parts, a sum says more than either. The same breakdown rounds the
    same counts to the same multiples, so it says nothing new. `wo` is the name of the other publication.
    """
    flaechen, rundung = Flaechen(stadt), Rundung(katalog)
    neu = Gelesen.of(beobachtungen, katalog, flaechen)
    eigene = Blaetter.of(neu.werte, katalog, flaechen)
    for name, zeilen in andere.items():
        alt = Gelesen.of(zeilen, katalog, flaechen)
        fremde = Blaetter.of(alt.werte, katalog, flaechen)
        zusammen = Blaetter.of(neu.werte.keys() | alt.werte.keys(), katalog, flaechen)
        for zelle in sorted(neu.werte.keys() | alt.werte.keys()):
            blaetter = zusammen.von(zelle)
            vorher = [b.von(zelle) for b, g in ((eigene, neu), (fremde, alt)) if zelle in g.werte]
            if any(set(eins) != set(blaetter) for eins in vorher):
                offen = [blatt for blatt in blaetter if not _sicher_gross(blatt, zusammen, (neu, alt), rundung)]
                if offen:
                    yield Verrat(name, zelle, tuple(offen))


def _sicher_gross(blatt: Schluessel, zusammen: Blaetter, gelesen: Iterable[Gelesen], rundung: Rundung) -> bool:
    """Whether a leaf is large, however the cells that it follows from were rounded."""
    mindestens = 0.0
    for zelle, gewicht in zusammen.kombination[blatt].items():
        werte = [eine.werte[zelle] for eine in gelesen if zelle in eine.werte]
        spiel = max(rundung.spiel) * len(zusammen.von(zelle))
        mindestens += min(gewicht * wert for wert in werte) - abs(gewicht) * spiel
    return mindestens >= rundung.grenze(blatt)
