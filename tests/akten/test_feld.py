"""Every kind of record is described so that forms, workbooks and checks can be made of it."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sro.model.akte import Inhalt
from sro.model.aktenart import AKTENARTEN, Aktenart, art_called, art_of, art_of_id
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.feld import Form, feld_named, felder
from sro.model.gebiet import normalised
from sro.model.steuerung import Steuerungspotential
from sro.model.werkstatt import Werkstatt
from sro.reference.vokabular import words
from sro.store.aktenform import from_json, to_json
from tests.akten.akteninhalte import KLASSEN, inhalte


@pytest.mark.parametrize("art", AKTENARTEN, ids=lambda art: art.name)
def test_every_field_of_a_kind_is_described_once(art: Aktenart) -> None:
    described = [feld.name for feld in felder(art.klasse)]
    assert sorted([*described, "synthetisch"]) == sorted(one.name for one in dataclasses.fields(art.klasse))
    titles = [normalised(feld.titel) for feld in felder(art.klasse)]
    assert len(set(titles)) == len(titles)
    assert art.titelfeld in described
    assert described[-1] == "freigabe"


@pytest.mark.parametrize("art", AKTENARTEN, ids=lambda art: art.name)
def test_every_choice_offers_something(art: Aktenart) -> None:
    records = {one.vokabular for one in AKTENARTEN}
    for feld in felder(art.klasse):
        if feld.form in (Form.AUSWAHL, Form.MEHRFACH):
            assert feld.worte or feld.vokabular in records or (feld.vokabular and words(feld.vokabular)), feld


@pytest.mark.parametrize(
    ("klasse", "name", "form"),
    [
        (Aussage, "werkstatt", Form.AUSWAHL),
        (Aussage, "wortlaut_intern", Form.TEXT),
        (Aussage, "ort", Form.ZEILE),
        (Aussage, "zitat", Form.JA_NEIN),
        (Aussage, "gruppe_n", Form.ZAHL),
        (Aussage, "lon", Form.KOMMAZAHL),
        (Aussage, "datum", Form.DATUM),
        (Aussage, "raum", Form.RAUM),
        (Aussage, "phase", Form.AUSWAHL),
        (Bedarf, "beduerfnisse", Form.MEHRFACH),
        (Steuerungspotential, "hebel", Form.MEHRFACH),
        (Werkstatt, "freigabe", Form.AUSWAHL),
    ],
)
def test_the_form_follows_from_the_type(klasse: type[Inhalt], name: str, form: Form) -> None:
    assert feld_named(klasse, name).form is form


def test_a_field_that_there_is_not_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        feld_named(Aussage, "erfunden")


def test_a_kind_is_found_by_class_letters_and_id() -> None:
    for art in AKTENARTEN:
        assert art_of(art.klasse) is art_called(art.kuerzel) is art_of_id(f"{art.kuerzel}-12") is art


@settings(max_examples=60)
@given(some.sampled_from(KLASSEN).flatmap(inhalte))
def test_every_content_survives_json(inhalt: Inhalt) -> None:
    assert from_json(art_of(type(inhalt)).kuerzel, to_json(inhalt)) == inhalt
