"""Which years are protected together, and which apart."""

from __future__ import annotations

from sro.model.wert import Beobachtung, Status
from sro.protect.jahrgaenge import jahrgaenge
from sro.protect.rohwert import Rohwert
from tests.protect.bausteine import OBEN, teil


def roh(jahr: int, jahre: int = 1) -> Rohwert:
    return Rohwert("faelle", teil(1), jahr, 10, 100, jahre)


def gezeigt(jahr: int, jahre: int = 1) -> Beobachtung:
    return Beobachtung("faelle", OBEN, jahr, Status.GEHEIM, jahre=jahre)


def test_every_year_is_a_piece_of_its_own_with_rows_in_their_order() -> None:
    zeilen = [roh(2024), Rohwert("andere", teil(1), 2023, 5, 50), roh(2023)]
    stuecke = jahrgaenge(zeilen, [gezeigt(2022)], {})
    assert [stueck.jahre for stueck in stuecke] == [(2022,), (2023,), (2024,)]
    assert stuecke[0].bestand == [gezeigt(2022)]
    assert stuecke[1].rohwerte == zeilen[1:]
    assert stuecke[2].rohwerte == zeilen[:1]


def test_the_years_of_a_window_stay_together() -> None:
    zeilen = [roh(2020), roh(2021), roh(2022), roh(2023), roh(2023, 3)]
    stuecke = jahrgaenge(zeilen, [], {})
    assert [stueck.jahre for stueck in stuecke] == [(2020,), (2021, 2022, 2023)]
    assert stuecke[1].rohwerte == zeilen[1:]


def test_windows_that_stay_or_were_published_before_tie_years_as_well() -> None:
    assert [s.jahre for s in jahrgaenge([roh(2022), roh(2023)], [gezeigt(2023, 2)], {})] == [(2022, 2023)]
    assert [s.jahre for s in jahrgaenge([roh(2022), roh(2023)], [], {"alt": [gezeigt(2023, 2)]})] == [(2022, 2023)]


def test_windows_that_overlap_come_into_one_piece_where_that_is_found() -> None:
    stuecke = jahrgaenge([roh(2022, 2)], [], {"alt": [gezeigt(2023, 2)]})
    assert [stueck.jahre for stueck in stuecke] == [(2021, 2022, 2023)]
    assert stuecke[0].frueher == {"alt": [gezeigt(2023, 2)]}


def test_earlier_publications_come_along_by_name_for_years_that_are_shown_now() -> None:
    alt = {"eins": [gezeigt(2023), gezeigt(2019)], "zwei": [gezeigt(2024)]}
    stuecke = jahrgaenge([roh(2023), roh(2024)], [], alt)
    assert [stueck.frueher for stueck in stuecke] == [{"eins": [gezeigt(2023)]}, {"zwei": [gezeigt(2024)]}]
