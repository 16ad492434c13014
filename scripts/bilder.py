"""Renews the pictures of the books: `python -m scripts.bilder [NAME …]` writes docs/bilder/NAME.webp from the demo app.

Each picture is an address, what is done there, and which part of the page is kept (motive.py tells). Light theme; sizes
in pixels of the page. Fails where a picture comes out larger than the books allow.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

from scripts.app_server import ROOT, Server, app_command, free_port
from scripts.ensure_chromium import chromium
from scripts.motive import MOTIVE, Motiv

FOLDER = ROOT / "docs" / "bilder"
LARGEST = 120_000  # bytes
MARGIN = 16
PATIENCE = 60_000
SHOWN = """() => document.querySelector('h1, .st-key-praesentation')
  && document.querySelector('.stApp').dataset.testScriptState === 'notRunning'
  && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')"""


def main(names: list[str]) -> int:
    """All motives, or those that are named; they build on each other's entries in the order of the list."""
    unknown = set(names) - {motiv.name for motiv in MOTIVE}
    if unknown:
        print(f"Kein Motiv heißt so: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    with _app() as (server, browser):
        for motiv in MOTIVE:
            if not names or motiv.name in names:
                size = write(taken(motiv, server, browser), FOLDER / f"{motiv.name}.webp")
                print(f"{motiv.name}: {size:,} Bytes".replace(",", "."))
    return 0


@contextmanager
def _app() -> Iterator[tuple[Server, Browser]]:
    """The demo app with a store of its own, and a browser."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        port = free_port()
        for name in [name for name in os.environ if name.startswith("SRO_")]:
            del os.environ[name]  # no settings of the person who renews the pictures
        german: dict[str, str | float | bool] = {**os.environ, "LANGUAGE": "de", "LANG": "de_DE.UTF-8"}
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"], env=german)
        with Server(app_command(port), port, Path(folder) / "server.log", {"SRO_VAR": f"{folder}/var"}) as server:
            yield server, browser
        browser.close()


def taken(motiv: Motiv, server: Server, browser: Browser) -> bytes:
    """The screenshot as PNG."""
    context = browser.new_context(
        viewport={"width": motiv.breite, "height": motiv.hoehe},
        locale="de-DE",
        timezone_id="Europe/Berlin",
        color_scheme="light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{server.url}/{motiv.adresse}")
    rest(page)
    for schritt in motiv.schritte:
        schritt(page)
        rest(page)
    image = page.screenshot(clip=_clip(page, motiv)) if motiv.von else page.screenshot()
    context.close()
    return image


def rest(page: Page) -> None:
    """Until the page has drawn everything and stays as it is."""
    for _ in range(3):
        page.wait_for_timeout(400)
        page.wait_for_function(SHOWN, timeout=PATIENCE)


def _clip(page: Page, motiv: Motiv) -> FloatRect:
    """From the upper edge of one part of the page to the lower edge of another, over the whole width."""
    first, last = (page.locator(selector).first.bounding_box() for selector in (motiv.von, motiv.bis or motiv.von))
    if not first or not last:
        raise RuntimeError(f"{motiv.name}: „{motiv.von}“ oder „{motiv.bis}“ ist auf der Seite nicht zu finden.")
    top = max(first["y"] - MARGIN, 0)
    bottom = min(last["y"] + last["height"] + MARGIN, top + motiv.hoechstens)
    return {"x": 0, "y": top, "width": motiv.breite, "height": bottom - top}


def write(png: bytes, path: Path) -> int:
    """Lossless and small; its size in bytes. RuntimeError where it is too large."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(out, "WEBP", lossless=True, quality=100, method=6)
    if out.tell() > LARGEST:
        raise RuntimeError(f"{path.name} hat {out.tell()} Bytes, erlaubt sind {LARGEST}.")
    path.write_bytes(out.getvalue())
    return out.tell()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
