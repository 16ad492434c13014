"""The part „Mitnehmen“: what there is to take along, closing and opening again, and who may."""

from __future__ import annotations

import datetime as dt
import html
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from sro.export.dialog.dateien import Dialogformat
from sro.model.akte import Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.bedarf import Bedarf
from sro.model.dialog import Dialog, Dialogstand, Notiz
from sro.model.gebiet import GebietKey
from sro.model.vereinbarung import Vereinbarung
from sro.web import akten, data, rechte, tag
from sro.web.dialog import ausgabe as dialog_ausgabe
from sro.web.dialog.ausgabe import ALL, CLOSE, FILES, REOPEN
from sro.web.zugang import Grund
from tests.pages.conftest import Page

HEUTE = dt.date(2026, 11, 24)
PLANUNG = Akteur("Andere Planung", Rolle.PLANUNG)
MOISLING = GebietKey("stadtteil", "03")
Open = Callable[..., AppTest]


@pytest.fixture
def seite(var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the part for a professional, or for whoever a test names."""
    akten._all.cache_clear()
    akten._for_role.cache_clear()
    active = data.store().active_id()
    bedarf = Bedarf(titel="Nur für die Planung", begruendung="Weil.", raum=MOISLING)
    for one in (
        Dialog(
            titel="Dialog Moisling", raum=MOISLING, datum=HEUTE, datenstand=active, stand=Dialogstand.LAEUFT,
            indikatoren=("unter_21", "sgb2_unter_18"), bedarfe=("BE-1",),
        ),
        bedarf,
        Notiz(dialog="QD-1", text="Gesehen."),
        Vereinbarung(dialog="QD-1", text="Etwas tun.", verantwortlich="ASD"),
    ):  # fmt: skip
        data.store().akten.anlegen(one, wer=PLANUNG)

    def opened(rolle: Rolle = Rolle.FACHKRAFT) -> AppTest:
        monkeypatch.setattr(tag, "heute", lambda: HEUTE)
        monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur("Probe", rolle), Grund.ANGEMELDET))
        return page("dialog", {"dialog": "QD-1", "teil": "ausgabe"})

    yield opened
    akten._all.cache_clear()
    akten._for_role.cache_clear()


def said(app: AppTest) -> str:
    assert [error.value for error in app.exception] == []
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def labels(app: AppTest) -> list[str]:
    return [element.proto.label for element in app.get("download_button")]


def stored(akte: str = "QD-1") -> Any:
    return data.store().akten.bestand().akte(akte)


def change(akte: str, **changes: Any) -> None:
    now = stored(akte)
    data.store().akten.aendern(akte, replace(now.inhalt, **changes), basis=now.fassung, wer=PLANUNG)


def test_what_there_is_and_what_is_missing(seite: Open) -> None:
    app = seite()
    text = said(app)
    assert "<b>2</b>Zahlen" in text
    assert "<b>1</b>Beobachtung" in text
    assert "Deutung" not in text  # there is none
    assert "Noch nicht abgeschlossen" in text
    assert "VB-1: ohne Frist und ohne Maßstab" in text
    assert f"Datenstand {stored().inhalt.datenstand} vom" in text
    names = [f"{titel} ({ending})" for titel, _, ending in FILES.values()]
    assert labels(app) == [*names, ALL]


def test_a_term_brings_a_calendar(seite: Open) -> None:
    change("VB-1", frist=dt.date(2027, 3, 31))
    assert "Termine (ICS)" in labels(seite())


def test_closing_makes_the_minutes_final_and_opening_makes_them_a_draft_again(seite: Open) -> None:
    app = press(seite(), CLOSE)
    assert stored().inhalt.stand is Dialogstand.ABGESCHLOSSEN
    assert stored().wer == "Probe"
    assert "Abgeschlossen am" in said(app)
    change("NO-1", text="Anders gesehen.")
    data.store().akten.anlegen(Notiz(dialog="QD-1", text="Zu spät."), wer=PLANUNG)
    app = app.run()
    assert "Seitdem: ein Eintrag hinzugekommen und einer geändert; das steht nicht im Protokoll." in said(app)
    app = press(app, REOPEN)
    assert stored().inhalt.stand is Dialogstand.LAEUFT
    assert "Noch nicht abgeschlossen" in said(app)


def test_closing_keeps_what_somebody_else_changed_meanwhile_and_what_is_not_shown(seite: Open) -> None:
    app = seite()
    change("QD-1", ort="Bürgerhaus")
    press(app, CLOSE)
    found = stored().inhalt
    assert (found.stand, found.ort) == (Dialogstand.ABGESCHLOSSEN, "Bürgerhaus")
    assert found.bedarfe == ("BE-1",)  # which a professional may not read


def test_the_files_have_what_the_fachkreis_may_read(seite: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []
    monkeypatch.setattr(dialog_ausgabe, "_files", taken.append)
    text = said(seite(Rolle.PLANUNG))
    assert "Ein gewählter Eintrag ist intern und fehlt in den Dateien." in text
    (stoff,) = taken
    assert "BE-1" not in stoff.ausgabe.blatt.bestand
    with zipfile.ZipFile(io.BytesIO(stoff.package())) as archive:
        minutes = archive.read(stoff.name(Dialogformat.PROTOKOLL))
    written = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(minutes)).pages)
    assert "Gesehen." in written
    assert "Nur für die Planung" not in written
    change("BE-1", freigabe=Freigabe.FACHKREIS)
    assert "intern" not in said(seite(Rolle.PLANUNG))


def test_an_internal_dialogue_is_not_handed_out(seite: Open) -> None:
    change("QD-1", freigabe=Freigabe.INTERN)
    app = seite(Rolle.PLANUNG)
    assert "Dieser Dialog ist intern." in said(app)
    assert labels(app) == []


def test_the_public_takes_a_public_dialogue_along_and_closes_nothing(seite: Open) -> None:
    change("QD-1", freigabe=Freigabe.OEFFENTLICH)
    app = seite(Rolle.OEFFENTLICH)
    text = said(app)
    assert "<b>2</b>Zahlen" in text
    assert "Beobachtung" not in text
    assert not [one for one in app.button if one.label in (CLOSE, REOPEN)]
    assert ALL in labels(app)
