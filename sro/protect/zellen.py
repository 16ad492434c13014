"""Cells: what is really published. The same Merkmal in two indicators is one cell, and so is an only child's area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sro.model.buendelung import zeitraum, zeitraum_kurz
from sro.model.gebiet import GebietKey, Stadt
from sro.model.indikator import Indikator, Katalog
from sro.model.quartier import QUARTIER
from sro.model.wert import Beobachtung, Status
from sro.protect.quartiere import Aufteilung, aufteilungen
from sro.protect.rohwert import Rohwert


class Widerspruch(ValueError):
    """Figures that cannot all be true: a cell with two values, sums that do not add up."""


class Schluessel(NamedTuple):
    """Names one cell. `gebiet` is the topmost area of a chain of only children.

    `jahr` is the year that is counted: for "children at the end of the year before", the one before the row's.
    `jahre` > 1: pooled over so many years, of which `jahr` is the last; never the same cell as that of a single year.
    """

    merkmal: str
    jahr: int
    gebiet: GebietKey
    jahre: int = 1

    def __str__(self) -> str:
        return f"„{self.merkmal}“ in {self.gebiet.ebene} {self.gebiet.id}, {zeitraum_kurz(self.jahr, self.jahre)}"

    @property
    def einzelne(self) -> tuple[Schluessel, ...]:
        """The cells of the single years."""
        return tuple(self._replace(jahr=jahr, jahre=1) for jahr in zeitraum(self.jahr, self.jahre))


class Zeile(NamedTuple):
    """One row of the publication: an indicator's two cells."""

    indikator: Indikator
    zaehler: Schluessel
    nenner: Schluessel


@dataclass(slots=True)
class Zellen:
    """All cells of a publication and what is known of each.

    `verborgen` is hidden for certain; `unklar` stands in a row that is hidden for its nenner alone, so the cell may
    even be zero. A cell is in exactly one of `werte`, `verborgen`, `unklar`, except that a hidden cell whose true value
    is known is in `werte` as well.
    """

    zeilen: list[Zeile] = field(default_factory=list)
    werte: dict[Schluessel, float] = field(default_factory=dict)
    verborgen: set[Schluessel] = field(default_factory=set)
    unklar: set[Schluessel] = field(default_factory=set)

    @property
    def alle(self) -> set[Schluessel]:
        return self.werte.keys() | self.verborgen | self.unklar

    def geordnet(self) -> list[Schluessel]:
        """All cells in order. Within a Merkmal most deliveries have it already, which is quickly seen."""
        nach_merkmal: defaultdict[str, list[Schluessel]] = defaultdict(list)
        for zelle in (*self.werte, *((self.verborgen | self.unklar) - self.werte.keys())):
            nach_merkmal[zelle.merkmal].append(zelle)
        return [zelle for _, gleiche in sorted(nach_merkmal.items()) for zelle in sorted(gleiche)]

    def nur(self, zeilen: list[Zeile]) -> Zellen:
        """These rows with all their cells."""
        dabei = dict.fromkeys(zelle for zeile in zeilen for zelle in (zeile.zaehler, zeile.nenner))
        werte = {zelle: self.werte[zelle] for zelle in dabei if zelle in self.werte}
        return Zellen(zeilen, werte, dabei.keys() & self.verborgen, dabei.keys() & self.unklar)

    def merken(self, zelle: Schluessel, wert: float) -> None:
        """Adds a value; Widerspruch if the cell already has another one."""
        bekannt = self.werte.setdefault(zelle, wert)
        if abs(bekannt - wert) > 1e-6:
            raise Widerspruch(
                f"{zelle} hat zwei Werte, {bekannt:g} und {wert:g}. Bitte alle Indikatoren mit dieser Größe gemeinsam "
                "und mit demselben Wert liefern."
            )


