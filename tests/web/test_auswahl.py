"""The selection and its address: the round trip is the identity, and no address can break a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.reference.city import city
from sro.stats.grund import Grund
from sro.stats.klassen import Methode
from sro.web.auswahl import KLASSEN_MAX, KLASSEN_MIN, Angebot, Ansicht, Auswahl, Skala, decode, encode, fit

GELIEFERT = {
    "hze": {"stadtteil": tuple(range(2015, 2025))},
    "kinder": {"stadtteil": tuple(range(2015, 2025)), "stadtbezirk": (2019, 2020, 2022, 2024)},
}
SICHTBAR = {
    "hze": {"stadtteil": tuple(range(2015, 2024))},
    "kinder": {"stadtteil": (2015, 2024), "stadtbezirk": (2019, 2022)},
}
ANGEBOT = Angebot(city(), GELIEFERT, SICHTBAR, glaettbar=frozenset({"kinder"}))
PARAMETERS = ("ebene", "indikator", "jahr", "gebiet", "gebiete", "skala", "seit", "methode", "klassen", "grenzen")


@st.composite
def selections(draw: st.DrawFn) -> Auswahl:
    """Any selection that a person can reach with the widgets."""
    indikator = draw(st.sampled_from(list(GELIEFERT)))
    ebene = draw(st.sampled_from(list(GELIEFERT[indikator])))
    jahr = draw(st.sampled_from(ANGEBOT.jahre(indikator, ebene)))
    ids = [g.id for g in city().of_level(ebene)]
    earlier = [y for y in ANGEBOT.jahre(indikator, ebene) if y < jahr]
    possible = [s for s in ANGEBOT.skalen(indikator) if earlier or s is not Skala.VERAENDERUNG]
    skala = draw(st.sampled_from(possible))
    return Auswahl(
        ebene=ebene,
        indikator=indikator,
        jahr=jahr,
        gebiet=draw(st.sampled_from([None, *ids])),
        gebiete=tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=8))),
        skala=skala,
        seit=draw(st.sampled_from(earlier)) if skala is Skala.VERAENDERUNG else None,
        methode=draw(st.sampled_from(list(Methode))),
        klassen=draw(st.integers(KLASSEN_MIN, KLASSEN_MAX)),
        grenzen=tuple(draw(st.sampled_from([(), (1.5,), (-20.0, 0.0, 33.25)]))),
        ansicht=draw(st.sampled_from([None, *Ansicht])),
    )


@given(selections())
def test_the_way_through_the_address_is_the_identity(auswahl: Auswahl) -> None:
    again, notices = decode(encode(auswahl), ANGEBOT, "hze")
    assert again == auswahl
    assert notices == ()


MARK = "\u2691"  # in no sentence of ours
VALUES = st.text(max_size=20).map(lambda text: text + MARK) | st.sampled_from(
    ["", "hze", "stadtteil", "03", "2024", "7"]
)


@given(st.dictionaries(st.sampled_from(PARAMETERS), VALUES))
def test_any_address_gives_something_that_there_is(params: dict[str, str]) -> None:
    auswahl, notices = decode(params, ANGEBOT, "hze")
    assert auswahl.jahr in ANGEBOT.jahre(auswahl.indikator, auswahl.ebene)
    assert auswahl.gebiet is None or auswahl.gebiet in {g.id for g in city().of_level(auswahl.ebene)}
    assert fit(auswahl, ANGEBOT, "hze") == auswahl
    assert not any(MARK in notice for notice in notices), "a notice must not echo the address"


@pytest.mark.parametrize(
    ("params", "named"),
    [
        ({"jahr": "abc"}, "jahr"),
        ({"jahr": "1066"}, "jahr"),
        ({"jahr": "２０２０"}, "jahr"),  # full-width digits
        ({"indikator": "<script>"}, "indikator"),
        ({"ebene": "planet"}, "ebene"),
        ({"gebiet": "99"}, "gebiet"),
        ({"gebiete": "03,99"}, "gebiete"),
        ({"klassen": "99"}, "klassen"),
        ({"grenzen": "1,zwei"}, "grenzen"),
        ({"grenzen": "nan"}, "grenzen"),
        ({"skala": "bunt"}, "skala"),
    ],
)
def test_a_bad_value_becomes_the_default_and_a_notice(params: dict[str, str], named: str) -> None:
    auswahl, notices = decode(params, ANGEBOT, "hze")
    assert len(notices) == 1
    assert f"„{named}“" in notices[0]
    assert auswahl == replace(decode({}, ANGEBOT, "hze")[0], gebiete=auswahl.gebiete)


def test_an_open_indicator_is_chosen_so_that_the_level_has_something_to_see() -> None:
    auswahl, notices = decode({"ebene": "stadtbezirk"}, ANGEBOT, "hze")
    assert (auswahl.ebene, auswahl.indikator, auswahl.jahr) == ("stadtbezirk", "kinder", 2022)
    assert notices == ()


def test_an_indicator_without_the_level_asked_for_says_so() -> None:
    auswahl, notices = decode({"ebene": "stadtbezirk", "indikator": "hze"}, ANGEBOT, "hze")
    assert (auswahl.ebene, auswahl.indikator) == ("stadtteil", "hze")
    assert len(notices) == 1


def test_a_gap_year_can_be_chosen() -> None:
    auswahl, notices = decode({"ebene": "stadtbezirk", "indikator": "kinder", "jahr": "2021"}, ANGEBOT, "hze")
    assert (auswahl.jahr, notices) == (2021, ())


def test_a_change_map_needs_an_earlier_year() -> None:
    first = decode({"indikator": "hze", "jahr": "2015", "skala": "veraenderung"}, ANGEBOT, "hze")[0]
    later = decode({"indikator": "hze", "jahr": "2024", "skala": "veraenderung"}, ANGEBOT, "hze")[0]
    assert (first.skala, first.seit) == (Skala.WERT, None)
    assert (later.skala, later.seit) == (Skala.VERAENDERUNG, 2019)


def test_only_what_counts_cases_among_people_is_smoothed() -> None:
    rate, notices = decode({"indikator": "kinder", "skala": "geglaettet"}, ANGEBOT, "hze")
    assert (rate.skala, notices) == (Skala.GEGLAETTET, ())
    ratio, notices = decode({"indikator": "hze", "skala": "geglaettet", "seit": "2020"}, ANGEBOT, "hze")
    assert (ratio.skala, ratio.seit) == (Skala.WERT, None)
    assert notices == (f"{Grund.ART.satz} Geglättet wird hier nicht; gezeigt werden die Werte.",)
    assert Skala.GEGLAETTET not in ANGEBOT.skalen("hze")
    assert ANGEBOT.skalen("kinder") == tuple(Skala)


def test_more_edges_than_colours_are_cut() -> None:
    auswahl = decode({"grenzen": "20,22,24,26,28,30,32,34"}, ANGEBOT, "hze")[0]
    assert len(auswahl.grenzen) == KLASSEN_MAX - 1


@pytest.mark.parametrize("params", [{"jahr": "2015"}, {"jahr": "2018", "seit": "2020"}])
def test_a_comparison_year_that_does_not_fit_is_told(params: dict[str, str]) -> None:
    notices = decode({"indikator": "hze", "skala": "veraenderung", **params}, ANGEBOT, "hze")[1]
    assert len(notices) == 1


GEBUENDELT = Angebot(
    city(),
    {"hze": {"stadt": tuple(range(2015, 2025)), "stadtteil": (2018, 2021, 2024)}},
    {"hze": {"stadt": tuple(range(2015, 2025)), "stadtteil": (2018, 2021)}},
    {"hze": {"stadt": 1, "stadtteil": 3}},
)


def test_pooled_years_are_offered_by_the_last_year_of_each_window() -> None:
    assert GEBUENDELT.jahre("hze", "stadtteil") == (2018, 2021, 2024)
    assert GEBUENDELT.jahre("hze", "stadt") == tuple(range(2015, 2025))


@pytest.mark.parametrize(("asked", "shown"), [("2016", 2018), ("2019", 2021), ("2021", 2021), ("2024", 2024)])
def test_a_single_year_asks_for_the_window_that_it_lies_in(asked: str, shown: int) -> None:
    auswahl, notices = decode({"ebene": "stadtteil", "indikator": "hze", "jahr": asked}, GEBUENDELT, "hze")
    assert (auswahl.jahr, notices) == (shown, ())


def test_a_year_before_every_window_gives_the_newest_with_something_to_see() -> None:
    auswahl, notices = decode({"ebene": "stadtteil", "indikator": "hze", "jahr": "2015"}, GEBUENDELT, "hze")
    assert auswahl.jahr == 2021
    assert len(notices) == 1
