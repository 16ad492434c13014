"""Reading by a mapping: every number goes to the area, indicator and year that it stands under."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from sro.intake.assistent import Bedeutung, Bedingung, Seite, Spalte, Wert, Zuordnung, anwenden, vorschlagen
from sro.intake.blaetter import choose, read_sheets
from sro.intake.datei import open_file
from sro.intake.lieferung import understand
from sro.intake.pruefung import check_all
from sro.intake.raster import Blatt, Rasterzeile, Verbund
from sro.intake.rohzeile import Rohzeile, Tabelle
from sro.intake.tabelle import read_table
from sro.model.befund import Schwere
from sro.model.gebiet import GebietKey
from tests.intake.assistent.beispiele import ALT_XLS, GENESIS, JAHRE_IM_KOPF, LANG, blatt
from tests.intake.kleine_stadt import HEUTE, KATALOG, STADT

ALLE_ZEICHEN = {"-": Bedeutung.NULL, ".": Bedeutung.UNBEKANNT, "0": Bedeutung.NULL}
GEBIET = Spalte(1, "Stadtteil")
KINDER = Wert((Spalte(2, "Kinder"),), "kinderanteil", Seite.ZAEHLER)
ALLE = Wert((Spalte(3, "Alle"),), "kinderanteil", Seite.NENNER)
EINFACH = Zuordnung((1,), 2, None, GEBIET, "stadtteil", (KINDER, ALLE), jahr=2024)


def codes(found: Tabelle) -> list[str]:
    return [befund.code for befund in found.befunde]


def numbers(found: Tabelle) -> dict[tuple[int, str, str], tuple[str, str]]:
    """Row of the file, area and time → the two numbers."""
    return {(row.nummer, row.gebiet_id, row.zeit): (row.zaehler, row.nenner) for row in found.zeilen}


def proposed(text: str) -> tuple[Blatt, Zuordnung]:
    sheet = blatt(text)
    return sheet, vorschlagen(sheet, KATALOG, STADT).zuordnung(ALLE_ZEICHEN)


def test_years_in_the_header() -> None:
    sheet, zuordnung = proposed(JAHRE_IM_KOPF)
    found = anwenden(sheet, replace(zuordnung, dezimal=",", gebiete={"Insgesamt": "stadt/00"}), name="jahre.csv")
    assert numbers(found) == {
        (5, "01 Altstadt", "2023"): ("120", "1.000"),
        (5, "01 Altstadt", "2024"): ("130", "1.010"),
        (9, "02 Neustadt", "2023"): ("0", "2.000"),
        (9, "02 Neustadt", "2024"): ("", "2.020"),
        (10, "00", "2023"): ("350", "3.000"),
        (10, "00", "2024"): ("360", "3.030"),
    }
    assert {(row.ebene, row.gebiet_id) for row in found.zeilen if row.nummer == 10} == {("stadt", "00")}
    assert codes(found) == []
    understood = understand([found], KATALOG, STADT, HEUTE)
    assert understood.zahl("einwohner", GebietKey("stadtteil", "01"), 2023) == 1000
    assert not [befund for befund in check_all(understood) if befund.code == "gebiet_unbekannt"]


def test_one_kind_of_rows_and_times_in_two_forms() -> None:
    sheet, zuordnung = proposed(LANG)
    found = anwenden(sheet, replace(zuordnung, nur=(Bedingung(Spalte(5, "Merkmal"), "Haushalte"),)))
    assert numbers(found) == {
        (2, "Altstadt", "2023_12_31"): ("10", "100"),
        (3, "Neustadt", "2023_12_31"): ("20.0", "200"),
        (4, "Zentrum", "31_12_2024"): ("11", "110"),
        (5, "Neustadt", "31_12_2024"): ("21", "210"),
    }
    understood = understand([found], KATALOG, STADT, HEUTE)
    assert [row.zeit.jahr for row in understood.zeilen if row.zeit] == [2023, 2023, 2024, 2024]
    assert [row.zeit.stichtag for row in understood.zeilen if row.zeit] == ["31.12."] * 4


def test_one_area_of_many_with_another_spelling() -> None:
    zuordnung = Zuordnung(
        kopfzeilen=(4, 5, 6),
        erste=7,
        letzte=None,
        gebiet=Spalte(2, ""),
        ebene="stadt",
        jahr=2018,
        werte=(
            Wert((Spalte(4, "Stichtag / 31.12.2018 / Kinder"),), "kinderanteil", Seite.ZAEHLER),
            Wert((Spalte(3, "Stichtag / 31.12.2018 / Insgesamt"),), "kinderanteil", Seite.NENNER),
        ),
        nur=(Bedingung(Spalte(1, ""), "01003"),),
        gebiete={"Kleinstadt, Hansestadt, Kreisfreie Stadt": "00"},
    )
    found = anwenden(blatt(GENESIS, "cp1252"), zuordnung)
    assert found.zeilen == (Rohzeile(9, "kinderanteil", "stadt", "00", "2018", "104371", "217198"),)


def test_a_workbook_with_merged_headers() -> None:
    zuordnung = vorschlagen(_sheet(ALT_XLS), KATALOG, STADT).zuordnung(ALLE_ZEICHEN, synthetisch=True)
    found = read_table(ALT_XLS, zuordnung)
    assert numbers(found) == {
        (4, "Altstadt", "2023"): ("12.5", "100"),
        (4, "Altstadt", "2024"): ("14", "4242.25"),
        (5, "Neustadt", "2023"): ("0", "200"),
        (5, "Neustadt", "2024"): ("3", "210"),
    }
    assert {row.herkunft for row in found.zeilen} == {"synthetisch"}
    assert len(found.sha256) == 64
    assert found.befunde == ()


def _sheet(path: Path) -> Blatt:
    return choose(read_sheets(open_file(path)), path.name)[0]


def test_columns_that_are_added_up() -> None:
    sheet = blatt("Stadtteil;a;b;Alle\nAltstadt;1,5;2;10\nNeustadt;.;2;10\nZentrum;drei;2;9\nx;1.000,5;0;9\n")
    parts = Wert((Spalte(2, "a"), Spalte(3, "b")), "kinderanteil", Seite.ZAEHLER)
    zuordnung = replace(EINFACH, werte=(parts,), zeichen=ALLE_ZEICHEN, letzte=5)
    assert [row.zaehler for row in anwenden(sheet, zuordnung).zeilen] == ["3.5", "", "drei", "1000.5"]


def test_the_decimal_mark_is_that_of_the_columns_read() -> None:
    sheet = blatt("Stadtteil;Kinder;Alle;lat\nAltstadt;1.234;2.345,0;54.32\n")
    assert anwenden(sheet, EINFACH).dezimal == ","
    assert anwenden(sheet, replace(EINFACH, dezimal=".")).dezimal == "."
    assert anwenden(replace(sheet, ist_text=False), EINFACH).dezimal is None


@pytest.mark.parametrize("cell", ["-", ".", "0", "…", "12r", "(12)", "x"])
def test_a_sign_that_nobody_explained_stops_the_reading(cell: str) -> None:
    found = anwenden(blatt(f"Stadtteil;Kinder;Alle\nAltstadt;{cell};7\nNeustadt;3;{cell}\n"), EINFACH, name="a.csv")
    assert found.zeilen == ()
    assert [(befund.code, befund.schwere, befund.zeile) for befund in found.befunde] == [
        ("zeichen_ungeklaert", Schwere.FEHLER, 2)
    ]
    assert "Zeile 2, 3" in found.befunde[0].text


@pytest.mark.parametrize(
    ("cell", "sign", "meaning", "expected"),
    [
        ("-", "-", Bedeutung.NULL, "0"),
        ("-", "-", Bedeutung.FEHLT, ""),
        (".", ".", Bedeutung.UNBEKANNT, ""),
        ("0", "0", Bedeutung.UNBEKANNT, ""),
        ("0", "0", Bedeutung.NULL, "0"),
        ("(12)", "()", Bedeutung.ZAHL, "12"),
        ("(12)", "()", Bedeutung.UNBEKANNT, ""),
        ("12 r", "r", Bedeutung.ZAHL, "12"),
    ],
)
def test_meanings_of_signs(cell: str, sign: str, meaning: Bedeutung, expected: str) -> None:
    found = anwenden(blatt(f"Stadtteil;Kinder;Alle\nAltstadt;{cell};7\n"), replace(EINFACH, zeichen={sign: meaning}))
    assert [(row.zaehler, row.nenner) for row in found.zeilen] == [(expected, "7")]


def test_formulas_and_markup_stay_texts() -> None:
    sheet = blatt("Stadtteil;Kinder;Alle\n<b>Altstadt</b>;=1+1;@x\n'=cmd|x;5;+7\n")
    rows = anwenden(sheet, EINFACH).zeilen
    assert [(row.gebiet_id, row.zaehler, row.nenner) for row in rows] == [
        ("<b>Altstadt</b>", "=1+1", "@x"),
        ("'=cmd|x", "5", "+7"),
    ]
    told = check_all(understand([anwenden(sheet, EINFACH)], KATALOG, STADT, HEUTE))
    assert {"gebiet_unbekannt", "keine_zahl"} <= {befund.code for befund in told}


def test_a_formula_of_a_workbook_is_not_computed(tmp_path: Path) -> None:
    book = Workbook()
    for cells in (["Stadtteil", "Kinder", "Alle"], ["Altstadt", "=1+1", 7], ["Neustadt", 3, 8]):
        book.active.append(cells)
    book.save(tmp_path / "tabelle.xlsx")
    assert [row.zaehler for row in read_table(tmp_path / "tabelle.xlsx", EINFACH).zeilen] == ["=1+1", "3"]


def test_names_of_groups_and_rows_to_leave_out_are_told() -> None:
    sheet = blatt("Stadtteil;Kinder;Alle\nNord;;\nAltstadt;1;2\nSumme;3;4\nNeustadt;3;4\n")
    found = anwenden(sheet, replace(EINFACH, ohne=("Summe",)))
    assert [row.nummer for row in found.zeilen] == [3, 5]
    assert [(befund.code, befund.zeile) for befund in found.befunde] == [
        ("zeilen_ohne_zahlen", 2),
        ("zeilen_ausgelassen", 4),
    ]


def test_rows_beyond_the_mapping_are_told() -> None:
    sheet = blatt("Stadtteil;Kinder;Alle\nAltstadt;1;2\nNeustadt;3;4\n")
    found = anwenden(sheet, replace(EINFACH, letzte=2))
    assert [(befund.code, befund.schwere, befund.zeile) for befund in found.befunde] == [
        ("zeilen_ausserhalb", Schwere.WARNUNG, 3)
    ]
    assert codes(anwenden(sheet, replace(EINFACH, erste=3))) == ["zeilen_ausserhalb"]
    assert codes(anwenden(sheet, replace(EINFACH, erste=90, letzte=95))) == ["zeilen_ausserhalb", "keine_zeilen"]


def test_times_that_are_none_can_be_named() -> None:
    sheet = blatt("Stadtteil;Kinder;Alle;Datum\nAltstadt;1;2;2020_12_31\nNeustadt;3;4;2020_12_32\n")
    zuordnung = replace(EINFACH, jahr=None, zeitspalte=Spalte(4, "Datum"), zeiten={"2020_12_32": "31.12.2020"})
    assert [row.zeit for row in anwenden(sheet, zuordnung).zeilen] == ["2020_12_31", "31.12.2020"]


def test_a_missing_denominator_is_told() -> None:
    found = anwenden(blatt("Stadtteil;Kinder;Alle\nAltstadt;1;2\n"), replace(EINFACH, werte=(KINDER,)))
    assert codes(found) == ["nenner_nicht_zugeordnet"]
    assert found.zeilen[0].nenner == ""


@pytest.mark.parametrize(
    ("text", "expected", "said"),
    [
        ("Stadtteil;Kind;Alle\nAltstadt;1;2\n", ["profil_passt_nicht"], "„Kind“"),
        ("Stadtteil;Alle;Kinder\nAltstadt;1;2\n", ["profil_passt_nicht"] * 2, "steht in Spalte 3"),
        ("Stadtteil\nAltstadt\n", ["profil_passt_nicht"] * 2, "Dort steht nichts"),
        (
            "Titel;neu\nStadtteil;Kinder;Alle\nAltstadt;1;2\n",
            ["kopf_verschoben"],
            "steht in Zeile 2 und nicht wie im Profil in Zeile 1",
        ),
    ],
)
def test_a_table_that_changed_is_refused_with_all_changes(text: str, expected: list[str], said: str) -> None:
    found = anwenden(blatt(text), EINFACH)
    assert found.zeilen == ()
    assert codes(found) == expected
    assert said in " ".join(befund.text for befund in found.befunde)


def test_case_and_blanks_of_a_header_may_change() -> None:
    assert anwenden(blatt("STADTTEIL;kinder ;Alle\nAltstadt;1;2\n"), EINFACH).zeilen


def test_a_number_merged_over_two_areas_belongs_to_neither() -> None:
    rows = [Rasterzeile(1, ("Stadtteil", "Kinder", "Alle")), Rasterzeile(2, ("Altstadt", "5", "7"))]
    sheet = Blatt("x", [*rows, Rasterzeile(3, ("Neustadt", "", "8"))], (Verbund(2, 1, 3, 1),))
    found = anwenden(sheet, EINFACH)
    assert (found.zeilen, codes(found)) == ((), ["zahl_verbunden"])


def test_an_area_merged_over_its_years() -> None:
    rows = [("Stadtteil", "Kinder", "Alle", "Jahr"), ("Altstadt", "1", "2", "2023"), ("", "3", "4", "2024")]
    rows += [("", "5", "6", "2024")]
    sheet = Blatt("x", [Rasterzeile(n, row) for n, row in enumerate(rows, 1)], (Verbund(2, 0, 3, 0),))
    found = anwenden(sheet, replace(EINFACH, jahr=None, zeitspalte=Spalte(4, "Jahr")))
    assert [(row.gebiet_id, row.zeit) for row in found.zeilen] == [
        ("Altstadt", "2023"),
        ("Altstadt", "2024"),
        ("", "2024"),
    ]


@st.composite
def tables(draw: st.DrawFn) -> tuple[Blatt, Zuordnung, dict[tuple[int, str, str, int], tuple[str, str]]]:
    """A table with gaps, group names, doubled headers, merged groups of years and unused columns in any order."""
    years = draw(st.lists(st.integers(2000, 2030), min_size=1, max_size=3, unique=True))
    ids = draw(st.lists(st.sampled_from(["kinderanteil", "hilfen", "personal"]), min_size=1, max_size=3, unique=True))
    uses = [(year, name, side) for year in years for name in ids for side in Seite]
    start = draw(st.integers(1, 3))
    number = draw(st.integers(1, 4))
    group: list[str] = ["Stadtteil"] + [""] * start
    label: list[str] = [""] + [f"egal {n}" for n in range(start)]
    merged, werte = [], []
    width = len(uses) // len(years)
    for place, (year, name, side) in enumerate(uses):
        column = len(group)
        if place % width == 0:
            merged.append(Verbund(number, column, number, column + width - 1))
        group.append(str(year) if place % width == 0 else "")
        label.append(f"{name} {side}")
        werte.append(Wert((Spalte(column + 1, f"{year} / {name} {side}"),), name, side, year))
    merged.append(Verbund(number, 0, number + 1, 0))
    header = [tuple(group), tuple(label)]
    rows = [Rasterzeile(number, header[0]), Rasterzeile(number + 1, header[1])]
    first = number + 2
    number += 2
    expected = {}
    for area in draw(
        st.lists(st.sampled_from([f"Gebiet {n}" for n in range(40)]), min_size=1, max_size=8, unique=True)
    ):
        kind = draw(st.sampled_from(["", "", "", "blank", "group", "header"]))
        if kind == "group":
            rows.append(Rasterzeile(number, ("Gruppe",)))
        if kind == "header":
            rows += [Rasterzeile(number, header[0]), Rasterzeile(number + 1, header[1])]
        number += {"": 0, "blank": draw(st.integers(1, 5)), "group": 1, "header": 2}[kind]
        cells = [str(draw(st.integers(1, 10**6))) if draw(st.integers(0, 9)) else "" for _ in uses]
        beside = [draw(st.sampled_from(["7", "", "x"])) for _ in range(start)]
        beside[0] = beside[0] or "7"  # otherwise a row without any number, told as the name of a group
        rows.append(Rasterzeile(number, (area, *beside, *cells)))
        for (year, name, side), cell in zip(uses, cells, strict=True):
            before = expected.get((number, area, name, year), ("", ""))
            expected[number, area, name, year] = (cell, before[1]) if side is Seite.ZAEHLER else (before[0], cell)
        number += 1
    order = draw(st.permutations(werte))
    zuordnung = Zuordnung((first - 2, first - 1), first, number, Spalte(1, "Stadtteil"), "stadtteil", tuple(order))
    return Blatt("x", rows, tuple(merged)), zuordnung, expected


@given(tables())
def test_numbers_and_labels_never_shift(
    case: tuple[Blatt, Zuordnung, dict[tuple[int, str, str, int], tuple[str, str]]],
) -> None:
    sheet, zuordnung, expected = case
    found = anwenden(sheet, zuordnung)
    assert {befund.schwere for befund in found.befunde} <= {Schwere.HINWEIS}
    assert {
        (row.nummer, row.gebiet_id, row.indikator_id, int(row.zeit)): (row.zaehler, row.nenner) for row in found.zeilen
    } == expected
    assert len(found.zeilen) == len(expected)
