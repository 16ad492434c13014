from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.export.csv import Form, figure_csv, head_csv, is_formula, rows_csv, table_csv
from sro.export.spalten import NAMEN, Zeile
from sro.model.gebiet import Gebiet
from tests.beispiele import ANTEIL, area, seen
from tests.export.mitgift import BEIGABE

MOISLING = Gebiet("stadtteil", "03", "Moisling")
ROWS = [
    Zeile(MOISLING, 2023, seen(ANTEIL, area("03"), 2023, 1234, 9000)),
    Zeile(MOISLING, 2024, seen(ANTEIL, area("03"), 2024, None, 9000)),
    Zeile(MOISLING, 2025, None),
]


def read(data: bytes, form: Form) -> list[dict[str, str]]:
    text = data.decode("utf-8-sig" if form is Form.EXCEL else "utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";" if form is Form.EXCEL else ","))


def test_for_machines() -> None:
    shown, hidden, missing = read(figure_csv(ROWS, ANTEIL, BEIGABE), Form.MASCHINE)
    assert tuple(shown) == NAMEN
    assert (shown["gebiet_id"], shown["zeit"], shown["zaehler"], shown["wert"]) == (
        "03",
        "31.12.2023",
        "1234",
        "13.711111",
    )
    assert (hidden["status"], hidden["zaehler"], hidden["wert"], hidden["unten_95"]) == ("geheim", "", "", "")
    assert (missing["status"], missing["nenner"]) == ("fehlt", "")
    assert {row["synthetisch"] for row in (shown, hidden, missing)} == {"ja"}
    origin = [shown[name] for name in ("von", "bis", "lizenz", "datenstand", "datenstand_vom")]
    assert origin == ["2023-12-31", "2023-12-31", "dl-de/by-2-0", "3", "2026-11-22"]


def test_for_excel() -> None:
    data = figure_csv(ROWS, ANTEIL, BEIGABE, Form.EXCEL)
    assert data.startswith(b"\xef\xbb\xbf")
    assert read(data, Form.EXCEL)[0]["wert"] == "13,711111"


@pytest.mark.parametrize("text", ["=1+1", "+49", "-x", "@a", " =1+1", "\t=1", "\r=1", "\n=1", "＝1+1"])
def test_text_cannot_become_a_formula(text: str) -> None:
    for form in Form:
        (row,) = read(table_csv(["a", "b"], [[text, "x"]], form), form)
        assert row["a"].startswith("'")


def test_negative_numbers_stay_numbers() -> None:
    assert table_csv(["a"], [[-12.5]]) == b"a\r\n-12.5\r\n"
    assert table_csv(["a"], [[-12.5]], Form.EXCEL).endswith(b"-12,5\r\n")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=5))
def test_text_comes_back(texts: list[str]) -> None:
    for form in Form:
        rows = read(table_csv(["a", "b"], [[text, "x"] for text in texts], form), form)
        assert [row["a"].removeprefix("'") for row in rows] == [text.removeprefix("'") for text in texts]


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_no_cell_can_become_a_formula(texts: list[str]) -> None:
    for form in Form:
        for row in read(table_csv(["a", "b"], [[text, "x"] for text in texts if "\x00" not in text], form), form):
            assert not is_formula(row["a"] or "")


def test_a_table_written_piece_by_piece_is_the_same() -> None:
    rows = [["a", 1], ["b", 2.5]]
    for form in Form:
        pieces = head_csv(["x", "y"], form) + b"".join(rows_csv([row], form) for row in rows)
        assert pieces == table_csv(["x", "y"], rows, form)
