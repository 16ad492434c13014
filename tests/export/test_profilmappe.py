"""The workbook of a profile, read back with another library than the one that wrote it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook

from sro.auswertung.profil.profil import Profil
from sro.export.mappe.profil import xlsx
from sro.export.profil.tabelle import PROFILSPALTEN
from sro.model.einrichtung import Einrichtung, Einrichtungsart, Einrichtungsliste, Traegerart
from tests.auswertung.werke import A1
from tests.beispiele import ANTEIL
from tests.export.lesarten import sheet_rows
from tests.export.sonderfaelle import JUNGE, district, figures, gift

SHEETS = ["Kennwerte", "Zeitreihen", "Diagramme", "Altersaufbau", "Einrichtungen", "Codebuch"]


@cache
def data(kind: str) -> bytes:
    return made(district(kind), kind)


def made(profil: Profil, kind: str = "usual") -> bytes:
    return xlsx(profil, figures(kind), gift(figures(kind)))


def book(kind: str) -> Any:
    return load_workbook(io.BytesIO(data(kind)))


def row(kind: str, sheet: str, first: str, **wanted: object) -> dict[str, object]:
    """The one row that has these values."""
    rows = [{title: cell.value for title, cell in cells.items()} for cells in sheet_rows(data(kind), sheet, first)]
    (found,) = [one for one in rows if all(one[title] == value for title, value in wanted.items())]
    return found


def charts(kind: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data(kind))) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]


def test_every_sheet_says_where_its_figures_come_from_and_that_they_are_made_up() -> None:
    made = load_workbook(io.BytesIO(with_facilities("Kita")))
    assert made.sheetnames == SHEETS
    for sheet in made.worksheets:
        head = " ".join(str(cell.value) for line in sheet.iter_rows(max_row=5) for cell in line if cell.value)
        for part in ("Altdorf – Profil", "Datenstand 7", "Synthetische Daten", "dl-de/by-2-0", ANTEIL.quelle):
            assert part in head, sheet.title
        assert "Synthetische Daten" in sheet.oddFooter.left.text


def test_a_figure_has_the_city_its_rest_and_the_verdicts_beside_it() -> None:
    found = row("usual", "Kennwerte", "Thema", Indikator=ANTEIL.name)
    assert (found["Wert"], found["Stadt"], found["Übrige Stadt"]) == (20, 20, 20)
    assert (found["Zähler"], found["Nenner"], found["Status"]) == (200, 1000, "ok")
    assert found["Unterschied zur übrigen Stadt"] == "kein belegter Unterschied"
    assert found["Auffälligkeit"] == "im Rahmen des Zufalls"
    assert found["Trend"] == "steigt, 2015–2020"
    assert set(found) == {spalte.titel for spalte in PROFILSPALTEN}


def test_what_is_hidden_is_a_sign_and_never_zero() -> None:
    found = row("hidden", "Kennwerte", "Thema", Indikator=ANTEIL.name)
    assert (found["Wert"], found["Zähler"], found["Stadt"], found["Status"]) == (".", ".", ".", "geheim")
    assert (found["95 % unten"], found["95 % oben"], found["Übrige Stadt"]) == (None, None, None)
    of_year = row("gap", "Zeitreihen", "Indikator", Indikator=ANTEIL.name, Gebiet="Altdorf", Jahr=2017)
    assert (of_year["Wert"], of_year["Zähler"], of_year["Status"]) == (".", ".", "geheim")


def test_the_series_have_every_year_of_area_and_city() -> None:
    rows = [{t: c.value for t, c in cells.items()} for cells in sheet_rows(data("usual"), "Zeitreihen", "Indikator")]
    own = [one for one in rows if one["Indikator"] == ANTEIL.name]
    assert [(one["Gebiet"], one["Jahr"]) for one in own] == [
        (name, year) for name in ("Altdorf", "Kleinstadt") for year in range(2015, 2021)
    ]
    assert {one["synthetisch"] for one in rows} == {"ja"}


def chart_table(kind: str) -> list[tuple[object, ...]]:
    """The table below the heading of the figure, on the sheet of the charts."""
    rows = [line[:3] for line in book(kind)["Diagramme"].iter_rows(values_only=True)]
    start = next(n for n, line in enumerate(rows) if line[0] == ANTEIL.name) + 3
    end = next(n for n in range(start, len(rows) + 1) if n == len(rows) or rows[n] == (None, None, None))
    return rows[start:end]


def test_charts_are_native_and_leave_gaps() -> None:
    assert len(charts("usual")) == 2  # the ages, and the one figure with several years
    assert [line[1] for line in chart_table("gap")] == [10, 12, None, 16, 18, 20]
    (lines,) = [xml for xml in charts("gap") if "<c:lineChart>" in xml]
    assert "Diagramme" in lines
    assert 'val="zero"' not in lines  # an empty field is a gap unless the chart says otherwise
    assert 'val="span"' not in lines


def test_no_line_runs_across_a_series_break() -> None:
    assert [(line[0], line[1]) for line in chart_table("broken")] == [
        ("2015", 10), ("2016", 12), ("2017", 14), ("Bruch", None), ("2018", 16), ("2019", 18), ("2020", 20),
    ]  # fmt: skip


def test_charts_have_a_text_for_those_who_do_not_see_them() -> None:
    with zipfile.ZipFile(io.BytesIO(data("gap"))) as archive:
        drawings = [archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/drawings/drawing")]
    assert "in 1 Jahr ohne Wert (geheim gehalten)" in "".join(drawings)
    assert sum(xml.count("descr=") for xml in drawings) == len(charts("gap"))


def test_ages_are_numbers_and_a_sentence_where_there_are_none() -> None:
    found = row("usual", "Altersaufbau", "Alter", Alter="unter 18 Jahren")
    assert (found["Anteil, in %"], found["Menschen"]) == (20, 200)
    nobody = made(replace(district("usual"), alter=None))
    texts = [c for line in load_workbook(io.BytesIO(nobody))["Altersaufbau"].iter_rows(values_only=True) for c in line]
    assert "Zum Altersaufbau liegen keine Zahlen vor, die gezeigt werden können." in texts


def with_facilities(name: str, places: int | None = 75) -> bytes:
    kita, frei = Einrichtungsart.KITA, Traegerart.FREI
    one = Einrichtung("e1", name, kita, name, frei, (A1,), True, plaetze=places, hinweis=name)
    liste = Einrichtungsliste(1, dt.datetime(2025, 3, 1, tzinfo=dt.UTC), name, (one,))
    return made(replace(district("usual"), einrichtungen=(one,), liste=liste))


def test_facilities_are_listed_and_unknown_places_stay_empty() -> None:
    (known,) = sheet_rows(with_facilities("Kita"), "Einrichtungen", "Art")
    (unknown,) = sheet_rows(with_facilities("Kita", None), "Einrichtungen", "Art")
    assert (known["Name"].value, known["Plätze"].value, known["synthetisch"].value) == ("Kita", 75, "ja")
    assert unknown["Plätze"].value is None


def test_without_a_list_of_facilities_there_is_no_sheet_of_them() -> None:
    assert book("usual").sheetnames == [name for name in SHEETS if name != "Einrichtungen"]


def test_the_codebook_explains_every_column() -> None:
    names = {cells["Name"].value for cells in sheet_rows(data("usual"), "Codebuch", "Teil")}
    assert names >= {spalte.titel for spalte in PROFILSPALTEN}


@pytest.mark.parametrize("before", ["=", "+", "-", "@", "\t", "{=", "https://"])
def test_no_text_becomes_a_formula_or_a_link(before: str) -> None:
    name = f'{before}HYPERLINK("x")'
    profil = district("usual")
    bad = replace(
        profil,
        gebiet=replace(profil.gebiet, name=name),
        kopfzahlen=tuple(replace(k, indikator=replace(k.indikator, name=name)) for k in profil.kopfzahlen),
        themen=tuple(
            replace(t, kennwerte=tuple(replace(k, indikator=replace(k.indikator, quelle=name)) for k in t.kennwerte))
            for t in profil.themen
        ),
    )
    for file, sheets_of in ((made(bad), len(SHEETS) - 1), (with_facilities(name), len(SHEETS))):
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            sheets = [archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
        assert len(sheets) == sheets_of
        for sheet in sheets:
            assert "<f>" not in sheet
            assert "<hyperlink" not in sheet


def test_the_age_indicator_has_its_own_row() -> None:
    assert row("usual", "Kennwerte", "Thema", Indikator=JUNGE.name)["Wert"] == 20
