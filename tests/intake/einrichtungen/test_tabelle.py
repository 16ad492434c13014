"""The form of the table: columns, sheets, formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from sro.intake.einrichtungen.spalten import PFLICHT, SPALTEN, is_about_persons
from sro.intake.einrichtungen.tabelle import read_table
from tests.intake.einrichtungen.liste import GUT, write


def codes(path: Path) -> list[tuple[str, str | None]]:
    return [(befund.code, befund.spalte) for befund in read_table(path).befunde]


@pytest.mark.parametrize(
    "heading",
    [
        "Telefon",
        "Tel.",
        "E-Mail",
        "Ansprechpartner:in",
        "Leitung",
        "Kontakt",
        "Geschäftsführung",
        "Vorname",
        "Personal",
    ],
)
def test_headings_about_persons(tmp_path: Path, heading: str) -> None:
    assert is_about_persons(heading)
    assert codes(write(tmp_path, {}, columns=(*SPALTEN, heading))) == [("spalte_personenbezogen", heading)]


@pytest.mark.parametrize("heading", [*SPALTEN, "Straße", "Hotel", "Baujahr", "Öffnungszeiten"])
def test_other_headings(heading: str) -> None:
    assert not is_about_persons(heading)


def test_other_columns_are_told_but_not_read(tmp_path: Path) -> None:
    assert codes(write(tmp_path, {}, columns=(*PFLICHT, "Baujahr"))) == [("spalte_unbekannt", "Baujahr")]


def test_missing_and_doubled_columns(tmp_path: Path) -> None:
    assert codes(write(tmp_path, {}, columns=(*PFLICHT[1:], "name"))) == [
        ("spalte_fehlt", "id"),
        ("spalte_doppelt", "name"),
    ]


def test_headings_as_people_write_them(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("ID,Name,Art,Träger,Trägerart,Gebiet,Plätze\n1,A,Kita,B,frei,03,25\n", encoding="cp1252")
    found = read_table(path)
    assert found.befunde == ()
    assert [found.zeilen[0].texte[name] for name in ("traeger", "traegerart", "plaetze")] == ["B", "frei", "25"]


def test_a_workbook_with_a_cover_sheet(tmp_path: Path) -> None:
    book, path = Workbook(), tmp_path / "liste.xlsx"
    book.active.append(["Liste der Einrichtungen", "Stand November"])
    sheet = book.create_sheet("Liste")
    sheet.append(list(GUT))
    sheet.append([*list(GUT.values())[:-1], 3])
    book.save(path)
    found = read_table(path)
    assert found.befunde == ()
    assert [(row.nummer, row.texte["gebiet"]) for row in found.zeilen] == [(2, "3")]


def test_another_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("indikator_id;ebene;gebiet_id\na;b;c\n", encoding="utf-8")
    assert codes(path) == [("keine_liste", None)]


def test_an_empty_list_and_a_long_row(tmp_path: Path) -> None:
    assert codes(write(tmp_path)) == [("keine_zeilen", None)]
    path = write(tmp_path, {})
    path.write_text(path.read_text(encoding="utf-8") + ";;;zu viel", encoding="utf-8")
    assert codes(path) == [("zeile_zu_lang", None)]
