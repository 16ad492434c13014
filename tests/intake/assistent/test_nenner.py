"""Numerators from one file, denominators from another."""

from __future__ import annotations

from sro.intake.assistent import join_denominators
from sro.intake.rohzeile import Rohzeile, Tabelle
from tests.intake.kleine_stadt import STADT


def table(*rows: tuple[str, str, str, str], name: str = "a.csv", dezimal: str | None = None) -> Tabelle:
    return Tabelle(
        name,
        "",
        tuple(Rohzeile(n, "kinderanteil", "stadtteil", *row) for n, row in enumerate(rows, start=2)),
        dezimal=dezimal,
    )


def test_denominators_go_beside_their_numerators_whatever_the_spelling() -> None:
    counted, base = join_denominators(
        [
            table(("Altstadt", "2024", "5", ""), ("02", "2024", "6", "")),
            table(
                ("02 Neustadt", "2024_12_31", "", "60"), ("Zentrum", "31.12.2024", "", "50"), ("01", "2023", "", "40")
            ),
        ],
        STADT,
    )
    assert [(row.nummer, row.zaehler, row.nenner) for row in counted.zeilen] == [(2, "5", "50"), (3, "6", "60")]
    assert [(row.gebiet_id, row.nenner) for row in base.zeilen] == [("01", "40")]


def test_what_is_not_clear_is_left_to_the_checks() -> None:
    doubled = [table(("01", "2024", "5", "")), table(("01", "2024", "", "50"), ("Altstadt", "2024", "", "51"))]
    assert join_denominators(doubled, STADT) == tuple(doubled)
    own = [table(("01", "2024", "5", "9")), table(("01", "2024", "", "50"))]
    assert join_denominators(own, STADT) == tuple(own)
    marks = [table(("01", "2024", "5", "")), table(("01", "2024", "", "1.234"), dezimal=",")]
    assert join_denominators(marks, STADT) == tuple(marks)
    strange = [table(("99", "2024", "5", "")), table(("99", "2024", "", "50"))]
    assert join_denominators(strange, STADT) == tuple(strange)


def test_a_number_of_digits_alone_means_the_same_whatever_the_decimal_mark() -> None:
    """And a row whose own number is not known takes its denominator as well."""
    counted, base = join_denominators(
        [
            table(("01", "2024", "1.5", ""), ("02", "2024", "", ""), dezimal="."),
            table(("01", "2024", "", "50"), ("02", "2024", "", "60")),
        ],
        STADT,
    )
    assert [(row.zaehler, row.nenner) for row in counted.zeilen] == [("1.5", "50"), ("", "60")]
    assert base.zeilen == ()
