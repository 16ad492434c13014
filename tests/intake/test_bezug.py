"""Denominators that do not fit: another population base, other borders."""

from __future__ import annotations

import pytest

from sro.intake.bezug import BASIS, GRENZE, changed_bases, changed_borders
from sro.model.befund import Schwere
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status
from tests.intake.kleine_stadt import KATALOG, STADT

OBEN, ALTSTADT = GebietKey("stadt", "00"), GebietKey("stadtteil", "01")


def people(nenner: float, jahr: int = 2024, gebiet: GebietKey = OBEN, indikator: str = "kinderanteil") -> Beobachtung:
    return Beobachtung(indikator, gebiet, jahr, Status.OK, 100, nenner, 100 / nenner * 100)


@pytest.mark.parametrize(("new", "told"), [(215_846, True), (217_400, True), (219_000, False), (219_645, False)])
def test_another_base_is_told_once_with_both_numbers(new: float, told: bool) -> None:
    """The register counted 219,645 at the end of 2020, official statistics 215,846."""
    neu = [people(new, jahr) for jahr in (2019, 2020)]
    found = list(changed_bases(neu, 7, [people(219_645, jahr) for jahr in (2019, 2020)], KATALOG, STADT))
    assert [(one.code, one.schwere) for one in found] == ([(BASIS, Schwere.WARNUNG)] if told else [])
    if told:
        assert "in Datenstand 7 stehen 219.645" in found[0].text


def test_areas_and_other_years_say_nothing_about_the_base() -> None:
    assert not list(changed_bases([people(100, 2024)], 1, [people(200, 2023)], KATALOG, STADT))
    assert not list(changed_bases([people(100, 2024, ALTSTADT)], 1, [people(200, 2024, ALTSTADT)], KATALOG, STADT))


def years(area: tuple[float, float], city: tuple[float, float]) -> list[Beobachtung]:
    pairs = ((ALTSTADT, area), (OBEN, city))
    return [people(size, jahr, key) for key, sizes in pairs for jahr, size in zip((2023, 2024), sizes, strict=True)]


@pytest.mark.parametrize(
    ("area", "city", "told"),
    [
        ((4000, 2500), (9000, 9050), True),
        ((2500, 4000), (9000, 9050), True),
        ((4000, 2900), (9000, 9050), False),  # less than 30 %
        ((4000, 2500), (9000, 7000), False),  # the city changes too
        ((290, 100), (9000, 9050), False),  # few people
    ],
)
def test_an_area_that_leaps_alone_is_told(area: tuple[float, float], city: tuple[float, float], told: bool) -> None:
    found = list(changed_borders(years(area, city), [], KATALOG, STADT))
    assert [one.code for one in found] == ([GRENZE] if told else [])
    if told:
        assert "Stadtteil Altstadt" in found[0].text


def test_the_year_before_may_stand_in_the_active_datenstand() -> None:
    rows = years((4000, 2500), (9000, 9050))
    old = [row for row in rows if row.jahr == 2023]
    assert [one.code for one in changed_borders([r for r in rows if r.jahr == 2024], old, KATALOG, STADT)] == [GRENZE]
    assert not list(changed_borders(old, [], KATALOG, STADT))
