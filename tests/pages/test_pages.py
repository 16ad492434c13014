"""Every page shows what the store holds, says what it does not show, and takes no harm from an address."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.cli import main
from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status
from sro.reference.catalogue import catalogue
from sro.reference.city import city
from sro.store import open_store
from sro.views import words
from tests.pages.conftest import GEHEIMES_JAHR, Page

STADT = city().oberste.key
PAGES = ("ueberblick", "karte", "zeitreihe")


def html_of(app: AppTest) -> str:
    """All the HTML of a page; a page with an error of its own fails here."""
    assert [error.value for error in app.exception] == []
    return "\n".join(element.proto.body for element in app.get("html"))


def heading(app: AppTest) -> str:
    found = re.findall(r"<h1>(.*?)</h1>", html_of(app))
    assert len(found) == 1
    return html.unescape(found[0])


def stored(indikator: str, gebiet: GebietKey, jahr: int) -> Beobachtung:
    store = open_store()
    (found,) = store.values(store.active_id() or 0, indikator, gebiet=gebiet, jahr=jahr)
    store.close()
    return found


def shown(indikator: str, gebiet: GebietKey, jahr: int) -> str:
    """The stored value as a page writes it."""
    value = stored(indikator, gebiet, jahr).wert
    assert value is not None
    return words.number(value, catalogue()[indikator].nachkommastellen)


def test_overview_shows_the_citys_figures(var: Path, page: Page) -> None:
    app = page("ueberblick")
    assert heading(app) == "Chance Sozialraum"
    leading = [i for i in catalogue().indikatoren if i.leitkennzahl and i.id in ("unter_21", "hze_ohne_28")]
    assert leading
    for indikator in leading:
        card = re.search(rf"<h3>{re.escape(html.escape(indikator.kurzname))}</h3>.*?</a>", html_of(app), re.S)
        assert card
        assert f'<div class="sro-zahl">{shown(indikator.id, STADT, 2024)}<' in card[0]


def test_map_shows_the_city_and_names_year_source_and_synthetic(var: Path, page: Page) -> None:
    app = page("karte")
    assert heading(app) == "Hilfen zur Erziehung ohne Erziehungsberatung nach Stadtteilen, 2024"
    said = html_of(app)
    assert f'<div class="sro-zahl">{shown("hze_ohne_28", STADT, 2024)}<' in said
    assert "Datenstand 1 vom " in said
    assert "Synthetische Daten" in said


@pytest.mark.parametrize(("ebene", "indikator"), [("stadtteil", "hze_ambulant"), ("stadtbezirk", "sgb2_unter_18")])
def test_the_table_of_the_map_is_the_store(var: Path, page: Page, ebene: str, indikator: str) -> None:
    said = html_of(page("karte", {"ebene": ebene, "indikator": indikator, "jahr": "2023"}, fach="Tabelle"))
    rows = dict(re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', said, re.S))
    areas = city().of_level(ebene)
    assert set(rows) >= {html.escape(g.name) for g in areas}
    states = set()
    for area in areas:
        observed = stored(indikator, area.key, 2023)
        states.add(observed.status)
        cells = re.sub(r"<[^>]+>", " ", rows[html.escape(area.name)])
        if observed.wert is None:
            assert not re.search(r"\d,\d", cells)  # no rate; a denominator is a whole number
        else:
            assert words.number(observed.wert, catalogue()[indikator].nachkommastellen) in cells
    assert Status.OK in states
    assert ebene == "stadtteil" or Status.GEHEIM in states


def test_a_chosen_area_fills_the_panel(var: Path, page: Page) -> None:
    said = html_of(page("karte", {"ebene": "stadtteil", "indikator": "hze_ohne_28", "jahr": "2022", "gebiet": "03"}))
    assert '<p class="sro-ort">Moisling</p>' in said
    assert f'<div class="sro-zahl">{shown("hze_ohne_28", GebietKey("stadtteil", "03"), 2022)}<' in said


def test_the_year_in_the_title_is_the_year_of_the_figure(var: Path, page: Page) -> None:
    app = page("karte", {"ebene": "stadtteil", "indikator": "hze_ohne_28", "jahr": "2022"})
    app.select_slider(key="w_jahr").set_value(2024).run()
    assert heading(app).endswith(", 2024")
    assert f'<div class="sro-zahl">{shown("hze_ohne_28", STADT, 2024)}<' in html_of(app)
    assert shown("hze_ohne_28", STADT, 2022) != shown("hze_ohne_28", STADT, 2024)
    assert dict(app.query_params)["jahr"] in ("2024", ["2024"])


def test_pooled_years_are_named_and_shown_beside_the_city_over_the_same_years(var: Path, page: Page) -> None:
    """Stadtteile over three years; a year from the address is the window that it lies in."""
    params = {"ebene": "stadtteil", "indikator": "hze_teilstationaer", "jahr": "2023", "gebiet": "01"}
    app = page("karte", params)
    assert heading(app) == "Teilstationäre Hilfen zur Erziehung nach Stadtteilen, 2022–2024 (3 Jahre zusammen)"
    said = html_of(app)
    assert "Stand: 2022 bis 2024 (3 Jahre zusammen)" in said
    innenstadt = stored("hze_teilstationaer", GebietKey("stadtteil", "01"), 2024)
    assert innenstadt.jahre == 3
    assert innenstadt.zaehler is not None
    assert f"{words.count(innenstadt.zaehler)} von" in said
    assert "gezählt über 3 Jahre; der Wert ist das Mittel eines Jahres" in said
    singles = [stored("hze_teilstationaer", STADT, jahr) for jahr in (2022, 2023, 2024)]
    zaehler, nenner = sum(b.zaehler or 0 for b in singles), sum(b.nenner or 0 for b in singles)
    rate = words.value_with_unit(zaehler / nenner * 1000, catalogue()["hze_teilstationaer"])
    assert f"<dt>Ganze Stadt</dt><dd>{html.escape(rate)}</dd>" in said


def test_the_series_of_pooled_years_has_a_column_for_each_window(var: Path, page: Page) -> None:
    app = page("zeitreihe", {"ebene": "stadtteil", "indikator": "hze_teilstationaer", "gebiete": "01"}, fach="Tabelle")
    assert heading(app) == "Teilstationäre Hilfen zur Erziehung, 2022 bis 2024 (je 3 Jahre zusammen)"
    assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', html_of(app)) == ["Gebiet", "2022–2024"]


def test_time_series_table_is_the_store(var: Path, page: Page) -> None:
    params = {"ebene": "stadtteil", "indikator": "hze_ohne_28", "gebiete": "03,06", "ansicht": "linien"}
    app = page("zeitreihe", params, fach="Tabelle")
    assert heading(app) == "Hilfen zur Erziehung ohne Erziehungsberatung, 2022 bis 2024"
    said = html_of(app)
    for jahr in (2022, 2023, 2024):
        for key in (STADT, GebietKey("stadtteil", "03"), GebietKey("stadtteil", "06")):
            assert shown("hze_ohne_28", key, jahr) in said


def test_an_all_suppressed_year_says_so(var: Path, page: Page) -> None:
    params = {"ebene": "stadtteil", "indikator": "erziehungsberatung", "jahr": str(GEHEIMES_JAHR)}
    said = html_of(page("karte", params, fach="Tabelle"))
    assert "Für 2023 sind alle Werte geheim gehalten" in said
    for area in city().of_level("stadtteil"):
        assert stored("erziehungsberatung", area.key, GEHEIMES_JAHR).status is Status.GEHEIM
    assert "geheim gehalten" not in html_of(page("karte", params | {"jahr": "2024"})).partition("sro-panel")[0]


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_store_says_what_to_do(empty_var: Path, page: Page, name: str) -> None:
    app = page(name)
    assert html_of(app) == ""
    (info,) = app.info
    assert "python -m sro import" in info.value
    assert "python -m sro demo" in info.value


@pytest.mark.parametrize("name", ["karte", "zeitreihe"])
@pytest.mark.parametrize(
    ("parameter", "value"),
    [("jahr", "abc"), ("indikator", "<script>"), ("ebene", "*fett*"), ("gebiet", "99"), ("klassen", "99")],
)
def test_an_unknown_parameter_gives_the_default_and_a_notice(
    var: Path, page: Page, name: str, parameter: str, value: str
) -> None:
    app = page(name, {parameter: value})
    assert heading(app).startswith("Hilfen zur Erziehung ohne Erziehungsberatung")
    (notice,) = app.warning
    assert f"„{parameter}“" in notice.value
    assert value not in notice.value
    assert value not in html_of(app)


def test_another_datenstand_is_shown_after_the_next_click(var: Path, page: Page, tmp_path: Path) -> None:
    moisling = GebietKey("stadtteil", "03")
    app = page("karte", {"ebene": "stadtteil", "indikator": "hze_ohne_28", "jahr": "2024"}, fach="Tabelle")
    old = shown("hze_ohne_28", STADT, 2024)
    old_area = shown("hze_ohne_28", moisling, 2024)
    file = tmp_path / "neu.csv"
    kopf = "indikator_id;ebene;gebiet_id;zeit;zaehler;nenner;herkunft\n"
    rows = {"hze_ohne_28": 2500, "hze_ambulant": 1500, "hze_teilstationaer": 400, "hze_stationaer": 600}
    areas = [STADT, *(g.key for g in city().of_level("stadtteil"))]
    file.write_text(
        kopf
        + "".join(
            f"{name};{key.ebene};{key.id};2024;{count // (1 if key == STADT else 10)};{_under_21(key)};synthetisch\n"
            for name, count in rows.items()
            for key in areas
            if key.ebene in catalogue()[name].ebenen
        ),
        encoding="utf-8",
    )
    assert main(["import", str(file), *_confirmed("sprung_zum_vorjahr", "zeitraum_entfaellt")]) == 0
    new = shown("hze_ohne_28", STADT, 2024)
    assert new != old
    app.selectbox(key="w_gebiet").set_value("03").run()
    assert new in html_of(app)
    new_area = shown("hze_ohne_28", moisling, 2024)
    assert html_of(app).count(new_area) >= 2  # in the panel and in the table of the map
    assert old_area not in html_of(app)
    assert "Datenstand 2 vom " in html_of(app)
    assert main(["datenstand", "activate", "1"]) == 0
    app.selectbox(key="w_gebiet").set_value(None).run()
    assert f'<div class="sro-zahl">{old}<' in html_of(app)
    assert "Datenstand 1 vom " in html_of(app)


def _confirmed(*codes: str) -> list[str]:
    return [f"--bestaetigen={code}=So ist der Versuch." for code in codes]


def _under_21(key: GebietKey) -> int:
    nenner = stored("hze_ohne_28", key, 2024).nenner
    assert nenner is not None
    return int(nenner)
