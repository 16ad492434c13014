"""The page Dialog: list, a new one, preparing it together, the frozen Datenstand, and who may do what."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.cli import main
from sro.model.akte import Akte, Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.aussage import Aussage
from sro.model.dialog import Dialog, Dialogrolle, Dialogstand
from sro.model.gebiet import GebietKey
from sro.model.impuls import Umsetzung
from sro.model.vereinbarung import Vereinbarung
from sro.store import StoreError
from sro.web import akten, data, rechte, tag
from sro.web.dialog import neu as dialog_neu
from sro.web.dialog import speichern as dialog_speichern
from sro.web.zugang import Grund
from tests.akten.beispielakten import HOSTILE
from tests.pages.conftest import Page

Open = Callable[..., AppTest]
HEUTE = dt.date(2026, 11, 24)
PLANUNG = Akteur("Erika Planung", Rolle.PLANUNG)
MOISLING = GebietKey("stadtteil", "03")
DIALOG = Dialog(
    titel="Dialog Moisling",
    raum=MOISLING,
    datum=dt.date(2026, 12, 10),
    beginn="14:00",
    ort="Haus",
    datenstand=1,
    indikatoren=("sgb2_unter_18", "hze_ohne_28"),
    rollen=(Dialogrolle.ASD,),
)


@pytest.fixture
def seite(var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the page for a role; `var` has a small Datenstand."""
    _forget()

    def opened(rolle: Rolle = Rolle.FACHKRAFT, **params: str) -> AppTest:
        monkeypatch.setattr(tag, "heute", lambda: HEUTE)
        monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur("Probe", rolle), Grund.ANGEMELDET))
        return page("dialog", params)

    yield opened
    _forget()


def _forget() -> None:
    for cache in (akten._all, akten._for_role, dialog_neu._candidates):
        cache.cache_clear()


def made(dialog: Dialog = DIALOG) -> str:
    return data.store().akten.anlegen(dialog, wer=PLANUNG).id


def stored(name: str = "QD-1") -> Dialog:
    found = data.store().akten.bestand().akte(name).inhalt
    assert isinstance(found, Dialog)
    return found


def version(name: str = "QD-1") -> int:
    return data.store().akten.bestand().akte(name).fassung


def change(**changes: object) -> Akte[Dialog]:
    """Somebody else saves the dialogue."""
    return data.store().akten.aendern("QD-1", replace(stored(), **changes), basis=version(), wer=PLANUNG)  # type: ignore[arg-type, return-value]


def said(app: AppTest) -> str:
    assert [error.value for error in app.exception] == []
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


def keyed(app: AppTest, kind: str, name: str):
    """A widget of the open dialogue by the name of its field."""
    return getattr(app, kind)(key=f"w_dialog_QD-1_{name}")


def offered(app: AppTest) -> list[str]:
    parts = [one for one in app.get("button_group") if one.key and one.key.startswith("w_dialoge_teil")]
    return [option.content for one in parts for option in one.proto.options]


def test_without_any_dialogue_the_page_says_how_one_begins(seite: Open) -> None:
    assert "Noch ist kein Dialog angelegt" in said(seite())
    assert "Noch ist kein Dialog für alle freigegeben" in said(seite(Rolle.OEFFENTLICH))


def test_the_public_reads_released_dialogues_and_makes_none(seite: Open) -> None:
    made()
    made(replace(DIALOG, titel="Offener Dialog", freigabe=Freigabe.OEFFENTLICH))
    app = seite(Rolle.OEFFENTLICH)
    text = said(app)
    assert "Offener Dialog" in text
    assert "Dialog Moisling" not in text
    assert "Neuer Dialog" not in offered(app)
    refused = seite(Rolle.OEFFENTLICH, teil="neu")
    assert not refused.selectbox
    assert not seite(Rolle.OEFFENTLICH, dialog="QD-2").checkbox


