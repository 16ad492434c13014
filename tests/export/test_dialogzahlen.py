"""Page, minutes, text document, slides and handout of a dialogue say the same, and hide the same.

The demo tables (synthetisch) with one cell taken out and one made zero, as in test_gleiche_zahlen.py.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from sro.auswertung.dialog.ausgabe import Dialogausgabe
from sro.auswertung.holstentor.raumvergleich import finest_figure
from sro.auswertung.kennwert import Kennwert
from sro.export.dialog.dateien import Dialogformat
from sro.model.dialog import Dialog
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status
from sro.reference.catalogue import catalogue
from sro.views.dialog.plan import html_figures
from sro.web import data
from tests.export import dialoglesarten as lesarten
from tests.export.dialogausgaben import of, stuff
from tests.export.lesarten import Lesung, differences
from tests.export.test_gleiche_zahlen import DEMO, PROBE, ask

__all__ = ["ask"]  # the filled store, as a fixture
INDIKATOREN = catalogue().indikatoren
SIEBEN = 7
GEBIETE = PROBE[::2]
BEZIRK = GebietKey("stadtbezirk", "10")
Reader = Callable[[Dialogausgabe], Lesung]
READERS: dict[str, Reader] = {
    "Seite": lambda a: lesarten.of_sheet(html_figures(a.blatt.kennwerte), INDIKATOREN),
    "Protokoll PDF": lambda a: lesarten.of_pdf(stuff(a).file(Dialogformat.PROTOKOLL), INDIKATOREN),
    "Protokoll DOCX": lambda a: lesarten.of_document(stuff(a).file(Dialogformat.DOKUMENT), INDIKATOREN),
    "Folien": lambda a: lesarten.of_slides(stuff(a).file(Dialogformat.FOLIEN), INDIKATOREN),
    "Handreichung": lambda a: lesarten.of_pdf(stuff(a).file(Dialogformat.HANDREICHUNG), INDIKATOREN),
}


@cache
def dialogues(gebiet: GebietKey) -> list[Dialogausgabe]:
    """All indicators that the area has, seven at a time."""
    active = data.store().active()
    assert active is not None
    werk = data.figures(active.id)
    there = [i.id for i in INDIKATOREN if finest_figure(werk, i, gebiet)]
    return [_dialogue(gebiet, there[start : start + SIEBEN]) for start in range(0, len(there), SIEBEN)]


def _dialogue(gebiet: GebietKey, indikatoren: list[str]) -> Dialogausgabe:
    active = data.store().active()
    assert active is not None
    held = Dialog(
        titel="Probe", raum=gebiet, datum=dt.date(2026, 12, 1), datenstand=active.id, indikatoren=tuple(indikatoren)
    )
    return of({"QD-1": held}, "QD-1", data.figures(active.id))


@cache
def readings(gebiet: GebietKey, number: int) -> dict[str, Lesung]:
    return {form: read(dialogues(gebiet)[number]) for form, read in READERS.items()}


def compared(lesungen: dict[str, Lesung]) -> list[str]:
    trends = {
        f"{indikator} trend: {seen}"
        for indikator in {i for lesung in lesungen.values() for i in lesung}
        if len(seen := {one[indikator]["trend"] for one in lesungen.values() if "trend" in one.get(indikator, {})}) > 1
    }
    return [*differences(lesungen), *sorted(trends)]


@pytest.mark.parametrize("gebiet", GEBIETE, ids=str)
def test_every_file_says_the_same(ask: object, gebiet: GebietKey) -> None:
    for number, ausgabe in enumerate(dialogues(gebiet)):
        lesungen = readings(gebiet, number)
        assert compared(lesungen) == []
        expected = {kennwert.indikator.id for kennwert in ausgabe.blatt.kennwerte}
        for form, lesung in lesungen.items():
            assert lesung.keys() == expected, form
        for kennwert in ausgabe.blatt.kennwerte:
            said = lesungen["Protokoll PDF"][kennwert.indikator.id]
            assert bool(said["wert"]) == (kennwert.wert is not None)
            assert ("bereich" in said) == (kennwert.intervall is not None)
            assert "trend" in said


def test_the_sample_has_every_kind_of_figure(ask: object) -> None:
    """Otherwise the comparison above would say little."""
    found = [k for gebiet in GEBIETE for ausgabe in dialogues(gebiet) for k in ausgabe.blatt.kennwerte]
    assert {k.beobachtung.status if k.beobachtung else Status.FEHLT for k in found} == set(Status)
    assert any(k.gebiet.key not in GEBIETE for k in found)  # of a coarser area


def falsified(ausgabe: Dialogausgabe, kennwert: Kennwert) -> Dialogausgabe:
    """The same dialogue with another number for one figure."""
    b = kennwert.beobachtung
    assert b is not None
    nenner = b.nenner or 1000.0
    zaehler = round(nenner * 0.3) + (b.zaehler == round(nenner * 0.3))
    rate = kennwert.indikator.rate(zaehler, nenner)
    other = Beobachtung(b.indikator, b.gebiet, b.jahr, Status.OK, zaehler, nenner, rate, jahre=b.jahre)
    blatt = replace(ausgabe.blatt)
    blatt.__dict__["kennwerte"] = tuple(
        replace(k, beobachtung=other) if k is kennwert else k for k in ausgabe.blatt.kennwerte
    )
    return replace(ausgabe, blatt=blatt)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("status", [Status.OK, Status.GEHEIM])
def test_a_file_that_says_something_else_is_found(ask: object, form: str, status: Status) -> None:
    """Of one file a shown number is changed, or a hidden one shown."""
    number, ausgabe, chosen = next(
        (number, ausgabe, k)
        for number, ausgabe in enumerate(dialogues(BEZIRK))
        for k in ausgabe.blatt.kennwerte
        if k.beobachtung and k.beobachtung.status is status
    )
    complaints = compared(readings(BEZIRK, number) | {form: READERS[form](falsified(ausgabe, chosen))})
    assert [one for one in complaints if one.startswith(f"{chosen.indikator.id} wert:")]
    assert {one.partition(" ")[0] for one in complaints} == {chosen.indikator.id}


def test_what_was_hidden_is_in_no_file(ask: object) -> None:
    """Neither among the points of a chart, nor in the workbook behind it, nor in any text."""
    for ausgabe in dialogues(BEZIRK):
        hidden = {rate for rate in hidden_rates(ausgabe) if not (rate * 2).is_integer()}
        found = numbers_behind(stuff(ausgabe).file(Dialogformat.FOLIEN))
        assert {rate for rate in hidden if round(rate, 6) in found} == set()
        shown = [k.wert for k in ausgabe.blatt.kennwerte if k.wert is not None and len(k.reihe.shown) > 1]
        assert all(round(wert, 6) in found for wert in shown)  # the search finds what is there
    assert any(hidden_rates(ausgabe) for ausgabe in dialogues(BEZIRK))


def hidden_rates(ausgabe: Dialogausgabe) -> set[float]:
    """The rates of the delivered tables that disclosure control took out, of the area over all years."""
    hidden = {
        (k.indikator.id, jahr)
        for k in ausgabe.blatt.kennwerte
        for jahr, b in ausgabe.blatt.werk.of_area(k.indikator, BEZIRK).items()
        if k.gebiet.key == BEZIRK and b.status is Status.GEHEIM and b.jahre == 1
    }
    found = set()
    for table in sorted(DEMO.glob("*.csv")):
        for row in csv.DictReader(table.open(encoding="utf-8")):
            cell = (row["indikator_id"], int(row["zeit"]))
            if (row["ebene"], row["gebiet_id"]) == BEZIRK and cell in hidden:
                found.add(float(row["zaehler"]) / float(row["nenner"]) * catalogue()[cell[0]].faktor)
    return found


def numbers_behind(deck: bytes) -> set[float]:
    """Every number of the charts and of the workbooks behind them."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        books = [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
    cells = [
        cell
        for book in books
        for sheet in load_workbook(io.BytesIO(book)).worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    ]
    charts = [s.chart for slide in Presentation(io.BytesIO(deck)).slides for s in slide.shapes if s.has_chart]
    drawn = [value for chart in charts for series in chart.plots[0].series for value in series.values]
    return {round(float(one), 6) for one in [*cells, *drawn] if isinstance(one, int | float)}
