"""Logging in with a real OpenID Connect provider on this machine: who gets which role, and out again.

And without a login: the browser of this machine may do everything, who comes by a detour may not.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import socketserver
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.app_server import Server, app_command, free_port
from tests.browser.conftest import CHROMIUM_ARGS, Watch, _env
from tests.browser.menue import entry, section

PEOPLE = [
    {"sub": "petra", "name": "Petra Beispiel", "email": "petra@example.org", "groups": ["amt", "Planung"]},
    {"sub": "frida", "name": "Frida Beispiel", "email": "Frida@example.org", "email_verified": True},
    {"sub": "fremd", "name": "Fremd Beispiel", "email": "frida@example.org", "email_verified": False},
]
ROLES = {"SRO_OIDC_CLAIM": "groups", "SRO_FACHKRAFT": "frida@example.org", "SRO_PLANUNG": "niemand@example.org"}

FOOT = "footer.sro-fuss"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a provider that knows PEOPLE and believes whoever picks a name."""
    port = free_port()
    known = [word for person in PEOPLE for word in ("--user-claims", json.dumps(person))]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *known]
    with (tmp_path_factory.mktemp("provider") / "provider.log").open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/.well-known/openid-configuration")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=10)


@pytest.fixture(scope="module")
def guarded(provider: str, seeded_var: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with demo data, started afresh with a login."""
    folder, port = tmp_path_factory.mktemp("angemeldet"), free_port()
    secrets = folder / "secrets.toml"
    secrets.write_text(
        "[auth]\n"
        f'redirect_uri = "http://localhost:{port}/oauth2callback"\n'
        'cookie_secret = "nur-für-diesen-einen-Testlauf"\n'
        'client_id = "sozialraum"\n'
        'client_secret = "egal"\n'
        f'server_metadata_url = "{provider}/.well-known/openid-configuration"\n',
        encoding="utf-8",
    )
    shutil.copytree(seeded_var, folder / "var")
    env = _env(folder / "var") | ROLES | {"STREAMLIT_SECRETS_FILES": str(secrets)}
    with Server(app_command(port), port, folder / "server.log", env) as server:
        yield server


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"{url} antwortet nicht")


def log_in(page: Page, server: Server, sub: str) -> None:
    page.route(_elsewhere, lambda route: route.fulfill(body=""))
    page.goto(server.url)
    page.get_by_role("button", name="Anmelden").click(timeout=20_000)
    page.get_by_role("button", name=sub, exact=True).click()
    expect(page.locator("h1")).to_have_text("Chance Sozialraum", timeout=20_000)


def _elsewhere(url: str) -> bool:
    """What the provider's own pages ask other hosts for; ours may not, their Content-Security-Policy would complain."""
    return urlsplit(url).hostname not in ("localhost", "127.0.0.1")


def who(page: Page) -> str:
    expect(page.get_by_role("button", name="Abmelden")).to_be_visible(timeout=20_000)
    return page.locator(".st-key-anmeldung span").first.inner_text()


@pytest.mark.parametrize(
    ("sub", "shown"), [("petra", "Petra Beispiel · Planung"), ("frida", "Frida Beispiel · Fachkraft")]
)
def test_claim_and_address_give_the_role(page: Page, guarded: Server, watch: Watch, sub: str, shown: str) -> None:
    log_in(page, guarded, sub)
    assert who(page) == shown
    expect(page.locator(FOOT)).not_to_contain_text("alles erlaubt")
    section(page, "Grundlagen").click()
    expect(entry(page, "Methodik")).to_be_visible()
    expect(entry(page, "Daten")).to_have_count(int(sub == "petra"))
    assert watch.console_errors == []
    assert watch.page_errors == []


def test_after_the_login_the_page_is_the_one_before_it(page: Page, guarded: Server, watch: Watch) -> None:
    page.route(_elsewhere, lambda route: route.fulfill(body=""))
    chosen = "indikator=sgb2_unter_18&gebiete=03%2C04"
    page.goto(f"{guarded.url}/zeitreihe?{chosen}")
    before = re.compile(r"/zeitreihe\?.*indikator=sgb2_unter_18.*gebiete=03")
    page.get_by_role("button", name="Anmelden").click(timeout=20_000)
    page.get_by_role("button", name="petra", exact=True).click()
    assert who(page) == "Petra Beispiel · Planung"
    expect(page).to_have_url(before)
    expect(page.locator("h1")).to_contain_text("SGB-II-Bedarfsgemeinschaften")
    ours = [cookie["name"] for cookie in page.context.cookies(guarded.url)]
    assert set(ours) <= {"_streamlit_xsrf", "_streamlit_user", "_streamlit_user_tokens"}
    assert page.evaluate("[sessionStorage.length, localStorage.getItem('sro_zurueck')]") == [0, None]
    assert watch.console_errors == []
    assert watch.page_errors == []


def test_whoever_is_not_named_only_reads_and_logging_out_forgets_them(
    page: Page, guarded: Server, watch: Watch
) -> None:
    """Fremd gives an address that is in the list, but the provider says that nobody has checked it."""
    log_in(page, guarded, "fremd")
    assert who(page) == "Fremd Beispiel · Öffentlich"
    page.goto(f"{guarded.url}/daten")
    expect(page.locator("h1")).to_have_text("Diese Seite ist nicht für alle", timeout=20_000)
    expect(page.get_by_text("Nötig ist die Rolle „Planung“, vorhanden ist „Öffentlich“.")).to_be_visible()
    page.get_by_role("button", name="Abmelden").click()
    page.get_by_role("button", name="End session").click(timeout=20_000)
    expect(page.get_by_role("button", name="Anmelden")).to_be_visible(timeout=20_000)
    page.reload()
    expect(page.get_by_role("button", name="Anmelden")).to_be_visible(timeout=20_000)
    expect(page.get_by_text("Fremd Beispiel")).to_have_count(0)
    assert watch.console_errors == []
    assert watch.page_errors == []


def test_the_log_names_nobody(guarded: Server) -> None:
    """Runs after the logins above; alone it holds as well."""
    log = guarded.log.read_text(encoding="utf-8", errors="replace")
    assert "Beispiel" not in log
    assert "example.org" not in log


def test_without_a_login_this_machine_may_do_everything(page: Page, app_server: Server, watch: Watch) -> None:
    page.goto(app_server.url)
    expect(page.locator(FOOT)).to_contain_text("Lokaler Betrieb ohne Anmeldung: alles erlaubt", timeout=20_000)
    expect(page.get_by_role("button", name="Anmelden")).to_have_count(0)
    watch.assert_clean(app_server)


def test_without_a_login_a_name_that_was_made_to_point_here_only_reads(
    chromium_path: str, browser: Browser, app_server: Server
) -> None:
    """DNS rebinding: for the browser it is one and the same foreign site, so Streamlit lets it in."""
    pointed = "--host-resolver-rules=MAP boese.example 127.0.0.1"
    rebound = browser.browser_type.launch(executable_path=chromium_path, args=[*CHROMIUM_ARGS, pointed])
    try:
        page = rebound.new_page()
        page.goto(app_server.url.replace("localhost", "boese.example"))
        expect(page.locator(FOOT)).to_contain_text("Nur Lesen, weil die Adresse nicht mit localhost", timeout=20_000)
    finally:
        rebound.close()


def test_without_a_login_who_comes_through_a_proxy_only_reads(page: Page, app_server: Server) -> None:
    with proxy(int(app_server.url.rpartition(":")[2])) as url:
        page.goto(url)
        expect(page.locator(FOOT)).to_contain_text("Nur Lesen, weil ein Proxy diese Seite", timeout=20_000)


@contextmanager
def proxy(port: int) -> Iterator[str]:
    """A proxy on this machine that passes everything on and adds a header to the first request of each connection."""

    class Pass(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection(("localhost", port)) as upstream:
                line, _, rest = self.request.recv(65536).partition(b"\r\n")
                upstream.sendall(line + b"\r\nX-Forwarded-For: 127.0.0.1\r\n" + rest)
                back = threading.Thread(target=_pump, args=(upstream, self.request), daemon=True)
                back.start()
                _pump(self.request, upstream)
                back.join(timeout=1)

    class Threads(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

    with Threads(("127.0.0.1", 0), Pass) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://localhost:{server.server_address[1]}"
        finally:
            server.shutdown()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
