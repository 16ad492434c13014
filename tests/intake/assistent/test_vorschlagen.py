"""What the assistant proposes, and what it asks instead of guessing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.intake.assistent import Bedeutung, Seite, Spaltenrolle, Verwendung, Vorschlag, anwenden, vorschlagen
from sro.intake.assistent.namen import match
from sro.intake.assistent.zeitspalte import years_in
from sro.intake.befunde import UnreadableError
from sro.intake.lieferung import understand
from sro.intake.raster import Blatt, Rasterzeile, Verbund, trimmed
from sro.model.gebiet import Gebiet
from tests.intake.assistent.beispiele import GENESIS, JAHRE_IM_KOPF, LANG, blatt
from tests.intake.kleine_stadt import HEUTE, KATALOG, STADT


def propose(text: str) -> Vorschlag:
    return vorschlagen(blatt(text), KATALOG, STADT)


def asked(found: Vorschlag) -> set[str]:
    return {frage.code for frage in found.fragen}


def roles(found: Vorschlag) -> dict[str, tuple[Verwendung, ...]]:
    return {one.spalte.kopf: one.verwendungen for one in found.spalten if one.rolle is Spaltenrolle.WERT}


KINDER = (Verwendung("kinderanteil", Seite.ZAEHLER),)
EINWOHNER = (Verwendung("kinderanteil", Seite.NENNER),)


def test_years_in_the_header() -> None:
    found = propose(JAHRE_IM_KOPF)
    assert found.ebene == "stadtteil"
    assert found.spalte(Spaltenrolle.GEBIET)
    assert roles(found) == {
        "2023 / Kinder": KINDER,
        "2023 / Einwohner": EINWOHNER,
        "2024 / Kinder": KINDER,
        "2024 / Einwohner": EINWOHNER,
    }
    assert [one.jahr for one in found.spalten] == [None, 2023, 2023, 2024, 2024]
    assert found.summen == (10,)
    assert found.fremde_gebiete == ("Insgesamt",)
    assert {one.zeichen for one in found.zeichen} == {"-", "."}
    assert {"summenzeilen", "gebiete_fremd", "zeichen", "herkunft", "dezimal"} <= asked(found)


def test_rows_told_apart_by_a_column() -> None:
    found = propose(LANG)
    area, time = found.spalte(Spaltenrolle.GEBIET), found.spalte(Spaltenrolle.ZEIT)
    assert area
    assert time
    assert (area.kopf, time.kopf) == ("Stadtteil", "Datum")  # not „Stadt“, the same in every row, nor the number
    assert found.fremde_gebiete == ()
    question = next(frage for frage in found.fragen if frage.code == "zeilen_mehrfach")
    assert question.moeglich == ("Haushalte", "Personen")
    assert found.dezimal == "."


def test_the_same_rows_twice_are_asked_even_where_nothing_tells_them_apart() -> None:
    """A year delivered twice with other numbers, or a part of the city below that is called like one of its areas."""
    found = propose("Stadtteil;Jahr;Kinder\nAltstadt;2024;5\nNeustadt;2024;6\nNeustadt;2024;600\n")
    question = next(frage for frage in found.fragen if frage.code == "zeilen_mehrfach")
    assert "Zeile 3, 4" in question.text
    assert question.moeglich == ()


def test_days_that_filling_down_made_up_are_asked() -> None:
    rows = "".join(f"Altstadt;2020_12_{day};5\n" for day in range(31, 34))
    found = propose("Stadtteil;Datum;Kinder\n" + "Neustadt;2021_12_31;5\n" * 9 + rows)
    question = next(frage for frage in found.fragen if frage.code == "zeit_unlesbar")
    assert "„2020_12_32“, „2020_12_33“" in question.text
    assert question.spalte == 2


def test_coordinates_do_not_decide_about_the_decimal_mark() -> None:
    found = propose("Stadtteil;Jahr;Kinder;lat\nAltstadt;2024;1.234;54.32\nNeustadt;2024;6;54.33\n")
    assert found.dezimal is None
    assert "dezimal" in asked(found)


def test_areas_of_another_city() -> None:
    found = vorschlagen(blatt(GENESIS, "cp1252"), KATALOG, STADT)
    assert found.jahr == 2018
    assert {"gebiet_fehlt", "jahr_bestaetigen"} <= asked(found)
    with pytest.raises(ValueError, match="keine Spalte mit Gebieten"):
        found.zuordnung({})


@pytest.mark.parametrize("name", ["Neustadt", "NEUSTADT", "02 Neustadt", "02"])
def test_spellings_of_areas(name: str) -> None:
    found = propose(f"Gebiet;Kinder;Jahr\n{name};5;2024\nAltstadt;6;2024\n")
    assert found.spalte(Spaltenrolle.GEBIET) is not None


def test_umlauts_and_sankt() -> None:
    more = (Gebiet("stadtteil", "03", "St. Lorenz-Nord"), Gebiet("stadtteil", "04", "Südfriedhof"))
    stadt = replace(STADT, gebiete=(*STADT.gebiete, *more))
    found = vorschlagen(blatt("Stadtteil;a\nSankt Lorenz Nord;1\nSuedfriedhof;2\n"), KATALOG, stadt)
    assert found.ebene == "stadtteil"
    assert found.fremde_gebiete == ()


def test_a_level_that_could_be_two_is_asked() -> None:
    assert "ebene_unklar" in asked(propose("Gebiet;Kinder\nAltstadt;5\n"))
    assert "ebene_unklar" not in asked(propose("Stadtbezirk;Kinder\nAltstadt;5\n"))


def test_numbers_are_areas_only_where_the_header_says_so() -> None:
    assert propose("Stadtteilnr;Kinder;x\n1;5;a\n2;6;b\n").spalte(Spaltenrolle.GEBIET) is not None
    assert propose("Kinder;Hilfen;x\n1;2;a\n2;1;b\n").spalte(Spaltenrolle.GEBIET) is None


def test_rates_are_not_counts() -> None:
    found = propose("Stadtteil;Anteil der Kinder in %;Personal;Kinder\nAltstadt;5,5;4;3\nNeustadt;6,5;4;3\n")
    assert roles(found) == {"Kinder": KINDER}
    guessed = next(one for one in found.spalten if one.spalte.kopf == "Personal")
    assert guessed.vermutet == (Verwendung("personal", Seite.ZAEHLER),)
    question = next(frage for frage in found.fragen if frage.code == "gemeint")
    assert "„Vollzeitäquivalente“" in question.text


def test_a_denominator_is_proposed_beside_its_numerator_only() -> None:
    assert roles(propose("Stadtteil;Einwohner\nAltstadt;5\n")) == {}
    both = roles(propose("Stadtteil;Ambulante Hilfen;Kinder\nAltstadt;5;9\n"))
    assert Verwendung("ambulant", Seite.NENNER) in both["Kinder"]
    assert Verwendung("stationaer", Seite.NENNER) not in both["Kinder"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Einwohnerinnen und Einwohner", [("kinderanteil", "nenner")]),
        ("ambulant Zähler", [("ambulant", "zaehler")]),
        ("ambulant_nenner", [("ambulant", "nenner")]),
        ("Untersuchte Kinder", [("sprache", "nenner")]),
        ("kinder untersuchte", [("sprache", "nenner")]),
        ("Kinder mit Hund", []),
        ("Quote der untersuchten Kinder", []),
        ("<b>Untersuchte</b> Kinder", []),
    ],
)
def test_names(name: str, expected: list[tuple[str, str]]) -> None:
    found = [(use.indikator, str(use.seite)) for use in match(name, KATALOG).verwendungen]
    assert found == expected


def test_ambiguous_and_missing_headers_are_asked() -> None:
    assert "kopf_mehrdeutig" in asked(propose("Stadtteil;2023;;\n;m;w;alle\nAltstadt;1;2;3\n"))
    assert "kopf_doppelt" in asked(propose("Stadtteil;Kinder;Kinder\nAltstadt;1;2\n"))
    assert "kopf_fehlt" in asked(propose("Altstadt;15;20\nNeustadt;5;6\n"))
    assert "jahr_fehlt" in asked(propose("Stadtteil;Kinder\nAltstadt;15\n"))


def test_what_zero_means_is_asked_too() -> None:
    found = propose("Stadtteil;Kinder 2024\nAltstadt;0\nNeustadt;3\n")
    assert [one.zeichen for one in found.zeichen] == ["0"]
    assert found.zeichen[0].moeglich == (Bedeutung.NULL, Bedeutung.UNBEKANNT, Bedeutung.FEHLT)


def test_years_in_names() -> None:
    assert years_in(["Stand 31.12.2023", "2013/2014", "Schuljahr 2024/25"]) == (2023, 2013, 2024)
    assert years_in(["Platz 12023", "§2024", "20233"]) == ()


def test_no_table_is_told() -> None:
    with pytest.raises(UnreadableError, match="keine Tabelle"):
        vorschlagen(Blatt("Hinweise", []), KATALOG, STADT)


WORDS = ["Altstadt", "Neustadt", "Kinder", "Einwohner", "Insgesamt", "Stadtteil", "Jahr", "=1+1", "<b>x</b>"]
NUMBERS = ["2023", "2024", "31.12.2024", "0", "02", "7", "1.234", "1,5", "12 r", "\u00b2", "\u0663"]
CELL = st.sampled_from([*WORDS, *NUMBERS, "", "-", ".", "(", "1)"])


@given(st.lists(st.lists(CELL, max_size=6), max_size=12), st.booleans())
def test_whatever_the_table_nothing_breaks(rows: list[list[str]], merged: bool) -> None:
    """A proposal or a sentence, and what is proposed can be tried as it stands."""
    filled = [Rasterzeile(n, trimmed(row)) for n, row in enumerate(rows, 1) if trimmed(row)]
    sheet = Blatt("x", filled, (Verbund(1, 0, 2, 3), Verbund(4, 1, 9, 1)) if merged else (), ist_text=not merged)
    try:
        found = vorschlagen(sheet, KATALOG, STADT)
    except UnreadableError:
        return
    assert all(frage.text for frage in found.fragen)
    if found.spalte(Spaltenrolle.GEBIET):
        signs = {one.zeichen: one.moeglich[0] for one in found.zeichen}
        understand([anwenden(sheet, found.zuordnung(signs))], KATALOG, STADT, HEUTE)
