"""Werkstätten in a real browser: filters change pins and list, the keyboard opens a pin, people's words stay words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from scripts.app_server import Server, app_command, free_port
from sro.model.akteur import Akteur, Rolle
from sro.store import open_store
from tests.akten.beispielakten import HOSTILE, aussagen, beispielakten, werkstaetten
from tests.browser.conftest import Watch
from tests.browser.werkstatt_seite import Werkstattseite

WHO = Akteur("Probe", Rolle.PLANUNG)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with the example records alone."""
    folder = tmp_path_factory.mktemp("werkstaetten")
    store = open_store(f"sqlite:///{folder / 'sro.sqlite'}")
    made = [store.akten.anlegen(one, wer=WHO).id for one in [*werkstaetten().values(), *aussagen().values()]]
    assert made == [akte.id for akte in beispielakten().akten]
    store.close()
    port = free_port()
    with Server(app_command(port), port, folder / "server.log", {"SRO_VAR": str(folder)}) as running:
        yield running


@pytest.fixture
def seite(page: Page, server: Server) -> Werkstattseite:
    return Werkstattseite(page, server)


def near(seite: Werkstattseite) -> Werkstattseite:
    """Marli alone, so near that every place has a sign of its own."""
    seite.open_map("?werkstatt=WS-1")
    for _ in range(3):
        if all(sign["orte"] == 1 for sign in seite.signs()):
            break
        seite.frame.get_by_role("button", name="Vergrößern").click()
        seite.page.wait_for_timeout(500)
    assert [sign["zahlen"] for sign in seite.signs()] == [[0, 1, 1], [1, 0, 0]]
    return seite


def test_theme_and_age_change_pins_and_list(seite: Werkstattseite) -> None:
    seite.open_map()
    assert seite.total() == 5
    expect(seite.listed()).to_have_count(6)
    seite.choose("Thema", "Sauberkeit")
    seite.wait_for_pins(2)
    expect(seite.listed()).to_have_count(2)
    seite.choose("Alter", "6–9 Jahre")
    seite.wait_for_pins(1)
    expect(seite.listed()).to_have_count(1)
    expect(seite.page).to_have_url(re.compile("thema=sauberkeit&alter=6-9"))
    seite.page.get_by_role("button", name="Filter leeren").click()
    seite.wait_for_pins(5)
    expect(seite.listed()).to_have_count(6)


def test_each_kind_has_a_shape_of_its_own(seite: Werkstattseite) -> None:
    near(seite)
    shapes = [sign["formen"] for sign in seite.signs()]
    assert shapes == [
        ["sro-nadel sro-nadel-problem", "sro-nadel sro-nadel-wunsch"],
        ["sro-nadel sro-nadel-staerke"],
    ]
    expect(seite.page.locator(".sro-gezaehlt")).to_contain_text("1 Stärke")
    drawn = seite.frame.evaluate(
        "() => ['staerke', 'problem', 'wunsch'].map((kind) => { const i = document.body.appendChild("
        "document.createElement('i')); i.className = `sro-nadel sro-nadel-${kind}`; const style = getComputedStyle(i);"
        "return [style.clipPath, style.borderRadius, getComputedStyle(i, '::after').backgroundColor].join() })"
    )
    assert len(set(drawn)) == 3


def test_dense_places_are_one_sign_that_opens(seite: Werkstattseite) -> None:
    seite.open_map()
    cluster = next(sign for sign in seite.signs() if sign["orte"] > 1)
    assert cluster["label"].startswith("2 Orte, 1 Stärke, 1 Problem, 1 Wunsch")
    seite.frame.locator(".sro-zeichen[data-orte='2'] > span").click()
    seite.page.wait_for_timeout(600)
    assert all(sign["orte"] == 1 for sign in seite.signs())
    assert seite.total() == 5, "opening a cluster changed what is on the map"


def test_the_keyboard_reaches_a_pin_and_opens_it(seite: Werkstattseite) -> None:
    near(seite)
    assert [sign["tab"] for sign in seite.signs()].count(0) == 1
    seite.frame.locator(".sro-zeichen[tabindex='0']").focus()
    expect(seite.frame.locator(".sro-tooltip")).to_contain_text("Spielplatz")
    seite.page.keyboard.press("ArrowRight")
    expect(seite.frame.locator(".sro-tooltip")).to_contain_text("Jugendtreff")
    seite.page.keyboard.press("Enter")
    expect(seite.page.locator(".sro-aussagen-titel")).to_have_text("Jugendtreff: 1 Aussage")
    expect(seite.listed()).to_have_text([re.compile("Der Jugendtreff ist gut")])
    expect(seite.page).to_have_url(re.compile("ort="))
    expect(seite.frame.locator(".sro-zeichen.sro-gewaehlt")).to_have_attribute("aria-pressed", "true")
    assert seite.frame.evaluate("() => document.activeElement.getAttribute('aria-label')").startswith("Jugendtreff")
    seite.page.keyboard.press("Enter")
    expect(seite.page.locator(".sro-aussagen-titel")).to_have_text("4 Aussagen")


