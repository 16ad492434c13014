"""Tables from CSV files and workbooks, good and bad."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from sro.intake.kopf import PFLICHT
from sro.intake.tabelle import Rohzeile, Tabelle, read_table
from sro.model.befund import Schwere
from tests.intake.kleine_stadt import KOPF, Stelle, places

ZEILE = "kinderanteil;stadtteil;04;2024;12,5;100"
GELESEN = (Rohzeile(2, "kinderanteil", "stadtteil", "04", "2024", "12,5", "100"),)


def table(folder: Path, content: bytes | str, name: str = "tabelle.csv") -> Tabelle:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_table(file)


def refused(folder: Path, content: bytes | str, name: str = "tabelle.csv") -> list[Stelle]:
    found = table(folder, content, name)
    assert found.zeilen == ()
    assert all(befund.datei == name for befund in found.befunde)
    return places(found.befunde)


def workbook(folder: Path, *sheets: list[list[object]]) -> Tabelle:
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(folder / "tabelle.xlsx")
    return read_table(folder / "tabelle.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, newline: str) -> None:
    found = table(tmp_path, f"{KOPF};herkunft{newline}{ZEILE};Träger{newline}".encode(encoding))
    assert [row.herkunft for row in found.zeilen] == ["Träger"]
    assert found.befunde == ()


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separators(tmp_path: Path, separator: str) -> None:
    row = ZEILE.replace(";", separator).replace("12,5", '"12,5"')
    assert table(tmp_path, f"{KOPF.replace(';', separator)}\n{row}").zeilen == GELESEN


def test_order_case_and_extra_columns_of_the_header(tmp_path: Path) -> None:
    found = table(tmp_path, "Nenner;ZÄHLER;Zeit;Bemerkung;Gebiet ID;Ebene;Indikator-ID\n9;8;2024;neu;01;stadtteil;x\n")
    assert found.zeilen == (Rohzeile(2, "x", "stadtteil", "01", "2024", "8", "9"),)
    assert places(found.befunde) == [("spalte_unbekannt", 1, "Bemerkung", None)]
    assert found.befunde[0].schwere is Schwere.HINWEIS


def test_rows_keep_their_number(tmp_path: Path) -> None:
    text = f'# ein Kommentar\n\n{KOPF};herkunft\n{ZEILE};"zwei\nZeilen"\n;;;\n\n{ZEILE}\n'
    assert [row.nummer for row in table(tmp_path, text).zeilen] == [4, 8]


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    content = f"{KOPF}\n{ZEILE}\n".encode()
    assert table(tmp_path, content).sha256 == hashlib.sha256(content).hexdigest()


def test_empty_files(tmp_path: Path) -> None:
    assert refused(tmp_path, "") == [("datei_leer", None, None, None)]
    assert refused(tmp_path, " \n\n") == [("datei_leer", None, None, None)]
    assert refused(tmp_path, "# nur ein Kommentar\n") == [("datei_leer", None, None, None)]
    assert refused(tmp_path, KOPF) == [("keine_zeilen", None, None, None)]


def test_missing_and_doubled_columns_all_at_once(tmp_path: Path) -> None:
    assert refused(tmp_path, "indikator;ebene;ebene;gebiet_id;zeit;nenner\na;b;b;c;d;e") == [
        ("spalte_fehlt", 1, "indikator_id", None),
        ("spalte_fehlt", 1, "zaehler", None),
        ("spalte_doppelt", 1, "ebene", None),
        ("spalte_unbekannt", 1, "indikator", None),
    ]
    assert "Ist „indikator“ gemeint?" in table(tmp_path, "indikator;ebene;gebiet_id").befunde[0].text


def test_a_missing_time_is_looked_for_under_other_names(tmp_path: Path) -> None:
    def told(header: str) -> str:
        return next(befund.text for befund in table(tmp_path, header).befunde if befund.spalte == "zeit")

    assert "Ist „Jahr“ gemeint?" in told("indikator_id;ebene;Gebiet;Jahr;zaehler;nenner")
    assert "gemeint" not in told("indikator_id;ebene;Gebiet;zaehler;nenner")


def test_another_table_needs_a_mapping(tmp_path: Path) -> None:
    """One sentence about the assistant, not one about each column that another table cannot have."""
    assert refused(tmp_path, f"{ZEILE}\n{ZEILE}") == [("zuordnung_fehlt", 1, None, None)]
    assert refused(tmp_path, "Stadtteil;2023;2024\nAltstadt;3;4\n") == [("zuordnung_fehlt", 1, None, None)]
    told = table(tmp_path, "Stadtteil;2023;2024\nAltstadt;3;4\n").befunde[0].text
    assert "beginnt mit „Stadtteil“" in told
    assert "Assistenten" in told
    assert "Profil" in told


@pytest.mark.parametrize("content", [b"PK\x03\x04abc", b"\xd0\xcf\x11\xe0abc", b"%PDF-1.7", b"a;b\n\x00\x01\x02"])
def test_a_binary_renamed_to_csv(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) == [("datei_binaer", None, None, None)]


def test_other_formats_and_broken_workbooks(tmp_path: Path) -> None:
    assert refused(tmp_path, "x", "tabelle.xlsm") == [("format_unbekannt", None, None, None)]
    assert refused(tmp_path, f"{KOPF}\n{ZEILE}", "tabelle.xlsx") == [("datei_kaputt", None, None, None)]
    assert refused(tmp_path, b"PK\x03\x04 kein Archiv", "tabelle.xlsx") == [("datei_kaputt", None, None, None)]


def test_a_truncated_workbook(tmp_path: Path) -> None:
    workbook(tmp_path, [list(PFLICHT), ["a", "stadt", "00", 2024, 1, 2]])
    content = (tmp_path / "tabelle.xlsx").read_bytes()
    assert refused(tmp_path, content[: len(content) // 2], "tabelle.xlsx") == [("datei_kaputt", None, None, None)]


def test_unreadable_bytes_and_open_quotes(tmp_path: Path) -> None:
    assert refused(tmp_path, KOPF.encode() + b"\n\x81\x8d") == [("kodierung_unbekannt", None, None, None)]
    assert refused(tmp_path, f'{KOPF}\n{ZEILE}\n"offen;stadt\n') == [("datei_kaputt", 3, None, None)]


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRO_IMPORT_MAX_MB", "0.0001")
    assert refused(tmp_path, f"{KOPF}\n{ZEILE}\n" * 5) == [("datei_zu_gross", None, None, None)]


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[object]] = [list(PFLICHT), *(["a", "stadt", "00", 2024, 1, 2] for _ in range(3000))]
    workbook(tmp_path, rows)
    size = (tmp_path / "tabelle.xlsx").stat().st_size
    monkeypatch.setenv("SRO_IMPORT_MAX_MB", str(size / 1_000_000 + 0.000001))
    monkeypatch.setattr("sro.intake.archiv.INFLATION", 1)
    assert places(read_table(tmp_path / "tabelle.xlsx").befunde) == [("datei_zu_gross", None, None, None)]


def test_a_decimal_comma_that_is_also_the_separator(tmp_path: Path) -> None:
    found = table(tmp_path, f"{KOPF.replace(';', ',')}\na,stadt,00,2024,12,5,100\na,stadt,00,2023,12,100\n")
    assert places(found.befunde) == [("zeile_zu_lang", 2, None, None)]
    assert found.befunde[0].schwere is Schwere.FEHLER


def test_workbook_cells_become_what_a_person_would_type(tmp_path: Path) -> None:
    found = workbook(tmp_path, [list(PFLICHT), ["a", "stadtteil", 4, dt.date(2024, 12, 31), 12.5, 1.234], ["b"]])
    assert found.zeilen == (
        Rohzeile(2, "a", "stadtteil", "4", "31.12.2024", "12.5", "1.2340"),
        Rohzeile(3, "b", "", "", "", "", ""),
    )


def test_the_sheet_with_the_right_header_is_read(tmp_path: Path) -> None:
    found = workbook(tmp_path, [["Hinweise"], ["..."]], [[], list(PFLICHT), ["a", "stadt", "00", 2024, 1, 2]])
    assert found.zeilen == (Rohzeile(3, "a", "stadt", "00", "2024", "1", "2"),)


def test_a_formula_is_told_not_computed(tmp_path: Path) -> None:
    found = workbook(tmp_path, [list(PFLICHT), ["a", "stadt", "00", 2024, "=1+1", 100]])
    assert found.zeilen[0].zaehler == "=1+1"


def test_workbook_without_any_table(tmp_path: Path) -> None:
    assert places(workbook(tmp_path, []).befunde) == [("datei_leer", None, None, None)]


CELL = st.text(st.characters(codec="cp1252", exclude_categories=("Cc", "Cf")), min_size=1, max_size=12).map(str.strip)
ROW = st.tuples(*[CELL.filter(bool) for _ in PFLICHT])


@given(
    st.lists(ROW, min_size=1, max_size=6), st.sampled_from([";", ",", "\t"]), st.sampled_from(["utf-8", "utf-8-sig"])
)
def test_whatever_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]], separator: str, encoding: str
) -> None:
    quoted = [separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in (PFLICHT, *rows)]
    file = tmp_path_factory.mktemp("tabellen") / "tabelle.csv"
    file.write_bytes("\r\n".join(quoted).encode(encoding))
    found = read_table(file)
    assert found.befunde == ()
    assert [tuple(getattr(row, name) for name in PFLICHT) for row in found.zeilen] == rows
