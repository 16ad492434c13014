"""Each rule finds what it is for, says so in a sentence, and lets what is good pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.intake.einrichtungen import pruefung
from sro.intake.einrichtungen.pruefung import PRUEFUNGEN
from tests.intake.einrichtungen.liste import complaints

Wrong = tuple[str, str, dict[str, str], str]

WRONG: list[Wrong] = [
    ("angabe_fehlt", "name", {"name": ""}, "Die Zelle „name“ ist leer."),
    ("angabe_fehlt", "gebiet", {"gebiet": ""}, "Bitte das Gebiet eintragen"),
    ("art_unbekannt", "art", {"art": "Grundchule"}, "Ist „Grundschule“ gemeint?"),
    ("traegerart_unbekannt", "traegerart", {"traegerart": "kirchlich"}, "„öffentlich“ oder „frei“"),
    ("gebiet_unbekannt", "gebiet", {"gebiet": "99"}, "gibt es kein Gebiet „99“"),
    ("gebiet_unbekannt", "gebiet", {"gebiet": "Hafn"}, "Ist „Hafen“ gemeint?"),
    ("gebiet_unbekannt", "gebiet", {"gebiet": "01, 02"}, "mehrere Gebiete mit „|“ trennen"),
    ("gebiet_unbekannt", "gebiet", {"gebiet": "Neustadt"}, "umfasst mehrere. Bitte nennen, welcher gemeint ist: 02"),
    ("gebiet_unbekannt", "gebiet", {"gebiet": "03 | 98"}, "gibt es kein Gebiet „98“"),
    ("gebiet_unbekannt", "gebiet", {"gebiet": "|"}, "nennt kein Gebiet"),
    ("plaetze_unlesbar", "plaetze", {"plaetze": "ca. 80"}, "keine ganze Zahl"),
    ("plaetze_unlesbar", "plaetze", {"plaetze": "-3"}, "keine ganze Zahl"),
    ("plaetze_unlesbar", "plaetze", {"plaetze": "12,5"}, "keine ganze Zahl"),
    ("plaetze_unlesbar", "plaetze", {"plaetze": "1.234"}, "keine ganze Zahl"),
    ("ort_unlesbar", "lat", {"lon": "10,7", "lat": "Nord"}, "keine Angabe in Grad"),
    ("ort_unlesbar", "lon", {"lon": "10,7"}, "Zu „lon“ fehlt „lat“"),
    ("ort_ausserhalb", "lon", {"lon": "13,4", "lat": "52,5"}, "liegen nicht in Kleinstadt"),
    ("ort_ausserhalb", "lon", {"lon": "53,87", "lat": "10,69"}, "Sind lon und lat vertauscht?"),
    ("schutzort_verortet", "name", {"name": "Frauenhaus", "lon": "10,69", "lat": "53,87"}, "Schutz suchen"),
    ("kontakt_genannt", "hinweis", {"hinweis": "Anmeldung: 0451 123456"}, "Telefonnummer"),
    ("kontakt_genannt", "hinweis", {"hinweis": "Tel. 12345"}, "Telefonnummer"),
    ("kontakt_genannt", "traeger", {"traeger": "Verein, info@example.org"}, "E-Mail-Adresse"),
]
GOOD = [
    {"art": "kindertagesstätte", "traegerart": "freier Träger", "gebiet": "Hafen"},
    {"art": "HILFEN ZUR ERZIEHUNG", "gebiet": "01|02 | 3"},
    {"plaetze": "0"},
    {"plaetze": "120", "lon": "10.721", "lat": "53,87"},
    {"name": "Schutzstelle Nord"},
    {"hinweis": "seit 2019/2020, § 11 SGB VIII, Haus 12, Am Wall 0815"},
]


@pytest.mark.parametrize(("code", "spalte", "row", "sentence"), WRONG, ids=lambda value: str(value)[:40])
def test_one_mistake_is_one_finding(tmp_path: Path, code: str, spalte: str, row: dict[str, str], sentence: str) -> None:
    (found,) = complaints(tmp_path, {}, row)
    assert (found.code, found.datei, found.zeile, found.spalte) == (code, "liste.csv", 3, spalte)
    assert sentence in found.text


@pytest.mark.parametrize("row", GOOD, ids=str)
def test_what_is_good_passes(tmp_path: Path, row: dict[str, str]) -> None:
    assert complaints(tmp_path, {}, row) == ()


def test_an_id_is_given_once(tmp_path: Path) -> None:
    (found,) = complaints(tmp_path, {"id": "a"}, {"id": "b"}, {"id": "a"})
    assert (found.code, found.zeile, found.wert) == ("id_doppelt", 4, "a")
    assert "schon Zeile 2" in found.text


def test_made_up_and_real_ones_are_not_mixed(tmp_path: Path) -> None:
    (found,) = complaints(tmp_path, {"herkunft": "synthetisch"}, {"herkunft": "Synthetisch"}, {})
    assert (found.code, found.zeile) == ("herkunft_gemischt", 4)


def test_a_contact_is_not_repeated(tmp_path: Path) -> None:
    (found,) = complaints(tmp_path, {"hinweis": "bitte mailen: a.muster@example.org"})
    assert found.wert is None
    assert "example" not in found.text


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    found = complaints(tmp_path, {"name": "", "art": "x", "plaetze": "y"}, {"gebiet": "99", "traegerart": "z"})
    assert {one.code for one in found} == {
        "angabe_fehlt",
        "art_unbekannt",
        "plaetze_unlesbar",
        "gebiet_unbekannt",
        "traegerart_unbekannt",
    }


def test_every_rule_is_registered_and_tried() -> None:
    files = {file.stem for file in Path(str(pruefung.__file__)).parent.glob("[a-z]*.py")}
    assert {rule.CODE for rule in PRUEFUNGEN} == files
    assert files == {code for code, *_ in WRONG} | {"id_doppelt", "herkunft_gemischt"}
