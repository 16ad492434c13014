"""Indicators and the counted quantities (Merkmale) that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sro.model.buendelung import Buendelung, zeitraum
from sro.model.geheimhaltung import STANDARD, Geheimhaltung


class Polaritaet(StrEnum):
    """How a high value is to be read. Service use is ambivalent: much help can mean need or good access."""

    ERWUENSCHT = "erwuenscht"  # ↑
    BELASTUNG = "belastung"  # ↓
    AMBIVALENT = "ambivalent"  # ○


class Anteilsart(StrEnum):
    """How the numerator relates to the denominator; decides which checks and intervals apply."""

    ANTEIL = "anteil"  # persons of the denominator: numerator <= denominator
    DICHTE = "dichte"  # events or cases per population: numerator may exceed it in theory
    VERHAELTNIS = "verhaeltnis"  # two different quantities: places per child, m² per child
    SALDO = "saldo"  # a difference of counts, may be negative


@dataclass(frozen=True, slots=True)
class Merkmal:
    """A counted quantity. The same Merkmal in two indicators is the same cell, so it is protected once.

    `schwelle` is the smallest count that may be shown (None: not about persons, never suppressed); geheimhaltung.yaml
    decides about it.
    `summe_aus` names Merkmale that add up to this one (Hilfearten, age groups), `auch_summe_aus` further ways in which
    others do so (sex), `folgejahr_summe` those that do so in the next year, because they count the people of the year
    before.
    """

    id: str
    name: str
    schwelle: int | None
    summe_aus: tuple[str, ...] = ()
    folgejahr_summe: tuple[str, ...] = ()
    ganzzahlig: bool = True
    negativ_moeglich: bool = False
    auch_summe_aus: tuple[tuple[str, ...], ...] = ()

    @property
    def summen(self) -> tuple[tuple[str, ...], ...]:
        """The ways in which parts of the same year add up to it."""
        return (self.summe_aus, *self.auch_summe_aus) if self.summe_aus else self.auch_summe_aus

    @property
    def zerlegungen(self) -> tuple[tuple[str, ...], ...]:
        """All the ways in which parts add up to it."""
        return (*self.summen, self.folgejahr_summe) if self.folgejahr_summe else self.summen


@dataclass(frozen=True, slots=True)
class Reihenbruch:
    """Values from `jahr` on are not comparable with those before."""

    jahr: int
    grund: str


@dataclass(frozen=True, slots=True)
class Indikator:
    """One indicator of the catalogue: value = zaehler / nenner * faktor, in `einheit`."""

    id: str
    code: str
    name: str
    kurzname: str
    thema: str
    zaehler: str  # id of a Merkmal
    nenner: str  # id of a Merkmal
    einheit: str  # as shown: "%", "je 1.000 unter 21-Jährige"
    faktor: float
    nachkommastellen: int
    art: Anteilsart
    polaritaet: Polaritaet
    quelle: str
    stichtag: str  # "31.12.", "1.3.", "Dezember", "Schuljahr", "Kalenderjahr"
    ebenen: tuple[str, ...]  # levels at which single years are published
    schwelle: int | None
    mindestnenner: int
    gruppenschutz: bool  # numerators above nenner - schwelle are protected too
    definition: str
    lesehinweis: str
    einschraenkungen: tuple[str, ...]
    paragraf: str
    reihenbrueche: tuple[Reihenbruch, ...] = ()
    stadtweit_gebuendelt: Buendelung | None = None  # levels below the city's at which only pooled years are published
    leitkennzahl: bool = False  # shown on the first page

    def rate(self, zaehler: float, nenner: float) -> float:
        """The indicator's value in its unit; `nenner` must be positive. Of pooled sums: the mean rate of a year."""
        return zaehler / nenner * self.faktor

    @property
    def alle_ebenen(self) -> tuple[str, ...]:
        """The levels at which it is published, by single years or pooled."""
        return (*self.ebenen, *(self.stadtweit_gebuendelt.ebenen if self.stadtweit_gebuendelt else ()))

    def jahre_zusammen(self, ebene: str) -> int:
        """How many years a value of this level stands for."""
        pooled = self.stadtweit_gebuendelt
        return pooled.jahre if pooled and ebene in pooled.ebenen else 1

    def period(self, jahr: int, jahre: int = 1) -> str:
        """The period or reference day of a value: "31.12.2024", "Dezember 2024", "Schuljahr 2024/25", "2024".

        Pooled over several years, of which `jahr` is the last: "2022 bis 2024 (3 Jahre zusammen)".
        """
        if jahre > 1:
            first = zeitraum(jahr, jahre)[0]
            return f"{self.period(first)} bis {self.period(jahr)} ({jahre} Jahre zusammen)"
        if self.stichtag == "Schuljahr":
            return f"Schuljahr {jahr}/{(jahr + 1) % 100:02d}"
        if self.stichtag == "Kalenderjahr":
            return str(jahr)
        return f"{self.stichtag}{'' if self.stichtag.endswith('.') else ' '}{jahr}"


@dataclass(frozen=True)
class Katalog:
    """All indicators and Merkmale, in the order of the catalogue."""

    indikatoren: tuple[Indikator, ...]
    merkmale: tuple[Merkmal, ...]
    geheimhaltung: Geheimhaltung = STANDARD

    def __getitem__(self, indikator_id: str) -> Indikator:
        return self._indikatoren[indikator_id]

    def __contains__(self, indikator_id: object) -> bool:
        return indikator_id in self._indikatoren

    def merkmal(self, merkmal_id: str) -> Merkmal:
        return self._merkmale[merkmal_id]

    @cached_property
    def vorjahr(self) -> frozenset[str]:
        """The Merkmale that count the people of the year before: parts of a `folgejahr_summe` and all tied to them."""
        gefunden = {teil for merkmal in self.merkmale for teil in merkmal.folgejahr_summe}
        for _ in self.merkmale:  # as often as a chain of sums could be long
            for merkmal in self.merkmale:
                for teile in merkmal.summen:
                    if gefunden & {merkmal.id, *teile}:
                        gefunden |= {merkmal.id, *teile}
        return frozenset(gefunden)

    @property
    def themen(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i.thema for i in self.indikatoren))

    @cached_property
    def _indikatoren(self) -> dict[str, Indikator]:
        return {i.id: i for i in self.indikatoren}

    @cached_property
    def _merkmale(self) -> dict[str, Merkmal]:
        return {m.id: m for m in self.merkmale}
