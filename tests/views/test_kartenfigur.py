"""Map figures: labels stay with their areas, the legend agrees with the fill, and what is secret carries no number."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.model.gebiet import Gebiet, GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung, Status
from sro.stats.klassen import Methode
from sro.stats.reihe import Rolle, series
from sro.stats.runden import rounded
from sro.views import words
from sro.views.karte.bild import Zustand, state_words_script
from sro.views.karte.figur import Daten, Einteilung, Kartenfigur, change_map, city_map, value_map
from sro.views.karte.folium import Anstrich, Karte, anstrich, html_paint
from sro.views.karte.legende import html_legend
from sro.views.theme import DARK, LIGHT
from sro.views.zahlen.gebietsblatt import TOO_SMALL, Gebietsblatt, html_sheet
from sro.views.zahlen.trend import html_trend
from tests.beispiele import ANTEIL, DICHTE, JAHRE, SALDO, STADT, area, parsed, seen, years

FUENF = Einteilung(Methode.QUANTILE, 5)
GEBIETE = tuple(Gebiet("stadtteil", f"{n:02}", f"Gebiet {n:02}", eltern=STADT) for n in range(1, 13))
FEHLEND = "fehlend"  # no observation at all
Zustaende = dict[GebietKey, Beobachtung]


def beobachtung(indikator: Indikator, key: GebietKey, jahr: int, what: int | Status) -> Beobachtung:
    if isinstance(what, int):
        return seen(indikator, key, jahr, what, 900 + int(key.id))
    if what is Status.NICHT_SINNVOLL:
        return Beobachtung(indikator.id, key, jahr, what, 12, 40)
    return Beobachtung(indikator.id, key, jahr, what, nenner=700 if what is Status.GEHEIM else None)


COUNTS = st.one_of(
    st.integers(0, 700), st.sampled_from([Status.GEHEIM, Status.FEHLT, Status.NICHT_SINNVOLL]), st.just(FEHLEND)
)


@st.composite
def cities(draw: st.DrawFn, indikator: Indikator = ANTEIL) -> Daten:
    """Two years of some delivered areas; those that are drawn are others, in an order of their own."""
    drawn = draw(st.permutations(GEBIETE))[: draw(st.integers(1, len(GEBIETE)))]
    years: dict[int, Zustaende] = {}
    for jahr in (2019, 2020):
        counts = draw(st.lists(COUNTS, min_size=len(GEBIETE), max_size=len(GEBIETE)))
        pairs = [
            (g.key, what)
            for g, what in zip(GEBIETE, counts, strict=True)
            if not isinstance(what, str) or what != FEHLEND
        ]
        order = draw(st.permutations(pairs))
        years[jahr] = {key: beobachtung(indikator, key, jahr, what) for key, what in order}
    stadt = {jahr: seen(indikator, STADT, jahr, 3000, 10_000) for jahr in years}
    return Daten(indikator, tuple(drawn), years, stadt)


def daten(indikator: Indikator, counts: Sequence[int | None], jahr: int = 2020, stadt: float | None = 300) -> Daten:
    """One year of the first areas (None: secret) and of the city."""
    rows = {g.key: seen(indikator, g.key, jahr, n) for g, n in zip(GEBIETE, counts, strict=False)}
    return Daten(indikator, GEBIETE[: len(counts)], {jahr: rows}, {jahr: seen(indikator, STADT, jahr, stadt)})


def parts(figur: Kartenfigur, position: int) -> list[str]:
    """What the tooltip of the area at a position is made of, always four parts."""
    found = figur.zeilen[position].split("|")
    return found + [""] * (4 - len(found))


def classes_of(figur: Kartenfigur) -> dict[str, tuple[float, float]]:
    """Class → smallest and largest value that its legend entry names."""

    def read(text: str) -> float:
        return float(text.replace(".", "").replace(",", ".").replace(words.MINUS, "-").replace("+", ""))

    felder = [feld for feld in figur.bild.felder if feld.schluessel.isdigit()]
    spans = [feld.text.split(" bis ") for feld in felder]
    return {feld.schluessel: (read(span[0]), read(span[-1])) for feld, span in zip(felder, spans, strict=True)}


EINTEILUNGEN = st.builds(
    Einteilung,
    st.sampled_from(Methode),
    st.integers(3, 7),
    st.sampled_from([(), (20.0,), (10.0, 33.3, 50.0)]),
)


@given(cities(), EINTEILUNGEN, st.sampled_from([2019, 2020]))
def test_what_stands_at_a_position_belongs_to_the_area_there(d: Daten, einteilung: Einteilung, jahr: int) -> None:
    figur = value_map(d, jahr, einteilung, LIGHT)
    message = anstrich(figur, LIGHT, url="/u", titel="t", gewaehlt="")
    assert [f.gebiet for f in figur.bild.flaechen] == list(d.gebiete)
    assert len(message.felder) == len(d.gebiete) == len(message.zeilen.split(";"))
    spans = classes_of(figur)
    for position, gebiet in enumerate(d.gebiete):
        b = d.of(jahr).get(gebiet.key)
        wert, zaehler, nenner, _ = parts(figur, position)
        field = message.felder[position]
        if b is None:
            assert (wert, zaehler, nenner, field) == ("", "", "", Zustand.FEHLT)
            continue
        assert wert == ("" if b.wert is None else words.number(b.wert, 1))
        assert zaehler == ("" if b.zaehler is None else words.count(b.zaehler))
        assert nenner == ("" if b.nenner is None else words.count(b.nenner))
        if b.status is Status.OK and b.wert is not None:
            low, high = spans[field]
            assert low <= float(rounded(b.wert, 1)) <= high
        else:
            assert field == {
                Status.NULL: "n", Status.GEHEIM: "g", Status.FEHLT: "f", Status.NICHT_SINNVOLL: "x"
            }[b.status]  # fmt: skip


@given(cities(), EINTEILUNGEN)
def test_the_counts_of_every_legend_sum_to_the_areas(d: Daten, einteilung: Einteilung) -> None:
    figures = [
        value_map(d, 2020, einteilung, LIGHT),
        city_map(d, 2020, einteilung, LIGHT),
        change_map(d, 2019, 2020, einteilung, LIGHT),
    ]
    for figur in figures:
        assert sum(feld.anzahl for feld in figur.bild.felder) == len(d.gebiete)
        legend = html_legend(figur, LIGHT, "Stadtteile")
        assert sum(int(n) for n in re.findall(r"<b>(\d+)</b>", legend)) == len(d.gebiete)
        for flaeche in figur.bild.flaechen:
            assert flaeche.feld in {feld.schluessel for feld in figur.bild.felder}


@given(cities(), EINTEILUNGEN)
def test_classes_are_the_same_in_both_years(d: Daten, einteilung: Einteilung) -> None:
    first, second = (value_map(d, jahr, einteilung, LIGHT) for jahr in (2019, 2020))
    assert classes_of(first) == classes_of(second)


@given(cities(), EINTEILUNGEN)
def test_nothing_but_the_public_denominator_is_said_of_a_secret_area(d: Daten, einteilung: Einteilung) -> None:
    for figur in (
        value_map(d, 2020, einteilung, LIGHT),
        city_map(d, 2020, einteilung, LIGHT),
        change_map(d, 2019, 2020, einteilung, LIGHT),
    ):
        for position, gebiet in enumerate(d.gebiete):
            b = d.of(2020).get(gebiet.key)
            if b and b.status is Status.GEHEIM:
                assert parts(figur, position) == ["", "", words.count(700), ""]
                assert not figur.bild.flaechen[position].feld.isdigit()


@given(cities())
def test_the_city_map_is_relative_to_the_city_of_the_same_year(d: Daten) -> None:
    stadt = {2019: seen(ANTEIL, STADT, 2019, 9000, 10_000), 2020: seen(ANTEIL, STADT, 2020, 1000, 10_000)}
    d = replace(d, stadt=stadt)
    for jahr, city in ((2019, 90.0), (2020, 10.0)):
        figur = city_map(d, jahr, FUENF, LIGHT)
        assert f"Stadt: {words.number(city, 1)}{words.NBSP}%" in figur.muster
        for position, gebiet in enumerate(d.gebiete):
            b = d.of(jahr).get(gebiet.key)
            if b and b.wert is not None:
                assert parts(figur, position)[3] == words.signed(b.wert - city, 1)
                assert figur.bild.flaechen[position].feld.isdigit()


def test_a_city_without_a_value_leaves_no_difference() -> None:
    figur = city_map(daten(ANTEIL, [300, 400], stadt=None), 2020, FUENF, LIGHT)
    assert {flaeche.feld for flaeche in figur.bild.flaechen} == {Zustand.GEHEIM}
    assert figur.zeilen == ("30,0|300|1.000", "40,0|400|1.000")


def test_an_all_zero_indicator_has_one_legend_entry() -> None:
    figur = value_map(daten(ANTEIL, [0, 0, 0]), 2020, FUENF, LIGHT)
    assert [(feld.text, feld.anzahl) for feld in figur.bild.felder] == [("genau null", 3)]
    assert figur.zeilen[0] == "0,0|0|1.000"
    assert figur.hinweis == ""


def test_a_constant_indicator_has_one_class() -> None:
    figur = value_map(daten(ANTEIL, [250, 250, 250]), 2020, FUENF, LIGHT)
    assert [(feld.text, feld.anzahl) for feld in figur.bild.felder] == [("25,0", 3)]


@pytest.mark.parametrize(
    ("observed", "sentence"),
    [
        (
            [Status.GEHEIM, Status.GEHEIM],
            "Für 31.12.2020 sind alle Werte geheim gehalten: Die Fallzahlen sind zu klein.",
        ),
        (
            [Status.GEHEIM, Status.FEHLT],
            "Für 31.12.2020 sind alle Werte geheim gehalten: Die Fallzahlen sind zu klein.",
        ),
        ([Status.FEHLT, Status.FEHLT], "Für 31.12.2020 liegen keine Werte vor."),
        ([], "Für 31.12.2020 liegen keine Werte vor."),
        ([Status.NICHT_SINNVOLL] * 2, "Für 31.12.2020 gibt es keinen Wert: Die gelieferten Gebiete sind zu klein."),
        ([Status.GEHEIM, 300], ""),
        ([Status.GEHEIM, 0], ""),
    ],
)
def test_a_year_without_anything_to_see_says_so(observed: list[int | Status], sentence: str) -> None:
    rows = {g.key: beobachtung(ANTEIL, g.key, 2020, what) for g, what in zip(GEBIETE, observed, strict=False)}
    d = Daten(ANTEIL, GEBIETE[:2], {2020: rows}, {2020: seen(ANTEIL, STADT, 2020, 3)})
    assert value_map(d, 2020, FUENF, LIGHT).hinweis == sentence
    assert city_map(d, 2020, FUENF, LIGHT).hinweis == sentence


def test_a_change_map_does_not_cross_a_series_break() -> None:
    rows = {
        jahr: {g.key: seen(DICHTE, g.key, jahr, 30 + jahr % 10) for g in GEBIETE[:3]} for jahr in (2022, 2023, 2024)
    }
    d = Daten(DICHTE, GEBIETE[:3], rows, {})
    broken = change_map(d, 2023, 2024, FUENF, LIGHT)
    assert {flaeche.feld for flaeche in broken.bild.flaechen} == {Zustand.BRUCH}
    assert "Reihenbruch" in broken.hinweis
    assert "SGB IX" in broken.hinweis
    assert [parts(broken, n)[3] for n in range(3)] == ["", "", ""]
    whole = change_map(d, 2022, 2023, FUENF, LIGHT)
    assert {parts(whole, n)[3] for n in range(3)} == {"+1,0"}
    assert whole.hinweis == ""


def test_a_balance_is_divided_at_zero() -> None:
    rows = {g.key: seen(SALDO, g.key, 2020, n) for g, n in zip(GEBIETE, (-40, -8, 9, 50), strict=False)}
    figur = value_map(Daten(SALDO, GEBIETE[:4], {2020: rows}, {}), 2020, FUENF, LIGHT)
    below, above = figur.bild.flaechen[:2], figur.bild.flaechen[2:]
    assert max(int(f.feld) for f in below) < min(int(f.feld) for f in above)
    assert figur.zeilen[0].startswith(f"{words.MINUS}40,0|{words.MINUS}40|")


def test_units_of_differences() -> None:
    assert city_map(daten(ANTEIL, [300]), 2020, FUENF, LIGHT).legende == "Unterschied zur Stadt, Prozentpunkte"
    assert city_map(daten(DICHTE, [300]), 2020, FUENF, LIGHT).legende.endswith("je 1.000 unter 21-Jährige")


def painted(figur: Kartenfigur, **settings: str) -> dict[str, object]:
    """The message to the browser, read back from the element that carries it."""
    paint: Anstrich = anstrich(figur, LIGHT, **{"url": "/u", "titel": "t", "gewaehlt": ""} | settings)
    found: list[dict[str, str | None]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append(dict(attrs))  # type: ignore[method-assign]
    parser.feed(html_paint(paint))
    (element,) = found
    message: dict[str, object] = json.loads(str(element["data-anstrich"]))
    return message


def test_the_message_carries_the_figure_and_cannot_end_its_element() -> None:
    figur = value_map(daten(ANTEIL, [120, None, 0]), 2020, FUENF, LIGHT)
    title = """A"></div><script>alert('1')</script> {{ 7*7 }} &quot;"""
    message = painted(figur, titel=title, gewaehlt="02")
    assert message["titel"] == title
    assert message["felder"] == "0gn"
    assert message["zeilen"] == "12,0|120|1.000;||1.000;0,0|0|1.000"
    assert message["gewaehlt"] == "02"
    assert len(message["farben"]) == 1  # type: ignore[arg-type]


