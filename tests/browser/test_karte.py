"""The map in a real browser: fills and legend agree, clicking and keyboard choose, the view stays."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from scripts.app_server import Server
from tests.browser.conftest import Watch
from tests.browser.karte_seite import Kartenblatt, hex_of


@pytest.fixture
def karte(page: Page, app_server: Server) -> Kartenblatt:
    return Kartenblatt(page, app_server)


@pytest.mark.parametrize(("ebene", "anzahl"), [("stadtteil", 10), ("stadtbezirk", 35)])
def test_every_area_is_drawn_in_the_field_of_the_legend(karte: Kartenblatt, ebene: str, anzahl: int) -> None:
    karte.open(f"?ebene={ebene}&indikator=sgb2_unter_18")
    areas, legend = karte.areas(), karte.legend()
    assert len(areas) == anzahl
    for area in areas.values():
        entry = legend[area["feld"]]
        if area["feld"].isdigit():
            assert area["fill"] == hex_of(entry["farbe"])
    for feld, entry in legend.items():
        assert int(entry["anzahl"]) == sum(area["feld"] == feld for area in areas.values())
    if ebene == "stadtbezirk":
        assert {area["fill"] for area in areas.values() if area["feld"] == "g"} == {"url(#sro-schraffur)"}


def test_a_value_lies_in_the_class_that_the_legend_writes(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtbezirk&indikator=sgb2_unter_18&klassen=7&methode=natuerlich")
    legend = karte.legend()
    seen = 0
    for area in karte.areas().values():
        value = re.search(r", (\d+,\d)\u00a0%,", area["label"])
        if not area["feld"].isdigit():
            assert value is None
            continue
        seen += 1
        span = [float(part.replace(",", ".")) for part in legend[area["feld"]]["text"].split(" bis ")]
        assert span[0] <= float(value[1].replace(",", ".")) <= span[-1]
    assert seen > 10


def test_the_title_names_the_year_of_the_data(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtteil&indikator=hze_ohne_28&jahr=2017")
    assert karte.title.endswith("2017")
    shown = karte.areas()["03"]["label"]
    karte.page.get_by_role("slider", name="Jahr").focus()
    karte.page.keyboard.press("ArrowRight")
    expect(karte.page.locator("h1")).to_contain_text("2018")
    karte.wait_for_paint()
    assert karte.areas()["03"]["label"] != shown
    expect(karte.page).to_have_url(re.compile("jahr=2018"))


def test_a_click_fills_the_panel_and_the_address(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtbezirk&indikator=sgb2_unter_18")
    expect(karte.page.locator(".sro-ort")).to_have_text("Lübeck")
    karte.click_area("04")
    expect(karte.page.locator(".sro-ort")).to_have_text("Holstentor-Nord")
    panel = karte.page.locator(".sro-panel")
    expect(panel).to_contain_text("Ganze Stadt")
    expect(panel).to_contain_text("St. Lorenz Nord")
    number = panel.locator(".sro-zahl").inner_text().split("\n")[0]
    assert f", {number}\u00a0%" in karte.areas()["04"]["label"]
    expect(karte.page).to_have_url(re.compile("gebiet=04"))
    karte.click_area("04")
    expect(karte.page.locator(".sro-ort")).to_have_text("Lübeck")


def test_the_keyboard_walks_through_the_areas_and_chooses(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtteil&indikator=hze_ohne_28")
    karte.frame.locator("path[tabindex='0']").focus()
    karte.page.keyboard.press("ArrowRight")
    focused = karte.frame.evaluate("() => [document.activeElement.dataset.id, document.activeElement.ariaLabel]")
    assert focused[0] == "02"
    assert focused[1].startswith("St. Jürgen, ")
    expect(karte.frame.locator(".sro-tooltip")).to_contain_text("St. Jürgen")
    karte.page.keyboard.press("Enter")
    expect(karte.page.locator(".sro-ort")).to_have_text("St. Jürgen")


def test_the_view_stays_when_the_indicator_changes(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtbezirk&indikator=sgb2_unter_18")
    karte.frame.get_by_role("button", name="Vergrößern").click()
    karte.page.wait_for_timeout(600)
    view = "() => [map.getZoom(), map.getCenter().lat, map.getCenter().lng]"
    before = karte.frame.evaluate(view)
    karte.frame.evaluate("() => { window.stillThis = document.querySelector('path.sro-flaeche'); }")
    karte.choose("Indikator", "Kinder bei Alleinerziehenden")
    expect(karte.page.locator("h1")).to_contain_text("Alleinerziehend")
    karte.wait_for_paint()
    assert karte.frame.evaluate(view) == before
    assert karte.frame.evaluate("() => document.contains(window.stillThis)"), "the polygons were mounted anew"


def test_panning_and_zooming_do_not_rerun(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtteil&indikator=hze_ohne_28")
    karte.page.wait_for_timeout(800)
    frames: list[object] = []
    session = karte.page.context.new_cdp_session(karte.page)
    session.send("Network.enable")
    session.on("Network.webSocketFrameSent", lambda event: frames.append(event))
    karte.frame.get_by_role("button", name="Vergrößern").click()
    karte.frame.evaluate("() => map.panBy([80, 40])")
    karte.page.wait_for_timeout(1500)
    assert frames == []


def test_playing_moves_year_title_and_map_together(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtteil&indikator=hze_ohne_28&jahr=2022")
    karte.page.get_by_role("button", name="Abspielen").click()
    expect(karte.page.locator("h1")).to_contain_text("2023", timeout=5000)
    expect(karte.page.locator("h1")).to_contain_text("2024", timeout=5000)
    expect(karte.page.get_by_role("button", name="Abspielen")).to_be_visible(timeout=5000)
    karte.wait_for_paint()
    expect(karte.page).to_have_url(re.compile("jahr=2024"))


def test_a_change_map_names_both_years(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtteil&indikator=hze_ohne_28&jahr=2024&skala=veraenderung&seit=2018")
    assert karte.title.endswith("Veränderung 2018 bis 2024")
    assert all("seit 2018" in area["label"] for area in karte.areas().values() if area["feld"].isdigit())


def test_a_smoothed_map_keeps_the_scale_and_has_both_values(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtbezirk&indikator=sgb2_unter_18&jahr=2024")
    measured, before = karte.legend(), karte.areas()
    scale = {feld: (entry["farbe"], entry["text"]) for feld, entry in measured.items()}
    karte.frame.evaluate("() => { window.stillThis = document.querySelector('path.sro-flaeche'); }")
    karte.page.get_by_role("radio", name="Geglättet").click()
    expect(karte.page.locator("h1")).to_contain_text(", geglättet")
    karte.wait_for_paint()
    expect(karte.page.get_by_text("der gemessene Wert steht daneben")).to_be_visible()
    legend = karte.legend()
    assert {feld: (entry["farbe"], entry["text"]) for feld, entry in legend.items()} == scale
    assert [entry["anzahl"] for entry in legend.values()] != [entry["anzahl"] for entry in measured.values()]
    for gebiet, area in karte.areas().items():
        value = re.search(r", (\d+,\d\u00a0%),", before[gebiet]["label"])
        assert (f"gemessen: {value[1]}," in area["label"]) if value else area == before[gebiet]
        if area["feld"].isdigit():
            assert area["fill"] == hex_of(legend[area["feld"]]["farbe"])
    assert karte.frame.evaluate("() => document.contains(window.stillThis)"), "the polygons were mounted anew"


def test_only_shares_and_rates_can_be_smoothed(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtteil&indikator=personal_okja&skala=geglaettet")
    expect(karte.page.get_by_text("Geglättet wird hier nicht; gezeigt werden die Werte.")).to_be_visible()
    expect(karte.page.get_by_role("radio", name="Veränderung")).to_be_visible()
    expect(karte.page.get_by_role("radio", name="Geglättet")).to_have_count(0)
    assert karte.title.endswith(", 2024")


def test_no_change_is_shown_across_a_series_break(karte: Kartenblatt) -> None:
    karte.open("?indikator=eingliederungshilfe_35a&jahr=2024&skala=veraenderung&seit=2022")
    assert {area["feld"] for area in karte.areas().values()} == {"b"}
    expect(karte.page.locator(".st-key-hinweis")).to_contain_text("Reihenbruch")


def test_a_year_without_data_says_so(karte: Kartenblatt) -> None:
    karte.open("?indikator=sprachfoerderbedarf&jahr=2020")
    expect(karte.page.locator(".st-key-hinweis")).to_contain_text("liegen keine Werte vor")
    assert {area["feld"] for area in karte.areas().values()} == {"f"}


def test_the_map_says_that_it_is_schematic_and_synthetic(karte: Kartenblatt) -> None:
    karte.open()
    expect(karte.frame.locator(".leaflet-control-attribution")).to_contain_text("Schematische Karte")
    expect(karte.page.locator(".sro-quelle")).to_contain_text("Synthetische Daten")


def test_own_class_edges(karte: Kartenblatt) -> None:
    karte.open("?ebene=stadtbezirk&indikator=sgb2_unter_18&methode=manuell&grenzen=15,25")
    texts = [entry["text"] for feld, entry in karte.legend().items() if feld.isdigit()]
    assert [text.split(" bis ")[-1] for text in texts[:2]] == ["15,0", "25,0"]


def test_the_map_asks_nobody_else_and_logs_no_error(karte: Kartenblatt, watch: Watch) -> None:
    karte.open("?ebene=stadtbezirk&indikator=sgb2_unter_18")
    karte.click_area("04")
    karte.page.wait_for_timeout(800)
    watch.assert_clean(karte.server)
