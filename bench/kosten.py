"""What a city of some size costs, as a section of docs/performance.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bench.document import Section, table
from bench.einlesen import Aufwand
from bench.measure import Summary
from sro.views.words import date, number

HEAD = (
    "Gebiete",
    "Zeilen",
    "Einlesen",
    "davon Rechenzeit",
    "Speicher dabei",
    "Datenbank",
    "erste Karte",
    "Wechsel",
    "erster Wechsel",
    "empfangen",
    "Analysetabelle",
    "Speicher der App",
)
METHOD = """\
Eine erfundene Stadt mit 35 Indikatoren über 20 Jahre auf drei Ebenen; die Gebiete sind die der feinsten. „Einlesen“ ist
eine Lieferung aus 20 Dateien vom Lesen bis zum Speichern, mit Geheimhaltung; „Speicher dabei“ das Meiste, das alle ihre
Prozesse zugleich hatten. „Erste Karte“: vom Start wie `make run` auf eingerichteter Maschine, die Daten eingelesen, bis
zur gezeichneten Karte der feinsten Ebene. „Wechsel“ (Mittel) und „empfangen“ (Median je Wechsel): ein Indikator, der
auf der Karte schon einmal gezeigt war; „erster Wechsel“: einer, den seit dem Start noch niemand gezeigt hat.
„Analysetabelle“: ein anderes Jahr in der Tabelle der Analyse, bis sie dasteht. „Speicher der App“: danach."""


@dataclass(frozen=True, slots=True)
class Kosten:
    """Times in seconds, sizes in bytes. `wechsel` are changes to indicators seen before, `erste` to new ones."""

    gebiete: int
    zeilen: int
    einlesen: Aufwand
    datenbank: int
    erste_karte: float
    wechsel: Summary
    erste: Summary
    tabelle: Summary
    speicher: int


def section(kosten: Sequence[Kosten], machine: str) -> Section:
    """The table, the results of disclosure control below it."""
    measured = f"Gemessen am {date(dt.datetime.now(dt.UTC).date())} mit `make bench GROSS=1` auf: {machine}."
    results = [f"- {number(one.gebiete)} Gebiete: {_protection(one.einlesen.ergebnis)}" for one in kosten]
    rows = table(HEAD, [_cells(one) for one in kosten], numbers_from=0)
    return Section("Kosten nach Größe", "\n".join([measured, "", *rows, "", METHOD, "", *results]))


def _cells(one: Kosten) -> tuple[str, ...]:
    return (
        number(one.gebiete),
        number(one.zeilen),
        f"{number(one.einlesen.dauer)} s",
        f"{number(one.einlesen.rechenzeit)} s",
        f"{number(one.einlesen.speicher / 1e9, 2)} GB",
        f"{number(one.datenbank / 1e6)} MB",
        f"{number(one.erste_karte, 2)} s",
        f"{number(one.wechsel.mean_ms)} ms",
        f"{number(one.erste.mean_ms)} ms",
        f"{number(one.wechsel.received / 1000, 1)} kB",
        f"{number(one.tabelle.mean_ms)} ms",
        f"{number(one.speicher / 1e6)} MB",
    )


def _protection(ergebnis: str) -> str:
    """What the import said of disclosure control, without what it said before and afterwards."""
    return ergebnis.partition("Geheimhaltung: ")[2].partition(" Datenstand")[0] or ergebnis
