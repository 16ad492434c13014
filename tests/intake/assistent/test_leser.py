"""Workbooks in three formats: what a person sees in them, and files that are broken, huge or something else."""

from __future__ import annotations

import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from sro.intake.befunde import UnreadableError
from sro.intake.blaetter import choose, read_sheets
from sro.intake.datei import Datei, open_file
from sro.intake.raster import Rasterzeile, Verbund
from sro.intake.tabelle import read_table
from sro.model.befund import Schwere
from tests.intake.assistent.beispiele import ALT_XLS, archive, ods, row

MACRO = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def code(name: str, content: bytes) -> str:
    with pytest.raises(UnreadableError) as refused:
        read_sheets(Datei(name, content))
    return refused.value.befund.code


def told(folder: Path, name: str, content: bytes) -> tuple[str, str]:
    (folder / name).write_bytes(content)
    found = read_table(folder / name)
    assert found.zeilen == ()
    assert len(found.befunde) == 1
    return found.befunde[0].code, found.befunde[0].text


def test_an_old_workbook() -> None:
    sheets = read_sheets(open_file(ALT_XLS))
    chosen, befunde = choose(sheets, "alt.xls")
    assert chosen.name == "Kinder"
    assert chosen.zeilen[1:5] == [
        Rasterzeile(2, ("Stadtteil", "2023", "", "2024")),
        Rasterzeile(3, ("", "Kinder", "Einwohner", "Kinder", "Einwohner")),
        Rasterzeile(4, ("Altstadt", "12.5", "100", "14", "4242.25")),
        Rasterzeile(5, ("Neustadt", "-", "200", "3", "210")),
    ]
    assert chosen.zeilen[5:] == [Rasterzeile(7, ("Stand", "31.12.2024")), Rasterzeile(8, ("WAHR",))]
    assert set(chosen.verbunden) == {Verbund(2, 0, 3, 0), Verbund(2, 1, 2, 2), Verbund(2, 3, 2, 4)}
    assert [(befund.code, befund.schwere) for befund in befunde] == [("blatt_gewaehlt", Schwere.HINWEIS)]
    assert "„Kinder“" in befunde[0].text
    assert "„Hinweise“" in befunde[0].text


@pytest.mark.parametrize("place", [(65_535, 255), (65_535, 65_535), (20_000, 3)])
def test_an_old_workbook_with_a_cell_far_away_takes_no_memory(place: tuple[int, int]) -> None:
    """Readers that lay out a full grid take gigabytes for this file of six kilobytes, and the process dies."""
    content = bytearray(ALT_XLS.read_bytes())
    at = content.find(struct.pack("<d", 4242.25))
    cell = at - 10 if at >= 0 else content.find(b"\x7e\x02\x0a\x00")
    content[cell + 4 : cell + 8] = struct.pack("<HH", *place)
    tracemalloc.start()
    try:
        read_sheets(Datei("alt.xls", bytes(content)))
    except UnreadableError as refused:
        assert refused.befund.code in ("datei_kaputt", "tabelle_zu_breit")  # noqa: PT017 - either is right
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000


@pytest.mark.parametrize("cut", [100, 600, 3000])
def test_a_broken_old_workbook(cut: int) -> None:
    assert code("alt.xls", ALT_XLS.read_bytes()[:cut]) == "datei_kaputt"


def test_an_open_document() -> None:
    content = ods(
        row("<table:table-cell table:number-columns-spanned='2'><text:p>Kinder</text:p></table:table-cell>", "x"),
        row(more='table:number-rows-repeated="3"'),
        row(
            4,
            12.5,
            1.234,
            '<table:table-cell office:value-type="date" office:date-value="2024-12-31T00:00:00"/>',
            '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
            "<table:table-cell><text:p>A<text:s/>B <text:span>C</text:span></text:p></table:table-cell>",
            '<table:table-cell table:number-columns-repeated="16000"/>',
        ),
        row("zweimal", more='table:number-rows-repeated="2"'),
        row(more='table:number-rows-repeated="1048000"'),
        name="Daten",
    )
    (sheet,) = read_sheets(Datei("tabelle.ods", content))
    assert sheet.name == "Daten"
    assert sheet.verbunden == (Verbund(1, 0, 1, 1),)
    assert sheet.zeilen == [
        Rasterzeile(1, ("Kinder", "x")),
        Rasterzeile(5, ("4", "12.5", "1.2340", "31.12.2024", "WAHR", "A B C")),
        Rasterzeile(6, ("zweimal",)),
        Rasterzeile(7, ("zweimal",)),
    ]


