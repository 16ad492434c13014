"""The facilities of an area as a table that a screen reader can walk through."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from sro.model.einrichtung import Einrichtung, Einrichtungsart, Einrichtungsliste, Traegerart
from sro.model.gebiet import GebietKey
from sro.views.profil.einrichtungen import NICHTS, SYNTHETISCH, facilities_source, html_facilities

BOESE = "<script>alert('x')</script>"
KITA = Einrichtung(
    "1", "Kita B", Einrichtungsart.KITA, "Verein", Traegerart.FREI, (GebietKey("stadtbezirk", "01"),), False, None, 1200
)
EVERY = (
    replace(
        KITA, id="3", name="Platz", art=Einrichtungsart.SPIELPLATZ, traegerart=Traegerart.OEFFENTLICH, plaetze=None
    ),
    KITA,
    replace(KITA, id="2", name="Kita A", plaetze=0, hinweis="mit Krippe"),
)


def texts(html: str) -> list[list[str]]:
    """The words of each row, cell by cell."""
    rows = re.findall(r"<tr.*?</tr>", html)
    cells = [re.findall(r"<t[hd].*?</t[hd]>", row) for row in rows]
    return [[re.sub(r"<[^>]+>", "", cell) for cell in row] for row in cells]


def test_grouped_by_kind_and_sorted_by_name() -> None:
    assert texts(html_facilities("Einrichtungen in Hafen", EVERY)) == [
        ["Name", "Träger", "Plätze"],
        ["Kindertageseinrichtung (2)"],
        ["Kita Amit Krippe", "Verein frei", "0"],
        ["Kita B", "Verein frei", "1.200"],
        ["Spielplatz (1)"],
        ["Platz", "Verein öffentlich", "–keine Angabe"],
    ]


def test_heads_and_names_are_heads() -> None:
    html = html_facilities("Hafen", EVERY)
    assert (html.count('scope="col"'), html.count('scope="rowgroup"'), html.count('scope="row"')) == (3, 2, 3)
    assert html.count("<tbody>") == 2, "a group is a row group"
    assert 'aria-label="Hafen"' in html


def test_made_up_ones_are_marked_and_real_ones_are_not() -> None:
    assert "synthetisch" not in html_facilities("Hafen", EVERY)
    made_up = html_facilities("Hafen", [replace(one, synthetisch=True) for one in EVERY])
    assert made_up.count("sro-synthetisch") == 3, "the table and each group"


def test_all_text_is_escaped() -> None:
    bad = replace(KITA, name=BOESE, traeger=BOESE, hinweis=BOESE)
    html = html_facilities(BOESE, [bad])
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 5


def test_an_area_without_any_says_so() -> None:
    assert NICHTS in html_facilities("Hafen", [])


def test_where_the_list_comes_from() -> None:
    liste = Einrichtungsliste(1, dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC), "Kitaplanung", (KITA,))
    assert facilities_source(liste) == "Quelle: Kitaplanung · eingelesen am 24.11.2026"
    made_up = replace(liste, einrichtungen=(replace(KITA, synthetisch=True),))
    assert facilities_source(made_up).endswith(f" · {SYNTHETISCH}")