def test_the_next_dialogue_comes_first_and_the_list_narrows_to_an_area(seite: Open) -> None:
    made(replace(DIALOG, titel="Alter Dialog", datum=dt.date(2025, 1, 1), stand=Dialogstand.ABGESCHLOSSEN))
    made()
    made(replace(DIALOG, titel="Nachbar", raum=GebietKey("stadtteil", "04"), datum=dt.date(2027, 1, 1)))
    text = said(seite())
    assert "in 16 Tagen" in text
    assert text.index("Dialog Moisling") < text.index("Nachbar") < text.index("Alter Dialog")
    assert "Nachbar" not in said(seite(raum="stadtteil.03"))


def test_a_dialogue_is_made_with_all_that_is_proposed(seite: Open) -> None:
    data.store().akten.anlegen(
        Aussage(valenz="Wunsch", wortlaut="Ein Haus.", raum=MOISLING, freigabe=Freigabe.OEFFENTLICH),  # type: ignore[arg-type]
        wer=PLANUNG,
    )
    made(replace(DIALOG, datum=dt.date(2025, 1, 1), stand=Dialogstand.ABGESCHLOSSEN))
    done = Vereinbarung(dialog="QD-1", text="Fertig.", umsetzung=Umsetzung.UMGESETZT)
    for one in (done, replace(done, text="Offen.", umsetzung=Umsetzung.IN_ARBEIT)):
        data.store().akten.anlegen(one, wer=PLANUNG)
    app = seite(teil="neu")
    assert app.button[-1].disabled
    app.selectbox(key="w_dialog_neu_worum").select(MOISLING).run()
    assert "Wird festgehalten" in said(app)
    assert dict(app.query_params) == {"teil": "neu", "raum": "stadtteil.03"}
    next(one for one in app.button if one.label == "Dialog anlegen").click().run()
    new = stored("QD-2")
    assert (new.raum, new.datenstand, new.stand) == (MOISLING, 1, Dialogstand.VORBEREITET)
    assert new.indikatoren
    assert (new.aussagen, new.rueckblick, new.synthetisch) == (("AU-1",), ("VB-1", "VB-2"), True)
    assert "Datenstand 1 vom" in said(app)
    assert dict(app.query_params) == {"dialog": "QD-2", "teil": "vorbereiten"}


def test_a_field_of_work_is_about_the_whole_city(seite: Open) -> None:
    app = seite(teil="neu")
    app.selectbox(key="w_dialog_neu_worum").select("Erzieherische Hilfen").run()
    next(one for one in app.button if one.label == "Dialog anlegen").click().run()
    assert (stored().raum, stored().thema) == (None, "Erzieherische Hilfen")
    assert "ganz" not in stored().titel


def test_a_tick_is_saved_at_once_and_too_few_are_told(seite: Open) -> None:
    made()
    app = seite(dialog="QD-1")
    assert "noch 3 weitere" in app.info[0].value
    app.checkbox(key="w_dialog_QD-1_unter_21").check().run()
    assert stored().indikatoren == ("sgb2_unter_18", "hze_ohne_28", "unter_21")
    assert "noch 2 weitere" in app.info[0].value
    app.checkbox(key="w_dialog_QD-1_sgb2_unter_18").uncheck().run()
    assert stored().indikatoren == ("hze_ohne_28", "unter_21")


def test_other_indicators_can_be_chosen_and_the_order_stays(seite: Open) -> None:
    made(replace(DIALOG, indikatoren=("hze_ambulant", "sgb2_unter_18")))
    app = seite(dialog="QD-1")
    others = keyed(app, "multiselect", "weitere")
    assert "sgb2_unter_18" not in others.options
    others.set_value([*others.value, "erziehungsberatung"]).run()
    assert stored().indikatoren == ("hze_ambulant", "sgb2_unter_18", "erziehungsberatung")


