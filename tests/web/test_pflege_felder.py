"""The form of every kind of record gives back what it was given, and offers what may be chosen."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from streamlit.testing.v1 import AppTest

from sro.akten.bestand import Bestand
from sro.model.akte import Akte, Inhalt
from sro.model.aktenart import AKTENARTEN, Aktenart
from sro.model.aussage import Aussage
from sro.model.feld import Form, feld_named, felder
from sro.model.impuls import Impuls
from sro.model.werkstatt import Werkstatt
from sro.web.pflege.felder import WIDE, label, rows, with_present
from tests.akten.akteninhalte import inhalte


def _page() -> None:
    import streamlit as st

    from sro.model.feld import felder
    from sro.reference.city import city
    from sro.web.pflege.felder import Eingabe

    inhalt, bestand = st.session_state["inhalt"], st.session_state["bestand"]
    values, _ = Eingabe(bestand, city(), lambda name: f"feld_{name}").draw(felder(type(inhalt)), inhalt)
    st.session_state["werte"] = values


def form(inhalt: Inhalt, *akten: Akte[Inhalt]) -> AppTest:
    app = AppTest.from_function(_page, default_timeout=60)
    app.session_state["inhalt"], app.session_state["bestand"] = inhalt, Bestand(1, akten)
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("art", AKTENARTEN, ids=lambda art: art.name)
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=some.data())
def test_untouched_every_field_gives_back_what_it_holds(art: Aktenart, data: some.DataObject) -> None:
    inhalt = data.draw(inhalte(art.klasse))
    values = form(inhalt).session_state["werte"]
    assert values == {feld.name: getattr(inhalt, feld.name) for feld in felder(art.klasse)}


@pytest.mark.parametrize("art", AKTENARTEN, ids=lambda art: art.name)
def test_a_new_record_begins_empty_and_every_field_says_what_it_is(art: Aktenart) -> None:
    app = form(art.klasse())
    shown = [*app.text_input, *app.text_area, *app.number_input, *app.date_input, *app.checkbox, *app.selectbox]
    labels = {widget.label for widget in [*shown, *app.multiselect]}
    assert labels == {label(feld) for feld in felder(art.klasse)}


def test_what_is_chosen_is_called_by_its_words() -> None:
    when = dt.datetime(2026, 1, 5, tzinfo=dt.UTC)
    app = form(Aussage(), Akte("WS-1", 1, Werkstatt(titel="Marli :red[x]"), when, "Probe"))
    werkstatt = next(box for box in app.selectbox if box.label == "Werkstatt *")
    assert werkstatt.options == ["–", "WS-1 Marli :red[x]"]
    themen = next(box for box in app.multiselect if box.label == "Themen")
    assert "Spielen und Freiräume" in themen.options
    raum = next(box for box in app.selectbox if box.label == "Raum")
    assert {"–", "Broling-Quartier (Quartier)", "Moisling (Stadtteil)"} <= set(raum.options)


def test_only_a_word_that_may_be_missing_can_be_left_out() -> None:
    app = form(Aussage())
    options = {box.label: box.options for box in app.selectbox}
    assert "–" in options["Phase"]
    assert "–" not in options["Art *"]


def test_a_word_that_is_no_longer_offered_stays_to_be_seen() -> None:
    assert with_present(["a", "b"], ["b", "früher"]) == ["a", "b", "früher"]
    app = form(Impuls(bedarfe=("BE-9",), leitlinien=("L1", "L99")))
    assert app.session_state["werte"]["leitlinien"] == ("L1", "L99")


def test_wide_fields_stand_alone_and_narrow_ones_in_threes() -> None:
    found = list(rows(felder(Aussage)))
    assert [feld for row in found for feld in row] == list(felder(Aussage))
    assert all(len(row) == 1 or not any(feld.form in WIDE for feld in row) for row in found)
    assert max(map(len, found)) == 3


def test_a_label_says_what_is_required_and_what_stays_internal() -> None:
    assert label(feld_named(Aussage, "valenz")) == "Art *"
    assert label(feld_named(Aussage, "gruppe_n")) == "Kinder in der Gruppe (intern)"
    assert label(feld_named(Aussage, "wortlaut_intern")) == "Notiz (intern)"
    assert feld_named(Aussage, "wortlaut_intern").form is Form.TEXT
