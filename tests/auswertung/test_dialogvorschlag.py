"""Which indicators are proposed and why, on made-up figures whose verdicts can be worked out by hand."""

from __future__ import annotations

from dataclasses import replace

from sro.auswertung.dialog.vorschlag import (
    HOECHSTENS,
    JE_THEMA,
    STAERKEN,
    Anlass,
    Seite,
    Vorschlag,
    candidates,
    proposed,
    stable_years,
)
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.indikator import Indikator, Polaritaet
from sro.model.wert import Beobachtung
from tests.auswertung.werke import GANZ, A, B, C, werk
from tests.beispiele import ANTEIL, VERHAELTNIS, years

LEVEL = [300.0] * 10  # of 1,000 in each district and year
WISHED = replace(ANTEIL, id="betreuung", kurzname="Betreuung", thema="Kita", polaritaet=Polaritaet.ERWUENSCHT)
AMBIGUOUS = replace(ANTEIL, id="umzug", kurzname="Umzug", thema="Bevölkerung", polaritaet=Polaritaet.AMBIVALENT)


def around(indikator: Indikator, own: list[float]) -> list[Beobachtung]:
    """The own district, two that are as they always were, and the city as the sum of all three."""
    whole = [n + 600 for n in own]
    return [
        *years(indikator, A, own),
        *years(indikator, B, LEVEL),
        *years(indikator, C, LEVEL),
        *years(indikator, GANZ, whole, 3000),
    ]


def made(*groups: list[Beobachtung], indikatoren: tuple[Indikator, ...]) -> Zahlenwerk:
    return werk(*groups, indikatoren=indikatoren)


def only(indikator: Indikator, own: list[float]) -> Vorschlag | None:
    found = candidates(made(around(indikator, own), indikatoren=(indikator,)), A)
    return found[0] if found else None


HIGH, RISING = [450.0] * 10, [float(300 + 4 * n) for n in range(10)]


def test_a_burden_far_above_the_rest_is_noticeable() -> None:
    found = only(ANTEIL, HIGH)
    assert found
    assert (found.anlaesse, found.seite) == ((Anlass.AUFFAELLIG,), Seite.BELASTUNG)


def test_the_same_figure_is_a_strength_where_it_is_wished_for() -> None:
    found = only(WISHED, HIGH)
    assert found
    assert (found.anlaesse, found.seite) == ((Anlass.AUFFAELLIG, Anlass.STABIL), Seite.STAERKE)


def test_the_same_figure_is_neither_where_nobody_wishes_for_either() -> None:
    found = only(AMBIGUOUS, HIGH)
    assert found
    assert (found.anlaesse, found.seite) == ((Anlass.AUFFAELLIG,), Seite.UNBESTIMMT)


def test_what_is_like_the_rest_is_not_proposed_but_steady_good_coverage_is() -> None:
    assert only(ANTEIL, LEVEL) is None
    found = only(WISHED, LEVEL)
    assert found
    assert (found.anlaesse, found.seite) == ((Anlass.STABIL,), Seite.STAERKE)
    assert stable_years(found.kennwert) == ((2022, 30.0, 30.0), (2023, 30.0, 30.0), (2024, 30.0, 30.0))


def test_one_year_below_the_city_is_not_steady() -> None:
    assert only(WISHED, [*LEVEL[:-2], 290.0, 310.0]) is None


def test_a_ratio_can_be_steady_though_chance_says_nothing_about_it() -> None:
    plaetze = replace(VERHAELTNIS, polaritaet=Polaritaet.ERWUENSCHT)
    found = only(plaetze, HIGH)
    assert found
    assert found.anlaesse == (Anlass.STABIL,)


def test_a_tested_trend_has_the_side_of_its_way() -> None:
    for indikator, seite in ((ANTEIL, Seite.BELASTUNG), (WISHED, Seite.STAERKE), (AMBIGUOUS, Seite.UNBESTIMMT)):
        found = only(indikator, RISING)
        assert found
        assert (found.anlaesse[0], found.seite) == (Anlass.TREND, seite)


def test_a_burden_that_becomes_smaller_is_still_a_burden() -> None:
    found = only(ANTEIL, [float(500 - 5 * n) for n in range(10)])
    assert found
    assert (found.anlaesse, found.seite) == ((Anlass.AUFFAELLIG, Anlass.TREND), Seite.BELASTUNG)


def test_hidden_figures_are_never_a_reason() -> None:
    hidden = [*years(ANTEIL, A, [None] * 10), *years(ANTEIL, B, LEVEL), *years(ANTEIL, GANZ, [900] * 10, 3000)]
    assert candidates(made(hidden, indikatoren=(ANTEIL,)), A) == ()


def test_burdens_stand_before_what_is_ambiguous_and_noticeable_before_changing() -> None:
    rising = replace(ANTEIL, id="steigend", thema="Schule")
    figures = [around(AMBIGUOUS, HIGH), around(rising, RISING), around(ANTEIL, HIGH), around(WISHED, LEVEL)]
    found = candidates(made(*figures, indikatoren=(AMBIGUOUS, rising, ANTEIL, WISHED)), A)
    assert [one.indikator.id for one in found] == [ANTEIL.id, AMBIGUOUS.id, "steigend", WISHED.id]


def many(indikator: Indikator, count: int, themes: int) -> tuple[Indikator, ...]:
    return tuple(replace(indikator, id=f"{indikator.id}_{n}", thema=f"Thema {n % themes}") for n in range(count))


def test_five_questions_and_two_strengths_of_several_themes_are_proposed() -> None:
    burdens, strengths = many(ANTEIL, 9, 4), many(WISHED, 4, 4)
    figures = [around(one, HIGH) for one in (*burdens, *strengths)]
    found = proposed(candidates(made(*figures, indikatoren=(*burdens, *strengths)), A))
    assert len(found) == HOECHSTENS
    assert sum(one.seite is Seite.STAERKE for one in found) == STAERKEN
    themes = [one.indikator.thema for one in found if one.seite is Seite.BELASTUNG]
    assert max(map(themes.count, themes)) == JE_THEMA


def test_strengths_fill_up_where_little_stands_out() -> None:
    strengths = many(WISHED, 8, 8)
    figures = [around(ANTEIL, HIGH), *(around(one, HIGH) for one in strengths)]
    found = proposed(candidates(made(*figures, indikatoren=(ANTEIL, *strengths)), A))
    assert [one.seite for one in found] == [Seite.BELASTUNG] + [Seite.STAERKE] * 6


def test_of_a_field_of_work_every_reason_is_of_that_theme() -> None:
    steep = [float(300 + 12 * n) for n in range(10)]
    figures = [around(ANTEIL, HIGH), around(WISHED, steep)]
    ganz = made(*figures, indikatoren=(ANTEIL, WISHED))
    found = candidates(ganz, GANZ, "Soziale Lage")
    assert [(one.indikator.id, one.anlaesse) for one in found] == [(ANTEIL.id, (Anlass.UNTERSCHIEDE,))]
    assert found[0].auffaellige == 3  # A above the rest, and so B and C below theirs
    assert Anlass.TREND in candidates(ganz, GANZ, "Kita")[0].anlaesse
