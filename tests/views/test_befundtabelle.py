"""The delivered table with its findings: each at its cell, told by words, and nothing of a file becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from sro.model.ausschnitt import Ausschnitt, Fund
from sro.model.befund import Befund, Schwere
from sro.views.lieferung.befunde import COLUMNS, LONGEST, html_delivery

BOESE = '<script>alert("1")</script>'


def befund(text: str, schwere: Schwere = Schwere.FEHLER) -> Befund:
    return Befund("code", text, schwere, "a.csv", 3)


TAFEL = Ausschnitt(
    datei="a.csv",
    blatt="",
    kopf={1: ("gebiet", "zaehler", "notiz")},
    zeilen={2: ("01", "5", ""), 3: ("02", "-3", BOESE), 9: ("03", "", "")},
    umfang=40,
    funde=(
        Fund(befund("Ein Hinweis.", Schwere.HINWEIS), 1, (3,)),
        Fund(befund("Eine Warnung.", Schwere.WARNUNG), 3),
        Fund(befund(f"Kann nicht {BOESE} sein."), 3, (2,)),
        Fund(befund("Ist leer."), 9, (2,)),
    ),
    genutzt=(1, 2),
)


def parsed(ausschnitt: Ausschnitt) -> ElementTree.Element:
    return ElementTree.fromstring(f"<div>{html_delivery(ausschnitt, 1)}</div>")  # noqa: S314 - our own


def rows(ausschnitt: Ausschnitt) -> dict[str, ElementTree.Element]:
    """Number of the row → its tr, for rows of the file."""
    heads = ((tr, tr.find("th[@scope='row']")) for tr in parsed(ausschnitt).iter("tr"))
    return {(th.text or "").strip(): tr for tr, th in heads if th is not None}


def text(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_every_finding_is_at_its_cell_and_its_sentence_is_found_from_there() -> None:
    whole = parsed(TAFEL)
    sentences = {p.get("id"): text(p) for p in whole.iter("p") if p.get("id")}
    told = {
        (number, text(cell)): [sentences[id_] for id_ in cell.get("aria-describedby", "").split()]
        for number, tr in rows(TAFEL).items()
        for cell in tr
        if cell.get("aria-describedby")
    }
    assert told == {
        ("1", "notiz Hinweis 1"): ["Hinweis 1 Zeile 1, Spalte 3 Ein Hinweis."],
        ("3", "3 Warnung 1"): ["Warnung 1 Zeile 3 Eine Warnung."],
        ("3", "-3 Fehler 1"): [f"Fehler 1 Zeile 3, Spalte 2 Kann nicht {BOESE} sein."],
        ("9", "leer Fehler 2"): ["Fehler 2 Zeile 9, Spalte 2 Ist leer."],
    }


def test_what_a_file_says_is_text() -> None:
    html = html_delivery(replace(TAFEL, datei=f"{BOESE}.csv", blatt=BOESE), 1)
    assert "<script" not in html
    assert 'alert("1")' not in html.replace("&quot;", "'")


def test_it_is_a_table_with_caption_and_headers() -> None:
    whole = parsed(TAFEL)
    assert text(whole.find(".//caption")) == "a.csv: 3 von 40 Zeilen" + "Fehler in Zeile 3, 9"  # type: ignore[arg-type]
    assert [th.get("scope") for th in rows(TAFEL)["1"]] == ["row", "col", "col", "col"]
    assert "Zeile 4 bis 8: nicht gezeigt" in text(whole)
    assert "alle Zeilen" in text(parsed(replace(TAFEL, umfang=3)))


def test_an_error_stands_before_a_warning_of_the_same_row() -> None:
    sentences = [text(p) for p in parsed(TAFEL).iter("p") if p.get("id")]
    assert [re.match(r"\w+ \d", said)[0] for said in sentences] == ["Hinweis 1", "Fehler 1", "Warnung 1", "Fehler 2"]  # type: ignore[index]


def test_columns_far_to_the_right_are_shown_where_something_is_wrong_there() -> None:
    wide = replace(
        TAFEL,
        kopf={1: tuple(f"s{n}" for n in range(1, 200))},
        zeilen={2: ("x" * 500, *["1"] * 198)},
        funde=(Fund(befund("Falsch."), 2, (150,)),),
    )
    heads = [text(th) for th in rows(wide)["1"]]
    assert heads == ["1", *(f"s{n}" for n in range(1, COLUMNS + 1)), "s150"]
    assert "x" * (LONGEST + 1) not in html_delivery(wide, 1)


def test_one_finding_in_two_columns_is_marked_twice_and_told_once() -> None:
    two = replace(TAFEL, funde=(Fund(befund("Doppelt."), 1, (1, 3)),))
    html = html_delivery(two, 1)
    assert html.count("Doppelt.") == 1
    assert "Zeile 1, Spalte 1 und 3" in html
    assert len([th for th in rows(two)["1"] if th.get("aria-describedby")]) == 2


@pytest.mark.parametrize(
    ("weitere", "told"),
    [
        ({}, ""),
        ({Schwere.FEHLER: 1034}, "Dazu 1.034 Fehler in anderen Zeilen"),
        ({Schwere.FEHLER: 1, Schwere.HINWEIS: 2}, "Dazu 1 Fehler und 2 Hinweise in"),
        ({Schwere.FEHLER: 3, Schwere.WARNUNG: 1, Schwere.HINWEIS: 2}, "Dazu 3 Fehler, 1 Warnung und 2 Hinweise in"),
    ],
)
def test_what_is_not_shown_is_counted(weitere: dict[Schwere, int], told: str) -> None:
    html = html_delivery(replace(TAFEL, weitere=weitere), 1)
    assert told in html
    assert ("Dazu" in html) == bool(told)
