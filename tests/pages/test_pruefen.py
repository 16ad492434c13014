"""The review gate as a page: nothing goes out unread, and of two reviewers the second is told."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.akten.einsicht import for_role
from sro.model.akte import Akte, Freigabe, Zustand
from sro.model.akteur import Akteur, Rolle
from sro.model.aussage import Aussage, Bearbeitung
from sro.web import akten, data, rechte
from sro.web.zugang import Grund
from tests.akten.beispielakten import HOSTILE, MARLI, werkstaetten
from tests.pages.conftest import Page

Open = Callable[..., AppTest]
ANDERE = Akteur("Andere Planung", Rolle.PLANUNG)
FRIDA = Akteur("Frida Fachkraft", Rolle.FACHKRAFT)
FIRST = Aussage(werkstatt=MARLI, wortlaut_intern="Mia will Bänke.", ort="Ufer", gruppe_n=4, themen=("gruen",))
SECOND = Aussage(werkstatt=MARLI, wortlaut_intern="Der Weg ist dunkel.", ort="Wall", gruppe_n=9)


@pytest.fixture
def seite(empty_var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens „Prüfen“ for the planning, or for another role, on two statements that Frida noted down."""
    akten._all.cache_clear()
    akten._for_role.cache_clear()
    data.store().akten.anlegen(werkstaetten()[MARLI], wer=ANDERE)
    for one in (FIRST, SECOND):
        data.store().akten.anlegen(one, wer=FRIDA)

    def opened(teil: str = "pruefen", rolle: Rolle = Rolle.PLANUNG) -> AppTest:
        monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur("Planung", rolle), Grund.ANGEMELDET))
        return page("werkstaetten", {"teil": teil})

    yield opened
    akten._all.cache_clear()
    akten._for_role.cache_clear()


def said(app: AppTest) -> str:
    assert [error.value for error in app.exception] == []
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


def wording(app: AppTest, text: str) -> AppTest:
    return app.text_area[0].set_value(text).run()


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def tick(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.checkbox if one.label.startswith(label)).check().run()


def now(akte: str) -> Akte[Aussage]:
    return next(one for one in data.store().akten.bestand().von(Aussage) if one.id == akte)


def test_the_note_stands_there_with_who_took_it_and_what_the_guard_found(seite: Open) -> None:
    app = seite()
    shown = said(app)
    assert "2</b> Aussagen warten auf Prüfung" in shown
    assert "<mark>Mia</mark> will Bänke." in shown
    assert "„Mia“: möglicherweise ein Name." in shown
    assert "Frida Fachkraft, " in shown
    assert "Kinder in der Gruppe: 4" in shown
    assert next(one for one in app.checkbox if one.label == "Wörtliches Zitat").disabled


def test_without_public_words_and_with_open_hints_nothing_is_released(seite: Open) -> None:
    app = press(seite(), "Für alle freigeben")
    assert "Ohne öffentliche Fassung wird nichts freigegeben" in said(app)
    assert "Es gibt offene Hinweise auf Personen" in said(app)
    app = press(wording(app, "Ein Kind will Bänke."), "Für alle freigeben")
    assert "Ohne öffentliche Fassung" not in said(app)
    assert "Es gibt offene Hinweise auf Personen" in said(app)
    assert now("AU-1").inhalt == FIRST


def test_released_statements_are_read_by_all_and_the_next_one_comes_by_itself(seite: Open) -> None:
    app = tick(wording(seite(), "Ein Kind will Bänke."), "Hinweise geprüft")
    next(one for one in app.multiselect if one.label == "Schnittstellen").set_value(["stadtgruen"])
    app = press(app, "Für alle freigeben")
    assert [one.value for one in app.success] == ["AU\\-1 ist für alle freigegeben\\."]
    assert "1</b> Aussage wartet auf Prüfung" in said(app)
    assert "Der Weg ist dunkel." in said(app)
    public = for_role(data.store().akten.bestand(), Rolle.OEFFENTLICH).von(Aussage)
    assert [(one.inhalt.wortlaut, one.inhalt.wortlaut_intern) for one in public] == [("Ein Kind will Bänke.", "")]
    assert public[0].inhalt.schnittstellen == ("stadtgruen",)
    app = press(wording(app, "Der Weg ist dunkel."), "Für den Fachkreis")
    assert now("AU-2").inhalt.freigabe is Freigabe.FACHKREIS
    assert "Alle Aussagen sind geprüft." in said(app)


def test_a_tick_does_not_hold_for_a_hint_that_came_later(seite: Open) -> None:
    app = tick(wording(seite(), "Ein Kind will Bänke."), "Hinweise geprüft")
    app = press(wording(app, "Ahmet will Bänke."), "Für alle freigeben")
    assert "Es gibt offene Hinweise auf Personen" in said(app)
    assert now("AU-1").inhalt.freigabe is Freigabe.INTERN


