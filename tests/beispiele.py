"""Made-up indicators and observations for the tests of statistics, views and export (synthetisch)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import replace

from sro.model.gebiet import GebietKey
from sro.model.indikator import Anteilsart, Indikator, Polaritaet, Reihenbruch
from sro.model.wert import Beobachtung, Status

STADT = GebietKey("stadt", "00")
JAHRE = tuple(range(2015, 2025))

ANTEIL = Indikator(
    id="kinder_sgb2",
    code="S1",
    name="Kinder in SGB-II-Bedarfsgemeinschaften",
    kurzname="Kinder im SGB II",
    thema="Soziale Lage",
    zaehler="kinder_sgb2",
    nenner="unter_18",
    einheit="%",
    faktor=100.0,
    nachkommastellen=1,
    art=Anteilsart.ANTEIL,
    polaritaet=Polaritaet.BELASTUNG,
    quelle="Statistik der Bundesagentur für Arbeit",
    stichtag="31.12.",
    ebenen=("stadt", "stadtteil"),
    schwelle=10,
    mindestnenner=50,
    gruppenschutz=True,
    definition="Anteil der Kinder unter 18 Jahren in Bedarfsgemeinschaften.",
    lesehinweis="",
    einschraenkungen=(),
    paragraf="SGB II § 7",
)
DICHTE = replace(
    ANTEIL,
    id="hze_ohne_28",
    code="H1",
    name="Hilfen zur Erziehung ohne § 28",
    kurzname="HzE ohne § 28",
    zaehler="hze",
    nenner="unter_21",
    einheit="je 1.000 unter 21-Jährige",
    faktor=1000.0,
    art=Anteilsart.DICHTE,
    polaritaet=Polaritaet.AMBIVALENT,
    quelle="Fachverfahren des ASD",
    stichtag="Kalenderjahr",
    schwelle=5,
    gruppenschutz=False,
    reihenbrueche=(Reihenbruch(2024, "Eingliederungshilfe nach SGB IX für Minderjährige im Jugendamt"),),
)
SALDO = replace(DICHTE, id="wanderung", art=Anteilsart.SALDO, reihenbrueche=())
VERHAELTNIS = replace(DICHTE, id="plaetze", art=Anteilsart.VERHAELTNIS, reihenbrueche=())


def area(nummer: str) -> GebietKey:
    return GebietKey("stadtteil", nummer)


def seen(
    indikator: Indikator, gebiet: GebietKey, jahr: int, zaehler: float | None, nenner: float = 1000
) -> Beobachtung:
    """A shown observation, or a suppressed one where the count is None."""
    if zaehler is None:
        return Beobachtung(indikator.id, gebiet, jahr, Status.GEHEIM, nenner=nenner)
    status = Status.OK if zaehler else Status.NULL
    return Beobachtung(indikator.id, gebiet, jahr, status, zaehler, nenner, indikator.rate(zaehler, nenner))


def years(
    indikator: Indikator, gebiet: GebietKey, zaehler: Sequence[float | None], nenner: float = 1000
) -> list[Beobachtung]:
    """One observation a year from 2015 on."""
    return [seen(indikator, gebiet, jahr, n, nenner) for jahr, n in zip(JAHRE, zaehler, strict=False)]


def parsed(svg: bytes) -> ET.Element:
    """One of our own SVG files as a tree."""
    return ET.fromstring(svg)  # noqa: S314
