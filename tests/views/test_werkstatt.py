"""What the Werkstätten look like in HTML: people's words stay words, counts and gaps say what they are."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from sro.akten.einsicht import for_role
from sro.auswertung.werkstatt.blatt import blatt
from sro.auswertung.werkstatt.kreuz import themes_by_workshop
from sro.auswertung.werkstatt.orte import verortung
from sro.auswertung.werkstatt.punkte import punktebild
from sro.model.akte import Akte, Inhalt
from sro.model.akteur import Rolle
from sro.model.aussage import Aussage, Valenz
from sro.model.werkstatt import Werkstatt
from sro.reference.city import city
from sro.reference.stimmenworte import stimmenworte
from sro.views.theme import DARK, LIGHT
from sro.views.werkstatt.aussagen import Aussagenworte, html_statements, html_without_place
from sro.views.werkstatt.blatt import html_cards, html_sheet
from sro.views.werkstatt.kreuz import STEPS, Kreuzworte, html_cross, shade
from sro.views.werkstatt.nadeln import KINDS, MOST, Nadelbild, html_pins, nadelbild
from sro.views.werkstatt.punkte import RULE, html_points
from sro.views.werkstatt.worte import html_counted, kinds, short_titles, spoken
from tests.akten.beispielakten import HOSTILE, MARLI, SCHLUTUP, beispielakten

BESTAND = beispielakten()
AKTEN = BESTAND.von(Aussage)
THEMEN = {one.id: one.name for one in stimmenworte().themen}
WORTE = Aussagenworte(stimmenworte(), city(), {MARLI: f"Marli {HOSTILE}", SCHLUTUP: "Schlutup"})


def text_of(made: str) -> str:
    """What a person reads of HTML, with its escapes undone."""
    return html.unescape(re.sub(r"<[^>]+>", "", made))


def pins(akten: tuple[Akte[Aussage], ...] = AKTEN) -> Nadelbild:
    return nadelbild(verortung(akten).orte, LIGHT, flaechen=("/a", "/b"), gewaehlt=None, ausschnitt="")


def changed(akte: Akte[Aussage], **changes: object) -> Akte[Aussage]:
    return replace(akte, inhalt=replace(akte.inhalt, **changes))  # type: ignore[arg-type]


def test_the_message_of_the_map_holds_the_words_and_no_bracket() -> None:
    made = html_pins(pins())
    inside = made.removeprefix('<div hidden data-nadeln="').removesuffix('"></div>')
    assert "<" not in inside
    assert ">" not in inside
    assert '"' not in inside
    message = json.loads(html.unescape(inside))
    lines = {line for ort in message["orte"] for line in ort[4]}
    assert HOSTILE in lines
    assert message["arten"] == [list(one) for one in KINDS]
    assert [ort[3] for ort in message["orte"]] == [[0, 2, 0], [0, 1, 1], [1, 0, 0]]


def test_a_tooltip_names_the_rest_by_its_number() -> None:
    many = tuple(replace(AKTEN[0], id=f"AU-{n}") for n in range(MOST + 3))
    (ort,) = pins(many).orte
    assert ort[4][0] == "Spielplatz"
    assert ort[4][-1] == "und 3 weitere"
    assert len(ort[4]) == MOST + 2


def test_the_kinds_have_colours_of_their_own_in_every_appearance() -> None:
    for theme in (LIGHT, DARK):
        colours = [getattr(theme, sign) for sign, _, _ in KINDS]
        assert len({*colours, theme.selected}) == 4
        lightness = sorted(luminance(colour) for colour in colours)
        assert all(b - a > 0.05 for a, b in pairwise(lightness)), "alike in grey"
        assert not any(reddish(colour) for colour in colours)


def rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def reddish(colour: str) -> bool:
    red, green, blue = rgb(colour)
    return red > 1.6 * max(green, blue)


def test_the_list_says_who_what_and_what_became_of_it() -> None:
    said = changed(AKTEN[0], grund="Platz fehlt.", antwort="Die Wand kommt.", zitat=True)
    made = html_statements("2 Aussagen", [said, AKTEN[3]], WORTE)
    read = text_of(made)
    for part in (
        "„Wir wollen eine Kletterwand.“",
        "10–13 Jahre · Spielplatz · Spielen und Freiräume, Sport und Bewegung · Schnittstelle Sport",
        "in Prüfung, noch nicht rückgemeldet",
        "Begründung: Platz fehlt.",
        "Die Wand kommt.",
        "synthetisch",
    ):
        assert part in read
    assert "Wunsch: " in read  # the sign in words
    assert "sro-nadel-wunsch" in made


def test_words_of_people_stay_words() -> None:
    hostile = changed(AKTEN[1], grund=HOSTILE, antwort=HOSTILE, ort=HOSTILE)
    made = html_statements(HOSTILE, [hostile], WORTE) + html_without_place([hostile], WORTE)
    werkstatt = replace(BESTAND.von(Werkstatt)[0].inhalt, titel=HOSTILE, ort=HOSTILE, hinweis=HOSTILE)
    sheet = blatt(replace(BESTAND.von(Werkstatt)[0], inhalt=werkstatt), AKTEN)
    made += html_sheet(sheet, city(), intern=True) + html_cards((sheet,), city(), lambda one: f"?a={one}")
    made += html_points([punktebild(sheet.akte, AKTEN, AKTEN, list(THEMEN))], stimmenworte())
    words = Kreuzworte(HOSTILE, "Thema", THEMEN, dict.fromkeys((MARLI, SCHLUTUP, "WS-3"), HOSTILE))
    made += html_cross(themes_by_workshop(AKTEN, BESTAND, list(THEMEN)), words, lambda *_: "?")
    assert "<img" not in made
    assert text_of(made).count(HOSTILE) >= 12


def test_a_statement_that_was_asked_for_comes_first() -> None:
    made = html_statements("x", AKTEN, WORTE, gesucht="AU-4")
    assert re.findall(r'data-aussage="([^"]+)"', made)[0] == "AU-4"
    assert made.count("gesucht") == 1


def test_without_public_words_the_note_is_read_and_marked() -> None:
    note = changed(AKTEN[5], wortlaut="", wortlaut_intern="Nur notiert.", zitat=True)
    assert spoken(note.inhalt) == "Nur notiert."
    assert ">intern</b>" in html_statements("x", [note], WORTE)


@pytest.mark.parametrize(
    ("zahlen", "expected"),
    [
        ((2, 1, 0), "2 Stärken, 1 Problem"),
        ((0, 0, 1), "1 Wunsch"),
        ((0, 0, 0), ""),
        ((1, 1200, 2), "1 Stärke, 1.200 Probleme, 2 Wünsche"),
    ],
)
def test_counts_by_kind(zahlen: tuple[int, int, int], expected: str) -> None:
    assert kinds(dict(zip(Valenz, zahlen, strict=True))) == expected


def test_the_line_above_the_map_counts_places_and_what_has_none() -> None:
    read = text_of(html_counted(verortung(AKTEN)))
    assert read.startswith("6 Aussagen, davon 5 an 3 Orten:")
    assert "1 Aussage ohne Ort" in read
    assert text_of(html_counted(verortung(AKTEN[:3]))).startswith("3 Aussagen an 2 Orten:")


def test_a_cell_links_to_its_statements_and_a_zero_does_not() -> None:
    words = Kreuzworte(
        "T", "Thema", THEMEN, {MARLI: "Marli", SCHLUTUP: "Schlutup", "WS-3": "Kücknitz"}, ("gruen", SCHLUTUP)
    )
    made = html_cross(
        themes_by_workshop(AKTEN, BESTAND, list(THEMEN)), words, lambda row, column: f"?thema={row}&werkstatt={column}"
    )
    assert 'href="?thema=gruen&amp;werkstatt=WS-2"' in made
    assert "?thema=gruen&amp;werkstatt=WS-1" not in made
    assert 'aria-label="1 Aussage: Natur und Grün, Schlutup"' in made
    assert made.count(" gewaehlt") == 1


@pytest.mark.parametrize(
    ("zahl", "groesste", "step"), [(0, 9, 0), (1, 100, 1), (9, 9, STEPS), (1, 1, STEPS), (5, 10, 3), (0, 0, 0)]
)
def test_shades_grow_with_the_count(zahl: int, groesste: int, step: int) -> None:
    assert shade(zahl, groesste) == step


def test_gaps_among_participants_are_no_zeros() -> None:
    sheet = blatt(BESTAND.von(Werkstatt)[0], AKTEN)
    inside = text_of(html_sheet(sheet, city(), intern=True))
    assert "18–20 Jahrenicht gezählt" in inside
    assert "zusammen" not in inside
    public = for_role(BESTAND, Rolle.OEFFENTLICH)
    outside = text_of(html_sheet(blatt(public.von(Werkstatt)[0], public.von(Aussage)), city(), intern=False))
    assert "14–17 Jahrenicht genannt" in outside
    assert "weniger als fünf" in outside
    none_said = text_of(html_sheet(blatt(BESTAND.von(Werkstatt)[2], AKTEN), city(), intern=True))
    assert "noch keine Aussage" in none_said


def test_shares_stay_with_their_workshop() -> None:
    bilder = [punktebild(akte, AKTEN, AKTEN, list(THEMEN)) for akte in BESTAND.von(Werkstatt)]
    made = html_points(bilder, stimmenworte(), "sauberkeit")
    read = text_of(made)
    assert RULE in read
    assert "Sauberkeit20,0\u00a0%8 Punkte" in read
    assert "von 40 Punkten. Bei 1 Aussage nicht gezählt." in read
    assert "Keine Punkte vergeben oder nicht gezählt." in read  # Schlutup
    assert "Hier wurden keine Punkte vergeben." in read  # Kücknitz
    assert made.count('class="gewaehlt"') == 1


@pytest.mark.parametrize(
    ("titel", "expected"),
    [
        (["Stadtteilwerkstatt Marli", "Stadtteilwerkstatt St. Lorenz Süd"], ["Marli", "St. Lorenz Süd"]),
        (["Werkstatt Marli", "Begehung Marli"], ["Werkstatt Marli", "Begehung Marli"]),
        (["Werkstatt Marli"], ["Werkstatt Marli"]),
        (["Werkstatt", "Werkstatt Marli"], ["Werkstatt", "Werkstatt Marli"]),
    ],
)
def test_titles_without_the_word_that_all_share(titel: list[str], expected: list[str]) -> None:
    assert list(short_titles({str(n): one for n, one in enumerate(titel)}).values()) == expected


def test_what_is_kept_from_the_public_says_so() -> None:
    record: Inhalt = AKTEN[5].inhalt
    assert isinstance(record, Aussage)
    assert "intern" in text_of(html_statements("x", [AKTEN[5]], WORTE))
    assert "intern" not in text_of(html_statements("x", [AKTEN[0]], WORTE))
