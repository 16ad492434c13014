"""Werkstätten: each part shows what this role may read, filters hold everywhere, what is not allowed is refused."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sro.akten.bestand import Bestand
from sro.akten.einsicht import for_role
from sro.model.akteur import Akteur, Rolle
from sro.model.aussage import Valenz
from sro.model.gebiet import GebietKey
from sro.model.stimme import Altersgruppe
from sro.web import akten, rechte
from sro.web.werkstatt.auswahl import Teil, Werkstattauswahl, encode
from sro.web.werkstatt.karte import chosen_places
from sro.web.zugang import Grund
from tests.akten.beispielakten import MARLI, beispielakten
from tests.pages.conftest import Page

Open = Callable[..., AppTest]


@pytest.fixture
def role(monkeypatch: pytest.MonkeyPatch) -> Callable[[Rolle], None]:
    """Makes the person of this session one of a role."""

    def set_to(rolle: Rolle) -> None:
        who = (Akteur("Probe", rolle), Grund.OHNE_ROLLE if rolle is Rolle.OEFFENTLICH else Grund.ANGEMELDET)
        monkeypatch.setattr(rechte, "entscheid", lambda: who)

    return set_to


@pytest.fixture
def seite(var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the page on the shared example records, as the public reads it unless a test says otherwise."""

    def opened(bestand: Bestand | None = None, **params: str) -> AppTest:
        whole = beispielakten() if bestand is None else bestand
        monkeypatch.setattr("sro.web.akten._all", lambda _stand: whole)
        akten._for_role.cache_clear()
        return page("werkstaetten", params)

    return opened


@pytest.fixture(autouse=True)
def forget() -> Any:
    yield
    akten._for_role.cache_clear()


def said(app: AppTest) -> str:
    """All that the page says; a page with an error of its own fails here."""
    assert [error.value for error in app.exception] == []
    return "\n".join([element.proto.body for element in app.get("html")] + [block.value for block in app.markdown])


def pins(app: AppTest) -> list[list[Any]]:
    """The places in the message to the map."""
    found = re.search(r'data-nadeln="([^"]*)"', said(app))
    assert found
    orte: list[list[Any]] = json.loads(html.unescape(found[1]))["orte"]
    return orte


def listed(app: AppTest) -> list[str]:
    """The ids of the statements that are listed, those without a place among them."""
    return sorted(re.findall(r'data-aussage="([^"]+)"', said(app)))


def offered(app: AppTest) -> list[str]:
    return list(app.segmented_control(key="w_werkstatt_teil").options)


def test_the_public_reads_what_is_released(seite: Open) -> None:
    app = seite()
    assert listed(app) == ["AU-1", "AU-2", "AU-3", "AU-4", "AU-4", "AU-5"]  # AU-4 has no place: listed once more
    assert [ort[3] for ort in pins(app)] == [[0, 1, 0], [0, 1, 1], [1, 0, 0]]
    assert "1 Aussage ohne Ort" in said(app)
    assert "Orte sind vergröbert" in said(app)
    assert offered(app) == ["Karte", "Themen", "Schnittstellen", "Rückmeldungen", "Für Kinder"]


def test_the_planning_reads_everything_and_has_every_part(seite: Open, role: Callable[[Rolle], None]) -> None:
    role(Rolle.PLANUNG)
    app = seite()
    assert "AU-6" in listed(app)
    assert offered(app)[-3:] == ["Erfassen", "Prüfen", "Bearbeiten"]
    role(Rolle.FACHKRAFT)
    app = seite()
    assert "AU-6" not in listed(app)
    assert offered(app)[-1] == "Erfassen"


@pytest.mark.parametrize(
    ("rolle", "teil"),
    [
        (Rolle.OEFFENTLICH, Teil.ERFASSEN),
        (Rolle.OEFFENTLICH, Teil.PRUEFEN),
        (Rolle.OEFFENTLICH, Teil.BEARBEITEN),
        (Rolle.FACHKRAFT, Teil.PRUEFEN),
        (Rolle.FACHKRAFT, Teil.BEARBEITEN),
    ],
)
def test_a_part_that_is_not_allowed_is_refused_when_addressed(
    seite: Open, role: Callable[[Rolle], None], rolle: Rolle, teil: Teil
) -> None:
    role(rolle)
    app = seite(teil=teil.value)
    assert listed(app) == []
    assert not app.text_input
    assert not app.text_area
    assert "Rolle" in " ".join([said(app), *(one.value for one in [*app.info, *app.warning, *app.error])])
    app.segmented_control(key="w_werkstatt_teil").set_value(Teil.THEMEN).run()
    assert "Aussagen nach Thema und Werkstatt" in said(app)


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"thema": "sauberkeit"}, ["AU-2", "AU-5"]),
        ({"thema": "sauberkeit", "alter": "6-9"}, ["AU-2"]),
        ({"schnittstelle": "sport"}, ["AU-1"]),
        ({"werkstatt": MARLI, "art": "staerke"}, ["AU-3"]),
        ({"raum": "stadtteil.08"}, ["AU-5"]),
    ],
)
def test_filters_of_the_address_hold_for_map_and_matrices(
    seite: Open, params: dict[str, str], expected: list[str]
) -> None:
    for teil in (Teil.KARTE, Teil.THEMEN, Teil.SCHNITTSTELLEN):
        assert listed(seite(teil=teil.value, **params)) == expected
    assert sum(sum(ort[3]) for ort in pins(seite(**params))) == len(expected)


