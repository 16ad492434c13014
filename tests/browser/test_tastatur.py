"""By keyboard alone: over the skip link, through every page and out again, and each page's task done on the way."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from scripts.app_server import Server
from tests.browser.karte_seite import Kartenblatt
from tests.browser.werkstatt_seite import Werkstattseite
from tests.browser.zustaende import rest

LONGEST_WAY = 160  # stops of the tab key through the longest of these pages
# The element that has the focus, in whatever frame: what it is, and whether it looks otherwise than without the focus.
FOCUSED = """async () => {
  let doc = document, at = doc.activeElement;
  while (at && at.tagName === 'IFRAME' && at.contentDocument) { doc = at.contentDocument; at = doc.activeElement; }
  if (!at || at === doc.body) return null;
  const look = () => {
    const seen = [];
    for (let one = at, up = 0; one && one.nodeType === 1 && up < 6; one = one.parentElement, up++) {
      const style = doc.defaultView.getComputedStyle(one);
      seen.push([style.outline, style.boxShadow, style.borderColor, style.backgroundColor, style.stroke, style.fill,
        ...[...one.children].slice(0, 4).map((child) => doc.defaultView.getComputedStyle(child).boxShadow)]);
    }
    return JSON.stringify(seen);
  };
  const calm = async () => {
    await Promise.all(doc.getAnimations().map((one) => one.finished.catch(() => {})));
    return look();
  };
  doc.__stops = doc.__stops || new Map();
  if (!doc.__stops.has(at)) doc.__stops.set(at, doc.__stops.size);
  const box = at.getBoundingClientRect(), own = await calm();
  at.blur();
  const other = await calm();
  at.focus({preventScroll: true});
  return {nummer: doc.__stops.get(at) + (doc === document ? '' : ' im Rahmen'),
          name: at.getAttribute('aria-label') || at.textContent.trim().slice(0, 50) || at.tagName,
          sichtbar: own !== other, gross: box.width > 0 && box.height > 0};
}"""


def walk(page: Page, until: Callable[[dict], bool] | None = None) -> list[dict]:
    """The stops of the tab key from here on, until one is what is looked for or the page is left."""
    stops: list[dict] = []
    for _ in range(LONGEST_WAY):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
        if until and until(stop):
            break
    return stops


PAGES = {
    "karte?gebiet=03": "Indikator",
    "zeitreihe?gebiete=03": "Gebiete",
    "profil": "Gebiet",
    "analyse?blick=tabelle": "Indikatoren",
    "holstentor-nord?teil=perspektiven": "",
    "werkstaetten?teil=themen": "Werkstatt",
    "methodik?abschnitt=indikatoren": "Suchen",
}


@pytest.mark.parametrize("adresse", PAGES)
def test_the_tab_key_goes_through_the_page_and_out_again_and_is_seen_all_the_way(
    page: Page, app_server: Server, adresse: str
) -> None:
    page.goto(f"{app_server.url}/{adresse}")
    rest(page)
    stops = walk(page)
    numbers = [stop["nummer"] for stop in stops]
    assert len(numbers) == len(set(numbers)) > 5, "im Kreis"
    assert len(stops) < LONGEST_WAY, "kommt nicht hinaus"
    assert [stop["name"] for stop in stops if not stop["sichtbar"]] == []
    assert any(PAGES[adresse] in stop["name"] for stop in stops)


def test_the_first_stop_leads_past_the_navigation(page: Page, app_server: Server) -> None:
    page.goto(f"{app_server.url}/methodik")
    rest(page)
    (first,) = walk(page, until=lambda stop: True)
    assert first["name"] == "Zum Inhalt springen"
    expect(page.get_by_test_id("stSkipToContent")).to_be_in_viewport()
    page.keyboard.press("Enter")
    (second,) = walk(page, until=lambda stop: True)
    assert page.evaluate("document.activeElement.closest('main') !== null"), second


def test_an_area_of_the_map_is_chosen_and_left_by_keyboard(page: Page, app_server: Server) -> None:
    karte = Kartenblatt(page, app_server).open("?ebene=stadtteil")
    said = karte.areas()["02"]["label"]
    stops = walk(page, until=lambda stop: stop["name"] == karte.areas()["01"]["label"])
    assert stops[-1]["nummer"].endswith("im Rahmen")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED)["name"] == said
    lines = [karte.frame.locator(f".sro-{name}").first for name in ("grenze", "hof", "ring")]
    fine, wide, ring = (line.evaluate("(one) => getComputedStyle(one).stroke") for line in lines)
    assert fine == ring != wide, "hell und dunkel, zwischen den Gebieten und um das eine"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("gebiet=02"))
    rest(page)
    assert page.evaluate(FOCUSED)["name"] == said, "der Fokus bleibt am Gebiet"
    assert walk(page, until=lambda stop: not str(stop["nummer"]).endswith("im Rahmen"))[-1]["name"]


def test_a_chain_is_followed_by_keyboard(page: Page, app_server: Server) -> None:
    page.goto(f"{app_server.url}/holstentor-nord?teil=kette")
    rest(page)
    first = page.locator(".sro-kette li a").first
    walk(page, until=lambda stop: first.evaluate("one => one === document.activeElement"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("element="))
    expect(page.locator(".sro-element h2")).to_be_focused()


def test_a_place_is_opened_by_keyboard(page: Page, app_server: Server) -> None:
    seite = Werkstattseite(page, app_server).open_map()
    labels = {sign["label"] for sign in seite.signs()}
    stops = walk(page, until=lambda stop: stop["name"][:40] in {label[:40] for label in labels})
    assert stops[-1]["name"][:40] in {label[:40] for label in labels}
    before = stops[-1]["name"]
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED)["name"] != before
    single = next(sign["label"] for sign in seite.signs() if sign["orte"] == 1)
    for _ in range(len(labels)):
        if page.evaluate(FOCUSED)["name"] == single:
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("ort="))


def test_the_menu_of_a_narrow_screen_is_opened_walked_and_closed(page: Page, app_server: Server) -> None:
    page.set_viewport_size({"width": 350, "height": 700})
    page.goto(f"{app_server.url}/karte")
    rest(page)
    walk(page, until=lambda stop: stop["name"] == "Menü öffnen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Menü schließen")).to_be_focused()
    stops = walk(page, until=lambda stop: stop["name"] == "Methodik")
    assert stops[0]["name"] == "Überblick"
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Methodik")
    expect(page.locator("[aria-live=polite].sro-nur-hoerbar")).to_have_text("Methodik – Chance Sozialraum")
