"""Children under 3 and from 3 to under 6 "am 31.12. des Vorjahres" are those under 6 of the year before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status
from sro.protect import Rohwert, protect
from sro.protect.folgejahr import verraten_ueber_jahre
from sro.protect.verfahren import audit
from sro.reference.catalogue import catalogue
from sro.reference.city import city

STADT = city().oberste.key
TEILE = [gebiet.key for gebiet in city().of_level("stadtteil")]
ORT = TEILE[0]


def rows(indikator: str, jahr: int, zaehler: Sequence[int], nenner: Sequence[int]) -> list[Rohwert]:
    """One row a Stadtteil, and the city with the sums."""
    counted = zip([*TEILE, STADT], [*zaehler, sum(zaehler)], [*nenner, sum(nenner)], strict=True)
    return [Rohwert(indikator, gebiet, jahr, float(x), float(n)) for gebiet, x, n in counted]


def seen(indikator: str, jahr: int, nenner: float | None, ort: GebietKey = ORT) -> Beobachtung:
    """A denominator that is shown, or hidden together with its row."""
    if nenner is None:
        return Beobachtung(indikator, ort, jahr, Status.GEHEIM)
    return Beobachtung(indikator, ort, jahr, Status.OK, 10.0, nenner, catalogue()[indikator].rate(10, nenner))


@pytest.mark.parametrize(
    ("unter_6", "unter_3", "bis_6", "erwartet"),
    [
        (None, 25, 15, {("bevoelkerung_0_6", 2023)}),
        (40, None, 15, {("bevoelkerung_0_3_vorjahr", 2024)}),
        (None, None, 15, set()),
        (40, 25, 15, set()),
    ],
)
def test_what_is_alone_unknown_in_a_sum_over_two_years_is_given_away(
    unter_6: int | None, unter_3: int | None, bis_6: int | None, erwartet: set[tuple[str, int]]
) -> None:
    published = [
        seen("familienwanderung", 2023, unter_6),
        seen("betreuung_u3", 2024, unter_3),
        seen("betreuung_ue3", 2024, bis_6),
    ]
    found = verraten_ueber_jahre(published, catalogue(), city())
    assert {(zelle.merkmal, zelle.jahr) for zelle in found} == erwartet


def test_a_sum_of_the_same_year_is_none() -> None:
    published = [seen("familienwanderung", 2024, None), seen("betreuung_u3", 2024, 25), seen("betreuung_ue3", 2024, 15)]
    assert verraten_ueber_jahre(published, catalogue(), city()) == set()


def test_a_delivery_that_gives_a_cell_away_over_two_years_is_reported_by_protection_and_audit() -> None:
    """Stadtteil 02 is hidden in 2023 to protect the two children of 01; its parts of 2024 would give both away."""
    unter_3, bis_6 = [2, 25, 20, *[100] * 7], [0, 15, 30, *[120] * 7]
    together = [a + b for a, b in zip(unter_3, bis_6, strict=True)]
    before = rows("familienwanderung", 2023, [10] * 10, together)
    after = [
        *rows("betreuung_u3", 2024, [0, *[10] * 9], unter_3),
        *rows("betreuung_ue3", 2024, [0, *[12] * 9], bis_6),
    ]
    assert protect(before, catalogue(), city()).bericht.aufgedeckt == 0
    ergebnis = protect([*before, *after], catalogue(), city())
    assert ergebnis.bericht.aufgedeckt > 0
    assert audit(ergebnis.beobachtungen, catalogue(), city()).aufgedeckt > 0
