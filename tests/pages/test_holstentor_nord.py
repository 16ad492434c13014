"""Holstentor-Nord: each part shows what this role may read, filters hold in all of them, figures are the store's."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sro.akten.bestand import Bestand
from sro.model.akte import Freigabe
from sro.model.akteur import Akteur, Rolle
from sro.model.gebiet import GebietKey
from sro.reference.city import city
from sro.web import akten, rechte
from sro.web.holstentor import seite as holstentor
from sro.web.holstentor.teile import NO_PROJECT, NOTHING_PASSES, NOTHING_RELEASED
from sro.web.zugang import Grund
from tests.akten.kettenakten import BEZIRK, kettenakten
from tests.pages.conftest import Page
from tests.pages.test_pages import heading, html_of, shown

Open = Callable[..., AppTest]


@pytest.fixture
def seite(var: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the page on a small chain, as the public reads it unless a role is given."""

    def opened(bestand: Bestand | None = None, rolle: Rolle = Rolle.OEFFENTLICH, **params: str) -> AppTest:
        whole = kettenakten() if bestand is None else bestand
        who = (Akteur("Probe", rolle), Grund.OHNE_ROLLE if rolle is Rolle.OEFFENTLICH else Grund.ANGEMELDET)
        monkeypatch.setattr(rechte, "entscheid", lambda: who)
        monkeypatch.setattr("sro.web.akten._all", lambda _stand: whole)
        akten._for_role.cache_clear()
        return page("modellprojekt", params)

    yield opened
    akten._for_role.cache_clear()


def text(app: AppTest) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html_of(app))))


def with_release(freigabe: Freigabe) -> Bestand:
    return Bestand(1, tuple(replace(a, inhalt=replace(a.inhalt, freigabe=freigabe)) for a in kettenakten().akten))


def test_the_page_opens_with_who_said_what(seite: Open) -> None:
    app = seite()
    assert heading(app) == "Holstentor-Nord"
    said = text(app)
    assert "4 Bedürfnisse" in said
    assert "Eine Schaukel." in said
    assert "Ein Café." not in said  # from elsewhere
    assert "noch nie gehört" in said
    assert dict(app.query_params) in ({"teil": ["perspektiven"]}, {"teil": "perspektiven"})


def test_figures_of_a_need_are_the_stores_at_the_level_of_their_indicator(seite: Open) -> None:
    said = text(seite(teil="bedarfe"))
    assert "2 Bedarfe, 1 von mehreren Gruppen genannt" in said
    assert f"Kinder im SGB II : {shown('sgb2_unter_18', BEZIRK, 2024)}" in said.replace("\xa0", " ")
    assert f"HzE ohne § 28 : {shown('hze_ohne_28', GebietKey('stadtteil', '06'), 2024)}" in said.replace("\xa0", " ")
    assert "St. Lorenz Nord, 2024" in said


def test_the_comparison_is_the_store(seite: Open) -> None:
    said = html_of(seite(teil="raum"))
    row = re.search(r"Kinder im SGB II<small>.*?</tr>", said)
    assert row
    keys = (BEZIRK, GebietKey("stadtteil", "06"), city().oberste.key)
    assert re.findall(r"<b>(.*?)</b>", row[0]) == [shown("sgb2_unter_18", key, 2024) for key in keys]
    assert "Für ein Quartier lässt sich keine einzige dieser Zahlen berechnen" in said
    assert "Fackenburger Allee" in said


@pytest.mark.parametrize("teil", ["perspektiven", "bedarfe", "kette"])
def test_a_filter_holds_in_every_part_and_in_the_address(seite: Open, teil: str) -> None:
    app = seite(teil=teil, gruppe="eltern", quartier="holstentor-quartier")
    expected = {"perspektiven": "1 Bedürfnis", "bedarfe": "2 Bedarfe", "kette": "1 Bedürfnis → 2 Bedarfe"}
    assert expected[teil] in text(app)
    assert "Eine Schaukel." not in text(app)
    params = {name: value[0] if isinstance(value, list) else value for name, value in dict(app.query_params).items()}
    assert params == {"teil": teil, "gruppe": "eltern", "quartier": "holstentor-quartier"}


