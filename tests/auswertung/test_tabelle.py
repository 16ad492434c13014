"""Rows of an analyst's table: none is lost or doubled, hidden ones stay hidden, and nothing is added up."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sro.auswertung.analyse.kreuztabelle import Quer, crossed
from sro.auswertung.analyse.tabelle import (
    Abfrage,
    Datenzeile,
    Gruppierung,
    Sortierung,
    Spalte,
    first,
    grouped,
    ordered,
    periods,
    rows,
    with_findings,
)
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.buendelung import Buendelung
from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.auffaellig import noticeable
from sro.stats.unterschied import Lage, difference
from tests.auswertung.werke import GANZ, A, B, C, werk
from tests.beispiele import ANTEIL, DICHTE, seen, years

COUNTS = st.lists(st.one_of(st.none(), st.integers(0, 900)), min_size=3, max_size=3)
INDIKATOREN = (ANTEIL, DICHTE)
JAHRE = (2015, 2016, 2017)


def rang(indikator: Indikator) -> int:
    return INDIKATOREN.index(indikator)


@st.composite
def werke(draw: st.DrawFn) -> Zahlenwerk:
    """Some areas show counts, some hide them, some have nothing at all."""
    observed: list[Beobachtung] = []
    for indikator in INDIKATOREN:
        observed += years(indikator, GANZ, [draw(st.integers(1, 900)) for _ in JAHRE])
        for area in (A, B, C):
            if draw(st.booleans()):
                observed += years(indikator, area, draw(COUNTS))
    return werk(observed)


ALLES = Abfrage("stadtteil", INDIKATOREN, JAHRE)


@given(werke())
def test_there_is_one_row_for_each_indicator_area_and_year(zahlen: Zahlenwerk) -> None:
    found = Counter((z.indikator.id, z.gebiet.key, z.jahr) for z in rows(zahlen, ALLES))
    there = [i for i in INDIKATOREN if zahlen.has_level(i, "stadtteil")]
    assert found == Counter((i.id, area, jahr) for i in there for area in (A, B, C) for jahr in JAHRE)


@given(werke(), st.sampled_from(list(Gruppierung)), st.integers(1, 30))
def test_grouping_loses_and_doubles_no_row(zahlen: Zahlenwerk, nach: Gruppierung, most: int) -> None:
    whole = rows(zahlen, ALLES)
    groups = grouped(whole, nach, rang)
    assert Counter(z for gruppe in groups for z in gruppe.zeilen) == Counter(whole)
    assert len({gruppe.titel for gruppe in groups}) == len(groups)
    shown = [z for _, part in first(groups, most) for z in part]
    assert shown == [z for gruppe in groups for z in gruppe.zeilen][:most]


@given(werke(), st.sampled_from(list(Sortierung)), st.booleans())
def test_sorting_keeps_every_row_and_puts_those_without_a_number_last(
    zahlen: Zahlenwerk, nach: Sortierung, absteigend: bool
) -> None:
    whole = rows(zahlen, ALLES)
    found = ordered(whole, nach, absteigend, rang)
    assert Counter(found) == Counter(whole)
    if nach is Sortierung.WERT:
        for indikator in INDIKATOREN:
            values = [z.wert for z in found if z.indikator == indikator]
            shown = [value for value in values if value is not None]
            assert shown == sorted(shown, reverse=absteigend)
            assert values == shown + [None] * (len(values) - len(shown))


@given(werke(), st.sampled_from([Quer.INDIKATOREN, Quer.JAHRE]), st.sets(st.sampled_from(list(Status))))
def test_a_cross_table_holds_every_row_once_and_hidden_ones_hidden(
    zahlen: Zahlenwerk, quer: Quer, status: set[Status]
) -> None:
    whole = rows(zahlen, replace(ALLES, status=frozenset(status)))
    tables = crossed(whole, quer, rang)
    cells = [cell for table in tables for zeile in table.zeilen for cell in zeile.zellen if cell]
    assert Counter(cells) == Counter(whole)
    for cell in cells:
        observed = zahlen.of_area(cell.indikator, cell.gebiet.key).get(cell.jahr)
        assert (cell.status, cell.wert) == ((observed.status, observed.wert) if observed else (Status.FEHLT, None))
    for table in tables:
        assert all(len(zeile.zellen) == len(table.felder) for zeile in table.zeilen)
        for zeile in table.zeilen:
            for feld, cell in zip(table.felder, zeile.zellen, strict=True):
                assert cell is None or (cell.indikator, cell.jahr) == (feld.indikator, feld.jahr)


@given(werke())
def test_a_group_tells_the_span_of_shown_values_of_one_indicator(zahlen: Zahlenwerk) -> None:
    for gruppe in grouped(rows(zahlen, ALLES), Gruppierung.INDIKATOR, rang):
        shown = sorted(z.wert for z in gruppe.zeilen if z.wert is not None)
        assert gruppe.spanne == ((shown[0], shown[-1]) if shown else None)
        assert gruppe.ohne_wert == len(gruppe.zeilen) - len(shown)


def test_there_is_no_span_over_several_indicators() -> None:
    zahlen = werk(years(ANTEIL, A, [100]), years(DICHTE, A, [100]))
    (gruppe,) = grouped(rows(zahlen, replace(ALLES, jahre=(2015,))), Gruppierung.JAHR, rang)
    assert gruppe.spanne is None


def sample() -> Zahlenwerk:
    return werk(
        years(ANTEIL, GANZ, [300], 3000), years(ANTEIL, A, [150]), years(ANTEIL, B, [None]), years(ANTEIL, C, [0])
    )


def names(zeilen: tuple[Datenzeile, ...]) -> list[str]:
    return [zeile.gebiet.name for zeile in zeilen]


def test_the_alphabet_is_the_order_when_nobody_asks_for_another() -> None:
    asked = Abfrage("stadtteil", (ANTEIL,), (2015,))
    assert names(rows(sample(), asked)) == ["Altdorf", "Feldmark", "Neudorf"]


def test_filters_take_areas_and_states() -> None:
    asked = Abfrage("stadtteil", (ANTEIL,), (2015,), status=frozenset({Status.GEHEIM}))
    assert names(rows(sample(), asked)) == ["Neudorf"]
    assert names(rows(sample(), Abfrage("stadtteil", (ANTEIL,), (2015,), gebiete=("03",)))) == ["Feldmark"]


def test_the_distance_is_the_areas_value_minus_the_citys() -> None:
    distances = {z.gebiet.name: z.abstand for z in rows(sample(), Abfrage("stadtteil", (ANTEIL,), (2015,)))}
    assert distances == {"Altdorf": 5.0, "Feldmark": -10.0, "Neudorf": None}


def test_a_year_that_was_not_delivered_is_a_row_that_says_so() -> None:
    (zeile, *_) = rows(sample(), Abfrage("stadtteil", (ANTEIL,), (2020,)))
    assert (zeile.status, zeile.wert) == (Status.FEHLT, None)


def test_an_indicator_without_the_level_has_no_row() -> None:
    assert rows(sample(), Abfrage("stadtbezirk", (ANTEIL,), (2015,))) == ()


def test_pooled_indicators_have_a_row_a_period() -> None:
    pooled = replace(DICHTE, ebenen=("stadt",), stadtweit_gebuendelt=Buendelung(3, 2024, ("stadtteil",)))
    assert periods(pooled, "stadtteil", (2019, 2020, 2021, 2022)) == (2021, 2024)
    assert periods(pooled, "stadt", (2019, 2020)) == (2019, 2020)


def test_findings_are_those_of_the_statistics_and_only_where_asked_for() -> None:
    zahlen = werk(
        years(ANTEIL, GANZ, [600], 3000),
        [seen(ANTEIL, key, 2015, n) for key, n in ((A, 400), (B, 100), (C, 100))],
    )
    zeile = rows(zahlen, Abfrage("stadtteil", (ANTEIL,), (2015,)))[0]
    found = with_findings(zahlen, zeile, (Spalte.UNTERSCHIED, Spalte.AUFFAELLIG))
    assert found.unterschied == difference(ANTEIL, zeile.stadt, zeile.beobachtung)
    assert found.unterschied is not None
    assert found.unterschied.lage is Lage.UEBER_REST
    around = [*zahlen.lesen(ANTEIL.id, "stadtteil"), *zahlen.lesen(ANTEIL.id, "stadt")]
    assert found.auffaelligkeit == noticeable(ANTEIL, A, GANZ, around, 2015)
    assert found.trend is None
    assert with_findings(zahlen, zeile, (Spalte.WERT,)) == zeile


def test_groups_stand_in_the_order_of_catalogue_alphabet_and_time() -> None:
    other = replace(ANTEIL, id="leute", thema="Bevölkerung")
    zahlen = werk(years(ANTEIL, A, [1, 2]), years(other, B, [1, 2]), indikatoren=(other, ANTEIL))
    order = {other.id: 0, ANTEIL.id: 1}
    whole = rows(zahlen, Abfrage("stadtteil", (ANTEIL, other), (2015, 2016)))

    def titles(nach: Gruppierung) -> list[str]:
        return [gruppe.titel for gruppe in grouped(whole, nach, lambda i: order[i.id])]

    assert titles(Gruppierung.THEMA) == ["Bevölkerung", "Soziale Lage"]
    assert titles(Gruppierung.GEBIET) == ["Altdorf", "Feldmark", "Neudorf"]
    assert titles(Gruppierung.JAHR) == ["2015", "2016"]


def test_the_key_of_an_area_holds_its_level() -> None:
    """Ids repeat between levels; a filter by id means the level that is asked for."""
    both = werk(years(ANTEIL, GebietKey("stadtbezirk", "11"), [100]), years(ANTEIL, A, [100]))
    found = rows(both, Abfrage("stadtbezirk", (ANTEIL,), (2015,), gebiete=("11", "01")))
    assert names(found) == ["Altdorf Mitte"]
