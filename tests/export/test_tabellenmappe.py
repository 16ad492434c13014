"""The workbook of several indicators: numbers as numbers, signs where there are none, nothing that computes."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from sro.export.codebuch import Eintrag
from sro.export.mappe.tabelle import table_xlsx
from sro.export.spalten import Art, Spalte, Zelle

SPALTEN = (
    Spalte("gebiet", "Gebiet", Art.TEXT, ""),
    Spalte("jahr", "Jahr", Art.GANZZAHL, ""),
    Spalte("wert", "Wert", Art.ZAHL, ""),
    Spalte("unten_95", "95 % unten", Art.ZAHL, ""),
    Spalte("status", "Status", Art.TEXT, ""),
    Spalte("vorlaeufig", "vorläufig", Art.JA_NEIN, ""),
)
ZEILEN: tuple[tuple[Zelle, ...], ...] = (
    ("Altdorf", 2024, 12.345678, 10.0, "ok", True),
    ("=1+1", 2024, None, None, "geheim", False),
    ("Neudorf", 2024, None, None, "fehlt", False),
    ("Feldmark", 2024, 0, 0, "null", False),
)
CODEBUCH = (Eintrag("Spalten", "Wert", "@was"),)


def sheets() -> dict[str, list[list[object]]]:
    made = table_xlsx("Titel & mehr", ("Quelle & Ort", "Synthetisch"), SPALTEN, ZEILEN, CODEBUCH)
    book = load_workbook(io.BytesIO(made))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def test_values_stand_as_they_are_and_states_as_their_signs() -> None:
    head, *rows = sheets()["Werte"]
    assert head == [spalte.titel for spalte in SPALTEN]
    assert rows == [
        ["Altdorf", 2024, 12.345678, 10, "ok", "ja"],
        ["=1+1", 2024, ".", None, "geheim", "nein"],
        ["Neudorf", 2024, "…", None, "fehlt", "nein"],
        ["Feldmark", 2024, 0, 0, "null", "nein"],
    ]


def test_no_cell_is_a_formula() -> None:
    made = table_xlsx("Titel", (), SPALTEN, ZEILEN, CODEBUCH)
    book = load_workbook(io.BytesIO(made))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_the_notes_are_on_every_page_on_paper() -> None:
    book = load_workbook(io.BytesIO(table_xlsx("Titel", ("Quelle", "Synthetisch"), SPALTEN, ZEILEN, CODEBUCH)))
    assert [sheet.title for sheet in book] == ["Werte", "Codebuch"]
    assert all("Synthetisch" in str(sheet.oddFooter.left.text) for sheet in book)
