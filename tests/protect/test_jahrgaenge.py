"""Which rows are protected together, and which apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sro.model.wert import Beobachtung, Status
from sro.protect.jahrgaenge import Jahrgang, aufgeteilt, jahrgaenge
from sro.protect.rohwert import Rohwert
from tests.protect.bausteine import OBEN, indikator, katalog, merkmal, teil

KATALOG = katalog(
    [indikator("faelle", "faelle", "jung"), indikator("andere", "andere"), indikator("krippe", "krippe", "unter_3")],
    *(merkmal(name) for name in ("faelle", "andere", "krippe", "unter_3", "bis_6")),
    replace(merkmal("jung"), folgejahr_summe=("unter_3", "bis_6")),
)


def roh(jahr: int, jahre: int = 1, name: str = "faelle") -> Rohwert:
    return Rohwert(name, teil(1), jahr, 10, 100, jahre)


def gezeigt(jahr: int, jahre: int = 1, name: str = "faelle") -> Beobachtung:
    return Beobachtung(name, OBEN, jahr, Status.GEHEIM, jahre=jahre)


def pieces(
    rohwerte: Sequence[Rohwert],
    bestand: Sequence[Beobachtung] = (),
    frueher: Mapping[str, Sequence[Beobachtung]] | None = None,
) -> dict[int, Jahrgang]:
    frueher = frueher or {}
    return jahrgaenge(rohwerte, bestand, frueher, aufgeteilt(rohwerte, bestand, frueher, KATALOG))


def test_every_year_is_a_piece_of_its_own_with_rows_in_their_order() -> None:
    zeilen = [roh(2024), roh(2023, name="andere"), roh(2023)]
    stuecke = pieces(zeilen, [gezeigt(2022)])
    assert list(stuecke) == [2022, 2023, 2024]
    assert stuecke[2022].bestand == [gezeigt(2022)]
    assert stuecke[2023].rohwerte == zeilen[1:]
    assert stuecke[2024].rohwerte == zeilen[:1]


def test_the_years_of_a_window_stay_together() -> None:
    zeilen = [roh(2020), roh(2021), roh(2022), roh(2023), roh(2023, 3), roh(2022, name="andere")]
    stuecke = pieces(zeilen)
    assert list(stuecke) == [2020, 2021, 2022]
    assert stuecke[2021].rohwerte == zeilen[1:5]
    assert stuecke[2022].rohwerte == zeilen[5:], "what the window does not pool stays apart"


def test_a_denominator_of_the_year_before_goes_with_that_year() -> None:
    zeilen = [roh(2023), roh(2024), roh(2024, name="krippe"), roh(2025, name="krippe")]
    stuecke = pieces(zeilen)
    assert stuecke[2023].rohwerte == [zeilen[0], zeilen[2]]
    assert stuecke[2024].rohwerte == [zeilen[1], zeilen[3]]


def test_windows_that_stay_or_were_published_before_tie_years_as_well() -> None:
    assert list(pieces([roh(2022), roh(2023)], [gezeigt(2023, 2)])) == [2022]
    assert list(pieces([roh(2022), roh(2023)], (), {"alt": [gezeigt(2023, 2)]})) == [2022]


def test_earlier_publications_come_along_by_name_for_pieces_that_are_shown_now() -> None:
    alt = {"eins": [gezeigt(2023), gezeigt(2019)], "zwei": [gezeigt(2024)]}
    stuecke = pieces([roh(2023), roh(2024)], (), alt)
    assert [stueck.frueher for stueck in stuecke.values()] == [{"eins": [gezeigt(2023)]}, {"zwei": [gezeigt(2024)]}]


def test_rows_that_the_catalogue_does_not_know_are_in_no_piece() -> None:
    stuecke = pieces([roh(2023)], [gezeigt(2023, name="frueher_einmal")], {"alt": [gezeigt(2023, name="auch")]})
    assert stuecke == {2023: Jahrgang([roh(2023)])}
