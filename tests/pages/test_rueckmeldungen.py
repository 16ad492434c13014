"""Register and children's view as pages: the planning's entries reach the store, and nobody is overwritten."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from sro.model.akte import Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.aussage import Aussage, Rueckmeldeform
from sro.model.uebergabe import Uebergabe
from sro.web import akten, data, rechte, tag
from sro.web.werkstatt.eintragen import OPEN, Eintrag
from sro.web.zugang import Grund
from tests.auswertung.rueckmeldeakten import FEINDLICH, HEUTE, INHALTE, UEBERFAELLIG, WERKSTATT, WUNSCH
from tests.pages.conftest import Page

Open = Callable[..., AppTest]
PLANUNG = Akteur("Andere Planung", Rolle.PLANUNG)


@pytest.fixture
def seite(empty_var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens a part of the page for the planning, or for whoever a test names, on the records of these tests."""
    akten._all.cache_clear()
    akten._for_role.cache_clear()
    for one in INHALTE:
        data.store().akten.anlegen(one, wer=PLANUNG)

    def opened(teil: str = "rueckmeldungen", rolle: Rolle = Rolle.PLANUNG, **params: str) -> AppTest:
        monkeypatch.setattr(tag, "heute", lambda: HEUTE)
        monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur("Planung", rolle), Grund.ANGEMELDET))
        return page("werkstaetten", {"teil": teil, **params})

    yield opened
    akten._all.cache_clear()
    akten._for_role.cache_clear()


def said(app: AppTest) -> str:
    assert [error.value for error in app.exception] == []
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


def entry(app: AppTest, eintrag: Eintrag) -> AppTest:
    return app.pills(key=OPEN).set_value(eintrag).run()