def test_formulas_and_comments_of_an_open_document() -> None:
    """As in Excel files a formula is told, not computed; what somebody remarked beside a cell is not its text."""
    formula = '<table:table-cell table:formula="of:=SUM([.A1:.A9])" office:value-type="float" office:value="7"/>'
    note = "<office:annotation><text:p>geheim!</text:p></office:annotation>"
    cell = f"<table:table-cell>{note}<text:p>5</text:p></table:table-cell>"
    (sheet,) = read_sheets(Datei("tabelle.ods", ods(row(formula, cell))))
    assert sheet.zeilen[0].zellen == ("=SUM([.A1:.A9])", "5")


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 kein Archiv",
        archive({"andere.xml": b"<a/>"}),
        archive({"content.xml": b"<a"}),
        ods(row("a"))[:200],
        ods(row('<table:table-cell office:value-type="float" office:value="viel"/>')),
        ods(row("a", more='table:number-rows-repeated="viele"')),
    ],
)
def test_a_broken_open_document(content: bytes) -> None:
    assert code("tabelle.ods", content) == "datei_kaputt"


def test_entities_that_grow_without_end() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "{"x" * 1000}">{levels}]><x>&a11;</x>'
    assert code("tabelle.ods", archive({"content.xml": bomb.encode()})) == "datei_kaputt"


def test_repeated_cells_and_rows_have_an_end() -> None:
    wide = row('<table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell>')
    assert code("tabelle.ods", ods(wide)) == "tabelle_zu_breit"
    many = row(*["x"] * 500, more='table:number-rows-repeated="999999999"')
    assert code("tabelle.ods", ods(many)) == "tabelle_zu_gross"
    assert code("tabelle.ods", ods(row(*[1] * 2000))) == "tabelle_zu_breit"


def test_an_open_document_of_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sro.intake.ods.MOST_ELEMENTS", 50)
    assert code("tabelle.ods", archive({"content.xml": b"<a>" + b"<b/>" * 100 + b"</a>"})) == "tabelle_zu_gross"
    assert code("tabelle.ods", ods("<table:table-row/>" * 100)) == "tabelle_zu_gross"
    spans = "<text:span/>" * 100
    cell = f"<table:table-cell><text:p>{spans}</text:p></table:table-cell>"
    assert code("tabelle.ods", ods(row(cell))) == "tabelle_zu_gross"
    assert len(read_sheets(Datei("tabelle.ods", ods(*[row(1, 2, 3)] * 40)))[0].zeilen) == 40  # finished rows are gone


