"""Where a table begins and ends, and what its columns are called."""

from __future__ import annotations

import pytest

from sro.intake.assistent.erkennen import erkenne
from sro.intake.assistent.gitter import Gitter
from sro.intake.assistent.kopfzeilen import column_names, is_ambiguous
from sro.intake.assistent.zeichen import Bedeutung, find_signs, number_part, sign
from sro.intake.blaetter import choose, read_sheets
from sro.intake.datei import open_file
from sro.intake.raster import Blatt, Rasterzeile, Verbund
from tests.intake.assistent.beispiele import ALT_XLS, GENESIS, JAHRE_IM_KOPF, LANG, blatt
from tests.intake.kleine_stadt import STADT


def built(sheet: Blatt) -> tuple[tuple[int, ...], int, int]:
    bau = erkenne(sheet, lambda text: STADT.find("stadtteil", text) is not None)
    assert bau
    return bau.kopfzeilen, bau.erste, bau.letzte


def names(sheet: Blatt) -> tuple[str, ...]:
    return column_names(Gitter(sheet), built(sheet)[0])


def test_years_above_columns_titles_and_footnotes() -> None:
    sheet = blatt(JAHRE_IM_KOPF)
    bau = erkenne(sheet)
    assert bau
    assert bau.titel == ("Kinder und Einwohner in Kleinstadt", "Quelle: Melderegister")
    assert (bau.kopfzeilen, bau.erste, bau.letzte) == ((3, 4), 5, 10)
    assert bau.wiederholt == {7, 8}
    assert bau.fuss == (11, 12, 13, 14)
    assert names(sheet) == (
        "Stadtteil",
        "2023 / Kinder",
        "2023 / Einwohner",
        "2024 / Kinder",
        "2024 / Einwohner",
    )


def test_a_tidy_looking_table() -> None:
    assert built(blatt(LANG)) == ((1,), 2, 9)


def test_three_rows_of_header_in_windows_1252() -> None:
    sheet = blatt(GENESIS, "cp1252")
    assert built(sheet) == ((4, 5, 6), 7, 10)
    assert names(sheet) == ("", "", "Stichtag / 31.12.2018 / Insgesamt", "Stichtag / 31.12.2018 / Kinder")


def test_merged_cells_of_a_workbook() -> None:
    sheet, _ = choose(read_sheets(open_file(ALT_XLS)), "alt.xls")
    assert built(sheet) == ((2, 3), 4, 5)
    assert names(sheet)[1:] == ("2023 / Kinder", "2023 / Einwohner", "2024 / Kinder", "2024 / Einwohner")
    assert names(sheet)[0] == "Stadtteil"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stadtteil;2022;2023\nAltstadt;5;6\n", ((1,), 2, 2)),
        ("Stadtteil;2023\nAltstadt;5\nNeustadt;7\n", ((1,), 2, 3)),
        ("Altstadt;1998;2010\nNeustadt;5;6\n", ((), 1, 2)),  # numbers that look like years, beside an area
        ("Stadtteil;Kinder;Alle\n1;2;3\nAltstadt;5;6\n", ((1, 2), 3, 3)),  # numbers of the columns
        ("Titel\nBerichtsjahr;2023\nStadtteil;a;b;c\nAltstadt;1;2;3\n", ((3,), 4, 4)),
        ("Stadtteil;a;b\nAltstadt;1;2\nNeustadt;-;.\n-;nichts vorhanden\n.;geheim\n", ((1,), 2, 3)),  # legend below
        ("Stadtteil;a\nNord\nAltstadt;1\nSüd\nNeustadt;2\n", ((1,), 3, 5)),
    ],
)
def test_headers_and_ends(text: str, expected: tuple[tuple[int, ...], int, int]) -> None:
    found = built(blatt(text))
    assert found == expected


def test_no_table() -> None:
    assert erkenne(blatt("Hinweise\nHier steht nur Text.\n")) is None
    assert erkenne(Blatt("leer", [])) is None


def test_a_group_is_carried_to_the_right_only_where_that_is_unambiguous() -> None:
    clear = blatt("Gebiet;2023;;2024;\n;m;w;m;w\nAltstadt;1;2;3;4\n")
    assert names(clear) == ("Gebiet", "2023 / m", "2023 / w", "2024 / m", "2024 / w")
    assert not is_ambiguous(Gitter(clear), (1, 2))
    unclear = blatt("Gebiet;2023;;\n;m;w;alle\nAltstadt;1;2;3\n")
    assert names(unclear) == ("Gebiet", "2023 / m", "w", "alle")
    assert is_ambiguous(Gitter(unclear), (1, 2))


def test_a_merged_title_does_not_reach_below_itself() -> None:
    rows = [Rasterzeile(1, ("Titel",)), Rasterzeile(2, ("Gebiet", "a")), Rasterzeile(3, ("Altstadt", "5"))]
    assert names(Blatt("x", rows, (Verbund(1, 0, 1, 1),))) == ("Gebiet", "a")


@pytest.mark.parametrize(
    ("text", "expected", "number"),
    [
        ("-", "-", "-"),
        ("–", "–", "–"),
        ("…", "…", "…"),
        ("/", "/", "/"),
        ("x", "x", "x"),
        ("*", "*", "*"),
        ("0", "0", "0"),
        ("0,0", "0", "0,0"),
        ("(12)", "()", "12"),
        ("( 1.234,5 )", "()", "1.234,5"),
        ("12r", "r", "12"),
        ("1 234 p", "p", "1 234"),
        ("12*", "*", "12"),
        ("12 1)", "1)", "12"),
        ("12²", "²", "12"),
        ("12", None, "12"),
        ("-3", None, "-3"),
        ("Altstadt", None, "Altstadt"),
        ("=1+1", None, "=1+1"),
        ("", None, ""),
    ],
)
def test_signs(text: str, expected: str | None, number: str) -> None:
    assert sign(text) == expected
    assert number_part(text) == number


def test_signs_are_found_with_their_places() -> None:
    found = find_signs([(2, 3, "-"), (2, 4, "5"), (3, 3, "-"), (3, 4, "6 r")])
    assert [(one.zeichen, one.stellen) for one in found] == [("-", ((2, 3), (3, 3))), ("r", ((3, 4),))]
    assert Bedeutung.ZAHL not in found[0].moeglich
    assert Bedeutung.ZAHL in found[1].moeglich
