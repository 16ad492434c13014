"""Against the distances themselves, and for every reason why there is no answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from sro.auswertung.profil.vergleichbare import comparable_areas
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import Gebiet, GebietKey
from sro.model.indikator import Indikator, Katalog
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund
from tests.auswertung.werke import GANZ, KLEINSTADT, LEUTE, MERKMALE, werk
from tests.beispiele import ANTEIL, DICHTE, seen

NAMEN = ("Zelle", "Ährenfeld", "Mitte", "Born", "Anger", "Dorf")
GEBIETE = tuple(Gebiet("stadtteil", f"{n:02}", name, eltern=GANZ) for n, name in enumerate(NAMEN, start=1))
KEYS = [gebiet.key for gebiet in GEBIETE]
STADT = replace(KLEINSTADT, gebiete=(KLEINSTADT.oberste, *GEBIETE))
HILFE = replace(DICHTE, thema="Erzieherische Hilfen")
VERSTECKTE_HILFE = replace(DICHTE, id="hilfe_im_falschen_thema", paragraf="SGB VIII §§ 27 bis 35 SGB VIII")
KATALOG = (LEUTE, ANTEIL, HILFE, VERSTECKTE_HILFE)


def built(counts: Mapping[Indikator, list[int | None]], *more: Beobachtung) -> Zahlenwerk:
    """One year of every area, per indicator."""
    rows = [seen(i, key, 2024, n) for i, numbers in counts.items() for key, n in zip(KEYS, numbers, strict=False)]
    made = werk(rows, more)
    return replace(made, katalog=Katalog(KATALOG, MERKMALE), stadt=STADT)


LIKE_THE_FIRST = {LEUTE: [100, 110, 500, 120, 130, 600], ANTEIL: [200, 210, 800, 220, 230, 900]}


def test_the_nearest_three_in_the_order_of_the_alphabet() -> None:
    """Nearest to Zelle are Ährenfeld, Born and Anger, in this order."""
    found = comparable_areas(built(LIKE_THE_FIRST), KEYS[0])
    assert [area.name for area in found.gebiete] == ["Ährenfeld", "Anger", "Born"]
    assert (found.indikatoren, found.jahr, found.grund) == ((LEUTE, ANTEIL), 2024, None)


def test_help_never_counts() -> None:
    served = {HILFE: [10, 900, 10, 900, 900, 10], VERSTECKTE_HILFE: [10, 900, 10, 900, 900, 10]}
    found = comparable_areas(built(LIKE_THE_FIRST | served), KEYS[0])
    assert found == comparable_areas(built(LIKE_THE_FIRST), KEYS[0])


def test_the_newest_year_that_all_indicators_have() -> None:
    newer = [seen(LEUTE, key, 2025, 100) for key in KEYS]
    found = comparable_areas(built(LIKE_THE_FIRST, *newer), KEYS[0])
    assert (found.jahr, len(found.gebiete)) == (2024, 3)


def test_a_year_in_which_an_indicator_shows_nothing_is_none() -> None:
    older = [seen(i, key, 2023, 10 * n) for i in (LEUTE, ANTEIL) for n, key in enumerate(KEYS, start=1)]
    hidden = {LEUTE: LIKE_THE_FIRST[LEUTE], ANTEIL: [None] * 6}
    assert comparable_areas(built(hidden, *older), KEYS[0]).jahr == 2023


@pytest.mark.parametrize(
    ("counts", "grund", "betroffen"),
    [
        ({LEUTE: [100, 1, 2, 3, 4, 5], ANTEIL: [None, 1, 2, 3, 4, 5]}, Grund.GEHEIM, ANTEIL),
        ({LEUTE: [100, 1, 2, 3, 4, 5], ANTEIL: [1, 2, 3, 4, None, None]}, Grund.ZU_WENIG_GEBIETE, None),
        ({LEUTE: [7] * 6}, Grund.OHNE_STREUUNG, LEUTE),
        ({HILFE: [100, 1, 2, 3, 4, 5]}, Grund.ZU_WENIG_INDIKATOREN, None),
        ({ANTEIL: [None] * 6}, Grund.ZU_WENIG_INDIKATOREN, None),
    ],
)
def test_says_why_none_is_named(
    counts: dict[Indikator, list[int | None]], grund: Grund, betroffen: Indikator | None
) -> None:
    found = comparable_areas(built(counts), KEYS[0])
    assert (found.gebiete, found.grund, found.betroffen) == ((), grund, betroffen)


def test_indicators_without_a_common_year_compare_nothing() -> None:
    other_year = [seen(ANTEIL, key, 2023, n) for n, key in enumerate(KEYS, start=1)]
    found = comparable_areas(built({LEUTE: LIKE_THE_FIRST[LEUTE]}, *other_year), KEYS[0])
    assert (found.grund, found.jahr) == (Grund.FEHLT, None)


def test_a_hidden_value_of_another_area_leaves_that_area_out() -> None:
    counts = {LEUTE: LIKE_THE_FIRST[LEUTE], ANTEIL: [200, None, 800, 220, 230, 900]}
    found = comparable_areas(built(counts), KEYS[0])
    assert [area.name for area in found.gebiete] == ["Anger", "Born", "Mitte"]


def test_an_area_is_asked_for_by_its_level() -> None:
    assert comparable_areas(built(LIKE_THE_FIRST), GebietKey("stadtbezirk", "01")).grund is Grund.ZU_WENIG_INDIKATOREN
