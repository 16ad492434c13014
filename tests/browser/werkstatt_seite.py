"""What a test can see and do on the page Werkstätten."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Frame, Locator, Page

from scripts.app_server import Server

PINNED = "() => window.sroGenadelt || ''"
SIGNS = """() => [...document.querySelectorAll('.sro-zeichen')].map((sign) => ({
    ort: sign.dataset.ort, orte: Number(sign.dataset.orte), zahlen: sign.dataset.zahlen.split(',').map(Number),
    label: sign.getAttribute('aria-label'), tab: sign.tabIndex, gewaehlt: sign.classList.contains('sro-gewaehlt'),
    formen: [...sign.querySelectorAll('i')].map((shape) => shape.className)}))"""


@dataclass
class Werkstattseite:
    """The page in a browser; opening its map waits until the pins are there."""

    page: Page
    server: Server

    def open(self, query: str = "") -> Werkstattseite:
        self.page.goto(f"{self.server.url}/werkstaetten{query}")
        self.page.wait_for_selector("h1")
        return self

    def open_map(self, query: str = "") -> Werkstattseite:
        self.open(query)
        self.wait_for_pins()
        return self

    @property
    def frame(self) -> Frame:
        return next(f for f in self.page.frames if "streamlit_folium" in f.url)

    def wait_for_pins(self, total: int | None = None) -> None:
        """Until the map has drawn its message; with `total`, one of so many statements."""
        for _ in range(150):
            frames = [f for f in self.page.frames if "streamlit_folium" in f.url]
            if frames and frames[0].evaluate(PINNED) and total in (None, self.total()):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("Die Nadeln wurden nicht gezeichnet.")

    def signs(self) -> list[dict]:
        return self.frame.evaluate(SIGNS)

    def total(self) -> int:
        return sum(sum(sign["zahlen"]) for sign in self.signs())

    def listed(self) -> Locator:
        """The statements beside the map or the table."""
        return self.page.locator(".sro-aussagen").first.locator("li")

    def choose(self, label: str, option: str) -> None:
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option, exact=False).first.click()
