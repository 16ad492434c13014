"""The smoothed map: both values stand side by side, what is not shown stays so, and colours compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.model.gebiet import Gebiet
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.geglaettet import smoothed
from sro.stats.grund import Grund
from sro.stats.klassen import Methode
from sro.views import words
from sro.views.karte.figur import Daten, Einteilung, Kartenfigur, value_map
from sro.views.karte.glatt import ANMERKUNG, smoothed_map
from sro.views.karte.legende import html_legend
from sro.views.theme import LIGHT
from sro.views.zahlen.gebietsblatt import Gebietsblatt, html_sheet
from tests.beispiele import ANTEIL, DICHTE, SALDO, STADT, VERHAELTNIS, seen

FUENF = Einteilung(Methode.QUANTILE, 5)
GEBIETE = tuple(Gebiet("stadtteil", f"{n:02}", f"Gebiet {n:02}", eltern=STADT) for n in range(1, 10))
NB = words.NBSP


def daten(*jahrgaenge: Sequence[tuple[int | Status, int]], indikator: Indikator = DICHTE) -> Daten:
    """Years from 2020 on; per area cases (or a state) and people."""
    rows = {
        jahr: {g.key: _observed(indikator, g, jahr, *pair) for g, pair in zip(GEBIETE, pairs, strict=False)}
        for jahr, pairs in enumerate(jahrgaenge, start=2020)
    }
    stadt = {jahr: seen(indikator, STADT, jahr, 300, 10_000) for jahr in rows}
    return Daten(indikator, GEBIETE[: len(jahrgaenge[0])], rows, stadt)


def _observed(indikator: Indikator, gebiet: Gebiet, jahr: int, what: int | Status, people: int) -> Beobachtung:
    if not isinstance(what, Status):
        return seen(indikator, gebiet.key, jahr, what, people)
    if what is Status.NICHT_SINNVOLL:
        return Beobachtung(indikator.id, gebiet.key, jahr, what, 3, people)
    return Beobachtung(indikator.id, gebiet.key, jahr, what, nenner=people if what is Status.GEHEIM else None)


def scale_of(figur: Kartenfigur) -> list[tuple[str, str]]:
    """Colour and words of every class."""
    return [(feld.farbe, feld.text) for feld in figur.bild.felder if feld.schluessel.isdigit()]


SHARES = [(15, 150), (30, 150), (45, 150), (60, 150), (75, 150)]


def test_both_values_and_the_weight_by_hand() -> None:
    """Mean 30 %, scatter 0.02, chance 0.21/150: weight (0.02 - 0.0014)/0.02 = 0.93, so 10 % becomes 30 - 0.93 x 20."""
    figur = smoothed_map(daten(SHARES, indikator=ANTEIL), 2020, FUENF, LIGHT)
    assert figur.zeilen[0] == f"10,0|15|150|11,4|93{NB}%"
    assert figur.zeilen[4] == f"50,0|75|150|48,6|93{NB}%"
    assert figur.muster[:2] == (f"{{3}}{NB}%, geglättet", f"gemessen: {{0}}{NB}%")
    assert "{1} von {2}" in figur.muster
    assert (figur.legende, figur.anmerkung, figur.hinweis) == ("%, geglättet", ANMERKUNG, "")
    assert "%, geglättet" in html_legend(figur, LIGHT, "Stadtteile")


WIDE, NEAR = [(20, 1000), (40, 1000), (60, 1000), (80, 1000), (9, 100)], [(50, 1000)] * 4 + [(7, 100)]


def test_the_scale_is_that_of_the_measured_values_in_every_year() -> None:
    """Classes of the smoothed values alone would colour the second year as widely as the first."""
    d = daten(WIDE, NEAR)
    measured = scale_of(value_map(d, 2020, FUENF, LIGHT))
    assert len(measured) > 3
    for jahr in (2020, 2021):
        assert scale_of(smoothed_map(d, jahr, FUENF, LIGHT)) == measured
    assert len({flaeche.feld for flaeche in smoothed_map(d, 2021, FUENF, LIGHT).bild.flaechen}) == 1
    assert len({flaeche.feld for flaeche in value_map(d, 2021, FUENF, LIGHT).bild.flaechen}) == 2


@pytest.mark.parametrize("state", [Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL])
def test_what_shows_no_value_is_not_smoothed(state: Status) -> None:
    d = daten([*WIDE, (state, 40)])
    figur, measured = smoothed_map(d, 2020, FUENF, LIGHT), value_map(d, 2020, FUENF, LIGHT)
    assert figur.bild.flaechen[5] == measured.bild.flaechen[5]
    assert figur.zeilen[5] == measured.zeilen[5]
    assert GEBIETE[5].key not in figur.geglaettet
    assert figur.zeilen[:5] == smoothed_map(daten(WIDE), 2020, FUENF, LIGHT).zeilen


def test_an_area_that_was_not_delivered_stays_so() -> None:
    d = replace(daten(WIDE), gebiete=GEBIETE[:6])
    figur = smoothed_map(d, 2020, FUENF, LIGHT)
    assert (figur.bild.flaechen[5].feld, figur.zeilen[5]) == ("f", "")


def test_an_exact_zero_is_drawn_up_and_says_what_it_was() -> None:
    d = daten([*WIDE, (0, 60)])
    figur = smoothed_map(d, 2020, FUENF, LIGHT)
    value = smoothed(DICHTE, d.of(2020).values()).gebiete[5].geglaettet
    assert value > 0
    assert figur.zeilen[5].startswith(f"0,0|0|60|{words.number(value, 1)}|")
    assert figur.zeilen[5].endswith("|genau null")
    assert "gemessen: {5}" in figur.muster
    assert figur.bild.flaechen[5].feld.isdigit()


def test_the_lowest_class_makes_room_for_zeros_and_no_other_edge_moves() -> None:
    d = daten([*[(n, 1000) for n in (60, 70, 80, 90)], (0, 1000)])
    (_, lowest), *others = scale_of(smoothed_map(d, 2020, FUENF, LIGHT))
    (_, measured), *same = scale_of(value_map(d, 2020, FUENF, LIGHT))
    assert others == same
    drawn_up = smoothed(DICHTE, d.of(2020).values()).gebiete[4].geglaettet
    assert lowest == f"{words.number(drawn_up, 1)} bis 60,0"
    assert measured == "60,0"


def test_where_all_is_zero_nothing_is_drawn_up() -> None:
    figur = smoothed_map(daten([(0, 1000)] * 5), 2020, FUENF, LIGHT)
    assert [(feld.text, feld.anzahl) for feld in figur.bild.felder] == [("genau null", 5)]


@pytest.mark.parametrize(
    ("indikator", "pairs", "grund"),
    [
        (DICHTE, WIDE[:4], Grund.ZU_WENIG_GEBIETE),
        (DICHTE, [*WIDE[:4], (Status.GEHEIM, 500)], Grund.ZU_WENIG_GEBIETE),
        (VERHAELTNIS, WIDE, Grund.ART),
        (SALDO, WIDE, Grund.ART),
    ],
)
def test_where_nothing_can_be_smoothed_the_measured_values_stand_with_the_reason(
    indikator: Indikator, pairs: list[tuple[int | Status, int]], grund: Grund
) -> None:
    d = daten(pairs, indikator=indikator)
    figur, measured = smoothed_map(d, 2020, FUENF, LIGHT), value_map(d, 2020, FUENF, LIGHT)
    assert figur.hinweis == f"{grund.satz} Geglättet wird deshalb nicht; die Karte zeigt die gemessenen Werte."
    assert replace(figur, hinweis="") == measured
    assert figur.geglaettet == {}


def test_a_year_without_anything_to_see_says_that_first() -> None:
    d = daten([(Status.GEHEIM, 500)] * 5)
    assert smoothed_map(d, 2020, FUENF, LIGHT).hinweis == value_map(d, 2020, FUENF, LIGHT).hinweis != ""


CELLS = st.one_of(
    st.tuples(st.integers(0, 60), st.integers(61, 3000)),
    st.tuples(st.sampled_from([Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL]), st.integers(1, 60)),
)
YEARS = st.lists(CELLS, min_size=9, max_size=9)


@given(YEARS, YEARS, st.sampled_from([ANTEIL, DICHTE]), st.sampled_from(Methode), st.sampled_from([(), (5.0, 20.0)]))
def test_what_is_written_lies_in_the_class_of_the_legend(
    first: list[tuple[int | Status, int]],
    second: list[tuple[int | Status, int]],
    indikator: Indikator,
    methode: Methode,
    grenzen: tuple[float, ...],
) -> None:
    d = daten(first, second, indikator=indikator)
    for jahr in (2020, 2021):
        figur = smoothed_map(d, jahr, Einteilung(methode, 5, grenzen), LIGHT)
        texts = {feld.schluessel: feld.text for feld in figur.bild.felder}
        assert sum(feld.anzahl for feld in figur.bild.felder) == len(d.gebiete)
        for flaeche, line in zip(figur.bild.flaechen, figur.zeilen, strict=True):
            one = figur.geglaettet.get(flaeche.gebiet.key)
            if one is None or not flaeche.feld.isdigit():
                continue
            low, *high = (number(part) for part in texts[flaeche.feld].split(" bis "))
            assert low <= number(line.split("|")[3]) <= (high or [low])[0]


def number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def test_the_panel_has_both_values_and_names_them() -> None:
    d = daten(SHARES, indikator=ANTEIL)
    one = smoothed_map(d, 2020, FUENF, LIGHT).geglaettet[GEBIETE[0].key]
    stadt = seen(ANTEIL, STADT, 2020, 225, 750)
    blatt = Gebietsblatt(ANTEIL, 2020, GEBIETE[0], d.of(2020)[GEBIETE[0].key], stadt, geglaettet=one)
    said = html_sheet(blatt, LIGHT)
    assert '<div class="sro-zahl">10,0<span class="sro-einheit">% · gemessen</span>' in said
    assert f"<dt>Geglättet</dt><dd>11,4{NB}%</dd><dt>Gewicht des Werts</dt><dd>93{NB}%</dd>" in said
    assert "gemessen" not in html_sheet(replace(blatt, geglaettet=None), LIGHT)
    assert "Geglättet" not in html_sheet(replace(blatt, geglaettet=None), LIGHT)