def test_a_choice_in_a_list_goes_into_the_address(seite: Open) -> None:
    app = seite()
    app.selectbox(key="w_werkstatt_thema").set_value("sauberkeit").run()
    app.selectbox(key="w_werkstatt_alter").set_value(Altersgruppe.VON_6_BIS_9).run()
    assert listed(app) == ["AU-2"]
    assert app.query_params["thema"] == "sauberkeit"
    assert app.query_params["alter"] == "6-9"
    app.button(key="werkstatt_leeren").click().run()
    assert len(pins(app)) == 3
    assert "thema" not in app.query_params


def test_a_place_shows_its_statements_and_leads_back(seite: Open) -> None:
    app = seite(ort=pins(seite())[1][0])
    assert listed(app) == ["AU-1", "AU-2"]
    assert "Spielplatz: 2 Aussagen" in said(app)
    app.button(key="alle_orte").click().run()
    assert "AU-5" in listed(app)
    assert "ort" not in app.query_params


def test_a_statement_that_is_asked_for_brings_its_place() -> None:
    public = for_role(beispielakten(), Rolle.OEFFENTLICH)
    found = chosen_places(Werkstattauswahl(aussage="AU-2"), public)
    assert [akte.id for akte in found.gelesen] == ["AU-1", "AU-2"]
    emptied = chosen_places(Werkstattauswahl(ort=found.ort.id if found.ort else "", valenz=Valenz.STAERKE), public)
    assert emptied.ort is None
    assert [akte.id for akte in emptied.gelesen] == ["AU-3"]


def test_the_matrix_marks_the_chosen_cell_and_keeps_the_others(seite: Open) -> None:
    app = seite(teil="schnittstellen", schnittstelle="entsorgung", raum="stadtteil.07")
    assert listed(app) == ["AU-2"]
    assert "Sauberkeit und Entsorgung, St. Gertrud: 1 Aussage" in said(app)
    assert len(re.findall(r"stufe-\d gewaehlt", said(app))) == 1
    other = Werkstattauswahl(teil=Teil.SCHNITTSTELLEN, schnittstelle="stadtgruen", raum=GebietKey("stadtteil", "08"))
    target = "&amp;".join(f"{name}={value}" for name, value in encode(other).items())
    assert f'href="werkstaetten?{target}"' in said(app)
    assert "Noch keine Werkstatt gab es in: Innenstadt" in said(app)


def test_the_themes_say_that_points_are_never_added_up(seite: Open) -> None:
    text = said(seite(teil="themen"))
    assert "werden nie zusammengezählt" in text
    assert "Hier wurden keine Punkte vergeben." in text


def test_the_chosen_workshop_has_a_sheet(seite: Open) -> None:
    text = said(seite(werkstatt=MARLI))
    assert "12.03.2024 bis 13.03.2024" in text
    assert "Zukunftswerkstatt, Nadelmethode" in text
    assert "nicht genannt" in text  # three young people are too few


def test_where_nothing_is_released_the_page_says_so(seite: Open) -> None:
    for teil in (Teil.KARTE, Teil.THEMEN, Teil.SCHNITTSTELLEN):
        app = seite(Bestand(0, ()), teil=teil.value)
        assert "noch keine Aussage zu lesen" in said(app)
    assert pins(seite(Bestand(0, ()))) == []


def test_a_filter_that_nothing_passes_says_so(seite: Open) -> None:
    assert "Zu diesem Filter gibt es keine Aussage." in said(seite(thema="wohnen"))


def test_many_statements_are_shown_in_part(seite: Open) -> None:
    first = beispielakten().akten
    more = tuple(
        type(akte)(f"AU-{n}", 1, akte.inhalt, akte.zeitpunkt, "Probe")
        for n, akte in enumerate([one for one in first if one.id == "AU-1"] * 140, start=100)
    )
    app = seite(Bestand(1, (*first, *more)))
    assert len(listed(app)) == 100 + 1
    assert "die ersten 100 von 145" in said(app)
    assert sum(sum(ort[3]) for ort in pins(app)) == 4 + 140


def test_an_address_that_names_nothing_known_is_answered_with_a_notice(seite: Open) -> None:
    app = seite(teil="karte", thema="<b>x</b>")
    assert [one.value for one in app.warning] == [
        "Die Angabe „thema“ in der Adresse passt nicht zu den Daten; gezeigt wird die Vorgabe."
    ]
