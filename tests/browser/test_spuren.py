"""What a visit leaves behind: nothing at other hosts, Streamlit's own cookie alone, and no typed word in the log."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from scripts.app_server import ROOT, Server
from tests.browser.conftest import Watch, _env
from tests.browser.test_angriff import ask
from tests.browser.zustaende import SEITEN, Zustand, eintrag, enter, rest, show

COOKIES = {"_streamlit_xsrf"}
# What stays in the browser: hints and caches of Streamlit, and what was typed and has not been sent yet.
KEPT = re.compile(r"stActiveTheme-.*|stSidebarCollapsed-.*|sidebarWidth|sro_zurueck|sro:(dialog)?mitschrift:.*")
TYPED = "Zyxwvu"  # nothing of ours contains it
UPLOADED = f"indikator_id,ebene,gebiet_id,zeit,zaehler,nenner\n{TYPED},stadtteil,{TYPED},2024,-3,{TYPED}\n"


def states() -> list[Zustand]:
    """Every page as it opens, those of other tests and any that they do not know yet."""
    known = [one for found in SEITEN.values() for one in found if one.schritt is None]
    files = {path.stem.replace("_", "-") for path in (ROOT / "pages").glob("*.py")}
    return [*known, *(Zustand(name) for name in sorted(files - SEITEN.keys()))]


def test_no_page_asks_another_host_or_keeps_more_than_it_says(page: Page, app_server: Server, watch: Watch) -> None:
    enter(page, app_server)
    for zustand in states():
        show(page, zustand)
        outside = page.evaluate(
            "() => [...document.querySelectorAll('img, iframe, script, link, source, object, embed, video, audio')]"
            ".map((one) => one.src || one.href || one.data).filter((one) => one && /^https?:/.test(one)"
            " && new URL(one).origin !== location.origin)"
        )
        assert outside == [], zustand
    assert watch.foreign_requests(app_server) == []
    assert {cookie["name"] for cookie in page.context.cookies()} <= COOKIES
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [name for name in kept if not KEPT.fullmatch(name)] == []


def test_the_log_holds_nothing_that_was_typed_searched_or_delivered(page: Page, fresh_server: Server) -> None:
    enter(page, fresh_server)
    for address in (f"methodik?suche={TYPED}", f"methodik?abschnitt={TYPED}", f"karte?gebiet={TYPED}"):
        show(page, Zustand(address))
    _edit(page)
    _deliver(page)
    for path in (f"/api/werte.csv?indikator={TYPED}", f"/{TYPED}", f"/api/{TYPED}", f"/sro/x/{TYPED}"):
        ask(fresh_server, "GET", path, {"User-Agent": TYPED, "Referer": f"http://localhost/{TYPED}"})
    log = fresh_server.log.read_text(encoding="utf-8", errors="replace")
    assert TYPED not in log
    assert "127.0.0.1" not in log  # whose machine asked is nobody's business


def _edit(page: Page) -> None:
    """Writes into a record and saves it; what may be a person is asked about, so nothing is stored yet."""
    show(page, Zustand("werkstaetten?teil=bearbeiten", eintrag))
    page.locator("textarea").first.fill(f"{TYPED}, Musterweg 3, Tel. 0451 123456")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Speichern", exact=True).first.click()
    rest(page)


def _deliver(page: Page) -> None:
    """A table that is full of mistakes, under a name that says too much."""
    show(page, Zustand("daten"))
    name = f"{TYPED}_Fallakte.csv"
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": UPLOADED.encode()}
    )
    expect(page.get_by_role("button", name="Prüfen")).to_be_enabled(timeout=30_000)
    page.get_by_role("button", name="Prüfen").click()
    expect(page.get_by_text(TYPED).first).to_be_visible(timeout=90_000)


def test_no_file_that_is_handed_out_leads_to_another_host(seeded_var: Path, tmp_path: Path) -> None:
    """Nothing in them is loaded from elsewhere, and nothing in them can be followed there."""
    shutil.copytree(seeded_var, tmp_path / "var")
    out = tmp_path / "dateien"
    for words in (
        ["report", "--ebene", "stadtteil", "--gebiet", "Moisling", "--out", str(out)],
        ["report", "--dialog", "QD-3", "--out", str(out)],
        ["stimmen", "export", str(out / "stimmen.xlsx")],
    ):
        subprocess.run([sys.executable, "-m", "sro", *words], cwd=ROOT, env=_env(tmp_path / "var"), check=True)
    made = sorted(out.iterdir())
    assert {path.suffix for path in made} >= {".pdf", ".xlsx", ".pptx", ".docx", ".csv"}
    assert [found for path in made for found in _leading_elsewhere(path)] == []


def _leading_elsewhere(path: Path) -> list[str]:
    if path.suffix == ".pdf":
        notes = [note.get_object() for page in PdfReader(path).pages for note in page.get("/Annots", [])]
        return [f"{path.name}: {note}" for note in notes if "/URI" in str(note)]
    if path.suffix in (".csv", ".ics"):
        return [path.name] if b"ATTACH" in path.read_bytes() or b"\r\nURL" in path.read_bytes() else []
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    outside = (b'TargetMode="External"', b"<hyperlink", b"hlinkClick", b"externalLink")
    return [f"{path.name}/{name}" for name, raw in parts.items() if any(one in raw for one in outside)]