def save(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def stored(akte: str) -> Uebergabe:
    found = {one.id: one.inhalt for one in data.store().akten.bestand().von(Uebergabe)}
    return found[akte]


def test_the_public_reads_the_register_and_changes_nothing(seite: Open) -> None:
    app = seite(rolle=Rolle.OEFFENTLICH)
    assert "2 überfällig" not in said(app)
    assert "1 überfällig" in said(app)
    assert "Noch nicht geprüfter Satz" not in said(app)
    assert list(app.pills(key=OPEN).options) == [Eintrag.LISTEN]


def test_the_office_of_the_filter_stands_alone(seite: Open) -> None:
    text = said(seite(schnittstelle="verkehr"))
    assert text.count('<section class="sro-amt">') == 1
    assert '<details class="sro-fach" open><summary>Beantwortet (1)' in text


def test_a_handover_is_made_of_released_statements_alone(seite: Open) -> None:
    app = entry(seite(), Eintrag.UEBERGABE)
    assert [one.split()[0] for one in app.selectbox(key="register_amt").options] == ["Sport", "Stadtgrün"]
    choice = app.multiselect(key="register_aussagen")
    assert [one.split()[0] for one in choice.options] == ["AU-4"]
    choice.set_value(["AU-4"])
    app.selectbox(key="register_freigabe").set_value(Freigabe.OEFFENTLICH)
    app.date_input(key="register_uebergeben_am").set_value(dt.date(2026, 2, 2))
    app.date_input(key="register_frist").set_value(dt.date(2026, 5, 2))
    app = save(app, "Übergabe anlegen")
    assert [one.value for one in app.success] == ["Die Übergabe ist angelegt\\."]
    made = stored("UE-4")
    assert (made.schnittstelle, made.aussagen, made.frist) == ("sport", ("AU-4",), dt.date(2026, 5, 2))
    assert (made.freigabe, made.synthetisch) == (Freigabe.OEFFENTLICH, True)
    assert not app.multiselect  # the form is closed


def test_a_handover_without_statements_is_refused_with_a_sentence(seite: Open) -> None:
    app = save(entry(seite(), Eintrag.UEBERGABE), "Übergabe anlegen")
    assert ["„Aussagen“ fehlt" in one.value for one in app.warning] == [True]
    assert len(data.store().akten.bestand().von(Uebergabe)) == 3
    assert app.multiselect


def test_an_answer_is_entered_and_seen_in_the_register(seite: Open) -> None:
    app = entry(seite(), Eintrag.ANTWORT)
    app.text_area(key="register_antwort_UE-1").set_value("Die Tore kommen im Mai.")
    app = save(app, "Antwort speichern")
    assert stored("UE-1").antwort == "Die Tore kommen im Mai."
    assert stored("UE-1").antwort_am == HEUTE
    assert "Die Tore kommen im Mai." in said(app)
    assert "überfällig</b> seit" not in said(app)


def test_an_empty_answer_is_refused(seite: Open) -> None:
    app = save(entry(seite(), Eintrag.ANTWORT), "Antwort speichern")
    assert app.warning
    assert stored("UE-1").antwort_am is None


def test_the_second_of_two_sees_what_the_first_wrote_and_loses_nothing(seite: Open) -> None:
    app = entry(seite(), Eintrag.ANTWORT)
    app.text_area(key="register_antwort_UE-1").set_value("Meine Antwort.")
    other = replace(UEBERFAELLIG, antwort="Ihre Antwort.", antwort_am=dt.date(2026, 1, 5), aktenzeichen="7")
    data.store().akten.aendern("UE-1", other, basis=1, wer=PLANUNG)
    app = save(app, "Antwort speichern")
    (warning,) = app.warning
    assert "Andere Planung hat diesen Eintrag inzwischen geändert" in warning.value
    assert "Ihre Antwort" in warning.value
    assert stored("UE-1") == other
    assert app.text_area(key="register_antwort_UE-1").value == "Meine Antwort."
    save(app, "Antwort speichern")
    assert (stored("UE-1").antwort, stored("UE-1").aktenzeichen) == ("Meine Antwort.", "7")


def test_the_feedback_of_several_statements_is_entered_at_once(seite: Open) -> None:
    app = entry(seite(), Eintrag.RUECKMELDUNG)
    app.multiselect(key="register_gesagt").set_value(["AU-3", "AU-4"])
    app.selectbox(key="register_gesagt_form").set_value(Rueckmeldeform.AUSHANG)
    app = save(app, "Rückmeldung speichern")
    told = {one.id: one.inhalt for one in data.store().akten.bestand().von(Aussage)}
    assert {told[one].rueckmeldung_am for one in ("AU-3", "AU-4")} == {HEUTE}
    assert told["AU-3"].rueckmeldung_form is Rueckmeldeform.AUSHANG
    assert told["AU-1"].rueckmeldung_am is None
    assert "zu 2" in app.success[0].value


def test_feedback_that_somebody_else_gave_meanwhile_is_all_or_nothing(seite: Open) -> None:
    app = entry(seite(), Eintrag.RUECKMELDUNG)
    app.multiselect(key="register_gesagt").set_value(["AU-1", "AU-3"])
    data.store().akten.aendern("AU-1", replace(WUNSCH, punkte=13), basis=1, wer=PLANUNG)
    app = save(app, "Rückmeldung speichern")
    assert "AU" in app.warning[0].value
    assert [one.fassung for one in data.store().akten.bestand().von(Aussage)] == [2, 1, 1, 1, 1]
    save(app, "Rückmeldung speichern")
    told = {one.id: one.inhalt for one in data.store().akten.bestand().von(Aussage)}
    assert (told["AU-1"].punkte, told["AU-1"].rueckmeldung_am) == (13, HEUTE)


def test_lists_are_offered_for_one_office_and_for_all(seite: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: dict[str, Callable[[], bytes]] = {}

    def button(label: str, make: Callable[[], bytes], name: str, mime: str, **_: object) -> bool:
        offered[label] = make
        return False

    monkeypatch.setattr(st, "download_button", button)
    entry(seite(), Eintrag.LISTEN)
    assert offered["Übergabeliste (PDF)"]().startswith(b"%PDF-")
    assert offered["Übergabeliste (XLSX)"]().startswith(b"PK")
    today = HEUTE.isoformat()
    with zipfile.ZipFile(io.BytesIO(offered["Alle Übergabelisten (ZIP)"]())) as paket:
        assert sorted(paket.namelist()) == sorted(
            f"Uebergabeliste_{office}_{today}.{ending}" for office in ("sport", "verkehr") for ending in ("pdf", "xlsx")
        )


@pytest.mark.parametrize("rolle", Rolle)
def test_the_children_see_the_same_whoever_opens_it(seite: Open, rolle: Rolle) -> None:
    text = said(seite("fuer-kinder", rolle=rolle))
    assert text.count("sro-kinderkarte") == 4
    assert "Das ist fertig." in text
    assert "Noch nicht geprüfter Satz" not in text
    assert "Nur für uns" not in text


def test_only_what_is_answered_can_be_asked_for(seite: Open) -> None:
    app = seite("fuer-kinder")
    text = said(app.segmented_control(key="kinder_zeigen").set_value("Nur mit Antwort").run())
    assert text.count("sro-kinderkarte") == 2
    assert "Wir haben noch keine Antwort." not in text


def test_the_workshop_of_the_address_is_shown(seite: Open) -> None:
    later = replace(WERKSTATT, titel="Spätere Werkstatt", beginn=dt.date(2026, 1, 1))
    data.store().akten.anlegen(later, wer=PLANUNG)
    assert "Spätere Werkstatt" in said(seite("fuer-kinder"))
    assert "Stadtteilwerkstatt Beispielhausen" in said(seite("fuer-kinder", werkstatt="WS-1"))


def test_without_any_workshop_both_parts_say_so(seite: Open) -> None:
    for one in data.store().akten.bestand().akten:
        data.store().akten.entfernen(one.id, basis=1, grund="Probe", wer=PLANUNG)
    assert "Noch ist keine Werkstatt veröffentlicht" in said(seite("fuer-kinder"))
    assert "keine Übergaben" in said(seite())


@pytest.mark.parametrize("text", FEINDLICH)
def test_hostile_text_in_messages_and_options_stays_text(seite: Open, text: str) -> None:
    app = entry(seite(), Eintrag.ANTWORT)
    app.text_area(key="register_antwort_UE-1").set_value("Meine.")
    data.store().akten.aendern(
        "UE-1", replace(UEBERFAELLIG, antwort=text, antwort_am=dt.date(2026, 1, 5)), basis=1, wer=PLANUNG
    )
    (warning,) = save(app, "Antwort speichern").warning
    assert not set("[]()*:<>$#=_`") & set(re.sub(r"\\.", "", warning.value))