def test_the_note_is_taken_over_and_put_back_with_what_was_written(seite: Open) -> None:
    app = press(press(seite(), "Notiz übernehmen"), "Zurückstellen")
    kept = now("AU-1").inhalt
    assert (kept.wortlaut, kept.freigabe, kept.bearbeitung) == (
        "Mia will Bänke.", Freigabe.INTERN, Bearbeitung.IN_PRUEFUNG,
    )  # fmt: skip
    assert "Der Weg ist dunkel." in said(app)
    app = press(app, "Zurückstellen")
    assert app.text_area[0].value == "Mia will Bänke."


def test_erasing_takes_the_content_of_all_versions_away(seite: Open) -> None:
    app = seite()
    assert next(one for one in app.button if one.label == "Endgültig tilgen").disabled
    app.text_input[0].set_value("Name in der Notiz").run()
    app = press(app, "Endgültig tilgen")
    gone = data.store().akten.verlauf("AU-1")
    assert [one.inhalt for one in gone] == [None, None]
    assert (gone[0].zustand, gone[0].grund) == (Zustand.GETILGT, "Name in der Notiz")
    assert "Der Weg ist dunkel." in said(app)


def test_the_second_of_two_reviewers_is_told_and_loses_nothing(seite: Open) -> None:
    app = wording(seite(), "Ein Kind will Bänke.")
    faster = replace(FIRST, wortlaut="Mehr Bänke.", bearbeitung=Bearbeitung.IN_PRUEFUNG)
    data.store().akten.aendern("AU-1", faster, basis=1, wer=ANDERE)
    app = press(tick_key(app), "Für alle freigeben")
    assert now("AU-1").inhalt == faster
    assert "Andere Planung hat diesen Eintrag inzwischen geändert" in app.warning[0].value
    assert app.text_area[0].value == "Ein Kind will Bänke."
    app = press(app, "Für alle freigeben")
    assert now("AU-1").inhalt.wortlaut == "Ein Kind will Bänke."
    assert list(app.warning) == []


def tick_key(app: AppTest) -> AppTest:
    """Ticks in the same run as the button that follows, as two fast clicks do."""
    next(one for one in app.checkbox if one.label.startswith("Hinweise geprüft")).check()
    return app


def test_what_somebody_else_released_meanwhile_can_only_be_left(seite: Open) -> None:
    app = wording(seite(), "Ein Kind will Bänke.")
    data.store().akten.aendern("AU-1", replace(FIRST, wortlaut="B", freigabe=Freigabe.OEFFENTLICH), basis=1, wer=ANDERE)
    app.run()
    assert "Andere Planung hat diesen Eintrag inzwischen geändert" in app.warning[0].value
    assert next(one for one in app.button if one.label == "Für alle freigeben").disabled
    app = press(app, "Weiter ohne zu speichern")
    assert "Der Weg ist dunkel." in said(app)
    assert list(app.warning) == []


def test_what_somebody_else_erased_meanwhile_is_gone(seite: Open) -> None:
    app = wording(seite(), "Ein Kind will Bänke.")
    data.store().akten.tilgen("AU-1", grund="Name", wer=ANDERE)
    app.run()
    assert "Dieser Eintrag ist inzwischen entfernt worden" in app.warning[0].value
    app = press(app, "Weiter")
    assert "Der Weg ist dunkel." in said(app)


def test_text_of_people_is_shown_as_text(seite: Open) -> None:
    data.store().akten.aendern("AU-1", replace(FIRST, wortlaut_intern=HOSTILE, ort=HOSTILE), basis=1, wer=ANDERE)
    app = seite()
    raw = "\n".join(element.proto.body for element in app.get("html"))
    assert "<img" not in raw
    assert "&lt;img src=x onerror=" in raw


@pytest.mark.parametrize(("teil", "rolle"), [("pruefen", Rolle.FACHKRAFT), ("pruefen", Rolle.OEFFENTLICH),
                                             ("erfassen", Rolle.OEFFENTLICH)])  # fmt: skip
def test_who_may_not_sees_neither_notes_nor_form(seite: Open, teil: str, rolle: Rolle) -> None:
    app = seite(teil, rolle)
    assert "Mia" not in said(app)
    assert [one.label for one in app.button if one.label in ("Für alle freigeben", "Zurückstellen")] == []
    assert "Erzählt ein Kind von Gewalt" not in said(app)


def test_a_professional_gets_the_form_below_the_contact(seite: Open) -> None:
    assert "Erzählt ein Kind von Gewalt" in said(seite("erfassen", Rolle.FACHKRAFT))
