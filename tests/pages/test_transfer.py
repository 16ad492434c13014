"""The page Transfer: what each role reads, entries of the planning with locking, links that keep their part."""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from sro.akten.einsicht import for_role
from sro.model.akte import Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.transfer import Produkt, Zielgruppe
from sro.web import akten, data, rechte, tag
from sro.web.transfer import teile as transferteile
from sro.web.transfer.eintragen import OPEN, Eintrag
from sro.web.zugang import Grund
from tests.akten.transferakten import HEUTE, day, transferakten
from tests.pages.conftest import Page

Open = Callable[..., AppTest]
PLANUNG = Akteur("Andere Planung", Rolle.PLANUNG)


@pytest.fixture
def leer(empty_var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the page for the planning, or for whoever a test names."""
    _forget()

    def opened(rolle: Rolle = Rolle.PLANUNG, **params: str) -> AppTest:
        monkeypatch.setattr(tag, "heute", lambda: HEUTE)
        monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur("Planung", rolle), Grund.ANGEMELDET))
        return page("transfer", params)

    yield opened
    _forget()


@pytest.fixture
def seite(leer: Open) -> Open:
    """The same, on the records of these tests."""
    for akte in transferakten().akten:
        assert data.store().akten.anlegen(akte.inhalt, wer=PLANUNG).id == akte.id
    return leer


def _forget() -> None:
    akten._all.cache_clear()
    akten._for_role.cache_clear()


def said(app: AppTest) -> str:
    assert [error.value for error in app.exception] == []
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


def entry(app: AppTest, zeile: str, eintrag: Eintrag) -> AppTest:
    return app.pills(key=f"{OPEN}_{zeile}").set_value(eintrag).run()


def save(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def stored(akte: str) -> Any:
    return data.store().akten.bestand().akte(akte).inhalt


def test_the_public_reads_what_is_public_and_enters_nothing(seite: Open) -> None:
    text = said(seite(Rolle.OEFFENTLICH))
    assert "<b>1</b>überfällig" in text
    assert "TR-1" in text
    assert "TR-2" not in text  # fachkreis
    assert "TR-6" not in text  # intern
    app = seite(Rolle.OEFFENTLICH, zeile="TR-4")
    assert "20.03.2026: Bitte" in said(app)
    assert not app.pills
    assert not app.get("download_button")
    refused = seite(Rolle.OEFFENTLICH, zeile="TR-2")
    assert len(refused.warning) == 1
    assert "Bereich Verkehr" not in said(refused)


def test_professionals_read_more_and_the_planning_everything(seite: Open) -> None:
    professional = said(seite(Rolle.FACHKRAFT))
    assert "TR-2" in professional
    assert "TR-6" not in professional
    assert "TR-6" in said(seite())


def test_the_public_follows_the_chain_as_far_as_it_may_read(seite: Open) -> None:
    assert "Zwei Lampen." not in said(seite(Rolle.OEFFENTLICH, von="AU-2"))
    assert "Darauf beruht noch keine Vereinbarung." in said(seite(Rolle.OEFFENTLICH, von="AU-2"))
    assert "Zwei Lampen." in said(seite(Rolle.FACHKRAFT, von="AU-2"))
    app = seite(Rolle.OEFFENTLICH, von="VB-2")
    assert len(app.warning) == 1
    assert "Zwei Lampen." not in said(app)


def test_nothing_released_is_said(leer: Open) -> None:
    assert "Noch nichts freigegeben" in said(leer(Rolle.OEFFENTLICH))
    assert "Noch nichts freigegeben" in said(leer(Rolle.OEFFENTLICH, teil="matrix"))
    assert "Noch ist keine Vereinbarung freigegeben" in said(leer(Rolle.OEFFENTLICH, teil="kette"))


def test_filters_narrow_the_plan_and_stand_in_the_address(seite: Open) -> None:
    app = seite(produkt="profil")
    assert app.selectbox(key="w_transfer_produkt").value is Produkt.PROFIL
    assert "TR-3" in said(app)
    assert "TR-1" not in said(app)
    app.selectbox(key="w_transfer_zielgruppe").select(Zielgruppe.JHA).run()
    assert "keine Zeile" in said(app)
    assert "jha" in app.query_params["zielgruppe"]
    next(one for one in app.button if one.label == "Filter aufheben").click().run()
    assert "TR-1" in said(app)


def test_a_start_is_found_by_search(seite: Open) -> None:
    app = seite(teil="kette")
    assert "2\xa0Vereinbarungen: 1 vereinbart, 1 in Arbeit" in said(app)
    app.selectbox(key="w_transfer_von").select("BE-1").run()
    assert "1\xa0Vereinbarung beruht darauf (1 in Arbeit)" in said(app)
    assert "BE-1" in app.query_params["von"]
    offered = app.selectbox(key="w_transfer_von").options
    assert "Bedarf BE-1 Treffpunkt" in offered
    assert any(one.startswith("Indikator: ") for one in offered)


def test_a_sending_is_entered_with_the_next_day_as_the_rhythm_proposes_it(seite: Open) -> None:
    app = entry(seite(zeile="TR-1"), "TR-1", Eintrag.VERSAND)
    assert "Öffentlich: Das lesen sofort alle." in [one.value for one in app.caption]
    assert app.date_input(key="tv_faellig_TR-1").value == day("2027-11-24")
    app.date_input(key="tv_am_TR-1").set_value(day("2026-11-20"))
    app.text_input(key="tv_an_TR-1").set_value("Jugendhilfeausschuss")
    app.multiselect(key="tv_vereinbarungen_TR-1").set_value(["VB-1"])
    app = save(app, "Versand speichern")
    assert app.success[0].value == "Der Versand an Jugendhilfeausschuss ist eingetragen\\."
    made = stored("VS-5")
    assert (made.transfer, made.am, made.an, made.vereinbarungen) == (
        "TR-1", day("2026-11-20"), "Jugendhilfeausschuss", ("VB-1",),
    )  # fmt: skip
    assert made.freigabe is Freigabe.OEFFENTLICH
    assert made.synthetisch
    assert stored("TR-1").faellig == day("2027-11-24")
    assert "an Jugendhilfeausschuss" in said(app)
    assert not app.text_input  # the form is closed


def test_a_sending_without_a_receiver_stays_in_the_form(seite: Open) -> None:
    app = save(entry(seite(zeile="TR-1"), "TR-1", Eintrag.VERSAND), "Versand speichern")
    assert "fehlt" in app.warning[0].value
    assert "VS-5" not in data.store().akten.bestand()
    assert stored("TR-1").faellig == day("2026-11-05")
    assert app.text_input(key="tv_an_TR-1").value == ""


def test_who_changed_the_row_meanwhile_is_not_overwritten(seite: Open) -> None:
    app = entry(seite(zeile="TR-1"), "TR-1", Eintrag.VERSAND)
    other = replace(stored("TR-1"), faellig=day("2026-12-24"))
    data.store().akten.aendern("TR-1", other, basis=1, wer=PLANUNG)
    app.text_input(key="tv_an_TR-1").set_value("Ausschuss")
    app = save(app, "Versand speichern")
    assert "24\\.12\\.2026" in app.warning[0].value
    assert "VS-5" not in data.store().akten.bestand()  # both or nothing
    assert stored("TR-1").faellig == day("2026-12-24")
    assert app.text_input(key="tv_an_TR-1").value == "Ausschuss"
    save(app, "Versand speichern")
    assert stored("VS-5").an == "Ausschuss"


def test_a_text_about_a_person_is_asked_about_before_it_is_saved(seite: Open) -> None:
    app = entry(seite(zeile="TR-1"), "TR-1", Eintrag.VERSAND)
    app.text_input(key="tv_an_TR-1").set_value("Frau Petersen")
    app = save(app, "Versand speichern")
    assert "VS-5" not in data.store().akten.bestand()
    app.checkbox(key="transfer_geprueft").check()
    save(app, "Versand speichern")
    assert stored("VS-5").an == "Frau Petersen"


def test_what_came_back_is_entered_and_a_second_hand_is_noticed(seite: Open) -> None:
    app = entry(seite(zeile="TR-2"), "TR-2", Eintrag.RUECKMELDUNG)
    assert app.selectbox(key="tr_versand_TR-2").options[0].startswith("VS-1")  # still without an answer
    app.text_area(key="tr_text_VS-1").set_value("Danke, wird geprüft.")
    data.store().akten.aendern("VS-1", replace(stored("VS-1"), rueckmeldung="Schneller."), basis=1, wer=PLANUNG)
    app = save(app, "Rückmeldung speichern")
    assert "Schneller" in app.warning[0].value
    assert stored("VS-1").rueckmeldung == "Schneller."
    save(app, "Rückmeldung speichern")
    assert (stored("VS-1").rueckmeldung, stored("VS-1").rueckmeldung_am) == ("Danke, wird geprüft.", HEUTE)


def test_only_the_planning_edits_rows(seite: Open) -> None:
    assert not seite(Rolle.FACHKRAFT, teil="bearbeiten").text_input
    assert "TR-1" in str(seite(teil="bearbeiten").main)
    app = seite(zeile="TR-1")
    next(one for one in app.button if one.label == "Zeile bearbeiten").click().run()
    assert any(one.label == "Format *" for one in app.text_input)


def test_the_workbook_holds_plan_and_sendings_of_what_the_role_reads(seite: Open) -> None:
    assert seite(Rolle.FACHKRAFT).get("download_button")
    book = openpyxl.load_workbook(io.BytesIO(transferteile._workbook(for_role(transferakten(), Rolle.FACHKRAFT))))
    assert book.sheetnames == ["Transferzeilen", "Versand", "Codebuch"]
    assert [row[0] for row in book["Transferzeilen"].values][1:] == ["TR-1", "TR-2", "TR-3", "TR-4", "TR-5"]
    assert [row[0] for row in book["Versand"].values][1:] == ["VS-1", "VS-2", "VS-3", "VS-4"]


def test_a_row_that_was_removed_while_somebody_looks_is_closed(seite: Open) -> None:
    app = seite(zeile="TR-3")
    assert "Zeile TR-3 des Plans" in said(app)
    data.store().akten.entfernen("TR-3", basis=1, grund="Probe", wer=PLANUNG)
    assert "Zeile TR-3" not in said(app.run())
