"""Every page in every state: axe finds nothing, words are German, figures have their sentence, nothing is cut off.

Rules of WCAG 2.1 A and AA. What the app cannot mend would be named here and in
docs/barrierefreiheit.md; at present there is nothing of the kind.

Each state is met once and looked at twice: light on a wide screen, dark on a phone. What lies over a page closes when
the window changes, so it is looked at where it opened. BARRIEREN=alle (`make accessibility`) looks at every state both
ways; without it the first state of a page is looked at both ways and the others by turns, in half the time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, expect

from scripts.app_server import Server
from tests.browser import barrieren
from tests.browser.barrieren import Mangel
from tests.browser.zustaende import LEINWAND, SEITEN, Zustand, enter, rest, show

CHARTS_FIT = """() => [...document.querySelectorAll('[data-testid=stVegaLiteChart]')]
  .every((one) => one.scrollWidth <= one.clientWidth)"""
FITS = "() => sroBarrieren.daneben().length === 0"
WIDE, PHONE = {"width": 1400, "height": 900}, {"width": 390, "height": 844}
ZOOMED = (640, 320)  # 200 % and 400 % of a window of 1280 pixels
ALL = os.environ.get("BARRIEREN") == "alle"
SETTLING = 1500  # milliseconds in which charts and maps take their new size


@pytest.fixture(scope="module")
def seite(browser: Browser, app_server: Server) -> Iterator[Page]:
    """One page for all states, with the checks in each of its frames."""
    context = browser.new_context(
        locale="de-DE", timezone_id="Europe/Berlin", viewport=WIDE, color_scheme="light", reduced_motion="reduce"
    )
    barrieren.set_up(context)
    page = context.new_page()
    enter(page, app_server)
    yield page
    context.close()


@pytest.mark.parametrize("name", SEITEN)
def test_a_page_is_accessible_in_every_state(seite: Page, name: str) -> None:
    found = [
        (str(zustand), *mangel)
        for n, zustand in enumerate(SEITEN[name])
        for mangel in _wrong(seite, zustand, *_looks(n))
    ]
    assert found == [], "\n".join(map(str, found))


def _looks(number: int) -> tuple[bool, bool]:
    """Whether a page's state is looked at light and wide, and dark and narrow."""
    return (ALL or number % 2 == 0), (ALL or number % 2 == 1 or number == 0)


def _wrong(page: Page, zustand: Zustand, wide: bool, narrow: bool) -> Iterator[Mangel]:
    page.set_viewport_size(PHONE if zustand.telefon else WIDE)
    _theme(page, "light")
    show(page, zustand)
    yield from barrieren.wrong_words(page)
    over = zustand.name.endswith("offen")
    if wide:
        yield from _light_and_wide(page, zustand, over)
    if narrow:
        yield from _dark_and_narrow(page, over)
    if over:
        page.keyboard.press("Escape")


def _light_and_wide(page: Page, zustand: Zustand, over: bool) -> Iterator[Mangel]:
    yield from barrieren.violations(page)
    yield from barrieren.wrong_pictures(page)
    if not zustand.adresse.startswith(LEINWAND):  # one page of many screens, made for one size: see the document
        yield from barrieren.wrong_headings(page)
        if not over:
            yield from barrieren.cut_off(page)


def _dark_and_narrow(page: Page, over: bool) -> Iterator[Mangel]:
    _theme(page, "dark")
    if over:
        yield from (("dunkel", *one) for one in barrieren.violations(page))
        return
    _narrowed(page)
    yield from (("dunkel, Telefon", *one) for one in barrieren.violations(page))
    yield from _sticking_out(page)


def _theme(page: Page, scheme: str) -> None:
    """The device turns light or dark, and the page with it."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.wait_for_function(f"document.documentElement.dataset.sroTheme === '{scheme}'")
    rest(page)


def _narrowed(page: Page) -> None:
    """As narrow as a phone; charts take the new size a little later, and one that does not is for axe to find."""
    page.set_viewport_size(PHONE)
    with suppress(TimeoutError):
        page.wait_for_function(CHARTS_FIT, timeout=SETTLING)


def _sticking_out(page: Page) -> Iterator[Mangel]:
    """The page never scrolls sideways and hides nothing; a table or a row of buttons may scroll, inside of itself."""
    for width in ZOOMED:
        page.set_viewport_size({"width": width, "height": 700})
        try:
            page.wait_for_function(FITS, timeout=SETTLING)
        except TimeoutError:
            yield from ((f"bei {width} Pixeln", one) for one in page.evaluate("sroBarrieren.daneben()"))
        yield from ((f"bei {width} Pixeln abgeschnitten", one) for one in page.evaluate("sroBarrieren.beschnitten()"))


def test_a_lost_connection_is_told_in_german(page: Page, fresh_server: Server) -> None:
    barrieren.set_up(page.context)
    enter(page, fresh_server)
    fresh_server.stop()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Die Anwendung antwortet nicht", timeout=30_000)
    assert [one for one in barrieren.violations(page) if "dialog" in one[1].lower()] == []
    assert barrieren.wrong_words(page) == []
    dialog.get_by_role("button", name="Schließen", exact=True).first.click()
    expect(dialog).to_have_count(0)
