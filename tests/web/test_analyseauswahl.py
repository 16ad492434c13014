"""The analyst's selection and its address: the round trip is the identity, and no address can break the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.auswertung.analyse.kreuztabelle import Quer, Zellwert
from sro.auswertung.analyse.tabelle import Gruppierung, Sortierung, Spalte
from sro.model.wert import Status
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.web.analyse.auswahl import (
    UEBLICHE_SPALTEN,
    Analyseauswahl,
    Blick,
    Indexteil,
    Lesart,
    decode,
    encode,
    fit,
    offered_years,
    toggled,
)
from sro.web.auswahl import Angebot

YEARS = tuple(range(2015, 2025))
GELIEFERT = {
    "sgb2_unter_18": {"stadtteil": YEARS, "stadtbezirk": (2019, 2020, 2022, 2024)},
    "mindestsicherung": {"stadtteil": YEARS, "stadtbezirk": YEARS},
    "hze_ohne_28": {"stadtteil": YEARS[2:]},
    "hze_teilstationaer": {"stadtteil": (2018, 2021, 2024)},
}
ANGEBOT = Angebot(city(), GELIEFERT, GELIEFERT, {"hze_teilstationaer": {"stadtteil": 3}})
VORGABE = "hze_ohne_28"


def read(params: dict[str, str]) -> tuple[Analyseauswahl, tuple[str, ...]]:
    return decode(params, ANGEBOT, catalogue(), VORGABE)


@st.composite
def parts(draw: st.DrawFn) -> Indexteil:
    tenths = draw(st.integers(1, 100))
    direction = draw(st.sampled_from([None, *Lesart]))
    return Indexteil(draw(st.sampled_from(list(GELIEFERT))), tenths / 10, direction)


@st.composite
def selections(draw: st.DrawFn) -> Analyseauswahl:
    """Any selection that a person can reach with the widgets."""
    ebene = draw(st.sampled_from(["stadtteil", "stadtbezirk"]))
    thema = draw(st.sampled_from([None, "Soziale Lage"]))
    known = [i for i in GELIEFERT if thema in (None, catalogue()[i].thema)]
    leading = draw(st.sampled_from([i for i in known if ebene in GELIEFERT[i]]))
    others = draw(st.lists(st.sampled_from([i for i in known if i != leading]), unique=True))
    years = offered_years((leading, *others), ebene, ANGEBOT)
    jahr = draw(st.sampled_from(years))
    ids = [g.id for g in city().of_level(ebene)]
    some_states = draw(st.sets(st.sampled_from(list(Status)), max_size=len(Status) - 1))
    columns = draw(st.sets(st.sampled_from(list(Spalte))))
    return Analyseauswahl(
        blick=draw(st.sampled_from(list(Blick))),
        ebene=ebene,
        indikatoren=(leading, *others),
        jahr=jahr,
        von=draw(st.sampled_from([None, *(year for year in years if year < jahr)])),
        thema=thema,
        gebiete=tuple(draw(st.lists(st.sampled_from(ids), unique=True))),
        nur_gewaehlte=draw(st.booleans()),
        status=tuple(s for s in Status if s in some_states),
        spalten=tuple(s for s in Spalte if s in columns),
        sortierung=draw(st.sampled_from(list(Sortierung))),
        absteigend=draw(st.booleans()),
        gruppierung=draw(st.sampled_from(list(Gruppierung))),
        quer=draw(st.sampled_from(list(Quer))),
        zelle=draw(st.sampled_from(list(Zellwert))),
        indexteile=tuple(draw(st.lists(parts(), unique_by=lambda part: part.indikator))),
    )


@given(selections())
def test_the_way_through_the_address_is_the_identity(auswahl: Analyseauswahl) -> None:
    assert read(encode(auswahl)) == (auswahl, ())


MARK = "\u2691"  # in no sentence of ours
NAMES = (
    "blick", "ebene", "indikator", "jahr", "von", "thema", "gebiete", "nur_gewaehlte", "status", "spalten",
    "sortierung", "absteigend", "gruppierung", "quer", "zelle", "index",
)  # fmt: skip
VALUES = st.text(max_size=20).map(lambda text: text + MARK) | st.sampled_from(
    ["", "hze_ohne_28", "stadtbezirk", "03", "2024", "Soziale Lage", "hze_ohne_28:0", "sgb2_unter_18:1e3", "ja", "wert"]
)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_any_address_gives_something_that_there_is(params: dict[str, str]) -> None:
    auswahl, notices = read(params)
    assert auswahl.ebene in GELIEFERT[auswahl.indikatoren[0]]
    assert auswahl.jahr in offered_years(auswahl.indikatoren, auswahl.ebene, ANGEBOT)
    assert set(auswahl.gebiete) <= {g.id for g in city().of_level(auswahl.ebene)}
    assert fit(auswahl, ANGEBOT, catalogue(), VORGABE) == auswahl
    assert not any(MARK in notice for notice in notices), "a notice must not echo the address"


@pytest.mark.parametrize(
    ("params", "named"),
    [
        ({"blick": "glaskugel"}, "blick"),
        ({"ebene": "planet"}, "ebene"),
        ({"indikator": "<script>"}, "indikator"),
        ({"jahr": "1066"}, "jahr"),
        ({"von": "abc"}, "von"),
        ({"thema": "Wetter"}, "thema"),
        ({"gebiete": "99"}, "gebiete"),
        ({"nur_gewaehlte": "vielleicht"}, "nur_gewaehlte"),
        ({"status": "geheim,offen"}, "status"),
        ({"spalten": "rang"}, "spalten"),
        ({"sortierung": "rang"}, "sortierung"),
        ({"gruppierung": "farbe"}, "gruppierung"),
        ({"quer": "oben"}, "quer"),
        ({"zelle": "summe"}, "zelle"),
        ({"index": "sgb2_unter_18:-1"}, "index"),
        ({"index": "sgb2_unter_18:11"}, "index"),
        ({"index": "sgb2_unter_18:1:links"}, "index"),
        ({"index": "sgb2_unter_18:٣"}, "index"),  # a digit, but none of ours
    ],
)
def test_a_bad_value_becomes_the_default_and_a_notice(params: dict[str, str], named: str) -> None:
    auswahl, notices = read(params)
    assert len(notices) == 1
    assert f"„{named}“" in notices[0]
    kept = replace(auswahl, status=())  # of several states the known ones stay
    assert kept == read({})[0]


def test_a_theme_alone_means_all_its_indicators() -> None:
    assert read({"thema": "Soziale Lage"})[0].indikatoren == ("sgb2_unter_18", "mindestsicherung")


def test_an_indicator_of_another_theme_is_left_out_and_said() -> None:
    auswahl, notices = read({"thema": "Soziale Lage", "indikator": "hze_ohne_28,mindestsicherung"})
    assert auswahl.indikatoren == ("mindestsicherung",)
    assert len(notices) == 1


def test_the_first_indicator_has_the_level() -> None:
    auswahl, notices = read({"ebene": "stadtbezirk", "indikator": "hze_ohne_28,sgb2_unter_18"})
    assert (auswahl.ebene, auswahl.indikatoren) == ("stadtbezirk", ("sgb2_unter_18", "hze_ohne_28"))
    assert notices == ()


def test_a_level_that_none_of_them_has_is_replaced_and_said() -> None:
    auswahl, notices = read({"ebene": "stadtbezirk", "indikator": "hze_ohne_28"})
    assert auswahl.ebene == "stadtteil"
    assert len(notices) == 1


def test_years_span_those_of_all_indicators() -> None:
    assert offered_years(("hze_ohne_28", "sgb2_unter_18"), "stadtteil", ANGEBOT) == YEARS
    assert offered_years(("hze_teilstationaer",), "stadtteil", ANGEBOT) == (2018, 2021, 2024)


def test_a_year_within_a_pooled_period_means_the_period() -> None:
    assert read({"indikator": "hze_teilstationaer", "jahr": "2020"})[0].jahr == 2021


def test_a_first_year_after_the_last_is_said() -> None:
    auswahl, notices = read({"jahr": "2018", "von": "2020"})
    assert (auswahl.von, len(notices)) == (None, 1)


def test_the_usual_columns_stay_out_of_the_address_and_none_is_a_choice() -> None:
    usual = read({})[0]
    assert usual.spalten == UEBLICHE_SPALTEN
    assert "spalten" not in encode(usual)
    assert read(encode(replace(usual, spalten=())))[0].spalten == ()


def test_a_click_takes_an_area_in_and_a_second_one_out() -> None:
    once = toggled(read({"gebiete": "04"})[0], ["03"])
    assert once.gebiete == ("04", "03")
    assert toggled(once, ["04"]).gebiete == ("03",)
