"""The running app and a browser for it. Every test in this folder is marked `browser`."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from scripts.app_server import ROOT, Server, app_command, free_port
from scripts.ensure_chromium import chromium

HERE = Path(__file__).parent
CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """A Chromium that starts; where there is none the tests fail and say what to install."""
    return chromium()


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def seeded_var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A var folder with the demo data: filled once, also where several test processes run side by side."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "var-demo"
    with (shared / "var-demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            filling = shared / "var-demo-filling"
            subprocess.run([sys.executable, "-m", "sro", "demo"], cwd=ROOT, env=_env(filling), check=True)
            filling.rename(folder)
    return folder


@pytest.fixture(scope="session")
def app_server(seeded_var: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with demo data, started once; `app_server.url` is its address."""
    with _served(seeded_var, tmp_path_factory.mktemp("app")) as server:
        yield server


@pytest.fixture
def fresh_server(seeded_var: Path, tmp_path: Path) -> Iterator[Server]:
    """The app just started for this test alone: nothing was opened in it before."""
    with _served(seeded_var, tmp_path) as server:
        yield server


def _served(seeded: Path, folder: Path) -> Server:
    shutil.copytree(seeded, folder / "var")
    port = free_port()
    return Server(app_command(port), port, folder / "server.log", _env(folder / "var"))


def _env(var: Path) -> dict[str, str]:
    """This environment with another var folder and without settings of the person who runs the tests."""
    return {key: value for key, value in os.environ.items() if not key.startswith("SRO_")} | {"SRO_VAR": str(var)}


@dataclass
class Watch:
    """What a page did beside showing itself; filled while it runs."""

    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on(
            "console", lambda m: self.console_errors.append(f"{m.text} ({m.location})") if m.type == "error" else None
        )
        page.on("pageerror", lambda error: self.page_errors.append(_text(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))

    def foreign_requests(self, server: Server) -> list[str]:
        """Requests to any other address than the server's; data: and blob: stay inside the browser."""
        own = urlsplit(server.url).netloc
        remote = [url for url in self.requests if urlsplit(url).scheme in ("http", "https", "ws", "wss", "ftp")]
        return [url for url in remote if urlsplit(url).netloc != own]

    def assert_clean(self, server: Server) -> None:
        """It asked this server and nobody else, and nothing went wrong in the browser."""
        assert self.requests, "die Seite hat gar nichts angefragt"
        assert self.foreign_requests(server) == []
        assert self.console_errors == []
        assert self.page_errors == []


def _text(error: Error) -> str:
    return f"{error.name}: {error.message}"


@pytest.fixture
def watch() -> Watch:
    """What the `page` of this test did: requests, console errors, page errors."""
    return Watch()


@pytest.fixture
def page(browser: Browser, watch: Watch, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A page in a new browser context, in German; followed by `watch`."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    watch.follow(page)
    yield page
    context.close()


@pytest.fixture
def browser_context_args() -> dict[str, Any]:
    """Options of the browser context; a test or file overrides them, for instance for a phone's screen."""
    return {"locale": "de-DE", "timezone_id": "Europe/Berlin", "viewport": {"width": 1400, "height": 900}}