def test_widgets_filter_and_the_filter_can_be_lifted(seite: Open) -> None:
    app = seite(teil="kette")
    app.selectbox(key="w_holstentor_quartier").select("broling-quartier").run()
    assert "2 Bedürfnisse → 1 Bedarf → 1 Impuls → 2 Steuerungspotentiale" in text(app)
    app.button[0].click().run()
    assert "4 Bedürfnisse → 2 Bedarfe" in text(app)


def test_an_element_by_its_address_shows_both_directions(seite: Open) -> None:
    app = seite(element="IM-1")
    said = text(app)
    assert "Impuls IM-1" in said
    assert said.index("Beruht auf") < said.index("BE-2 Wege") < said.index("Führt zu") < said.index("SP-2 Stelle")
    assert "Es gibt" not in said
    assert not app.warning


def test_an_element_outside_the_filter_is_shown_all_the_same(seite: Open) -> None:
    assert "Bedürfnis BN-2" in text(seite(element="BN-2", gruppe="kinder"))


@pytest.mark.parametrize("teil", ["perspektiven", "bedarfe", "kette"])
def test_nothing_released_is_said_and_the_figures_stay(seite: Open, teil: str) -> None:
    internal = with_release(Freigabe.INTERN)
    assert NOTHING_RELEASED in text(seite(internal, teil=teil))
    raum = text(seite(internal, teil="raum"))
    assert "Holstentor-Nord im Vergleich" in raum
    assert "Fragen für den Dialog" not in raum  # without voices every burden would be one
    assert "Schaukel" not in raum


def test_what_is_not_released_is_neither_shown_nor_counted_nor_reachable(seite: Open) -> None:
    hidden = {"BN-1", "BE-2"}
    part = tuple(
        replace(a, inhalt=replace(a.inhalt, freigabe=Freigabe.FACHKREIS)) if a.id in hidden else a
        for a in kettenakten().akten
    )
    app = seite(Bestand(1, part), teil="kette", element="BN-1")
    assert [warning.value for warning in app.warning] == [
        "Die Angabe „element“ in der Adresse passt nicht zu den Daten; gezeigt wird die Vorgabe."
    ]
    assert "3 Bedürfnisse → 1 Bedarf" in text(app)
    assert "BN-1" not in html_of(app)
    assert "4 Bedürfnisse → 2 Bedarfe" in text(seite(Bestand(1, part), Rolle.FACHKRAFT, teil="kette"))


def test_names_of_colleagues_are_for_the_planning(seite: Open) -> None:
    assert "Als Bedarf erkannt von" not in text(seite(teil="bedarfe"))
    assert "Als Bedarf erkannt von Probe" in text(seite(rolle=Rolle.PLANUNG, teil="bedarfe"))


def test_a_filter_without_any_voice_says_so(seite: Open) -> None:
    assert NOTHING_PASSES in text(seite(teil="kette", gruppe="fachkraefte"))


def test_editing_is_refused_to_the_public_and_offered_to_the_planning(seite: Open) -> None:
    app = seite(teil="bearbeiten")
    assert "Nötig ist die Rolle „Planung“" in text(app)
    assert "Schaukel" not in text(app)
    assert parts(app) == ["Perspektiven", "Bedarfe", "Kette", "Raum und Zahlen"]
    assert parts(seite(rolle=Rolle.PLANUNG)) == ["Perspektiven", "Bedarfe", "Kette", "Raum und Zahlen", "Bearbeiten"]


def parts(app: AppTest) -> list[str]:
    """What the control of parts offers."""
    return [option.content for option in app.get("button_group")[0].proto.options]


def test_without_a_datenstand_voices_are_there_and_figures_are_not(
    empty_var: Path, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sro.web.akten._all", lambda _stand: kettenakten())
    akten._for_role.cache_clear()
    assert "keine Zahl veröffentlicht" in text(page("modellprojekt", {"teil": "bedarfe"}))
    assert "Es gibt noch keinen Datenstand" in text(page("modellprojekt", {"teil": "raum"}))
    akten._for_role.cache_clear()


def test_a_city_without_a_model_project_says_so(seite: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sro.reference.city.city", lambda: replace(city(), modellprojekt=None))
    assert NO_PROJECT in text(seite())


def test_figures_are_read_once(var: Path) -> None:
    projekt = city().modellprojekt
    assert projekt is not None
    from sro.reference.catalogue import catalogue

    first = holstentor.figure(catalogue()["sgb2_unter_18"], projekt.gebiet)
    assert first is holstentor.figure(catalogue()["sgb2_unter_18"], projekt.gebiet)
