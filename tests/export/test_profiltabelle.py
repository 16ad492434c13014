"""A profile's rows as CSV, for programs and for a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from sro.export.csv import Form
from sro.export.profil.tabelle import PROFILSPALTEN, profile_csv
from sro.export.spalten import SPALTEN
from tests.beispiele import ANTEIL
from tests.export.sonderfaelle import district, figures, gift


def rows(kind: str, form: Form = Form.MASCHINE) -> dict[str, dict[str, str]]:
    text = profile_csv(district(kind), gift(figures(kind)), form).decode("utf-8-sig")
    delimiter = ";" if form is Form.EXCEL else ","
    return {row["indikator"]: row for row in csv.DictReader(io.StringIO(text), delimiter=delimiter)}


def test_it_has_the_columns_of_every_table_and_those_of_a_profile() -> None:
    head = list(rows("usual")[ANTEIL.id])
    assert head[: len(SPALTEN)] == [spalte.name for spalte in SPALTEN]
    assert head == [spalte.name for spalte in PROFILSPALTEN]


def test_a_row_says_what_lies_beside_the_value() -> None:
    row = rows("usual")[ANTEIL.id]
    assert (row["wert"], row["zaehler"], row["nenner"], row["status"]) == ("20", "200", "1000", "ok")
    assert (row["wert_stadt"], row["status_stadt"], row["wert_rest"]) == ("20", "ok", "20")
    assert (row["trend"], row["thema"]) == ("steigt, 2015–2020", "Soziale Lage")


def test_hidden_and_missing_are_two_things_and_neither_is_a_number() -> None:
    hidden, alone = rows("hidden")[ANTEIL.id], rows("alone")[ANTEIL.id]
    assert (hidden["wert"], hidden["zaehler"], hidden["status"], hidden["status_stadt"]) == ("", "", "geheim", "geheim")
    assert (alone["wert_stadt"], alone["status_stadt"], alone["wert_rest"]) == ("", "fehlt", "")


def test_for_excel_there_are_semicolons_and_decimal_commas() -> None:
    assert rows("gap", Form.EXCEL)[ANTEIL.id]["unten_95"].replace(",", ".") == rows("gap")[ANTEIL.id]["unten_95"]
    assert "," in rows("gap", Form.EXCEL)[ANTEIL.id]["unten_95"]


def test_no_text_is_taken_for_a_formula() -> None:
    profil = district("usual")
    bad = replace(profil, themen=tuple(
        replace(t, kennwerte=tuple(replace(k, gebiet=replace(k.gebiet, name="=1+1")) for k in t.kennwerte))
        for t in profil.themen
    ))  # fmt: skip
    assert b"'=1+1" in profile_csv(bad, gift(figures("usual")))
    assert b",=1+1" not in profile_csv(bad, gift(figures("usual")))