def test_the_base_map_is_the_same_at_every_rerun_and_loads_our_assets_only() -> None:
    assets = {name: f"/eigen/{name}" for name in ("leaflet.js", "karte.js", "leaflet.css", "karte.css")}
    karte = Karte(assets, (53.9, 10.7))
    assert {url for _, url in (*karte.default_js, *karte.default_css)} == set(assets.values())


def test_every_state_has_its_word_in_the_browser() -> None:
    spoken = json.loads(state_words_script().removeprefix("window.sroWoerter = ").removesuffix(";\n"))
    assert set(spoken) == {zustand.value for zustand in Zustand}
    assert spoken["g"] == "geheim gehalten"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_names_are_escaped_wherever_they_become_html(theme: object) -> None:
    nasty = '<img src=x onerror="alert(1)">'
    indikator = replace(ANTEIL, einheit=nasty, quelle=nasty, name=nasty)
    gebiet = replace(GEBIETE[0], name=nasty)
    observed = [seen(indikator, gebiet.key, jahr, 100 + jahr % 10) for jahr in JAHRE]
    reihe = series(indikator, observed, JAHRE, nasty, gebiet.key)
    sheet = html_sheet(
        Gebietsblatt(
            indikator,
            2024,
            gebiet,
            observed[-1],
            seen(indikator, STADT, 2024, 300, 2000),
            (gebiet, observed[-1]),
            reihe,
        ),
        LIGHT,
    )
    figur = value_map(daten(indikator, [100, None]), 2020, FUENF, LIGHT)
    for said in (sheet, html_legend(figur, LIGHT, nasty)):
        assert "<img src=x" not in said
        assert "&lt;img src=x" in said


