from __future__ import annotations

from sro.auswertung.kennwert import figure
from sro.model.wert import Status
from sro.stats.unterschied import Lage
from tests.auswertung.werke import A1, GANZ, A, B, C, werk
from tests.beispiele import ANTEIL, seen, years


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
