"""Finds a Chromium for the browser tests, or installs one; `python -m scripts.ensure_chromium` prints its path.

Order: CHROMIUM, an installed browser, Playwright's own, `playwright install`, Debian's package (as root).
Never passes over a missing browser in silence: without one the exit code is 1 and the sentence says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
REMEDY = (
    "Für die Browsertests wird Chromium gebraucht und konnte nicht eingerichtet werden. "
    "Bitte installieren (Debian: apt install chromium; sonst: .venv/bin/playwright install chromium) "
    "oder angeben: make test CHROMIUM=/pfad/zu/chromium"
)


class NoChromium(RuntimeError):
    """No browser could be had; the message says what to install."""


@lru_cache(maxsize=1)
def chromium() -> str:
    """The path of a Chromium that starts; NoChromium where none can be had."""
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path and starts(path):
            return path
        raise NoChromium(f"CHROMIUM={named} lässt sich nicht starten. Bitte den Pfad eines Chromium angeben.")
    return first(installed()) or first(fetched()) or first(packaged()) or _give_up()


def first(paths: Iterator[str]) -> str | None:
    return next((path for path in paths if starts(path)), None)


def starts(path: str) -> bool:
    """Whether the browser answers at all; one with missing system libraries does not."""
    return _succeeds([path, "--version"], seconds=60)


def installed() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield from filter(os.path.exists, MAC_APPS)
    yield from playwrights_own()


def playwrights_own() -> Iterator[str]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).exists():
        yield path


def fetched() -> Iterator[str]:
    print("Kein Chromium gefunden; Playwright lädt eines …", file=sys.stderr)
    if _succeeds([sys.executable, "-m", "playwright", "install", "chromium"], seconds=600):
        yield from playwrights_own()


def packaged() -> Iterator[str]:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print("Installiere Chromium aus den Debian-Paketen …", file=sys.stderr)
    _succeeds(["apt-get", "update", "-qq"], seconds=600)
    if _succeeds(["apt-get", "install", "-qq", "-y", "chromium"], seconds=1200):
        yield from filter(None, map(shutil.which, NAMES))


def _succeeds(command: list[str], seconds: float) -> bool:
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _give_up() -> str:
    raise NoChromium(REMEDY)


def main(find: Callable[[], str] = chromium) -> int:
    try:
        print(find())
    except NoChromium as none:
        print(none, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