def sheet_of(b: Beobachtung | None, indikator: Indikator = ANTEIL) -> str:
    stadt = seen(indikator, STADT, 2020, 3000, 10_000)
    return html_sheet(Gebietsblatt(indikator, 2020, GEBIETE[0], b, stadt), LIGHT)


def test_the_panel_says_value_counts_interval_and_comparison() -> None:
    said = sheet_of(seen(ANTEIL, GEBIETE[0].key, 2020, 400))
    assert "40,0<" in said
    assert "400 von 1.000" in said
    assert f"95{words.NBSP}%-Intervall 37,0 bis 43,1" in said  # Wilson: 0.3701 to 0.4307
    assert f"<dt>Ganze Stadt</dt><dd>30,0{words.NBSP}%</dd>" in said
    assert f"<dt>Übrige Stadt</dt><dd>28,9{words.NBSP}%</dd>" in said  # (3000 - 400) / (10000 - 1000)
    assert f"<dt>Abstand zur Stadt</dt><dd>+10,0{words.NBSP}Prozentpunkte</dd>" in said
    assert "Rang" not in said


def test_the_panel_of_a_secret_area_names_no_number_of_it() -> None:
    said = sheet_of(beobachtung(ANTEIL, GEBIETE[0].key, 2020, Status.GEHEIM))
    assert "geheim gehalten" in said
    assert TOO_SMALL in said
    assert "Übrige Stadt" not in said  # city minus rest would be the hidden count
    assert "Abstand" not in said
    numbers = re.findall(r"\d[\d.,]*", re.sub(r"<[^>]*>", " ", said.replace("Gebiet 01", "")))
    assert numbers == ["30,0"]  # the city's


