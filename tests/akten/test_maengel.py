"""What keeps a record from being saved: all of it at once, each with the remedy."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sro.akten.bestand import Bestand
from sro.akten.maengel import maengel
from sro.model.akte import Freigabe, Inhalt
from sro.model.aussage import Aussage
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.feld import felder
from sro.model.gebiet import GebietKey
from sro.model.werkstatt import Werkstatt
from sro.reference.vokabular import known
from tests.akten.akteninhalte import KLASSEN, inhalte
from tests.akten.test_bestand import bestand

WERKSTATT = Werkstatt(titel="Marli", raum=GebietKey("stadtbezirk", "07"), beginn=dt.date(2024, 3, 1), methoden=())
ALLE = bestand(WS_1=WERKSTATT, BN_1=Beduerfnis(text="x"))
AUSSAGE = Aussage(werkstatt="WS-1", wortlaut="Mehr Licht")
BEDARF = Bedarf(titel="Licht", begruendung="Viele sagen es.", beduerfnisse=("BN-1",))


def fields(inhalt: Inhalt, alle: Bestand = ALLE) -> list[str]:
    return [mangel.feld for mangel in maengel(inhalt, alle, known)]


def test_what_is_right_has_no_faults() -> None:
    assert fields(AUSSAGE) == fields(BEDARF) == []


def test_everything_that_is_missing_is_told_at_once() -> None:
    assert fields(Beduerfnis()) == ["text", "themen", "raum", "quelle", "datum"]
    assert fields(Beduerfnis(text="  ", quelle="\n")) == ["text", "themen", "raum", "quelle", "datum"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ort": "x" * 201}, "ort"),
        ({"wortlaut": "x" * 4001}, "wortlaut"),
        ({"punkte": -1}, "punkte"),
        ({"punkte": 1_000_001}, "punkte"),
        ({"datum": dt.date(1989, 12, 31)}, "datum"),
        ({"werkstatt": "WS-9"}, "werkstatt"),
        ({"themen": ("spielen", "erfunden")}, "themen"),
        ({"lon": 10.7}, "lon"),
        ({"wortlaut": "", "wortlaut_intern": " "}, "wortlaut_intern"),
        ({"wortlaut": "", "wortlaut_intern": "x", "freigabe": Freigabe.FACHKREIS}, "wortlaut"),
        ({"zitat": True, "freigabe": Freigabe.OEFFENTLICH, "gruppe_n": 4}, "zitat"),
    ],
)
def test_each_fault_is_told_at_its_field(change: dict[str, Any], field: str) -> None:
    assert fields(replace(AUSSAGE, **change)) == [field]


def test_a_quote_of_five_children_may_be_public() -> None:
    assert fields(replace(AUSSAGE, zitat=True, freigabe=Freigabe.OEFFENTLICH, gruppe_n=5)) == []


def test_a_priority_names_the_body_that_decided() -> None:
    assert fields(replace(BEDARF, prioritaet="hoch")) == ["prioritaet_durch"]
    assert fields(replace(BEDARF, prioritaet="hoch", prioritaet_durch="JHA, 06.03.2025")) == []


def test_a_workshop_does_not_end_before_it_begins() -> None:
    assert "ende" in fields(replace(WERKSTATT, ende=dt.date(2024, 2, 29)))
    assert "ende" not in fields(replace(WERKSTATT, ende=dt.date(2024, 3, 1)))


@settings(max_examples=60)
@given(some.sampled_from(KLASSEN).flatmap(inhalte))
def test_every_fault_is_a_sentence_at_a_field_that_there_is(inhalt: Inhalt) -> None:
    names = {feld.name for feld in felder(type(inhalt))}
    for mangel in maengel(inhalt, ALLE, known):
        assert mangel.feld in names
        assert mangel.satz.endswith(".")
