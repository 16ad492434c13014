"""Rates that leap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sro.intake.sprung import CODE, jumps, leaps
from sro.model.befund import Schwere
from sro.model.gebiet import GebietKey
from sro.model.indikator import Anteilsart, Reihenbruch
from sro.model.wert import Beobachtung, Status
from tests.intake.kleine_stadt import KATALOG, STADT

INDIKATOR = KATALOG["kinderanteil"]
ALTSTADT, NEUSTADT = GebietKey("stadtteil", "01"), GebietKey("stadtteil", "02")


def seen(zaehler: float | None, jahr: int = 2024, gebiet: GebietKey = ALTSTADT, nenner: float = 1000.0) -> Beobachtung:
    if zaehler is None:
        return Beobachtung(INDIKATOR.id, gebiet, jahr, Status.GEHEIM, nenner=nenner)
    status = Status.OK if zaehler else Status.NULL
    return Beobachtung(INDIKATOR.id, gebiet, jahr, status, zaehler, nenner, INDIKATOR.rate(zaehler, nenner))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (200, 61, True),
        (61, 200, True),  # in either direction
        (60, 20, False),  # exactly three times
        (61, 20, True),
        (58, 19, False),  # chance
        (61, 19, True),  # 19 where 61 would have been expected is none
        (60, 0, True),
        (59, 0, False),
        (0, 0, False),
        (100, None, False),
        (None, None, False),
    ],
)
def test_a_leap_is_more_than_a_factor_of_three_in_counts_that_are_no_chance(
    one: float | None, other: float | None, told: bool
) -> None:
    assert leaps(INDIKATOR, seen(one), seen(other)) is told
    assert leaps(INDIKATOR, seen(other), seen(one)) is told


def test_rates_are_compared_not_counts() -> None:
    assert not leaps(INDIKATOR, seen(400, nenner=4000.0), seen(100, nenner=1000.0))
    assert leaps(INDIKATOR, seen(100, nenner=4000.0), seen(100, nenner=1000.0))


def test_a_balance_may_leap() -> None:
    assert not leaps(replace(INDIKATOR, art=Anteilsart.SALDO), seen(400), seen(20))


def test_the_newest_year_is_compared_with_the_one_before() -> None:
    neu = [seen(500), seen(100, 2023), seen(900, 2022), seen(100, 2024, NEUSTADT), seen(100, 2023, NEUSTADT)]
    (found,) = jumps(neu, None, (), KATALOG, STADT)
    assert (found.code, found.schwere, found.zeile) == (CODE, Schwere.WARNUNG, None)
    assert found.text == (
        "„Kinderanteil“ (kinderanteil), Stadtteil Altstadt: 2024 sind es 50 %, 2023 waren es 10 %. "
        "Bitte bei der liefernden Stelle nachfragen oder bestätigen."
    )


def test_what_lacks_the_year_before_is_compared_with_the_published_one() -> None:
    alt = [seen(100, 2023), seen(100, 2022)]
    (found,) = jumps([seen(500)], 7, alt, KATALOG, STADT)
    assert "2023 waren es 10 %" in found.text
    assert not list(jumps([seen(500), seen(500, 2023)], 7, alt, KATALOG, STADT))


def test_the_same_year_is_compared_with_the_published_one() -> None:
    (found,) = jumps([seen(500), seen(500, 2023)], 7, [seen(100), seen(100, 2023)], KATALOG, STADT)
    assert "2024 sind es 50 %, in Datenstand 7 waren es 10 %. Bitte" in found.text


def test_a_series_break_explains_a_leap_between_years_but_not_a_revision() -> None:
    broken = replace(INDIKATOR, reihenbrueche=(Reihenbruch(2024, "neue Definition"),))
    katalog = replace(KATALOG, indikatoren=(broken, *KATALOG.indikatoren[1:]))
    neu = [seen(500), seen(100, 2023)]
    assert not list(jumps(neu, 7, (), katalog, STADT))
    assert len(list(jumps(neu, 7, [seen(100)], katalog, STADT))) == 1


def test_what_is_hidden_is_not_told() -> None:
    assert not list(jumps([seen(500), seen(None, 2023)], 7, [seen(None)], KATALOG, STADT))
    assert not list(jumps([seen(None), seen(500, 2023)], 7, [seen(500)], KATALOG, STADT))