class Flaechen:
    """Maps every area to the topmost area with the same extent (a Stadtteil of one Stadtbezirk is one area).

    It names the cells of one catalogue, each with one and the same object however often it is asked for, and knows
    nothing of values: that the audit takes over these names tells it no more than what is shown.
    """

    def __init__(self, stadt: Stadt) -> None:
        self.stadt = stadt
        self._oberste: dict[GebietKey, GebietKey] = {}
        self._zellen: dict[tuple[str, int, int], dict[GebietKey, Schluessel]] = {}
        self._zeilen: dict[tuple[str, int, int], dict[GebietKey, Zeile]] = {}

    def __getitem__(self, key: GebietKey) -> GebietKey:
        if key not in self._oberste:
            frei = key.ebene == QUARTIER and key not in self.stadt
            eltern = None if frei else self.stadt.gebiet(key).eltern
            einziges = eltern is not None and len(self.stadt.children(eltern)) == 1
            self._oberste[key] = self[eltern] if eltern is not None and einziges else key
        return self._oberste[key]

    @cached_property
    def eltern(self) -> list[tuple[GebietKey, tuple[GebietKey, ...]]]:
        """Areas with several children, coarse levels first."""
        stadt = self.stadt
        familien = [(g.key, stadt.children(g.key)) for ebene in stadt.ebenen for g in stadt.of_level(ebene.id)]
        return [(self[key], tuple(kind.key for kind in kinder)) for key, kinder in familien if len(kinder) > 1]

    @cached_property
    def _aufteilungen(self) -> list[Aufteilung]:
        """What Quartiere have to do with areas and with each other."""
        gefunden = aufteilungen(self.stadt)
        return [Aufteilung(self[a.ganzes], tuple(self[teil] for teil in a.teile), a.wenn) for a in gefunden]

    def beruehrt_von(self, gebiete: Iterable[GebietKey]) -> set[GebietKey]:
        """The areas with a figure, those above, and what the same sum ties to one of them.

        A sum with Quartiere counts only where one of them is among these.
        """
        beruehrt = set(gebiete)
        while True:
            for oben, unten in reversed(self.eltern):
                if not beruehrt.isdisjoint(unten):
                    beruehrt.update(unten, (oben,))
            neu = [a for a in self._aufteilungen if not beruehrt.isdisjoint(a.wenn)]
            raeume = {raum for a in neu for raum in (a.ganzes, *a.teile)}
            if raeume <= beruehrt:
                return beruehrt
            beruehrt |= raeume

    def summen(self, beruehrt: set[GebietKey]) -> list[tuple[GebietKey, tuple[GebietKey, ...]]]:
        """The areas that are the sum of others, as far as all of them are among these, hierarchy first."""
        alle = (*self.eltern, *((a.ganzes, a.teile) for a in self._aufteilungen))
        return [(oben, unten) for oben, unten in alle if oben in beruehrt and beruehrt.issuperset(unten)]

    def zeile(self, roh: Rohwert | Beobachtung, katalog: Katalog) -> Zeile:
        """The row's cells, each in the year that it counts."""
        zeilen = self._zeilen.setdefault((roh.indikator, roh.jahr, roh.jahre), {})
        if roh.gebiet not in zeilen:
            indikator = katalog[roh.indikator]
            zaehler, nenner = (
                self.zelle(merkmal, roh.jahr - (merkmal in katalog.vorjahr), roh.gebiet, roh.jahre)
                for merkmal in (indikator.zaehler, indikator.nenner)
            )
            zeilen[roh.gebiet] = Zeile(indikator, zaehler, nenner)
        return zeilen[roh.gebiet]

    def zelle(self, merkmal: str, jahr: int, gebiet: GebietKey, jahre: int = 1) -> Schluessel:
        zellen = self._zellen.setdefault((merkmal, jahr, jahre), {})
        if gebiet not in zellen:
            zellen[gebiet] = Schluessel(merkmal, jahr, self[gebiet], jahre)
        return zellen[gebiet]


def aus_rohwerten(rohwerte: Iterable[Rohwert], katalog: Katalog, flaechen: Flaechen) -> Zellen:
    """The cells of a delivery, all with values. Rows with a missing part are not published, so they make no cell.

    Widerspruch where a row comes twice or one cell has two values.
    """
    zellen = Zellen()
    gesehen = set()
    for roh in rohwerte:
        if (roh.indikator, roh.gebiet, roh.jahr, roh.jahre) in gesehen:
            raise Widerspruch(f"{roh.indikator}, {roh.gebiet.ebene} {roh.gebiet.id}, {roh.jahr} kommt doppelt vor.")
        gesehen.add((roh.indikator, roh.gebiet, roh.jahr, roh.jahre))
        if roh.zaehler is None or roh.nenner is None:
            continue
        zeile = flaechen.zeile(roh, katalog)
        zellen.zeilen.append(zeile)
        zellen.merken(zeile.zaehler, roh.zaehler)
        zellen.merken(zeile.nenner, roh.nenner)
    return zellen


def aus_beobachtungen(beobachtungen: Iterable[Beobachtung], katalog: Katalog, flaechen: Flaechen) -> Zellen:
    """The cells of a publication as an outsider reads them; rows of indicators that the catalogue has not are left out.

    `werte` holds what is shown; a cell that is shown in one row and hidden in another is in `verborgen` too. Where
    zeros are hidden, none is `unklar`: a cell that may be zero is as good as any hidden one.
    """
    zellen = Zellen()
    for b in beobachtungen:
        if b.status is Status.FEHLT or b.indikator not in katalog:
            continue
        zeile = flaechen.zeile(b, katalog)
        zellen.zeilen.append(zeile)
        if b.nenner is not None:
            zellen.merken(zeile.nenner, b.nenner)
        elif b.status is Status.GEHEIM:
            zellen.verborgen.add(zeile.nenner)
        if b.zaehler is not None:
            zellen.merken(zeile.zaehler, b.zaehler)
        elif b.status is Status.GEHEIM:
            unklar = b.nenner is None and katalog.geheimhaltung.null_zeigen
            (zellen.unklar if unklar else zellen.verborgen).add(zeile.zaehler)
    zellen.unklar -= zellen.werte.keys() | zellen.verborgen
    return zellen
