"""A whole year in the browser: prepare, present, write down, hand out, follow up, new figures, the next dialogue."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect
from pptx import Presentation
from pypdf import PdfReader

from scripts.app_server import ROOT, Server
from sro.reference.city import city
from tests.browser.conftest import Watch, _env
from tests.browser.menue import go_to
from tests.browser.mitschrift_seite import Mitschrift

WAIT = 30_000
INDIKATOR, EBENE, GEBIET, NAME = "sgb2_unter_18", "stadtteil", "06", "St. Lorenz Nord"
TEXTE = (
    "Das Familiencafé öffnet zweimal in der Woche.",
    "Der Weg zur Schule bekommt Licht.",
    "Wir beraten auch abends.",
)
MORE = 1.5  # next year's children in benefit households in the district, for each of this year


def test_a_year_of_dialogue(page: Page, browser: Browser, fresh_server: Server, watch: Watch, tmp_path: Path) -> None:
    then, now = _figures()
    dialog = _prepare(page, fresh_server)
    _present(page, fresh_server, dialog, then)
    made = _write_down_in_two_windows(page, browser, fresh_server, dialog)
    _hand_out(page, fresh_server, dialog, then)
    _follow_up(page, fresh_server, made[0])
    _release(tmp_path)
    _next_dialogue(page, fresh_server, dialog, then, now)
    _frozen(page, fresh_server, dialog, then, now)
    watch.assert_clean(fresh_server)


def _prepare(page: Page, server: Server) -> str:
    """From the menu; gives the dialogue's id."""
    page.goto(server.url)
    go_to(page, "Dialog", "Dialog")
    return _new_dialogue(page)


def _new_dialogue(page: Page, day: str = "") -> str:
    """On a day such as "20122027", else on the one that is proposed."""
    page.get_by_role("radio", name="Neuer Dialog").click(timeout=WAIT)
    page.get_by_role("combobox", name=re.compile("Worum geht es")).click()
    page.keyboard.type("Nord")
    page.get_by_role("option", name=NAME, exact=True).click()
    expect(page.locator(".sro-entwurf li").first).to_be_visible(timeout=WAIT)
    if day:
        page.get_by_role("group", name="Datum").get_by_role("spinbutton").first.focus()
        page.keyboard.type(day, delay=60)
        page.locator("h1").click()  # the day is taken when the field is left
        expect(page.locator(".sro-entwurf")).to_contain_text(TEXTE[0], timeout=WAIT)
    page.get_by_role("button", name="Dialog anlegen").click()
    expect(page).to_have_url(re.compile(r"dialog=QD-\d+&teil=vorbereiten$"), timeout=WAIT)
    found = re.search(r"dialog=(QD-\d+)", page.url)
    assert found
    return found[1]


def _present(page: Page, server: Server, dialog: str, then: str) -> None:
    """With the keyboard through all screens, and the figure is on one of them."""
    page.goto(f"{server.url}/dialog?dialog={dialog}&modus=praesentation")
    number = page.locator(".praesentation .nummer")
    expect(number).to_have_text(re.compile(r"^1 / \d+$"), timeout=WAIT)
    last = int(number.inner_text().split(" / ")[1])
    seen = []
    for place in range(1, last + 1):
        expect(number).to_have_text(f"{place} / {last}")
        screen = page.locator(".praesentation .bild:not([hidden])")
        seen.append((screen.get_attribute("data-indikator"), screen.inner_text()))
        page.keyboard.press("ArrowRight")
    assert any(indikator == INDIKATOR and then in said for indikator, said in seen)
    assert all("Datenstand 1" in said for _, said in seen)
    page.keyboard.press("Home")
    expect(number).to_have_text(f"1 / {last}")


def _write_down_in_two_windows(page: Page, browser: Browser, server: Server, dialog: str) -> list[str]:
    """Two people note down three agreements at once; gives their ids."""
    other = browser.new_context(locale="de-DE", viewport={"width": 1400, "height": 900}).new_page()
    eins, zwei = Mitschrift(page), Mitschrift(other)
    for window in (eins, zwei):
        window.page.goto(f"{server.url}/dialog?dialog={dialog}&teil=mitschrift")
        expect(window.column("Vereinbarung").locator("textarea").first).to_be_visible(timeout=WAIT)
    eins.new("Vereinbarung").fill(TEXTE[0])
    zwei.new("Vereinbarung").fill(TEXTE[1])
    eins.saved()
    zwei.saved()
    eins.column("Vereinbarung").locator("textarea[data-feld=text]").first.press("Control+Enter")
    eins.new("Vereinbarung").fill(TEXTE[2])
    eins.saved()
    ids = [_agreed(window)[text] for window in (eins, zwei) for text in TEXTE]
    assert ids[:3] == ids[3:]
    card = eins.entry(ids[0])
    card.get_by_text("mehr", exact=True).click()
    card.get_by_label("Kinder im SGB II").first.check()
    eins.saved()
    other.context.close()
    return ids[:3]


def _agreed(window: Mitschrift) -> dict[str, str]:
    """What this window shows as agreed: text and id."""
    entries = window.column("Vereinbarung").locator(".eintrag:not(.neu)")
    expect(entries).to_have_count(3, timeout=WAIT)
    ids = [one.locator(".kopf span", has_text="VB-").inner_text() for one in entries.all()]
    return dict(zip((window.text(one).input_value() for one in ids), ids, strict=True))


