"""The board as a page: who may change what, what a second editor sees, and that hidden links outlive an edit."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.model.akte import Akte, Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.bedarf import Bedarf
from sro.model.dialog import Dialog
from sro.model.gebiet import GebietKey
from sro.model.impuls import Umsetzung
from sro.model.vereinbarung import Vereinbarung
from sro.web import akten, data, rechte, tag
from sro.web.zugang import Grund
from tests.pages.conftest import Page

Open = Callable[..., AppTest]
PLANUNG = Akteur("Andere Planung", Rolle.PLANUNG)
HEUTE = dt.date(2026, 11, 24)
NAME = "**Rot** [x](javascript:1)"
EINE = Vereinbarung(
    dialog="QD-1",
    text="Ein Treffen im Quartal.",
    verantwortlich="Jugendarbeit Süd",
    frist=dt.date(2026, 9, 30),
    indikatoren=("sgb2_unter_18",),
    bedarfe=("BE-1", "BE-2"),
    leitlinien=("L2",),
)


@pytest.fixture
def seite(var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the board for a role, on two agreements of which one is public."""
    _forget()
    lager = data.store().akten
    raum = GebietKey("stadtteil", "03")
    lager.anlegen(Dialog(titel="Moisling 2025", raum=raum, datum=dt.date(2025, 11, 13), datenstand=1), wer=PLANUNG)
    lager.anlegen(Bedarf(titel="Für alle lesbar", freigabe=Freigabe.FACHKREIS), wer=PLANUNG)
    lager.anlegen(Bedarf(titel="Nur für die Planung"), wer=PLANUNG)
    first = Akteur("Erste Planung", Rolle.PLANUNG)  # one person's quick versions are told as one
    lager.anlegen(replace(EINE, freigabe=Freigabe.INTERN, ergebnis="Nur für uns."), wer=first)
    lager.aendern("VB-1", EINE, basis=1, wer=PLANUNG)
    lager.anlegen(replace(EINE, text="Öffentlich vereinbart.", freigabe=Freigabe.OEFFENTLICH), wer=PLANUNG)

    def opened(rolle: Rolle = Rolle.FACHKRAFT, **params: str) -> AppTest:
        monkeypatch.setattr(tag, "heute", lambda: HEUTE)
        monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur("Fachkraft Eins", rolle), Grund.ANGEMELDET))
        return page("dialog", {"teil": "brett", **params})

    yield opened
    _forget()


def _forget() -> None:
    for cache in (akten._all, akten._for_role):
        cache.cache_clear()


def said(app: AppTest) -> str:
    assert [error.value for error in app.exception] == []
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


def stored(akte: str = "VB-1") -> Akte[Vereinbarung]:
    return next(one for one in data.store().akten.bestand().von(Vereinbarung) if one.id == akte)


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def elsewhere(**changes: object) -> None:
    """Somebody else saves meanwhile."""
    now = stored()
    data.store().akten.aendern(
        now.id, replace(now.inhalt, **changes), basis=now.fassung, wer=Akteur(NAME, Rolle.PLANUNG)
    )


def test_a_professional_changes_the_state_and_links_that_they_do_not_see_stay(seite: Open) -> None:
    app = seite(vereinbarung="VB-1")
    assert "Für alle lesbar" in said(app)
    assert "Nur für die Planung" not in said(app)
    app.selectbox[-1].set_value(Umsetzung.UMGESETZT)
    app.text_area[0].set_value("Viermal getroffen.")
    app.date_input[0].set_value(dt.date(2027, 3, 1))
    app = press(app, "Speichern")
    assert [one.value for one in app.success] == ["Gespeichert\\."]
    found = stored()
    assert found.inhalt == replace(
        EINE, umsetzung=Umsetzung.UMGESETZT, ergebnis="Viermal getroffen.", wiedervorlage=dt.date(2027, 3, 1)
    )
    assert (found.fassung, found.wer) == (3, "Fachkraft Eins")