@pytest.mark.parametrize("name", ["tabelle.ods", "tabelle.xlsx"])
def test_an_archive_that_unpacks_to_too_much(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRO_IMPORT_MAX_MB", "0.1")
    assert code(name, archive({"content.xml": b" " * 3_000_000})) == "datei_zu_gross"


def test_a_million_columns_in_text() -> None:
    start = time.monotonic()
    assert code("tabelle.csv", ("a;" * 1_000_000 + "\n").encode()) == "tabelle_zu_breit"
    assert code("tabelle.csv", ("a;" * 1_001 + "\n").encode()) == "tabelle_zu_breit"
    assert code("tabelle.csv", (";" * 1_000_000 + "\n").encode()) == "tabelle_zu_breit"
    assert time.monotonic() - start < 5


def test_too_many_columns_in_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append([1] * 1_001)
    book.save(tmp_path / "breit.xlsx")
    assert read_table(tmp_path / "breit.xlsx").befunde[0].code == "tabelle_zu_breit"


def test_cells_far_away_in_a_workbook(tmp_path: Path) -> None:
    """The last cell of the sheet: no millions of empty cells before it. One far below is a row as any other."""
    book = Workbook()
    book.active["A1"] = 1
    book.active["B1048576"] = 2
    book.save(tmp_path / "tief.xlsx")
    book.active["XFD1048576"] = 1
    book.save(tmp_path / "fern.xlsx")
    start = time.monotonic()
    (sheet,) = read_sheets(open_file(tmp_path / "tief.xlsx"))
    assert sheet.zeilen == [Rasterzeile(1, ("1",)), Rasterzeile(1_048_576, ("", "2"))]
    assert [(one.code, one.zeile) for one in read_table(tmp_path / "fern.xlsx").befunde] == [
        ("tabelle_zu_breit", 1_048_576)
    ]
    assert time.monotonic() - start < 20


def test_a_row_of_a_workbook_wider_than_any_sheet(tmp_path: Path) -> None:
    """Refused while its XML is scanned: a parser would hold all cells of the row at once."""
    book = Workbook()
    book.save(tmp_path / "leer.xlsx")
    with zipfile.ZipFile(tmp_path / "leer.xlsx") as file:
        entries = {name: file.read(name) for name in file.namelist()}
    sheet = b'<x:row r="1">' + b"<x:c><x:v>1</x:v></x:c>" * 20_000 + b"</x:row>"
    entries["xl/worksheets/sheet1.xml"] = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        + sheet
        + b"</x:sheetData></x:worksheet>"
    )
    assert code("breit.xlsx", archive(entries)) == "tabelle_zu_breit"


def test_merged_cells_of_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Stadtteil", "2023", None, "2024"])
    book.active.merge_cells("B1:C1")
    book.active.merge_cells("A1:A2")
    book.save(tmp_path / "tabelle.xlsx")
    (sheet,) = read_sheets(open_file(tmp_path / "tabelle.xlsx"))
    assert set(sheet.verbunden) == {Verbund(1, 1, 1, 2), Verbund(1, 0, 2, 0)}


def test_a_file_of_three_hundred_megabytes_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "tabelle.ods"
    with file.open("wb") as sparse:
        sparse.truncate(300_000_000)
    found = read_table(file)
    assert [befund.code for befund in found.befunde] == ["datei_zu_gross"]
    assert "300 MB" in found.befunde[0].text


def test_files_that_are_something_else(tmp_path: Path) -> None:
    assert told(tmp_path, "a.xls", b"<html><table><tr><td>1</td></tr></table>")[0] == "datei_kaputt"
    assert "Webseite" in told(tmp_path, "a.xls", b"<html><table>")[1]
    protected = MACRO + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le")
    assert "Kennwort" in told(tmp_path, "a.xlsx", protected)[1]
    assert told(tmp_path, "a.xlsm", b"PK\x03\x04")[0] == "format_unbekannt"
    assert ".ods" in told(tmp_path, "a.pdf", b"%PDF")[1]
    assert told(tmp_path, "a.xls", MACRO + b"\0" * 3000)[0] == "datei_kaputt"


def test_a_sheet_by_its_name() -> None:
    sheets = read_sheets(open_file(ALT_XLS))
    assert choose(sheets, "alt.xls", "Hinweise")[0].name == "Hinweise"
    with pytest.raises(UnreadableError, match="„Kind“ gibt es nicht") as refused:
        choose(sheets, "alt.xls", "Kind")
    assert "Ist „Kinder“ gemeint?" in refused.value.befund.text


def test_the_separator_of_a_table_below_a_title() -> None:
    text = "Kinder, Jugendliche, Familien, Senioren\nKiel, Landeshauptstadt;1,5;2\nPlön, Kreis;3;4\n"
    (sheet,) = read_sheets(Datei("tabelle.csv", text.encode()))
    assert sheet.zeilen[1].zellen == ("Kiel, Landeshauptstadt", "1,5", "2")


def test_invisible_characters_are_gone() -> None:
    (sheet,) = read_sheets(Datei("tabelle.csv", "Neu\u00admühlen;\u200b5\nx;\ufeff\n".encode()))
    assert [row.zellen for row in sheet.zeilen] == [("Neumühlen", "5"), ("x",)]
