"""Values in words, and as cells of a workbook that can be read back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sro.akten.werte import raeume, raum_text, short, title_text, value_text
from sro.akten.zelltext import allowed, cell_value, raum_words
from sro.model.aktenart import AKTENARTEN
from sro.model.aussage import Aussage, Valenz
from sro.model.bedarf import Bedarf
from sro.model.beduerfnis import Beduerfnis
from sro.model.feld import feld_named, felder
from sro.model.fortschritt import Fortschritt
from sro.model.gebiet import GebietKey
from sro.reference.city import city
from tests.akten.test_bestand import bestand

ALLE = bestand(BN_1=Beduerfnis(text="Ein Treffpunkt\nfür alle"))
QUARTIER = GebietKey("quartier", "broling-quartier")


@pytest.mark.parametrize(
    ("klasse", "name", "value", "text", "cell"),
    [
        (Aussage, "datum", dt.date(2024, 12, 31), "31.12.2024", dt.date(2024, 12, 31)),
        (Aussage, "punkte", 1234, "1.234", 1234),
        (Aussage, "punkte", 0, "0", 0),
        (Aussage, "punkte", None, "", None),
        (Aussage, "lon", 10.685, "10,685", 10.685),
        (Aussage, "zitat", True, "ja", "ja"),
        (Aussage, "zitat", False, "nein", "nein"),
        (Aussage, "valenz", Valenz.STAERKE, "Stärke", "Stärke"),
        (Aussage, "themen", ("spielen", "wege"), *("Spielen und Freiräume, Wege und Verkehr",),
         "Spielen und Freiräume | Wege und Verkehr"),
        (Aussage, "themen", ("frueher",), "frueher", "frueher"),
        (Aussage, "raum", QUARTIER, "Broling-Quartier (Quartier)", "Broling-Quartier (Quartier)"),
        (Aussage, "raum", GebietKey("mond", "1"), "1 (mond)", "1 (mond)"),
        (Bedarf, "beduerfnisse", ("BN-1", "BN-2"), "BN-1 Ein Treffpunkt für alle, BN-2", "BN-1 | BN-2"),
        (Aussage, "wortlaut", "a\n b ", "a\n b ", "a\n b "),
    ],
)  # fmt: skip
def test_a_value_in_words_and_as_a_cell(klasse: type, name: str, value: Any, text: str, cell: Any) -> None:
    feld = feld_named(klasse, name)
    assert value_text(feld, value, ALLE, city()) == text
    assert cell_value(feld, value, city()) == cell


def test_every_word_that_a_cell_may_hold_says_one_thing() -> None:
    for feld in (feld for art in AKTENARTEN for feld in felder(art.klasse)):
        said = [word.casefold() for word in allowed(feld).values()]
        assert len(set(said)) == len(said), feld
    areas = list(raum_words(city()).values())
    assert len(set(areas)) == len(areas) == len(raeume(city()))


def test_an_area_says_its_level() -> None:
    assert raum_text(GebietKey("stadtteil", "03"), city()) == "Moisling (Stadtteil)"


def test_a_record_is_called_by_its_words() -> None:
    assert title_text(Fortschritt(bezug="L1"), ALLE).startswith("L1 ")
    assert title_text(Aussage(wortlaut="öffentlich", wortlaut_intern="notiert"), ALLE) == "öffentlich"
    assert title_text(Aussage(wortlaut_intern="notiert"), ALLE) == "notiert"
    assert title_text(Aussage(), ALLE) == ""


def test_a_long_text_is_cut_on_one_line() -> None:
    assert short("a\n b  c", 10) == "a b c"
    assert short("Treffpunkt", 10) == "Treffpunkt"
    assert short("Treffpunkte", 10) == "Treffpunk…"