def test_saving_nothing_makes_no_version(seite: Open) -> None:
    app = press(seite(vereinbarung="VB-1"), "Speichern")
    assert [one.value for one in app.success] == ["Es hat sich nichts geändert\\."]
    assert stored().fassung == 2


def test_the_history_shows_only_versions_that_this_role_may_read(seite: Open) -> None:
    assert "Nur für uns." not in said(seite(vereinbarung="VB-1"))
    assert "Nur für uns." in said(seite(Rolle.PLANUNG, vereinbarung="VB-1"))


def test_the_public_reads_what_is_public_and_changes_nothing(seite: Open) -> None:
    app = seite(Rolle.OEFFENTLICH)
    assert "Öffentlich vereinbart." in said(app)
    assert "Ein Treffen" not in said(app)
    opened = seite(Rolle.OEFFENTLICH, vereinbarung="VB-2")
    assert not opened.text_area
    assert "Verlauf" not in said(opened)
    assert "Moisling 2025" not in said(opened)  # the dialogue is the professionals'


def test_what_is_public_is_the_plannings_to_change(seite: Open) -> None:
    app = seite(vereinbarung="VB-2")
    assert not app.text_area
    assert "Was öffentlich ist, ändert die Jugendhilfeplanung." in [one.value for one in app.caption]
    assert seite(Rolle.PLANUNG, vereinbarung="VB-2").text_area


def test_two_editors_of_different_fields_both_keep_what_they_did(seite: Open) -> None:
    app = seite(vereinbarung="VB-1")
    app.text_area[0].set_value("Zweimal getroffen.")
    elsewhere(umsetzung=Umsetzung.IN_ARBEIT, frist=dt.date(2027, 1, 31))
    app = press(app, "Speichern")
    assert stored().inhalt.ergebnis == ""
    assert "Zweimal getroffen." in said(app)
    assert NAME in said(app)
    assert "Außerdem geändert\\: Frist" in app.warning[0].value
    assert NAME not in app.warning[0].value  # a name is no Markdown
    press(app, "Zusammengeführt speichern")
    found = stored().inhalt
    assert (found.umsetzung, found.frist) == (Umsetzung.IN_ARBEIT, dt.date(2027, 1, 31))
    assert found.ergebnis == "Zweimal getroffen."
    assert found.bedarfe == EINE.bedarfe


def test_two_editors_of_one_field_decide_and_can_keep_both(seite: Open) -> None:
    app = seite(vereinbarung="VB-1")
    app.text_area[0].set_value("Von mir.")
    elsewhere(ergebnis="Von anderen.")
    app = press(app, "Speichern")
    merge = next(one for one in app.button if one.label == "Zusammengeführt speichern")
    assert merge.disabled
    app = app.radio[-1].set_value("beides").run()
    elsewhere(wiedervorlage=dt.date(2027, 5, 1))  # and once more, while the second one decides
    app = press(app, "Zusammengeführt speichern")
    press(app, "Zusammengeführt speichern")
    found = stored().inhalt
    assert found.ergebnis == "Von anderen.\n\nVon mir."
    assert found.wiedervorlage == dt.date(2027, 5, 1)


def test_what_was_typed_is_still_there_where_the_agreement_was_removed(seite: Open) -> None:
    app = seite(Rolle.PLANUNG, vereinbarung="VB-1")
    app.text_area[0].set_value("Viel Text.")
    data.store().akten.entfernen("VB-1", basis=2, grund="Doppelt", wer=PLANUNG)
    app = press(app, "Speichern")
    assert "inzwischen entfernt" in app.warning[0].value
    assert "Viel Text." in said(app)
    app = press(app, "Eingabe verwerfen")
    assert "Viel Text." not in said(app)


def test_filters_narrow_the_board_and_can_be_emptied(seite: Open) -> None:
    app = seite(raum="stadtteil.03")
    assert "2 Vereinbarungen" in said(app)
    app = seite(leitlinie="L5")
    assert "Zu dieser Auswahl gibt es keine Vereinbarung." in said(app)
    app = press(app, "Filter leeren")
    assert "2 Vereinbarungen" in said(app)