def _hand_out(page: Page, server: Server, dialog: str, then: str) -> None:
    """Protocol and deck say what was agreed and the same figure."""
    page.goto(f"{server.url}/dialog?dialog={dialog}&teil=ausgabe")
    protocol = "".join(one.extract_text() for one in PdfReader(io.BytesIO(_download(page, "Protokoll (PDF)"))).pages)
    slides = Presentation(io.BytesIO(_download(page, "Folien (PPTX)"))).slides
    deck = "\n".join(text for slide in slides for shape in slide.shapes for text in _texts(shape))
    for text in TEXTE:
        assert text in " ".join(protocol.split())
        assert text in deck
    assert then in protocol
    assert then in deck


def _texts(shape: Any) -> list[str]:
    """What stands in a shape or in the cells of a table."""
    if shape.has_table:
        return [cell.text for row in shape.table.rows for cell in row.cells]
    return [shape.text_frame.text] if shape.has_text_frame else []


def _download(page: Page, name: str) -> bytes:
    with page.expect_download(timeout=WAIT) as waiting:
        page.get_by_role("button", name=name).click(timeout=WAIT)
    return waiting.value.path().read_bytes()


def _follow_up(page: Page, server: Server, vereinbarung: str) -> None:
    """One is done."""
    page.goto(f"{server.url}/dialog?teil=brett&vereinbarung={vereinbarung}")
    expect(page.locator("#sro-brett-eintrag")).to_have_text(TEXTE[0], timeout=WAIT)
    page.get_by_role("combobox", name="Stand", exact=True).click()
    page.get_by_role("option", name="umgesetzt", exact=True).click()
    page.get_by_label("Was daraus wurde").fill("Das Café hat zwei feste Tage.")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Gespeichert.")).to_be_visible(timeout=WAIT)


def _release(folder: Path) -> None:
    """A year later: more children in benefit households in the district, elsewhere the same."""
    table = folder / "soziale_lage_2025.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(_rows()[0]))
        writer.writeheader()
        writer.writerows(_next_year())
    command = [sys.executable, "-m", "sro", "import", str(table), "--wer", "Probe"]
    subprocess.run(command, cwd=ROOT, env=_env(folder / "var"), check=True)


def _next_dialogue(page: Page, server: Server, dialog: str, then: str, now: str) -> None:
    """It opens with what was agreed, and says what became of the figure since."""
    page.goto(f"{server.url}/dialog")
    following = _new_dialogue(page, f"2012{dt.date.today().year + 1}")
    assert following != dialog
    page.goto(f"{server.url}/dialog?dialog={following}&modus=praesentation")
    screens = page.locator(".praesentation .bild")
    for text in TEXTE:
        expect(screens.filter(has_text=text)).not_to_have_count(0, timeout=WAIT)
    said = [one.text_content() or "" for one in screens.all()]
    with_figure = next(one for one in said if TEXTE[0] in one and now in one)
    assert then in with_figure
    assert "umgesetzt" in with_figure
    assert "gestiegen" in with_figure
    assert "Datenstand 2" in said[0]


def _frozen(page: Page, server: Server, dialog: str, then: str, now: str) -> None:
    """The old dialogue still shows its own figures."""
    page.goto(f"{server.url}/dialog?dialog={dialog}&modus=praesentation")
    screens = page.locator(".praesentation .bild")
    expect(screens.first).to_be_attached(timeout=WAIT)
    figure = page.locator(f".praesentation .bild[data-indikator={INDIKATOR}]").first
    said = figure.text_content() or ""
    assert then in said
    assert now not in said
    assert "Datenstand 1" in said


def _rows() -> list[dict[str, str]]:
    """The last year of the indicator, as delivered."""
    with (ROOT / "data" / "demo" / "soziale_lage.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if (row["indikator_id"], row["zeit"]) == (INDIKATOR, "2024")]


def _next_year() -> list[dict[str, str]]:
    """The district's Stadtbezirke grow; Stadtteile and city are the sums of theirs."""
    rows = [row | {"zeit": "2025"} for row in _rows()]
    inside = {area.id for area in city().children(next(g.key for g in city().of_level(EBENE) if g.id == GEBIET))}
    extra = 0
    for row in rows:
        if row["ebene"] == "stadtbezirk" and row["gebiet_id"] in inside:
            grown = round(int(row["zaehler"]) * MORE)
            extra += grown - int(row["zaehler"])
            row["zaehler"] = str(grown)
    for row in rows:
        if row["ebene"] == "stadt" or (row["ebene"], row["gebiet_id"]) == (EBENE, GEBIET):
            row["zaehler"] = str(int(row["zaehler"]) + extra)
    return rows


def _figures() -> tuple[str, str]:
    """The district's share as the pages write it, this year and the next."""
    return _share(_rows()), _share(_next_year())


def _share(rows: list[dict[str, str]]) -> str:
    row = next(row for row in rows if (row["ebene"], row["gebiet_id"]) == (EBENE, GEBIET))
    return f"{100 * int(row['zaehler']) / int(row['nenner']):.1f}".replace(".", ",")
