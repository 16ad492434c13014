"""The board of agreements as people use it: overdue first, a state changed, two editors at once, a calendar."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.app_server import Server, app_command, free_port
from sro.model.akteur import Akteur, Rolle
from sro.model.dialog import Dialog
from sro.model.gebiet import GebietKey
from sro.model.impuls import Umsetzung
from sro.model.vereinbarung import Vereinbarung
from sro.store import open_store
from tests.browser import barrieren
from tests.browser.conftest import Watch, _env

WER = Akteur("Probe", Rolle.PLANUNG)
HOSTILE = '<img src=x onerror="window.getroffen=1"> [x](javascript:1) $x$ :red[y]'
TODAY = dt.date.today()
LATE, LATER, DONE = "Seit gestern fällig.", "In einem Jahr fällig.", "Längst getan."


@dataclass(frozen=True)
class Held:
    """The app with a dialogue of its own, and the ids of its agreements by their texts."""

    server: Server
    dialog: str
    ids: dict[str, str]

    def address(self, **params: str) -> str:
        query = "&".join(
            f"{name}={value}" for name, value in {"dialog": self.dialog, "teil": "brett", **params}.items()
        )
        return f"{self.server.url}/dialog?{query}"


@pytest.fixture(scope="module")
def held(seeded_var: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    folder, port = tmp_path_factory.mktemp("brett"), free_port()
    shutil.copytree(seeded_var, folder / "var")
    store = open_store(f"sqlite:///{folder / 'var' / 'sro.sqlite'}")
    raum = GebietKey("stadtteil", "03")
    made = store.akten.anlegen(Dialog(titel="Probedialog", raum=raum, datum=TODAY, datenstand=1), wer=WER)
    one = Vereinbarung(dialog=made.id, text=LATE, verantwortlich="ASD", frist=TODAY - dt.timedelta(days=1))
    year = TODAY + dt.timedelta(days=365)
    agreements = (
        replace(one, text=LATER, frist=year, indikatoren=("betreuung_ue3",)),
        one,
        replace(one, text=DONE, umsetzung=Umsetzung.UMGESETZT),
        replace(one, text=HOSTILE, verantwortlich=HOSTILE, frist=None, ergebnis=HOSTILE),
    )
    ids = {each.text: store.akten.anlegen(each, wer=WER).id for each in agreements}
    store.close()
    with Server(app_command(port), port, folder / "server.log", _env(folder / "var")) as server:
        yield Held(server, made.id, ids)


def opened(page: Page, held: Held, **params: str) -> None:
    page.goto(held.address(**params))
    page.wait_for_selector(".sro-brettsumme", timeout=60_000)


def column(page: Page, state: str) -> Locator:
    return page.locator(".sro-brett section", has=page.get_by_role("heading", name=state, level=2))


def settled(page: Page) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def choose(page: Page, label: str, option: str) -> None:
    settled(page)
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()
    page.wait_for_timeout(500)


def test_a_state_that_is_changed_moves_the_card(page: Page, held: Held, watch: Watch) -> None:
    opened(page, held)
    agreed = column(page, "vereinbart").get_by_role("listitem")
    expect(agreed.first).to_contain_text(LATE)
    expect(agreed.first).to_contain_text("überfällig seit 1 Tag")
    expect(agreed.nth(1)).to_contain_text(LATER)
    expect(agreed.nth(1)).to_contain_text("derselbe Stand")
    expect(page.locator(".sro-brettsumme")).to_contain_text("1überfällig")

    page.get_by_role("link", name=LATE).click()
    expect(page.locator("#sro-brett-eintrag")).to_have_text(LATE)
    assert f"vereinbarung={held.ids[LATE]}" in page.url
    choose(page, "Stand", "in Arbeit")
    page.get_by_label("Was daraus wurde").fill("Der Anfang ist gemacht.")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Gespeichert.")).to_be_visible()
    page.get_by_text("Verlauf (2 Schritte)").click()
    expect(page.locator(".sro-brettverlauf ins", has_text="Der Anfang ist gemacht.")).to_be_visible()

    page.get_by_role("link", name="Alle Vereinbarungen").click()
    expect(column(page, "in Arbeit").get_by_role("listitem")).to_contain_text(LATE)
    assert "vereinbarung=" not in page.url
    page.go_back()
    expect(page.locator("#sro-brett-eintrag")).to_have_text(LATE)
    watch.assert_clean(held.server)


def test_two_editors_at_once_lose_nothing(
    page: Page, browser: Browser, held: Held, browser_context_args: dict[str, Any]
) -> None:
    other = browser.new_context(**browser_context_args).new_page()
    for one in (page, other):
        opened(one, held, vereinbarung=held.ids[LATER])
        expect(one.locator("#sro-brett-eintrag")).to_have_text(LATER)
    page.get_by_label("Was daraus wurde").fill("Von der einen.")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Gespeichert.")).to_be_visible()

    other.get_by_label("Was daraus wurde").fill("Von der anderen.")
    choose(other, "Stand", "zurückgestellt")
    other.get_by_role("button", name="Speichern").click()
    compared = other.get_by_role("region", name="Was sich geändert hat")
    expect(compared).to_contain_text("Von der einen.")
    expect(compared).to_contain_text("Von der anderen.")
    assert barrieren.violations(other) == []
    save = other.get_by_role("button", name="Zusammengeführt speichern")
    expect(save).to_be_disabled()
    other.get_by_text("Beides", exact=True).click()
    save.click()
    expect(other.get_by_text("Zusammengeführt und gespeichert.")).to_be_visible()
    facts = other.locator(".sro-bretteintrag").first
    for text in ("Von der einen.", "Von der anderen.", "zurückgestellt"):
        expect(facts).to_contain_text(text)
    other.context.close()


def test_the_calendar_and_the_table_are_taken_away(page: Page, held: Held) -> None:
    opened(page, held)
    with page.expect_download() as download:
        page.get_by_role("button", name="Termine (ICS)").click()
    events = Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert held.ids[LATE].lower() in {str(one["uid"]).rpartition("-frist@")[0] for one in events}
    assert held.ids[DONE].lower() not in {str(one["uid"]).rpartition("-frist@")[0] for one in events}
    with page.expect_download() as download:
        page.get_by_role("button", name="Tabelle (XLSX)").click()
    assert download.value.path().read_bytes()[:2] == b"PK"


def test_a_shared_address_shows_the_same_and_says_what_it_cannot(page: Page, held: Held) -> None:
    page.goto(f"{held.server.url}/dialog?teil=brett&raum=stadtteil.03&stelle=asd&vereinbarung=VB-999")
    page.wait_for_selector(".sro-brett", timeout=60_000)
    expect(page.get_by_text("Die Angabe „vereinbarung“ in der Adresse passt nicht")).to_be_visible()
    expect(page.locator(".sro-brett li", has_text=LATE)).to_have_count(1)
    expect(page.locator(".sro-brett li", has_text="Kitas")).to_have_count(0)
    choose(page, "Verantwortlich", "Alle Stellen")
    expect(page.locator(".sro-brett li", has_text="Kitas").first).to_be_visible()
    assert "stelle=" not in page.url


def test_hostile_text_does_nothing(page: Page, held: Held, watch: Watch) -> None:
    opened(page, held)
    expect(page.locator(".sro-brett")).to_contain_text(HOSTILE)
    page.goto(held.address(vereinbarung=held.ids[HOSTILE]))
    expect(page.locator("#sro-brett-eintrag")).to_have_text(HOSTILE)
    settled(page)
    assert page.locator("img[src=x], a[href^='javascript'], [onerror]").count() == 0
    assert page.evaluate("window.getroffen") is None
    watch.assert_clean(held.server)


class TestOnAPhone:
    @pytest.fixture
    def browser_context_args(self) -> dict[str, Any]:
        return {"locale": "de-DE", "viewport": {"width": 390, "height": 844}}

    def test_one_list_overdue_first(self, page: Page, held: Held) -> None:
        page.goto(f"{held.server.url}/dialog?teil=brett")
        page.wait_for_selector(".sro-brett li.spaet", timeout=60_000)
        tops = page.locator(".sro-brett li").evaluate_all(
            "all => all.map(one => [one.classList.contains('spaet'), one.getBoundingClientRect().top])"
        )
        late = [bool(one) for one, _ in sorted(tops, key=lambda pair: pair[1])]
        assert late == sorted(late, reverse=True)
        assert any(late)
        assert not all(late)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390

    def test_an_open_one_comes_before_the_list(self, page: Page, held: Held) -> None:
        opened(page, held, vereinbarung=held.ids[DONE])
        entry, listed = page.locator("#sro-brett-eintrag"), page.locator(".sro-brettliste")
        expect(listed).to_be_attached()
        (first, second) = (one.bounding_box() for one in (entry, listed))
        assert first
        assert second
        assert first["y"] < second["y"]
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
