"""The board as a workbook, read back: dates and numbers are such, a hidden value is words, no text is a formula."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sro.auswertung.brett.brett import Brettfilter, board
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.export.mappe.brett import AGREED, COMPARED, xlsx
from sro.model.vereinbarung import Vereinbarung
from sro.reference.leitbild import leitbild
from tests.auswertung.brettakten import A1, EINES, HEUTE, VEREINBARUNGEN, records
from tests.auswertung.test_brett import WERKE
from tests.auswertung.werke import KLEINSTADT, werk
from tests.beispiele import DICHTE, seen

HOSTILE = ('=HYPERLINK("http://x","y")', "+1+1", "@SUM(A1)", "http://example.org", "12")


def sheets(vereinbarungen: dict[str, Vereinbarung], now: Zahlenwerk = WERKE[2]) -> dict[str, Worksheet]:
    brett = board(records(vereinbarungen), KLEINSTADT, Brettfilter(), HEUTE, WERKE.get, now)
    book = openpyxl.load_workbook(io.BytesIO(xlsx(brett, KLEINSTADT, leitbild())))
    return {name: book[name] for name in book.sheetnames}


def rows(blatt: Worksheet) -> list[dict[str, object]]:
    head, *body = blatt.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def test_every_agreement_is_a_row_overdue_first() -> None:
    found = rows(sheets(VEREINBARUNGEN)["Vereinbarungen"])
    assert [row["Nummer"] for row in found] == ["VB-3", "VB-1", "VB-4", "VB-6", "VB-5", "VB-2"]
    second = found[1]
    assert second["Frist"] == second["überfällig seit"] == dt.datetime(2026, 9, 30)
    assert (second["Gebiet"], second["Dialog"], second["synthetisch"]) == ("Altdorf Mitte", "Altdorf 2025", "ja")
    assert found[2]["überfällig seit"] is None
    assert len(second) == len(AGREED)


def test_then_and_now_are_numbers_with_their_limits() -> None:
    blatt = sheets({"VB-1": EINES})["Damals und jetzt"]
    head, body, *_ = blatt.iter_rows(values_only=True)
    assert list(head) == [name for name, _ in COMPARED]
    # 20 and 60 of 1,000; Byar's limits for 20 cases are 12.2 and 30.9 (docs/statistik.md)
    assert body[5] == pytest.approx(20.0)
    assert body[6:8] == (pytest.approx(12.2, abs=0.05), pytest.approx(30.9, abs=0.05))
    assert (body[8], body[9], body[11], body[14]) == (20, 1000, pytest.approx(60.0), 60)
    assert body[16] == "gestiegen, mehr als der Zufall erwarten lässt"
    assert any("sagt die Zahl nicht" in str(cell) for row in blatt.iter_rows(values_only=True) for cell in row)


def test_a_hidden_value_is_words() -> None:
    hidden = werk([seen(DICHTE, A1, 2020, None)])
    hidden = replace(hidden, datenstand=replace(hidden.datenstand, id=2))
    _, body, *_ = sheets({"VB-1": EINES}, hidden)["Damals und jetzt"].iter_rows(values_only=True)
    assert body[11:16] == ("geheim gehalten", None, None, None, None)
    assert body[16] == "nicht zu sagen"


def test_without_figures_there_is_no_second_sheet() -> None:
    assert list(sheets({"VB-1": replace(EINES, indikatoren=())})) == ["Vereinbarungen"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_neither_formula_nor_link_nor_number(text: str) -> None:
    blatt = sheets({"VB-1": replace(EINES, text=text, verantwortlich=text, ergebnis=text)})["Vereinbarungen"]
    cells = [cell for cell in blatt[2] if cell.value == text]
    assert len(cells) == 3
    assert all(cell.data_type == "s" and cell.hyperlink is None for cell in cells)
