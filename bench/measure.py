"""One change in the browser: how long from the click to the screen, how many bytes came over the websocket."""

from __future__ import annotations

import base64
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Frame, Locator, Page, Playwright

CLOCK = Path(__file__).with_name("clock.js").read_text(encoding="utf-8")
CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# Outlines of the map; our own script tells how many it has painted, because a canvas has none to be counted.
AREAS = (
    "window.sroPainted?.flaechen ?? document.querySelectorAll('.leaflet-overlay-pane path.leaflet-interactive').length"
)
QUIET_MS = 600  # nothing painted and nothing received for so long: the change is over
LIMIT_MS = 30_000


@dataclass(frozen=True, slots=True)
class Change:
    """Milliseconds from the release of the mouse to the repainted frame, and bytes received until all is quiet."""

    ms: float
    received: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Several changes of one kind: mean, median and 90th percentile in milliseconds, median of the bytes received.

    Compared are means: the screen shows something new every 16.7 ms only, so a median jumps by a whole frame where the
    times lie on both sides of one.
    """

    n: int
    mean_ms: float
    median_ms: float
    p90_ms: float
    received: float

    @classmethod
    def of(cls, changes: list[Change]) -> Summary:
        times = sorted(change.ms for change in changes)
        return cls(
            n=len(times),
            mean_ms=statistics.fmean(times),
            median_ms=statistics.median(times),
            p90_ms=times[min(len(times) - 1, round(0.9 * (len(times) - 1)))],
            received=statistics.median(change.received for change in changes),
        )


def launch(playwright: Playwright, chromium: str) -> Browser:
    return playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)


@contextmanager
def clocked_context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser context whose pages carry the clock."""
    context = browser.new_context(locale="de-DE", viewport={"width": 1400, "height": 900})
    context.add_init_script(CLOCK)
    try:
        yield context
    finally:
        context.close()


class Traffic:
    """Counts the bytes of payload that a page receives over websockets (before any compression on the way)."""

    def __init__(self, page: Page) -> None:
        self.received = 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._count)

    def _count(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        payload = frame["payloadData"]
        binary = frame["opcode"] == 2  # handed over as base64
        self.received += len(base64.b64decode(payload)) if binary else len(payload.encode())


class Subject:
    """A page whose selectbox (`box`) changes what is shown; `kinds` are the marks of clock.js that count.

    `areas` is the number of outlines that the map must show after every change.
    """

    def __init__(self, page: Page, kinds: tuple[str, ...], areas: int = 0, box: str = "Indikator") -> None:
        self.page = page
        self.box = box
        self.kinds = kinds
        self.areas = areas
        self.traffic = Traffic(page)

    def open(self, url: str) -> None:
        """Loads the page and waits until it has painted and is quiet."""
        self.page.goto(url)
        self._settle(since=0.0)

    def first_shown(self, url: str) -> float:
        """Loads the page; the moment of its first paint, in milliseconds since 1970."""
        self.open(url)
        return min(self._shown(since=0.0))

    def chosen(self) -> str:
        return self._box().input_value()

    def change(self, option: str) -> Change:
        """Chooses the option by mouse and waits until all is quiet; RuntimeError where nothing was painted."""
        self._box().click()
        self._box().fill(option)  # a long list shows only the entries that match
        target = self.page.get_by_role("option", name=option, exact=True)
        target.wait_for()
        before = self.traffic.received
        target.click()
        clicked = self.page.evaluate("bench.clicked")
        shown = self._settle(since=clicked)
        return Change(ms=shown - clicked, received=self.traffic.received - before)

    def _box(self) -> Locator:
        return self.page.get_by_role("combobox", name=self.box, exact=True)

    def _settle(self, since: float) -> float:
        """The last moment after `since` at which something was shown, once nothing more comes."""
        waited, quiet, seen = 0, 0, (0.0, -1)
        while waited < LIMIT_MS:
            self.page.wait_for_timeout(50)
            waited += 50
            state = (max(self._shown(since), default=0.0), self.traffic.received)
            quiet = quiet + 50 if state == seen else 0
            seen = state
            if quiet >= QUIET_MS and state[0]:
                self._check_areas()
                return state[0]
        raise RuntimeError(
            f"{self.page.url}: nichts hat sich in {LIMIT_MS / 1000:.0f} s auf dem Bildschirm geändert. "
            f"Zu sehen ist: {self.page.locator('body').inner_text()[:500]!r}"
        )

    def _check_areas(self) -> None:
        """RuntimeError where the map shows more or fewer areas: then something else would be measured."""
        found = sum(frame.evaluate(AREAS) for frame in self.page.frames)
        if found != self.areas:
            raise RuntimeError(f"{self.page.url}: {found} Flächen auf der Karte, erwartet sind {self.areas}.")

    def _shown(self, since: float) -> list[float]:
        """The moments after `since` at which something was shown, in any frame."""
        marks = [mark for frame in self.page.frames for mark in _marks(frame)]
        return [mark["at"] for mark in marks if mark["kind"] in self.kinds and mark["at"] > since]


def _marks(frame: Frame) -> list[dict[str, Any]]:
    try:
        found: list[dict[str, Any]] = frame.evaluate("window.bench ? bench.changes : []")
    except Error:  # the frame is just being replaced
        return []
    return found