def test_the_agenda_follows_beginning_and_minutes(seite: Open) -> None:
    made()
    app = seite(dialog="QD-1")
    assert "14:15–14:45" in said(app)
    keyed(app, "time_input", "beginn").set_value(dt.time(9, 30)).run()
    keyed(app, "number_input", "minuten_rueckblick").set_value(20).run()
    assert (stored().beginn, stored().minuten_rueckblick) == ("09:30", 20)
    assert "09:50–10:20" in said(app)


def test_what_cannot_be_saved_stays_in_its_field_with_the_reason(seite: Open) -> None:
    made()
    app = seite(dialog="QD-1")
    keyed(app, "text_input", "titel").set_value("").run()
    assert "„Dialog“ fehlt; bitte ausfüllen." in said(app)
    too_long = "x" * 250
    keyed(app, "text_input", "ort").set_value(too_long).run()
    assert (keyed(app, "text_input", "ort").value, keyed(app, "text_input", "titel").value) == (too_long, "")
    assert (stored(), version()) == (DIALOG, 1)
    keyed(app, "text_input", "titel").set_value("Neuer Name").run()
    assert stored().titel == "Neuer Name"
    assert keyed(app, "text_input", "ort").value == too_long


def test_a_database_that_does_not_answer_loses_nothing(seite: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    app = seite(dialog="QD-1")
    write = data.store().akten.aendern

    def away(*_: object, **__: object) -> None:
        raise StoreError("weg")

    monkeypatch.setattr(data.store().akten, "aendern", away)
    keyed(app, "text_input", "ort").set_value("Kirche").run()
    assert "Es wurde nichts gespeichert. Die Datenbank ist nicht erreichbar." in said(app)
    assert keyed(app, "text_input", "ort").value == "Kirche"
    monkeypatch.setattr(data.store().akten, "aendern", write)
    keyed(app, "text_input", "titel").set_value("Anderer Name").run()
    assert (stored().ort, stored().titel) == ("Kirche", "Anderer Name")
    assert "Es wurde nichts gespeichert. Die Datenbank ist nicht erreichbar." not in said(app)


def test_whoever_lost_the_role_keeps_what_was_typed(seite: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    app = seite(dialog="QD-1")
    monkeypatch.setattr(dialog_speichern, "akteur", lambda: Akteur("Probe", Rolle.OEFFENTLICH))
    keyed(app, "text_input", "ort").set_value("Kirche").run()
    assert stored() == DIALOG
    assert "Dafür ist die Rolle „fachkraft“ nötig" in said(app)
    assert keyed(app, "text_input", "ort").value == "Kirche"


def test_two_who_change_different_things_lose_nothing(seite: Open) -> None:
    made()
    app = seite(dialog="QD-1")
    change(ort="Schule", rollen=(Dialogrolle.ASD, Dialogrolle.SCHULE))
    keyed(app, "multiselect", "rollen").set_value([Dialogrolle.ASD, Dialogrolle.KITA]).run()
    assert stored().ort == "Schule"
    assert stored().rollen == (Dialogrolle.ASD, Dialogrolle.SCHULE, Dialogrolle.KITA)
    assert not app.warning


def test_two_who_change_the_same_word_are_told_both(seite: Open) -> None:
    made()
    app = seite(dialog="QD-1")
    change(ort=HOSTILE)
    keyed(app, "text_input", "ort").set_value("Kirche").run()
    assert stored().ort == HOSTILE
    assert "Kirche" in app.warning[0].value
    assert app.warning[0].value.startswith("Jemand anderes hat")
    assert "\\<img" in app.warning[0].value


def test_what_a_role_does_not_see_is_not_taken_away_by_it(seite: Open) -> None:
    said_by = Aussage(valenz="Wunsch", wortlaut="Ein Haus.", raum=MOISLING, freigabe=Freigabe.OEFFENTLICH)  # type: ignore[arg-type]
    for one in (said_by, replace(said_by, freigabe=Freigabe.INTERN), said_by):
        data.store().akten.anlegen(one, wer=PLANUNG)
    made(replace(DIALOG, aussagen=("AU-1", "AU-2")))
    app = seite(dialog="QD-1")
    assert keyed(app, "multiselect", "aussagen").value == ["AU-1"]
    keyed(app, "multiselect", "aussagen").set_value(["AU-3"]).run()
    assert stored().aussagen == ("AU-3", "AU-2")


def test_a_dialogue_removed_in_between_is_said(seite: Open) -> None:
    made()
    app = seite(dialog="QD-1")
    data.store().akten.entfernen("QD-1", basis=1, grund="Probe", wer=PLANUNG)
    keyed(app, "text_input", "ort").set_value("Kirche").run()
    assert [error.value for error in app.exception] == []
    assert "entfernt" in "".join(one.value for one in app.warning)


def test_a_newer_datenstand_is_told_and_taken_only_while_it_is_prepared(seite: Open, tmp_path: Path) -> None:
    made()
    file = tmp_path / "neu.csv"
    file.write_text(
        "indikator_id,ebene,gebiet_id,zeit,zaehler,nenner,herkunft\nunter_21,stadt,00,2021,40500,218000,synthetisch\n"
    )
    codes = ("gebiete_unvollstaendig", "jahre_lueckenhaft", "nicht_verglichen")
    assert main(["import", str(file), *(f"--bestaetigen={code}=Probe" for code in codes)]) == 0
    active = data.datenstand()
    assert active
    assert active.id == 2
    app = seite(dialog="QD-1")
    assert any("Datenstand 2 vom" in one.value for one in app.info)
    assert "Festgehalten</b> Datenstand 1 vom" in said(app)
    app.button(key="dialog_datenstand").click().run()
    assert stored().datenstand == 2
    assert "Festgehalten</b> Datenstand 2 vom" in said(app)
    assert not any("Datenstand 1 " in one.value for one in app.info)
    change(datenstand=1, stand=Dialogstand.LAEUFT)
    begun = seite(dialog="QD-1")
    assert any("schon begonnen" in one.value for one in begun.info)
    assert not [one for one in begun.button if one.key == "dialog_datenstand"]


def test_a_datenstand_that_is_not_there_is_said_and_can_be_replaced(seite: Open) -> None:
    made(replace(DIALOG, datenstand=77))
    app = seite(dialog="QD-1")
    assert "Datenstand 77 ist für diesen Dialog festgehalten, fehlt aber" in said(app)
    app.button(key="dialog_datenstand").click().run()
    assert stored().datenstand == 1
    assert "Festgehalten" in said(app)


def test_a_finished_dialogue_is_read_and_can_be_opened_again(seite: Open) -> None:
    made(replace(DIALOG, stand=Dialogstand.ABGESCHLOSSEN))
    app = seite(dialog="QD-1")
    assert not app.checkbox
    assert "Kinder im SGB II" in said(app)
    keyed(app, "button_group", "stand").set_value(Dialogstand.LAEUFT).run()
    assert stored().stand is Dialogstand.LAEUFT
    assert app.checkbox


def test_what_the_planning_released_a_professional_only_reads(seite: Open) -> None:
    made(replace(DIALOG, freigabe=Freigabe.OEFFENTLICH))
    app = seite(dialog="QD-1")
    assert not app.checkbox
    assert not app.text_input
    assert "14:15–14:45" in said(app)
    assert seite(Rolle.PLANUNG, dialog="QD-1").checkbox


def test_hostile_text_is_shown_as_text(seite: Open) -> None:
    made(replace(DIALOG, titel=HOSTILE, ort=HOSTILE))
    for params in ({}, {"dialog": "QD-1"}):
        app = seite(**params)
        raw = "\n".join(element.proto.body for element in app.get("html"))
        assert "&lt;img" in raw
        assert "<img" not in raw
