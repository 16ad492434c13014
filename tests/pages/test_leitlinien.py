"""The page Leitlinien: empty, as the public reads it, with names for professionals, edited by the planning."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.model.akte import Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.fortschritt import Fortschritt, Meilenstein, Reife
from sro.model.impuls import Impuls
from sro.web import akten, data, rechte, tag
from sro.web.leitlinien import seite as leitlinien
from sro.web.zugang import Grund
from tests.pages.conftest import Page

Open = Callable[..., AppTest]
PLANUNG = Akteur("Erika Planung", Rolle.PLANUNG)
FREI = Freigabe.OEFFENTLICH
STAND = Fortschritt(
    bezug="L2", reife=Reife.IN_ARBEIT, text="Läuft gut.", durch="AG 78", am=dt.date(2026, 6, 18), freigabe=FREI
)
INTERN = replace(STAND, reife=Reife.OFFEN, text="Nur für uns.", am=dt.date(2024, 1, 9), freigabe=Freigabe.INTERN)
FRUEHER = replace(STAND, reife=Reife.BEGONNEN, text="Es geht los.", am=dt.date(2025, 1, 9))


@pytest.fixture
def seite(var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the page for a role; `var` has a small Datenstand."""
    _forget()

    def opened(rolle: Rolle = Rolle.OEFFENTLICH, **params: str) -> AppTest:
        monkeypatch.setattr(tag, "heute", lambda: dt.date(2026, 11, 24))
        monkeypatch.setattr(rechte, "entscheid", lambda: (Akteur("Probe", rolle), Grund.ANGEMELDET))
        return page("leitlinien", params)

    yield opened
    _forget()


def _forget() -> None:
    for cache in (akten._all, akten._for_role, leitlinien._sheets):
        cache.cache_clear()


@pytest.fixture
def gefuellt(seite: Open) -> Open:
    """One assessment with three versions, the first of them internal, a milestone, and evidence three links deep."""
    lager = data.store().akten
    made = lager.anlegen(INTERN, wer=PLANUNG)
    lager.aendern(made.id, FRUEHER, basis=1, wer=PLANUNG)
    lager.aendern(made.id, STAND, basis=2, wer=PLANUNG)
    lager.anlegen(Meilenstein(bezug="L2", titel="Treffen", geplant=dt.date(2026, 9, 1), freigabe=FREI), wer=PLANUNG)
    lager.anlegen(Beduerfnis(text="Ein Raum.", freigabe=FREI), wer=PLANUNG)
    lager.anlegen(Beduerfnis(text="Noch intern.", freigabe=Freigabe.INTERN), wer=PLANUNG)
    lager.anlegen(
        Bedarf(titel="Räume", beduerfnisse=("BN-1", "BN-2"), indikatoren=("unter_21",), freigabe=FREI), wer=PLANUNG
    )
    lager.anlegen(Impuls(titel="Öffnen", bedarfe=("BE-1",), leitlinien=("L2",), freigabe=FREI), wer=PLANUNG)
    return seite


def said(app: AppTest) -> str:
    assert [error.value for error in app.exception] == []
    return html.unescape("\n".join(element.proto.body for element in app.get("html")))


def test_without_any_record_everything_is_there_and_says_that_it_is_empty(seite: Open) -> None:
    text = said(seite())
    assert "Wie können wir dort gut zusammenarbeiten" in text
    assert text.count("Noch kein Beleg") == 13  # the integrated reporting has the figures of the Datenstand
    assert "7 Belege" in text
    opened = said(seite(bezug="L2"))
    assert "Noch nicht eingeschätzt" in opened
    assert "Noch kein Beleg: Kein Eintrag" in opened
    assert "Noch kein Meilenstein." in opened


def test_one_is_opened_by_its_address(gefuellt: Open) -> None:
    app = gefuellt(bezug="L2")
    text = said(app)
    assert "Läuft gut." in text
    assert "überfällig, geplant bis 01.09.2026" in text
    assert '<a target="_self" href="holstentor-nord?teil=kette&element=IM-1">Öffnen</a>' in text
    assert 'href="karte?indikator=unter_21"' in text
    assert "L2" in app.query_params["bezug"]


def test_the_public_counts_what_it_may_read_and_sees_no_internal_version_and_no_names(gefuellt: Open) -> None:
    public = said(gefuellt(bezug="L2"))
    assert "<b>1</b> Bedürfnis<" in public
    assert "Es geht los." in public
    assert "Nur für uns." not in public
    assert "Erika Planung" not in public
    planning = said(gefuellt(Rolle.PLANUNG, bezug="L2"))
    assert "<b>2</b> Bedürfnisse<" in planning
    assert "Nur für uns." in planning
    assert "Eingetragen von Erika Planung" in planning
    professional = said(gefuellt(Rolle.FACHKRAFT, bezug="L2"))
    assert "Nur für uns." not in professional
    assert "Eingetragen von Erika Planung" in professional


def test_only_the_planning_may_edit(gefuellt: Open) -> None:
    assert not gefuellt().get("button_group")
    refused = gefuellt(teil="bearbeiten")
    assert not [error.value for error in refused.exception]
    assert not refused.text_input
    assert "FO-1" in str(gefuellt(Rolle.PLANUNG, teil="bearbeiten").main)


def test_an_unknown_address_is_spoken_of(seite: Open) -> None:
    app = seite(bezug="L9")
    assert ["bezug" in one.value for one in app.warning] == [True]
    assert "L9" not in said(app)
