from __future__ import annotations

from dataclasses import replace

from sro.auswertung.kennwert import figure
from sro.model.buendelung import Buendelung
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status
from sro.stats.unterschied import Lage
from tests.auswertung.werke import A1, GANZ, A, B, C, werk
from tests.beispiele import ANTEIL, DICHTE, seen, years


def test_a_figure_has_its_year_and_everything_beside_it() -> None:
    kennwert = figure(
        werk(
            [seen(ANTEIL, A, 2024, 250)],
            [seen(ANTEIL, B, 2024, 100)],
            [seen(ANTEIL, C, 2024, None)],
            [seen(ANTEIL, GANZ, 2024, 450, 3000)],
        ),
        ANTEIL,
        A,
    )
    assert kennwert is not None
    assert (kennwert.jahr, kennwert.wert, kennwert.alle_werte, kennwert.ohne_wert) == (2024, 25.0, (10.0, 25.0), 1)
    assert kennwert.unterschied.lage is Lage.UEBER_REST
    assert kennwert.unterschied.rest is not None
    assert kennwert.unterschied.rest.wert == 10.0  # (450 - 250) of (3000 - 1000), from sums
    assert kennwert.synthetisch


def test_the_newest_year_with_something_to_see_on_the_level_counts_for_all_its_areas() -> None:
    found = werk(years(ANTEIL, A, [100, 110, None]), years(ANTEIL, B, [100, None, None]))
    for gebiet in (A, B):
        kennwert = figure(found, ANTEIL, gebiet)
        assert kennwert is not None
        assert kennwert.jahr == 2016
    hidden = figure(found, ANTEIL, B)
    assert hidden is not None
    assert hidden.beobachtung is not None
    assert (hidden.beobachtung.status, hidden.wert, hidden.unterschied.lage) == (
        Status.GEHEIM,
        None,
        Lage.NICHT_BERECHENBAR,
    )


def test_a_level_with_everything_hidden_has_a_figure_that_shows_nothing() -> None:
    kennwert = figure(werk([seen(ANTEIL, A, 2024, None)]), ANTEIL, A)
    assert kennwert is not None
    assert (kennwert.wert, kennwert.intervall, kennwert.alle_werte) == (None, None, ())


def test_a_level_without_the_indicator_has_no_figure() -> None:
    assert figure(werk([seen(ANTEIL, A, 2024, 100)]), ANTEIL, A1) is None


POOLED = replace(DICHTE, ebenen=("stadt",), stadtweit_gebuendelt=Buendelung(3, 2024, ("stadtteil",)), reihenbrueche=())


def windows(gebiet: GebietKey, zaehler: list[float | None]) -> list[Beobachtung]:
    """Three years together each, the last ones 2018, 2021 and 2024."""
    return [replace(seen(POOLED, gebiet, 2018 + 3 * n, x, 3000), jahre=3) for n, x in enumerate(zaehler)]


def test_pooled_years_follow_one_another_without_a_gap() -> None:
    city = [seen(POOLED, GANZ, year, 90, 3000) for year in range(2016, 2025)]
    kennwert = figure(werk(windows(A, [30, 60, 90]), city, indikatoren=(POOLED,)), POOLED, A)
    assert kennwert is not None
    assert [(p.jahr, p.status, p.abschnitt) for p in kennwert.reihe.punkte] == [
        (2018, Status.OK, 0), (2021, Status.OK, 0), (2024, Status.OK, 0),
    ]  # fmt: skip
    assert [(p.jahr, p.jahre, p.zaehler, p.wert) for p in kennwert.stadtreihe.punkte] == [
        (2018, 3, 270, 30.0), (2021, 3, 270, 30.0), (2024, 3, 270, 30.0),
    ]  # fmt: skip


def test_a_pooled_window_that_is_missing_is_a_gap_and_so_is_a_hidden_one() -> None:
    rows = [windows(A, [30, 60, None])[n] for n in (0, 2)]
    kennwert = figure(werk(rows, windows(B, [30, 60, 90]), indikatoren=(POOLED,)), POOLED, A)
    assert kennwert is not None
    assert [(p.jahr, p.status) for p in kennwert.reihe.punkte] == [
        (2018, Status.OK), (2021, Status.FEHLT), (2024, Status.GEHEIM),
    ]  # fmt: skip