def test_a_click_shows_the_statements_of_a_place(seite: Werkstattseite) -> None:
    near(seite)
    seite.frame.locator(".sro-zeichen > span").first.click()
    expect(seite.page.locator(".sro-aussagen-titel")).to_have_text("Spielplatz: 2 Aussagen")
    seite.page.get_by_role("button", name="Alle Orte zeigen").click()
    expect(seite.listed()).to_have_count(4)


def test_hostile_words_are_shown_as_words(seite: Werkstattseite) -> None:
    near(seite)
    seite.frame.locator(".sro-zeichen > span").first.hover()
    tooltip = seite.frame.locator(".sro-tooltip")
    expect(tooltip).to_contain_text(HOSTILE)
    expect(seite.listed().nth(1)).to_contain_text(HOSTILE)
    assert tooltip.locator("img").count() == 0
    for place in (seite.page, seite.frame):
        assert place.evaluate("() => window.getroffen") is None
        assert place.evaluate("() => [...document.querySelectorAll('img')].every((i) => !i.src.endsWith('/x'))")
    assert seite.page.locator(".sro-aussagen a").count() == 0


def test_what_has_no_place_is_counted_and_listed(seite: Werkstattseite) -> None:
    seite.open_map()
    expect(seite.page.locator(".sro-gezaehlt")).to_contain_text("1 Aussage ohne Ort")
    folded = seite.page.locator(".sro-aussagen-ohne")
    expect(folded.locator("li")).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator("li")).to_contain_text("Mehr Feste im Stadtteil.")
    expect(seite.page.get_by_text("Orte sind vergröbert")).to_be_visible()
    expect(seite.frame.locator(".leaflet-control-attribution")).to_contain_text("Schematische Karte")


def test_filter_and_parts_share_the_choice(seite: Werkstattseite) -> None:
    seite.open_map()
    seite.choose("Thema", "Sauberkeit")
    seite.wait_for_pins(2)
    seite.page.get_by_role("radio", name="Schnittstellen").click()
    expect(seite.page.locator(".sro-kreuz caption")).to_have_text("Aussagen nach Schnittstelle und Stadtteil")
    expect(seite.listed()).to_have_count(2)
    seite.page.get_by_role("link", name="1 Aussage: Sauberkeit und Entsorgung, Schlutup").click()
    expect(seite.listed()).to_have_count(1)
    expect(seite.page).to_have_url(re.compile("thema=sauberkeit&schnittstelle=entsorgung&raum=stadtteil.08"))
    expect(seite.page.locator(".sro-kreuz td.gewaehlt")).to_have_count(1)


def test_the_view_stays_when_a_filter_changes(seite: Werkstattseite) -> None:
    near(seite)
    view = "() => [map.getZoom(), map.getCenter().lat, map.getCenter().lng]"
    before = seite.frame.evaluate(view)
    seite.choose("Art", "Stärke")
    seite.wait_for_pins(1)
    assert seite.frame.evaluate(view) == before


def test_panning_and_zooming_do_not_rerun(seite: Werkstattseite) -> None:
    seite.open_map()
    seite.page.wait_for_timeout(800)
    sent: list[object] = []
    session = seite.page.context.new_cdp_session(seite.page)
    session.send("Network.enable")
    session.on("Network.webSocketFrameSent", lambda event: sent.append(event))
    seite.frame.get_by_role("button", name="Vergrößern").click()
    seite.frame.evaluate("() => map.panBy([80, 40])")
    seite.page.wait_for_timeout(1200)
    assert sent == []


def test_the_page_asks_nobody_else_and_logs_no_error(seite: Werkstattseite, watch: Watch) -> None:
    near(seite)
    seite.frame.locator(".sro-zeichen > span").first.click()
    expect(seite.page.locator(".sro-aussagen-titel")).to_have_text("Spielplatz: 2 Aussagen")
    for name in ("Themen", "Schnittstellen"):
        seite.page.get_by_role("radio", name=name).click()
        expect(seite.page.locator(".sro-kreuz caption")).to_be_visible()
    watch.assert_clean(seite.server)


class TestPhone:
    """On a phone nothing is wider than the screen, and the figure comes before its filters."""

    @pytest.fixture
    def browser_context_args(self) -> dict[str, Any]:
        return {"locale": "de-DE", "viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}

    @pytest.mark.parametrize("teil", ["karte", "themen", "schnittstellen"])
    def test_it_fits(self, seite: Werkstattseite, teil: str) -> None:
        seite.open(f"?teil={teil}")
        figure = seite.page.locator(".st-key-figur")
        expect(figure).to_be_visible()
        expect(seite.page.locator("footer")).to_be_visible()
        assert seite.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        top = figure.bounding_box()
        filters = seite.page.locator(".st-key-steuerung").bounding_box()
        assert top
        assert filters
        assert top["y"] < 844 < filters["y"] + filters["height"]
        assert top["y"] < filters["y"]