@pytest.mark.parametrize(
    ("observed", "sentence"),
    [
        (None, "Für 31.12.2020 wurde nichts geliefert."),
        (beobachtung(ANTEIL, GEBIETE[0].key, 2020, Status.FEHLT), "Für 31.12.2020 wurde nichts geliefert."),
        (
            beobachtung(ANTEIL, GEBIETE[0].key, 2020, Status.NICHT_SINNVOLL),
            "Unter 50 im Nenner wird kein Wert gebildet.",
        ),
        (seen(ANTEIL, GEBIETE[0].key, 2020, 0), "genau null"),
    ],
)
def test_the_panel_says_why_there_is_no_value(observed: Beobachtung | None, sentence: str) -> None:
    assert sentence in sheet_of(observed)


def svg_of(image: str) -> bytes:
    found = re.search(r'src="data:image/svg\+xml,([^"]*)"', image)
    assert found
    return unquote(found[1]).encode()


NS = "{http://www.w3.org/2000/svg}"


def test_the_trend_breaks_where_the_series_breaks() -> None:
    observed = years(DICHTE, area("01"), [30, 31, None, 33, 34, 35, 36, 37, 38, 60])
    reihe = series(DICHTE, observed, JAHRE, "Gebiet", area("01"))
    tree = parsed(svg_of(html_trend(reihe, DICHTE, LIGHT, jahr=2024)))
    paths = [path.get("d") or "" for path in tree.iter(f"{NS}path")]
    assert [path.count("l") for path in paths] == [1, 5]  # 2015-16, 2018-23; 2024 stands alone behind the break
    assert sorted(text.text or "" for text in tree.iter(f"{NS}text")) == ["2015", "2024", "30,0", "60,0"]


def test_a_trend_of_one_year_is_none() -> None:
    observed = years(DICHTE, area("01"), [30, *[None] * 9])
    assert html_trend(series(DICHTE, observed, JAHRE, "Gebiet", area("01")), DICHTE, LIGHT) == ""


def test_a_trend_says_its_series_in_words() -> None:
    observed = years(SALDO, STADT, [-30, *[10] * 9])
    image = html_trend(series(SALDO, observed, JAHRE, "<Stadt>", STADT, Rolle.STADT), SALDO, LIGHT)
    assert 'alt="' in image
    assert "<Stadt>" not in image
    assert f"{words.MINUS}30,0" in "".join(text.text or "" for text in parsed(svg_of(image)).iter(f"{NS}text"))
