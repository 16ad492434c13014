"""Workbooks, read back with another library than the one that wrote them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from sro.export.bild.kopf import heading
from sro.export.codebuch import Eintrag, codebook
from sro.export.mappe.figur import xlsx
from sro.export.spalten import SPALTEN, Beigabe, Zeile, record
from sro.model.gebiet import Gebiet
from sro.model.indikator import Indikator, Reihenbruch
from sro.model.wert import Status
from tests.beispiele import ANTEIL, SALDO, area, seen
from tests.export.mitgift import BEIGABE, BESTAETIGT, DATENSTAND, KATALOG, LUEBECK, STADTTEILE, beobachtet

KOPF = heading("Kinder im SGB II nach Stadtteilen, 2024", ANTEIL, "31.12.2024", DATENSTAND, ["Schematische Karte"])
BUCH = codebook([ANTEIL], KATALOG, BEIGABE)
Cells = dict[str, list[object]]


def book(rows: list[Zeile], indikator: Indikator = ANTEIL, beigabe: Beigabe = BEIGABE) -> Workbook:
    return load_workbook(io.BytesIO(xlsx(rows, indikator, beigabe, KOPF, BUCH)))


def values(made: Workbook) -> Cells:
    """The sheet "Werte" by column."""
    head, *rows = made["Werte"].iter_rows(values_only=True)
    return {str(title): [row[n] for row in rows] for n, title in enumerate(head)}


def chart_table(made: Workbook, first: str) -> list[list[object]]:
    """The table below the chart, from its header on; trailing empty fields left out."""
    rows = [list(row) for row in made["Diagramm"].iter_rows(values_only=True)]
    start = next(n for n, row in enumerate(rows) if row[0] == first)
    width = len([title for title in rows[start] if title is not None])
    return [row[:width] for row in rows[start:]]


def chart_xml(rows: list[Zeile], indikator: Indikator = ANTEIL) -> str:
    with zipfile.ZipFile(io.BytesIO(xlsx(rows, indikator, BEIGABE, KOPF, BUCH))) as archive:
        return archive.read("xl/charts/chart1.xml").decode()


def test_numbers_are_numbers_and_hidden_ones_signs_never_zero() -> None:
    found = values(book(beobachtet()))
    assert found["Status"][:5] == [s.value for s in Status]
    assert found["Zähler"][:5] == [1234, 0, ".", "…", 3]
    assert found["Wert"][:5] == [pytest.approx(13.711111), 0, ".", "…", "x"]
    assert found["Nenner"][:5] == [9000, 700, 800, "…", 20]
    assert found["95 % unten"][2:5] == [None, None, None]
    assert found["Gebiet-Nr."][:2] == ["01", "02"]
    assert set(found["synthetisch"]) == {"ja"}


def test_the_workbook_has_what_every_other_format_has() -> None:
    found = values(book(beobachtet()))
    assert set(found) == {spalte.titel for spalte in SPALTEN}
    for n, zeile in enumerate(beobachtet()):
        expected = record(zeile, ANTEIL, BEIGABE)
        for spalte in SPALTEN:
            value = expected[spalte.name]
            if isinstance(value, int | float) and not isinstance(value, bool):
                assert found[spalte.titel][n] == value


def test_numbers_are_written_as_germans_do() -> None:
    sheet = book(beobachtet())["Werte"]
    formats = {cell.value: sheet.cell(2, cell.column).number_format for cell in sheet[1]}
    assert formats["Wert"].endswith("#,##0.0")
    assert formats["Zähler"].endswith("#,##0")
    assert formats["Jahr"] == "0"
    assert formats["Von"] == "dd.mm.yyyy"


def test_one_year_is_bars_with_whiskers_and_the_name_says_why_there_is_none() -> None:
    xml = chart_xml(beobachtet())
    assert "<c:barChart>" in xml
    assert "<c:errBars>" in xml
    rows = chart_table(book(beobachtet()), "Gebiet")[1:]
    assert [row[0] for row in rows][:4] == [
        "Innenstadt",
        "St. Jürgen – genau null",
        "Moisling – geheim gehalten",
        "Buntekuh – nicht geliefert",
    ]
    value, low, high, down, up = rows[0][1:6]
    assert (value - down, value + up) == (pytest.approx(low), pytest.approx(high))
    assert [row[1:] for row in rows[2:5]] == [[None] * 5] * 3


def test_several_years_are_lines_that_do_not_run_over_gaps_and_breaks() -> None:
    broken = replace(ANTEIL, reihenbrueche=(Reihenbruch(2024, "neue Zählung"),))
    counts: list[int | None] = [100, None, 300, 400]
    rows = [Zeile(STADTTEILE[0], 2021 + n, seen(ANTEIL, area("01"), 2021 + n, c)) for n, c in enumerate(counts)]
    xml = chart_xml(rows, broken)
    assert "<c:lineChart>" in xml
    assert 'val="zero"' not in xml  # an empty field is a gap unless the chart says otherwise
    assert 'val="span"' not in xml
    assert chart_table(book(rows, broken), "Jahr")[1:] == [
        ["2021", 10],
        ["2022", None],
        ["2023", 30],
        ["Reihenbruch", None],
        ["2024", 40],
    ]


def test_many_areas_are_a_table_without_chart() -> None:
    areas = [Gebiet("stadtbezirk", f"{n:03d}", f"Bezirk {n}", (), LUEBECK.key) for n in range(540)]
    made = book([Zeile(g, 2024, None) for g in areas])
    assert made["Diagramm"]._charts == []
    assert len(chart_table(made, "Gebiet")) == 541


def test_a_balance_has_no_whiskers_and_goes_below_zero() -> None:
    rows = [Zeile(STADTTEILE[0], 2024, replace(seen(SALDO, area("01"), 2024, 10), zaehler=-10, wert=-10.0))]
    assert '<c:min val="0"/>' not in chart_xml(rows, SALDO)
    assert chart_table(book(rows, SALDO), "Gebiet")[1][1:] == [-10, None, None, None, None]


def test_the_codebook_says_what_must_be_known() -> None:
    rows = list(book(beobachtet())["Codebuch"].iter_rows(values_only=True))
    said = {(row[1], row[2]) for row in rows}
    assert ("Hinweis", "Synthetische Daten – keine echten Zahlen") in said
    assert any(name == "Lizenz" and "dl-de/by-2-0" in str(text) for name, text in said)
    assert any(name == "Datenstand" and "Datenstand 3 vom 22.11.2026" in str(text) for name, text in said)
    assert {row[1] for row in rows} >= {spalte.titel for spalte in SPALTEN} | {s.value for s in Status}
    confirmed = codebook([ANTEIL], KATALOG, replace(BEIGABE, herausgabe=BESTAETIGT))
    assert not any("Vorlage" in entry.bedeutung for entry in confirmed)


def test_every_sheet_says_on_paper_that_figures_are_synthetic() -> None:
    for sheet in book(beobachtet()).worksheets:
        assert "Synthetische Daten" in sheet.oddFooter.left.text


@settings(max_examples=30, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.sampled_from(["", "=", "+", "-", "@", "\t", "\r"])
)
def test_no_text_becomes_a_formula_or_a_link(text: str, before: str) -> None:
    name = before + text
    rows = [replace(beobachtet()[0], gebiet=Gebiet("stadtteil", "01", name, (), LUEBECK.key))]
    indikator = replace(ANTEIL, name=name, quelle=name)
    data = xlsx(rows, indikator, BEIGABE, replace(KOPF, titel=name), [Eintrag(name, name, name)])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 3
    for sheet in sheets:
        assert "<f>" not in sheet
        assert "<hyperlink" not in sheet


def test_what_looks_like_a_formula_stays_text_when_it_is_edited() -> None:
    rows = [replace(beobachtet()[0], gebiet=Gebiet("stadtteil", "01", "=1+1", (), LUEBECK.key))]
    sheet = book(rows)["Werte"]
    cell = next(cell for cell in sheet[2] if cell.value == "=1+1")
    assert cell.quotePrefix
