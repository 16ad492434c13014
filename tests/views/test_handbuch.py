"""The handbook taken apart: nothing is lost, every chapter has a name of its own, every picture an address."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sro.reference.texte import handbook_text
from sro.views.handbuch.inhalt import html_contents, html_ways
from sro.views.handbuch.kapitel import handbook, key_of, readable
from sro.views.handbuch.stuecke import Tafel, html_table, pieces

BUCH = "# Handbuch\n\nVorweg.\n\n## Was heißt das?\n\nEins.\n\n### Näher\n\n## Für Große\n\nZwei.\n"


def way(key: str | None) -> str:
    return f"/{key or ''}"


def test_chapters_begin_at_headings_of_the_second_rank() -> None:
    buch = handbook(BUCH)
    assert buch.vorweg.strip() == "Vorweg."
    assert [kapitel.titel for kapitel in buch.kapitel] == ["Was heißt das?", "Für Große"]
    assert buch["was-heisst-das"].text.strip() == "Eins.\n\n### Näher"
    with pytest.raises(KeyError):
        buch["was"]


@given(st.text())
def test_a_key_goes_into_an_address_as_it_is(titel: str) -> None:
    assert not re.search(r"[\s?&=#/]", key_of(titel))


def test_pictures_get_addresses_and_links_inside_the_books_become_text() -> None:
    text = "![Ein Satz: so.](bilder/a.webp) siehe [unten](#ende), [Betrieb](betrieb.md), [außen](https://example.org)"
    shown = readable(f"{text} `[so](bleibt)` Einwohner:innen", lambda name: f"/bild/{name}")
    assert shown.startswith("[![Ein Satz: so.](/bild/a.webp)](/bild/a.webp) siehe unten, Betrieb, ")
    assert "[außen](https://example.org) `[so](bleibt)` Einwohner\\:innen" in shown


def test_the_open_chapter_is_marked_and_leads_on() -> None:
    buch = handbook(BUCH)
    assert re.findall(r'href="([^"]*)"[^>]*aria-current', html_contents(buch, "fuer-grosse", way)) == ["/fuer-grosse"]
    assert re.findall(r'href="(.*?)"', html_ways(buch, None, way)) == ["/was-heisst-das"]
    assert re.findall(r'href="(.*?)"', html_ways(buch, "was-heisst-das", way)) == ["/", "/fuer-grosse", "/"]
    assert "Weiter" not in html_ways(buch, "fuer-grosse", way)


def test_the_book_itself_has_no_two_chapters_of_one_name() -> None:
    text = handbook_text()
    assert text
    buch = handbook(text)
    keys = [kapitel.schluessel for kapitel in buch.kapitel]
    assert len(keys) == len(set(keys)) > 10
    assert all(kapitel.text.strip() for kapitel in buch.kapitel)


def test_tables_get_a_name_and_text_stays_around_them() -> None:
    text = (
        "Davor.\n\n| Taste | Wirkung |\n| --- | --- |\n| G | *anderes* Gebiet <b> |\n| `/api/` | **so** |\n\nDanach.\n"
    )
    before, table, after = pieces(text)
    assert isinstance(table, Tafel)
    assert (before, after) == ("Davor.\n\n", "\nDanach.\n")
    assert table.koepfe == ("Taste", "Wirkung")
    shown = html_table(table, "Tasten")
    assert "<caption>Tasten</caption>" in shown
    assert '<td data-kopf="Wirkung"><em>anderes</em> Gebiet &lt;b&gt;</td>' in shown
    assert "<code>/api/</code>" in shown
    assert "<b>so</b>" in shown


@given(st.lists(st.sampled_from(["Text.\n", "\n", "| a | b |\n", "| --- | --- |\n"]), max_size=12).map("".join))
def test_no_word_is_lost_between_the_pieces(text: str) -> None:
    kept = [" ".join([*p.koepfe, *sum(p.zeilen, ())]) if isinstance(p, Tafel) else p for p in pieces(text)]
    words = re.findall(r"\w+", " ".join(kept))
    assert words == re.findall(r"\w+", text)
