"""Every page in every state: axe finds nothing, all words are German, headings are in order, nothing sticks out.

Rules of WCAG 2.1 A and AA. Light and dark, wide and as narrow as a phone. What the app cannot mend would be named here
and in docs/barrierefreiheit.md; at present there is nothing of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, TimeoutError, expect

from scripts.app_server import Server
from tests.browser.zustaende import SEITEN, Zustand, enter, show

STANDARD = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}  # all that the dark appearance changes
AXE = """(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']})
  .then((found) => found.violations.flatMap((one) => one.nodes.map((node) => [one.id, node.html.slice(0, 160)])))"""
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')]
  .filter((one) => one.checkVisibility()).map((one) => [Number(one.tagName[1]), one.textContent.slice(0, 60)])"""
WORDS = """() => {
  const said = [...document.querySelectorAll('*')].flatMap((one) =>
    ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt']
      .map((name) => one.getAttribute(name)));
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())  // an icon is a word to its font alone; code is no language
    if (!walker.currentNode.parentElement.closest('script, style, code, [data-testid=stIconMaterial]'))
      said.push(walker.currentNode.nodeValue);
  return [...new Set(said.filter(Boolean))];
}"""
FITS = """() => [document.scrollingElement, document.querySelector('[data-testid=stMain]')]
  .every((one) => !one || one.scrollWidth <= one.clientWidth + 1)"""
CHARTS_FIT = """() => [...document.querySelectorAll('[data-testid=stVegaLiteChart]')]
  .every((one) => one.scrollWidth <= one.clientWidth)"""
# Words that no German text has. What people call things in English (Link, App, PNG) is not among them.
ENGLISH = re.compile(
    r"\b(the|of|and|with|from|for|to|your|you|not|no|is|are|open|close|clear|remove|select(ed)?|choose|options?|results?|"
    r"show|hide|view|more|less|file|files|next|previous|month|day|year|value|values|search|loading|running|help|page|"
    r"pages|error|connection|drag|drop|press|apply|submit|axis|scale|titled|visualization|container|sidebar|expand|"
    r"collapse|navigate|home|copy|fullscreen|increment|decrement|shortcut|heading|please|cancel|time|date)\b",
    re.IGNORECASE,
)
WIDE, PHONE = {"width": 1400, "height": 900}, {"width": 390, "height": 844}
ZOOMED = (700, 350)  # 200 % and 400 % of a window of 1400 pixels
SETTLING = 1500  # milliseconds in which charts and maps take their new size


@pytest.fixture(scope="module", params=["light", "dark"])
def seite(browser: Browser, app_server: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """One page for all states of an appearance, with axe in each of its frames."""
    context = browser.new_context(
        locale="de-DE", timezone_id="Europe/Berlin", viewport=WIDE, color_scheme=request.param, reduced_motion="reduce"
    )
    context.add_init_script(AXE_SCRIPT)  # no address and no tag: the page's Content-Security-Policy stays as it is
    page = context.new_page()
    enter(page, app_server)
    assert page.evaluate("document.documentElement.dataset.sroTheme") == request.param
    yield page
    context.close()


@pytest.mark.parametrize("name", SEITEN)
def test_a_page_is_accessible_in_every_state(seite: Page, name: str) -> None:
    dark = seite.evaluate("document.documentElement.dataset.sroTheme") == "dark"
    rules = OF_COLOUR if dark else STANDARD
    found: list[Any] = []
    for zustand in SEITEN[name]:
        seite.set_viewport_size(WIDE)
        show(seite, zustand)
        found += [(str(zustand), "breit", *one) for one in seite.evaluate(AXE, rules)]
        if not dark:
            found += [(str(zustand), *one) for one in [*_wrong_words(seite), *_wrong_headings(seite)]]
        if zustand.name.endswith("offen"):
            seite.keyboard.press("Escape")
            continue  # what is open closes when the window changes
        _narrowed(seite)
        found += [(str(zustand), "Telefon", *one) for one in seite.evaluate(AXE, rules)]
        found += [] if dark else _sticking_out(seite, zustand)
    assert found == [], "\n".join(map(str, found))


def _narrowed(page: Page) -> None:
    """As narrow as a phone; charts take the new size a little later, and one that does not is for axe to find."""
    page.set_viewport_size(PHONE)
    with suppress(TimeoutError):
        page.wait_for_function(CHARTS_FIT, timeout=SETTLING)


def _wrong_words(page: Page) -> list[tuple[str, str]]:
    said = {word for frame in page.frames for word in frame.evaluate(WORDS)}
    return sorted(("englisch", one[:120]) for one in said if ENGLISH.search(one))


def _wrong_headings(page: Page) -> list[tuple[str, str]]:
    """One h1, and no level left out below it; a title in the browser that names the page."""
    headings = page.evaluate(HEADINGS)
    levels = [level for level, _ in headings]
    skipped = [
        f"Überschrift übersprungen vor „{text}“"
        for (before, _), (level, text) in pairwise(headings)
        if level > before + 1
    ]
    ones = [] if levels.count(1) == 1 else [f"{levels.count(1)} Überschriften der ersten Ebene"]
    title = page.title()
    named = [] if re.fullmatch(r"\S.* – Chance Sozialraum", title) else [f"Titel „{title}“"]
    return [("Überschriften", one) for one in [*ones, *skipped, *named]]


def _sticking_out(page: Page, zustand: Zustand) -> list[tuple[str, str]]:
    """The page itself never scrolls sideways; a table may, inside of itself."""
    found = []
    for width in ZOOMED:
        page.set_viewport_size({"width": width, "height": 700})
        try:
            page.wait_for_function(FITS, timeout=SETTLING)
        except TimeoutError:
            found.append((str(zustand), f"breiter als {width} Pixel"))
    return found


def test_a_lost_connection_is_told_in_german(page: Page, fresh_server: Server) -> None:
    page.add_init_script(AXE_SCRIPT)
    enter(page, fresh_server)
    fresh_server.stop()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Die Anwendung antwortet nicht", timeout=30_000)
    assert [one for one in page.evaluate(AXE, STANDARD) if "dialog" in one[1].lower()] == []
    assert _wrong_words(page) == []
    dialog.get_by_role("button", name="Schließen", exact=True).first.click()
    expect(dialog).to_have_count(0)
