"""What a test can see and do on the map page."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Frame, Page

from scripts.app_server import Server

PAINTED = "() => window.sroPainted && window.sroPainted.titel"


@dataclass
class Kartenblatt:
    """The map page in a browser; opening waits until the polygons are painted."""

    page: Page
    server: Server

    def open(self, query: str = "") -> Kartenblatt:
        self.page.goto(f"{self.server.url}/karte{query}")
        self.wait_for_paint()
        return self

    @property
    def frame(self) -> Frame:
        return next(f for f in self.page.frames if "streamlit_folium" in f.url)

    def wait_for_paint(self) -> None:
        """Until the map shows what the heading says."""
        self.page.wait_for_selector("iframe[title='streamlit_folium.st_folium']")
        for _ in range(100):
            title = self.page.locator("h1").inner_text() if self.page.locator("h1").count() == 1 else None
            frames = [f for f in self.page.frames if "streamlit_folium" in f.url]
            if title and frames and frames[0].evaluate(PAINTED) == title:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("Die Karte wurde nicht gezeichnet.")

    @property
    def title(self) -> str:
        return self.page.locator("h1").inner_text()

    def areas(self) -> dict[str, dict[str, str]]:
        """Id → field, computed fill and spoken label of every polygon."""
        return self.frame.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('path.sro-flaeche')].map(
                 (p) => [p.dataset.id, {feld: p.dataset.feld, fill: p.getAttribute('fill'),
                                        label: p.getAttribute('aria-label')}]))"""
        )

    def legend(self) -> dict[str, dict[str, str]]:
        """Field → colour, text and number of areas of every legend entry."""
        return self.page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('.sro-legende li')].map((li) => [
                 li.dataset.feld, {farbe: getComputedStyle(li.querySelector('i')).background,
                  text: li.innerText.split('\\n')[0], anzahl: li.querySelector('b').innerText}]))"""
        )

    def choose(self, label: str, option: str) -> None:
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option, exact=False).first.click()

    def click_area(self, gebiet_id: str) -> None:
        self.frame.locator(f"path[data-id='{gebiet_id}']").click(force=True)


def hex_of(css: str) -> str:
    """ "rgb(18, 96, 124) none ..." → "#12607c"."""
    red, green, blue = (int(part) for part in css[css.index("(") + 1 : css.index(")")].split(",")[:3])
    return f"#{red:02x}{green:02x}{blue:02x}"
